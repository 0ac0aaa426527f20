import type { HeadScan } from '../layouts/messageScanner.js';
import type { LinePart } from '../layouts/rule.js';
import { secondsAt } from '../layouts/times.js';

/** Names of several words that no client's note begins with: all are capitalized. */
const properName = /^[\p{Lu}\p{Lo}][^\s]*(?: [\p{Lu}\p{Lo}][^\s]*)+$/u;

/**
 * A faster equivalent of the rule that reads messages, which needs neither a copy of the line nor an object. It leaves to the
 * rules what is perhaps a client's note: with names of several words (`isSentence`), these are matched first.
 */
export function learntScan(parts: readonly LinePart[], isSentence: boolean): HeadScan | undefined {
  if (!parts.some(({ role }) => role === 'time')) return undefined;
  const pattern = new RegExp(parts.map(({ source }) => `(${source})`).join(''), 'y');
  return (text, at, to, head) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || pattern.lastIndex > to) return false;
    let end = at;
    for (let index = 0; index < parts.length; index++) {
      const start = end;
      end += match[index + 1]?.length ?? 0;
      const role = parts[index]?.role;
      if (role === 'time') {
        head.time = secondsAt(text, start, end) ?? -1;
        head.timeStart = start;
        head.timeEnd = end;
      } else if (role === 'nick') {
        head.nickStart = start;
        head.nickEnd = end;
      }
    }
    head.end = end;
    return !isSentence || properName.test(text.slice(head.nickStart, head.nickEnd));
  };
}
