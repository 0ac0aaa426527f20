import { perObject } from '../../log/text/perBlock.js';
import { trimmedBy } from '../trimmedBy.js';
import { checkAddress } from './checkAddress.js';
import { addressesIn, keyOf, type NumberWord, numbersIn, numeral, stemsIn, wordsIn } from './comparedWords.js';
import { DateSet } from './dateSet.js';
import { datesIn } from './dates.js';
import { isDateWord } from './difference.js';
import { type Held, refTo } from './held.js';
import { type Span, Spans } from './spans.js';
import type { Claim } from './statementClaims.js';

/*
 * Statements in other words than those of the log: only their exact parts are held against it. These are addresses, quoted words,
 * dates, numbers, names, and whether something is negated.
 */

/** A part of a statement: a sentence, or all of it. */
export interface Part {
  readonly claim: Claim;
  readonly text: string;
  /** Where it begins in the statement's text. */
  readonly start: number;
}

/** What the log says that is nearest to a statement. */
export interface Logged {
  readonly text: string;
  readonly line: number;
  /** Whom it is for or by. */
  readonly people: readonly string[];
  /** Whether it is only what someone said, no item. */
  readonly isSaid?: boolean;
}

/** Holds the exact parts of a statement against the log, `logged` is what is nearest; returns how many there are. */
export function checkParts(held: Held, part: Part, logged: Logged | undefined): number {
  let parts = 0;
  for (const check of [checkAddresses, checkQuotes, checkDates, checkNumbers]) parts += check(held, part, logged);
  if (logged) for (const check of [checkDays, checkPeople, checkNegation]) check(held, part, logged);
  return parts;
}

function find(
  held: Held,
  { claim, start }: Part,
  code: 'wrong-count' | 'wrong-date' | 'wrong-person' | 'unsupported',
  at: { readonly start: number; readonly end: number },
  message: string,
  line?: number,
): void {
  held.result.find(
    code,
    claim,
    [start + at.start, start + at.end],
    message,
    line === undefined ? undefined : refTo(held, line),
  );
}

function checkAddresses(held: Held, { claim, text, start }: Part): number {
  const found = addressesIn(text);
  for (const { url, ...at } of found)
    if (!held.facts.said.addresses.get(url)) checkAddress(held, claim, url, [start + at.start, start + at.end]);
  return found.length;
}

const quotePattern = /"([^"]{2,300})"|“([^“”]{2,300})”|«([^«»]{2,300})»|„([^„“”]{2,300})[“”]/g;

function checkQuotes(held: Held, part: Part, logged: Logged | undefined): number {
  const found = [...part.text.matchAll(quotePattern)];
  for (const match of found) {
    const words = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    const at = { start: match.index + 1, end: match.index + match[0].length - 1 };
    if (!held.facts.says(keyOf(words)))
      find(held, part, 'unsupported', at, 'The log does not have these words.', logged?.line);
  }
  return found.length;
}

function checkDates(held: Held, part: Part, logged: Logged | undefined): number {
  const { times } = held.facts;
  const found = datesIn(part.text);
  const own = logged && found.length > 0 ? datesIn(logged.text) : [];
  const dates = new DateSet(own);
  for (const date of found) {
    if (dates.has(date)) continue;
    if (own.length === 0 && (times.isDate(date, false) || times.isSaid(date))) continue;
    const message = own.length > 0 ? 'The log has another date.' : 'The log does not have this date.';
    find(held, part, 'wrong-date', date, message, logged?.line);
  }
  return found.length;
}

const listSign = /(?<![\p{L}\p{N}])\(?(\d{1,2})\)(?=\s|\p{L})/gu;

/** The numbers by which a statement lists things, `(1) …, (2) …`, which count nothing. All of its parts ask for them. */
const listSigns = perObject(({ text }: Claim['statement']): readonly Span[] => {
  const signs = Array.from(text.matchAll(listSign), ({ 0: whole, 1: number, index }) => ({
    number: Number(number),
    start: index,
    end: index + whole.length,
  }));
  return signs.length > 1 && signs.every(({ number }, index) => number === index + 1) ? signs : [];
});

/** The numbers of a text, as digits or words, without those of dates, addresses and other parts. */
function plainNumbers(text: string, others: readonly Span[] = []): NumberWord[] {
  const taken = new Spans([...datesIn(text), ...addressesIn(text), ...others]);
  const words = wordsIn(text).flatMap(({ word, start, end }) => {
    const number = numeral(word);
    // As in `two-stroke`.
    const isPart = /^\w-/.test(text.slice(start - 2, start)) || /^-\w/.test(text.slice(end, end + 2));
    return number === undefined || word === 'one' || isPart ? [] : [{ number, start, end }];
  });
  return [...numbersIn(text), ...words].filter((number) => !taken.overlap(number));
}

function checkNumbers(held: Held, part: Part, logged: Logged | undefined): number {
  const signs = listSigns(part.claim.statement).map(({ start, end }) => ({
    start: start - part.start,
    end: end - part.start,
  }));
  const own = plainNumbers(part.text, signs);
  const other = logged ? plainNumbers(logged.text) : [];
  const [owns, known] = [own, other].map(
    (numbers) => new Set(numbers.flatMap(({ number }) => [number, ...versionOf(number)])),
  );
  for (const number of logged ? gluedIn(logged.text) : []) known?.add(number);
  const others = other.filter(({ number }) => !owns?.has(number) && !versionOf(number).some((one) => owns?.has(one)));
  for (const number of own) {
    if (known?.has(number.number)) continue;
    const [instead] = others;
    if (instead && other.length >= own.length)
      find(held, part, 'wrong-count', number, `The log says ${instead.number}.`, logged?.line);
    else if (!held.facts.said.hasNumber(number.number))
      find(held, part, 'wrong-count', number, 'The log does not have this number.', logged?.line);
  }
  return own.length;
}

/** The version of which a number is a part: 12.1 of 12.1.0. */
export function versionOf(number: string): readonly string[] {
  return /^\d+\.\d+(?=\.\d)/.exec(number) ?? [];
}

/** The numbers at the ends of words: `rfc53`. */
function gluedIn(text: string): string[] {
  return Array.from(text.matchAll(/(?<=\p{L})\d{2,}/gu), ([number]) => number);
}

/** The names of days and months that are not in a date. */
function dayWords(text: string) {
  const taken = new Spans(datesIn(text));
  return wordsIn(text).filter((one) => one.word !== 'may' && isDateWord(one.word) && !taken.overlap(one));
}

function dayOf({ word }: { readonly word: string }): string {
  return word === 'tonight' ? 'tod' : word.slice(0, 3);
}

function checkDays(held: Held, part: Part, logged: Logged): void {
  const own = dayWords(part.text);
  const other = new Set(dayWords(logged.text).map(dayOf));
  if (other.size === 0) return;
  for (const day of own) {
    if (other.has(dayOf(day))) continue;
    find(held, part, 'wrong-date', day, 'The log has another day.', logged.line);
  }
}

/** Those named in a text, and where. */
function peopleIn({ facts }: Held, text: string) {
  return Array.from(text.matchAll(/[^\s,;:()<>"'“”!?]+/g), ({ 0: word, index }) => {
    const name = trimmedBy(word, /[@*_`[]/, /[*_`.\]]/);
    const start = index + word.indexOf(name);
    // Some nicks are words like any other.
    const isWord = name === name.toLowerCase() && stemsIn(name).size === 0;
    return { person: isWord ? undefined : facts.people.of(name), start, end: start + name.length };
  }).filter(({ person }) => person !== undefined);
}

function checkPeople(held: Held, part: Part, logged: Logged): void {
  const own = peopleIn(held, part.text);
  const owns = new Set(own.map(({ person }) => person));
  const named = new Set([
    ...logged.people.map((nick) => held.facts.people.of(nick)),
    ...peopleIn(held, logged.text).map(({ person }) => person),
  ]);
  const [other] = [...named].filter((person) => !owns.has(person));
  if (other === undefined) return;
  for (const one of own) {
    if (named.has(one.person) || (logged.isSaid && isNear(held, one.person, logged.line))) continue;
    find(held, part, 'wrong-person', one, `The log names ${other}.`, logged.line);
  }
}

/** How many lines before and after one belong to the same talk. */
const talkLength = 5;

/** Whether someone speaks or is named near a line: whoever sums up a talk is not who it is about. */
function isNear(held: Held, person: string | undefined, line: number): boolean {
  return held.facts.said
    .around(line, talkLength)
    .some(
      (one) =>
        held.facts.people.of(one.nick) === person || peopleIn(held, one.text).some((named) => named.person === person),
    );
}

const negation =
  /\b(?:not|no|never|cannot|neither|nor|without|nobody|(?:do|does|did|is|was|were|has|have|had|would|could|should|wo)nt['’]?|[a-z]+n['’]t)\b/gi;

/** How much of a sentence must be in what was said for it to be the same but for a “not”. */
const sameButNot = 0.85;

/** Whether a sentence and what was said are the same but for what negates one: others say it in other ways, such as “removes”. */
function isSameButNot(own: string, said: string): boolean {
  const [a, b] = [own, said].map((text) => stemsIn(text.replace(negation, ' ')));
  const shared = [...(a ?? [])].filter((stem) => b?.has(stem)).length;
  return shared >= sameButNot * Math.max(a?.size ?? 0, b?.size ?? 0);
}

function checkNegation(held: Held, part: Part, logged: Logged): void {
  if (logged.isSaid && !isSameButNot(part.text, logged.text)) return;
  const own = [...part.text.matchAll(negation)];
  const other = [...logged.text.matchAll(negation)];
  if ((own.length === 0) === (other.length === 0)) return;
  const [first] = own;
  const at = first ? { start: first.index, end: first.index + first[0].length } : { start: 0, end: part.text.length };
  find(
    held,
    part,
    'unsupported',
    at,
    first ? 'The log does not say “not”.' : `The log says “${other[0]?.[0]}”.`,
    logged.line,
  );
}
