import { unread } from '../logLine.js';
import { type Layout, readLine } from './layout.js';
import { nick, rule, skip } from './rule.js';
import { endOfText } from './times.js';
import { nextLine } from './wraps.js';

/** By whom everything is in a text that names no one. */
const scribe = 'scribe';

const nickColon: Layout = {
  name: 'nick-colon',
  title: 'Yahoo: nick: text',
  rules: [rule('message', nick(String.raw`[^\s:]{1,64}`), skip(':(?: |$)')), nextLine],
  samples: [
    ['ann: hello', 'message', undefined, 'ann', 'hello'],
    ['and goes on', 'continuation', undefined, '', 'and goes on'],
  ],
};

const plain: Layout = {
  name: 'plain',
  title: 'Plain text that a scribe wrote, without nicks',
  rules: [],
  below: (text) => {
    const textEnd = endOfText(text);
    return textEnd === 0 ? unread : { ...unread, kind: 'message', nick: scribe, textEnd };
  },
  samples: [['hello', 'message', undefined, 'scribe', 'hello']],
};

/** Layouts that many ordinary texts would be in: they must be chosen, or the text be known to be a chat. */
export const looseLayouts: readonly Layout[] = [nickColon, plain];

/** A date, a time or a nick in brackets: the line of a log in another layout. */
const headed = /^[ \t]*(?:\W?\d[\d:-]*[:-]\d|<[^ >]+> )/;

/** That of them in which the rows of a chat are that no other layout reads; undefined if they have other heads. */
export function looseLayoutOf(rows: readonly string[]): Layout | undefined {
  if (rows.length === 0) return undefined;
  if (rows.every((row) => readLine(nickColon, row).kind === 'message')) return nickColon;
  return rows.some((row) => headed.test(row)) ? undefined : plain;
}
