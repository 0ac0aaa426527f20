import { isCalendarWord, isDayPeriod } from '../facts/calendarWords.js';
import { escaped } from './literal.js';

/*
 * Finds time stamps in any usual form: a time of day, with or without a date on either side, or seconds since 1970. A stamp's
 * form is what stays the same from line to line: signs, and how many digits and letters are between them.
 */

/** A stamp in a line. Offsets count UTF-16 units; the end is exclusive. */
export interface FoundStamp {
  readonly start: number;
  readonly end: number;
  /** A regular expression, without groups and the flag `u`, for stamps of this form. */
  readonly source: string;
  /** Whether it has a time of day. */
  readonly hasTime: boolean;
  /** Whether it has a date. */
  readonly hasDate: boolean;
}

/** How far from the start of a line a stamp is looked for, in UTF-16 units. */
const searched = 160;

/** A number, a word, or one other character. Signs that languages write within words and numbers belong to them. */
interface Token {
  readonly kind: 'number' | 'word' | 'blank' | 'sign';
  readonly text: string;
  readonly at: number;
}

const tokenPattern = /(\p{Nd}+)|([\p{L}\p{M}]+)|([ \u00a0\u202f\u2009]+)|./gsu;

function tokensOf(text: string): Token[] {
  return [...text.slice(0, searched).matchAll(tokenPattern)].map((match) => {
    const [all, number, word, blank] = match;
    const kind = number ? 'number' : word ? 'word' : blank ? 'blank' : 'sign';
    return { kind, text: all, at: match.index };
  });
}

/** The first stamp in a line; undefined if there is none near its start. */
export function stampIn(text: string): FoundStamp | undefined {
  const tokens = tokensOf(text);
  return clockStamp(tokens) ?? epochStamp(tokens) ?? dateStamp(tokens);
}

function clockStamp(tokens: readonly Token[]): FoundStamp | undefined {
  for (const signs of [/^[:hH時时시点點]$/u, /^\.$/]) {
    for (let index = 0; index < tokens.length; index++) {
      const last = signs.test(tokens[index + 1]?.text ?? '') ? clockEnd(tokens, index) : undefined;
      if (last === undefined) continue;
      const first = firstOfDate(tokens, beforeClock(tokens, index));
      return found(tokens, first, lastOfDate(tokens, behindClock(tokens, last), first), index);
    }
  }
  return undefined;
}

/** The last token of a time of day that begins at a token: `20:58`, `20:58:03.123`, `20h58`, `20時58分03秒`, `20.58.03`. */
function clockEnd(tokens: readonly Token[], at: number): number | undefined {
  if (!isNumber(tokens[at], 1, 2) || isSign(tokens[at - 1], ':') || isWordNumber(tokens, at)) return undefined;
  const sign = tokens[at + 1]?.text ?? '';
  if (sign === ':' || (sign === '.' && isDotted(tokens, at))) return signedEnd(tokens, at, sign);
  if (/^[hH時时시点點]$/u.test(sign) && isNumber(tokens[at + 2], 2, 2)) return spelledEnd(tokens, at + 2);
  return undefined;
}

/** A number right behind a letter is part of a name: `v2:15`. */
function isWordNumber(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind === 'word' && /^[A-Za-z]$/.test(before.text.slice(-1)) && before.text !== 'T';
}

/** Dots are written between the numbers of a date as well: three pairs of digits, or a date or a word for the time before it. */
function isDotted(tokens: readonly Token[], at: number): boolean {
  if (!isNumber(tokens[at + 2], 2, 2) || Number(tokens[at]?.text) > 23 || Number(tokens[at + 2]?.text) > 59)
    return false;
  if (isSign(tokens[at - 1], '.')) return false;
  const hasSeconds = isSign(tokens[at + 3], '.') && isNumber(tokens[at + 4], 2, 2) && !isSign(tokens[at + 5], '.');
  const before = tokens[at - 1]?.kind === 'blank' ? at - 2 : at - 1;
  const isBehindDate =
    isNumber(tokens[before], 4, 4) || (isSign(tokens[before], ',') && isNumber(tokens[before - 1], 4, 4));
  const isNamed = /^klo?$/.test(tokens[before]?.text ?? '') || /^klo?$/.test(tokens[before - 1]?.text ?? '');
  return (hasSeconds || isBehindDate || isNamed) && (hasSeconds || !isSign(tokens[at + 3], '.'));
}

function signedEnd(tokens: readonly Token[], at: number, sign: string): number | undefined {
  // Some copies double a colon.
  const minutes = isSign(tokens[at + 2], ':') && sign === ':' ? at + 3 : at + 2;
  if (!isNumber(tokens[minutes], 2, 2) || Number(tokens[minutes]?.text) > 59) return undefined;
  if (!isSign(tokens[minutes + 1], sign)) return minutes;
  if (!isNumber(tokens[minutes + 2], 2, 2))
    return sign === ':' && tokens[minutes + 2]?.kind === 'number' ? undefined : minutes;
  const seconds = minutes + 2;
  const isFraction = /^[.,]$/.test(tokens[seconds + 1]?.text ?? '') && isNumber(tokens[seconds + 2], 1, 9);
  return isFraction ? seconds + 2 : seconds;
}

function spelledEnd(tokens: readonly Token[], minutes: number): number {
  if (!/^[분分m]$/u.test(tokens[minutes + 1]?.text ?? '')) return minutes;
  if (!isNumber(tokens[minutes + 2], 2, 2) || !/^[秒초s]$/u.test(tokens[minutes + 3]?.text ?? '')) return minutes + 1;
  return minutes + 3;
}

/** The token before which a date may end: before `下午` or `kl.` and the blanks around it. */
function beforeClock(tokens: readonly Token[], clock: number): number {
  let at = clock;
  const word = tokens[at - 1]?.kind === 'blank' ? at - 2 : at - 1;
  const bare = isSign(tokens[word], '.') ? word - 1 : word;
  if (tokens[bare]?.kind === 'word' && (isDayPeriod(tokens[bare].text) || /^(?:klo?|um|at)$/i.test(tokens[bare].text)))
    at = bare;
  return at;
}

/** The last token of a clock with its half of the day and its zone: `8:58 p. m.`, `20:58:03Z`, `20:58 +01:00`, `20:58 CET`. */
function behindClock(tokens: readonly Token[], clock: number): number {
  return zoneEnd(tokens, periodEnd(tokens, clock) ?? clock) ?? periodEnd(tokens, clock) ?? clock;
}

function periodEnd(tokens: readonly Token[], clock: number): number | undefined {
  const at = tokens[clock + 1]?.kind === 'blank' ? clock + 2 : clock + 1;
  for (const length of [5, 4, 3, 2, 1]) {
    const words = tokens.slice(at, at + length);
    if (words[0]?.kind !== 'word' || words.length < length) continue;
    if (words.at(-1)?.kind === 'blank') continue;
    if (isDayPeriod(words.map(({ text }) => text).join(''))) return at + length - 1;
  }
  return undefined;
}

const zoneWord = /^(?:Z|UTC|GMT|CES?T|WES?T|EES?T|MSK|BST|IST|JST|KST|[ACEMP][SD]T|A[EC][SD]T|NZ[SD]T)$/;

function zoneEnd(tokens: readonly Token[], clock: number): number | undefined {
  const at = tokens[clock + 1]?.kind === 'blank' ? clock + 2 : clock + 1;
  if (!zoneWord.test(tokens[at]?.text ?? '')) return offsetEnd(tokens, at);
  const hours = isSign(tokens[at + 1], '+', '-') && isNumber(tokens[at + 2], 1, 2) ? at + 2 : at;
  return offsetEnd(tokens, at + 1) ?? hours;
}

/** The last token of an offset: `+0100`, `+01:00`. */
function offsetEnd(tokens: readonly Token[], sign: number): number | undefined {
  if (!isSign(tokens[sign], '+', '-', '\u2212')) return undefined;
  if (isNumber(tokens[sign + 1], 4, 4)) return sign + 1;
  const isWhole = isNumber(tokens[sign + 1], 2, 2) && isSign(tokens[sign + 2], ':') && isNumber(tokens[sign + 3], 2, 2);
  return isWhole ? sign + 3 : undefined;
}

/** Signs between the parts of a date, and between it and a time. */
const dateSigns = /^[-/.,\u2013\u2014|]$/;
/** Words that stand within dates: `14 de marzo de 2031 a las 20:58`, `2031年3月14日`, `3rd`. */
const smallWord =
  /^(?:T|at|de|del|of|um|a|las?|den|o|g|г|р|г|st|nd|rd|th|er|年|月|日|년|월|일|года?|klo?|kell|ob|godz|ora|om|óra)$/iu;

/** The first token of the date before a clock, or `clock` if there is none. */
function firstOfDate(tokens: readonly Token[], clock: number): number {
  let first = clock;
  for (let at = beforeBrackets(tokens, clock) - 1; at >= 0 && clock - at < longestDate; at--) {
    if (isDatePart(tokens, at)) first = at;
    else if (!isWithinDate(tokens[at])) break;
  }
  return hasDate(tokens.slice(first, clock)) ? first : clock;
}

/** The most tokens of a date. */
const longestDate = 24;

/** Before the brackets that end a date and begin a time: `[14 March 2031] [20:58]`. */
function beforeBrackets(tokens: readonly Token[], clock: number): number {
  if (!isSign(tokens[clock - 1], '[', '(')) return clock;
  const end = tokens[clock - 2]?.kind === 'blank' ? clock - 3 : clock - 2;
  return isSign(tokens[end], ']', ')') ? end : clock;
}

/** Whether a token may be between the parts of a date. */
function isWithinDate(token: Token | undefined): boolean {
  // Many languages write a small word before a time.
  if (token?.kind === 'word') return smallWord.test(token.text) || /^[\p{Ll}\p{Lo}\p{M}]{1,4}$/u.test(token.text);
  return token?.kind === 'blank' || (token?.kind === 'sign' && dateSigns.test(token.text));
}

/** A number of a date, a month, a day of the week, or a word for today. */
function isDatePart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'number') return /^(?:\p{Nd}{1,2}|\p{Nd}{4}|(?:19|20)\d{6})$/u.test(token.text);
  return token?.kind === 'word' && isCalendarWord(token.text);
}

/** Whether tokens have two parts of a date, or one in words. */
function hasDate(tokens: readonly Token[]): boolean {
  const parts = tokens.filter((_, index) => isDatePart(tokens, index));
  return parts.length >= 2 || parts.some(({ kind, text }) => kind === 'word' || text.length === 8);
}

/** The last token of a date behind a clock, or that of the clock if there is none. */
function lastOfDate(tokens: readonly Token[], clock: number, first: number): number {
  const before = tokens.slice(first, clock);
  // C's own form has the year last.
  const isYearOpen = hasDate(before) && !before.some((token) => isNumber(token, 4, 4));
  if (isYearOpen && tokens[clock + 1]?.kind === 'blank' && /^(?:19|20)\d\d$/.test(tokens[clock + 2]?.text ?? ''))
    return clock + 2;
  let last = clock;
  let at = clock + 1;
  for (; at < tokens.length && at - clock < longestDate; at++) {
    if (isDatePart(tokens, at)) last = at;
    else if (!isWithinDate(tokens[at])) break;
  }
  const date = tokens.slice(clock + 1, last + 1);
  return isWholeDate(date) ? last : clock;
}

/** Text may begin with numbers, so a date behind a time must be whole. */
function isWholeDate(tokens: readonly Token[]): boolean {
  const parts = tokens.filter((_, index) => isDatePart(tokens, index));
  const numbers = parts.filter(({ kind }) => kind === 'number').length;
  const isSeparated = tokens.filter(({ text }) => /^[-/.]$/.test(text)).length === 2;
  return parts.length <= 4 && ((numbers === 3 && isSeparated) || (numbers === 2 && parts.length > 2));
}

/** Seconds or milliseconds since 1970 at the start of a line. */
function epochStamp(tokens: readonly Token[]): FoundStamp | undefined {
  const first = tokens.findIndex(({ kind }) => kind === 'number' || kind === 'word');
  const token = tokens[first];
  if (token?.kind !== 'number' || !/^(?:[12]\d{9}|[12]\d{12})$/.test(token.text)) return undefined;
  const isFraction = isSign(tokens[first + 1], '.') && isNumber(tokens[first + 2], 1, 9);
  return found(tokens, first, isFraction ? first + 2 : first, first);
}

/** A date alone at the start of a line. */
function dateStamp(tokens: readonly Token[]): FoundStamp | undefined {
  const first = tokens.findIndex(({ kind }) => kind === 'number' || kind === 'word');
  if (first < 0 || first > 3) return undefined;
  let last = first - 1;
  for (let at = first; at < tokens.length && at - first < longestDate; at++) {
    if (isDatePart(tokens, at)) last = at;
    else if (!isWithinDate(tokens[at])) break;
  }
  const date = tokens.slice(first, last + 1);
  return isWholeDate(date) ? { ...found(tokens, first, last, -1), hasTime: false, hasDate: true } : undefined;
}

function found(tokens: readonly Token[], first: number, last: number, clock: number): FoundStamp {
  const parts = tokens.slice(first, last + 1);
  const end = tokens[last];
  return {
    start: tokens[first]?.at ?? 0,
    end: end ? end.at + end.text.length : 0,
    source: parts.map((token, index) => sourceOf(token, parts[index - 1])).join(''),
    hasTime: true,
    hasDate: first < clock || parts.length > 12 || (parts[0]?.text.length ?? 0) > 8,
  };
}

/** What a part of a stamp looks like in other lines. Some months' names are shortened with a dot, others are not. */
function sourceOf({ kind, text }: Token, before: Token | undefined): string {
  if (kind === 'number') {
    const digit = /^\d/.test(text) ? String.raw`\d` : letter;
    if (before && /^[.,]$/.test(before.text) && text.length > 2 && text.length !== 4) return `${digit}{1,9}`;
    return text.length <= 2 ? `${digit}{1,2}` : `${digit}{${text.length}}`;
  }
  if (kind === 'blank') return `${blank}{1,${text.length + 1}}`;
  if (kind === 'sign') return text === '.' && before && isVariable(before) ? '' : escaped(text);
  return isVariable({ kind, text }) ? String.raw`${letter}{1,16}\.?` : escaped(text);
}

/** Neither blank nor ASCII, or a letter: months' names have letters of any language. */
const letter = '[^\\s!-@[-`{-~]';
const blank = String.raw`[ \u00a0\u202f\u2009]`;

/** Whether a word is another one in other lines. */
function isVariable({ kind, text }: Pick<Token, 'kind' | 'text'>): boolean {
  return kind === 'word' && !/^(?:[ThH年月日년월일時时시點点分분秒초])$/u.test(text);
}

function isNumber(token: Token | undefined, least: number, most: number): boolean {
  return token?.kind === 'number' && token.text.length >= least && token.text.length <= most;
}

function isSign(token: Token | undefined, ...signs: readonly string[]): boolean {
  return token !== undefined && signs.includes(token.text);
}
