import { groupBy } from '../groups.js';
import { type LinePart, nick, skip, time } from '../layouts/rule.js';
import { type Head, type HeadForm, keyOf } from './heads.js';
import { escaped } from './literal.js';

/* The parts of rules for heads of one form. */

/** Words around all names, which are not part of them: `From ann to Everyone`. */
interface Constants {
  readonly before: string;
  readonly behind: string;
}

/** The longest name, in UTF-16 units. */
const longestName = 64;

/** The parts that read heads of a form; `names` are those that such heads have, `isWhole` means that nothing follows. */
export function headParts(form: HeadForm, names: readonly string[], isWhole: boolean): readonly LinePart[] {
  const { order, open, between, tail, annotation } = form;
  const constants = constantsOf(names);
  const opening = skip(order === 'name first' || order === 'no stamp' ? beforeName(open, constants) : blanksIn(open));
  const named = order === 'name first' ? between : tail;
  const end = annotation + constantBehind(constants) + blanksIn(named.trimEnd());
  const behind = order === 'name first' ? blanksIn(/\s{0,32}$/.exec(between)?.[0] ?? '') : endOf(named, isWhole);
  const name = nick(nameSource(names, constants, end + behind + (order === 'name first' ? stampOf(form) : ''), named));
  const parts: LinePart[] = [opening];
  if (order === 'stamp first') parts.push(stampPart(form), skip(beforeName(between, constants)));
  parts.push(name);
  if (order === 'name first') {
    parts.push(skip(annotation + constantBehind(constants) + blanksIn(between)), stampPart(form));
    parts.push(skip(blanksIn(tail.trimEnd()) + endOf(tail, isWhole)));
  } else {
    parts.push(skip(end + endOf(tail, isWhole)));
  }
  return parts;
}

/** A stamp without a time of day is only skipped. */
export function stampPart(form: Pick<HeadForm, 'stamp'>): LinePart {
  return (form.stamp?.hasTime ? time : skip)(stampOf(form));
}

function stampOf({ stamp }: Pick<HeadForm, 'stamp'>): string {
  return stamp?.source ?? '';
}

const blank = String.raw`[ \u00a0\u202f]`;

/** What is between a head and what is said, if there is something between. */
function endOf(tail: string, isWhole: boolean): string {
  if (isWhole) return String.raw`[ \t]*$`;
  if (tail.trim() === '')
    return /\t/.test(tail) ? String.raw`[ ]{0,8}\t[ \t]{0,8}` : `${blank}{${Math.min(2, tail.length)}}${blank}{0,30}`;
  return /\s$/.test(tail) && tail.trimEnd() !== '' ? String.raw`(?:[ \t]|$)` : '';
}

/** Marks of rank; the `@` of a Matrix id is none. */
const ranks = String.raw`(?:(?!@[^\s:]{1,255}:\S)[@+%&~!•]{1,4}[ ]{0,4}|)`;

/** Signs before a name, and the marks of rank, which do not belong to it. */
function beforeName(signs: string, { before }: Constants): string {
  return blanksIn(signs) + (/[<[({]$/.test(signs) ? '[ ]{0,8}' : '') + ranks + escaped(before);
}

/** The same text with any number where it has one, and any number of blanks where it has some. */
export function blanksIn(text: string): string {
  return text
    .split(/(\s+|\d+)/)
    .map((part, index) => {
      if (index % 2 === 0) return escaped(part);
      if (/^\d/.test(part)) return String.raw`\d{1,9}`;
      if (part.includes('\t')) return String.raw`[ \t]{1,32}`;
      return String.raw`[ \u00a0\u202f]{1,${part.length > 1 ? 32 : 2}}`;
    })
    .join('');
}

/** A name ends before what is behind it in all heads. */
function nameSource(names: readonly string[], { before, behind }: Constants, end: string, tail: string): string {
  const bare = names.map((name) => name.slice(before.length, name.length - behind.length));
  const blank = bare.some((name) => name.includes(' ')) ? String.raw`\t\r\n` : String.raw`\s`;
  const stop = escapedInClass(tail.trim().charAt(0));
  // Where the sign behind it cannot be in a name, the name is all up to the sign.
  const isCertain = stop !== '' && end.startsWith(escaped(tail.charAt(0))) && tail.trim() !== '';
  const most = `{0,${longestName - 1}}${isCertain ? '' : '?'}`;
  return String.raw`[^\s<>${stop}][^${blank}<>${stop}]${most}(?=${end})`;
}

function escapedInClass(sign: string): string {
  return /[\\\]^-]/.test(sign) ? `\\${sign}` : sign;
}

function constantBehind({ behind }: Constants): string {
  // Zoom names who can read a message.
  const addressed = /^( {1,2}\p{Ll}+ {1,2})\S/u.exec(behind);
  return addressed ? String.raw`${blanksIn(addressed[1] ?? '')}[^:\t]{1,64}?` : blanksIn(behind);
}

/** What programs write around names, in English. */
const knownBefore = /^(?:From {1,2}|v (?=\S))/i;
const knownBehind = / {1,2}(?:to {1,2}(?:Everyone|everyone|all)\b.*|says|wrote|said)$/s;

/** People may share a name; as many as this hardly do. */
const fewestVaried = 3;

/** The words that several different names begin and end with. */
export function constantsOf(names: readonly string[]): Constants {
  const [first = ''] = names;
  const isVaried = new Set(names).size >= fewestVaried;
  const before = /^\S+ +(?=\S)/.exec(first)?.[0] ?? '';
  const behind = / {1,8}\S+(?: {1,8}\S+){0,2}$/.exec(first)?.[0] ?? '';
  const commonBehind = isVaried ? longestCommonEnd(names, behind) : '';
  return {
    before: isVaried && names.every((name) => name.startsWith(before)) ? before : (knownBefore.exec(first)?.[0] ?? ''),
    behind: commonBehind || (knownBehind.exec(first)?.[0] ?? ''),
  };
}

function longestCommonEnd(names: readonly string[], behind: string): string {
  const parts = behind.split(/(?= +\S)/);
  for (let index = 0; index < parts.length; index++) {
    const end = parts.slice(index).join('');
    if (end !== '' && names.every((name) => name.endsWith(end) && name.length > end.length)) return end;
  }
  return '';
}

/** Heads by their forms, the most frequent first. */
export function byForm(heads: readonly Head[]): readonly (readonly Head[])[] {
  return [...groupBy(heads, ({ form }) => keyOf(form)).values()].sort((a, b) => b.length - a.length);
}
