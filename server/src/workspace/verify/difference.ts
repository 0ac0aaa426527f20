import { trimmedBy } from '../trimmedBy.js';
import { addressesIn, numeral, type Word, wordsIn } from './comparedWords.js';
import type { LogFacts } from './logFacts.js';
import type { VerifyCode } from './verifyReport.js';

/** What is different in a statement, where in its text, and the kind of finding that it is. */
export interface Difference {
  readonly code: VerifyCode;
  readonly start: number;
  readonly end: number;
  /** The words of the log there. */
  readonly instead: string;
}

const dateWord =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday|tonight)$/;

/** Whether a word is the name of a month or of a day. */
export function isDateWord(word: string): boolean {
  return dateWord.test(word);
}

const dateOrTime = /\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}:\d\d(?::\d\d)?/g;

/** The first difference between a statement and what a log says; undefined if there is none but in markup. */
export function differenceOf(said: string, logged: string, facts: LogFacts): Difference | undefined {
  const [a, b] = [wordsIn(said), wordsIn(logged)];
  let first = 0;
  while (first < a.length && first < b.length && a[first]?.word === b[first]?.word) first++;
  let [endA, endB] = [a.length, b.length];
  while (endA > first && endB > first && a[endA - 1]?.word === b[endB - 1]?.word) [endA, endB] = [endA - 1, endB - 1];
  if (first === endA && first === endB) return undefined;
  const [ownWords, otherWords] = [a.slice(first, endA), b.slice(first, endB)];
  const start = ownWords[0]?.start ?? a[first - 1]?.start ?? 0;
  const end = ownWords.at(-1)?.end ?? a[first - 1]?.end ?? said.length;
  const [from, to] = [otherWords[0]?.start ?? 0, otherWords.at(-1)?.end ?? 0];
  const code = codeOf(
    { text: said, words: ownWords, start, end },
    { text: logged, words: otherWords, start: from, end: to },
    facts,
  );
  return { code, start, end, instead: logged.slice(from, to) };
}

interface Part {
  readonly text: string;
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
}

function codeOf(own: Part, other: Part, facts: LogFacts): VerifyCode {
  const parts = [own, other];
  if (parts.some((part) => part.words.length > 0 && isIn(addressesIn(part.text), part))) return 'unsupported';
  if (parts.some((part) => part.words.length > 0 && isIn(matchesOf(dateOrTime, part.text), part))) return 'wrong-date';
  const words = [...own.words, ...other.words];
  if (words.some(({ word }) => isDateWord(word)) && words.every(({ word }) => isDateWord(word) || isNumber(word)))
    return 'wrong-date';
  if (isName(own, facts) || isName(other, facts)) return 'wrong-person';
  return words.length > 0 && words.every(({ word }) => isNumber(word)) ? 'wrong-count' : 'unsupported';
}

/** Whether a part is a name, perhaps with something around it that belongs to the same word. */
function isName({ text, words, start, end }: Part, facts: LogFacts): boolean {
  if (words.length === 0 || words.length > 4) return false;
  let [from, to] = [start, end];
  while (from > 0 && !/[\s,;(]/.test(text.charAt(from - 1))) from--;
  while (to < text.length && !/[\s,;:)]/.test(text.charAt(to))) to++;
  const whole = trimmedBy(text.slice(from, to), /['"@*`]/, /['"*`.!?]/);
  return [whole, text.slice(start, end), words[0]?.word ?? ''].some((name) => facts.people.of(name) !== undefined);
}

function isNumber(word: string): boolean {
  return /^\p{N}+$/u.test(word) || word === '+' || word === '-' || word === '−' || numeral(word) !== undefined;
}

function isIn(spans: readonly { readonly start: number; readonly end: number }[], part: Part): boolean {
  return spans.some(({ start, end }) => start < part.end && part.start < end);
}

function matchesOf(pattern: RegExp, text: string): { start: number; end: number }[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ start: index, end: index + found.length }));
}
