import { inAsciiDigits, withoutDirections } from './digits.js';
import { folded, meaningsOf } from './localeWords.js';
import { zoneNames } from './stamp.js';

/*
 * Times as programs write them in any language: `20:58:10`, `8:58 PM`, `下午8:58`, `8:58 p. m.`, `20h58`, `20時58分`,
 * `klo 20.58`, `14.3.2031 20.58`, and the seconds or milliseconds since 1970.
 */

/** A time in a text, and where it is, without the word for the half of the day. */
export interface Clock {
  readonly start: number;
  readonly end: number;
  /** Seconds since midnight; -1 if it is not a time of day. */
  readonly time: number;
  /** Days since 1 January 1970, for seconds since then. */
  readonly day?: number;
  /** Whether a word says which half of the day it is. */
  readonly isHalved?: true;
}

// Some copies double a colon. What follows a plus is a zone.
const withColons =
  /(?<![\d+]|\d[.:])(\d{1,2}):{1,2}(\d{2})(?::(\d{2}))?(?:[.,]\d+)?(?:[ \u00a0\u202f]?([ap])\.?m(?![a-z]))?/i;
const withLetters = [
  /(\d{1,2})\s?h\s?(\d{2})(?:\s?m(?:in)?\s?(\d{2})\s?s)?(?!\d)/i,
  /(\d{1,2})\s?[時时點点시]\s?(\d{1,2})\s?[分분](?:\s?(\d{1,2})(?:[.,]\d{1,9})?\s?[秒초])?/,
  /(?<![\d.])(\d{1,2})\.(\d{2}):(\d{2})\s?h/,
];
const withDots = /(?<![\d.])(\d{1,2})\.(\d{2})(?:\.(\d{2})(?:[.,]\d{1,9})?(?!\d|\.\d)|(?![\d.]))/g;
const since1970 = /^[[(]?(?:(\d{9,10})(?:[.,]\d{1,9})?|(\d{10})\d{3})[\])]?$/;

/** The time in a text, which is the first with colons; undefined if there is none. */
export function clockIn(text: string): Clock | undefined {
  const match = withColons.exec(text);
  if (match) return match[4] ? inHalf(match, match[4]) : inPeriod(text, match);
  const plain = inAsciiDigits(text);
  return plain === text ? otherClockIn(text) : (clockIn(plain) ?? otherClockIn(plain));
}

function otherClockIn(text: string): Clock | undefined {
  for (const pattern of withLetters) {
    const match = pattern.exec(text);
    if (match) return inPeriod(text, match);
  }
  const dotted = dottedIn(text);
  return dotted ? inPeriod(text, dotted) : instantIn(text);
}

/** A time with dots may look like a date: two numbers are a time only behind a date or the word for a time. */
function dottedIn(text: string): RegExpExecArray | undefined {
  const all = Array.from(text.matchAll(withDots)).filter((match) => timeOf(match) >= 0);
  const short = all.findLast((match) => match[3] === undefined && (all.length > 1 || isBehindDate(text, match.index)));
  return short ?? all.findLast((match) => match[3] !== undefined);
}

function isBehindDate(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return /\bklo?\.?\s?$/i.test(before.slice(-6)) || (/\d/.test(before) && /[\s,T]/.test(before.at(-1) ?? ''));
}

const day = 86_400;

function instantIn(text: string): Clock | undefined {
  const match = since1970.exec(text);
  if (!match) return undefined;
  const seconds = Number(match[1] ?? match[2]);
  return { start: 0, end: text.length, time: seconds % day, day: Math.floor(seconds / day) };
}

/** Seconds since midnight; -1 if it is not a time of day. Seconds up to 61 are allowed, as in C, for leap seconds. */
export function sinceMidnight(hours: number, minutes: number, seconds: number): number {
  if (hours < 0 || minutes < 0 || seconds < 0) return -1;
  return hours < 24 && minutes < 60 && seconds < 62 ? hours * 3600 + minutes * 60 + seconds : -1;
}

function timeOf(match: RegExpExecArray, hours = Number(match[1])): number {
  return sinceMidnight(hours, Number(match[2]), Number(match[3] ?? 0));
}

function clockOf(match: RegExpExecArray, time: number): Clock {
  return { start: match.index, end: match.index + match[0].length, time };
}

/** A time in a half of the day: the letter of `am` or `pm`. */
function inHalf(match: RegExpExecArray, half: string): Clock {
  return halved(match, half === 'p' || half === 'P' ? afternoon : morning);
}

function halved(match: RegExpExecArray, hours: number): Clock {
  return { ...clockOf(match, withHours(match, hours)), isHalved: true };
}

/** The hours before and after noon, as bits. */
const morning = 0xfff;
const afternoon = 0xfff000;

/** The time of a 12-hour clock, given the hours in which its word is used; -1 if they leave it open. */
function withHours(match: RegExpExecArray, hours: number): number {
  const written = Number(match[1]);
  // Slack writes `16:02 PM` where the clock has 24 hours.
  if (written > 12) return written < 24 && (hours & (1 << written)) !== 0 ? timeOf(match) : -1;
  const halves = [written % 12, (written % 12) + 12];
  const used = halves.filter((hour) => hours & (1 << hour));
  // A word for the evening is also used for hours that are rarely called so.
  const fitting = used.length === 0 ? halves.filter((hour) => isHalf(hours, hour)) : used;
  return fitting.length !== 1 ? -1 : timeOf(match, fitting[0]);
}

/** Whether all hours are in the same half of the day as another. */
function isHalf(hours: number, hour: number): boolean {
  return (hours & (hour < 12 ? afternoon : morning)) === 0;
}

/** A time with the word for the half of the day before or behind it, if it has one. */
function inPeriod(text: string, match: RegExpExecArray): Clock {
  const clock = clockOf(match, timeOf(match));
  if (Number(match[1]) > 12 || !hasWords(text, clock)) return clock;
  const hours = hoursOf(text.slice(clock.end, clock.end + near), false) || hoursOf(before(text, clock.start), true);
  return hours === 0 ? clock : halved(match, hours);
}

/** How far from a time the word for the half of the day may be. */
const near = 24;

function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - near), at);
}

/** Whether there is anything but digits, signs, zones, and the names of days and months around a time. */
function hasWords(text: string, { start, end }: Clock): boolean {
  return !(isNothing(text, start - 1, -1) && isNothing(text, end, 1));
}

/** Whether nothing follows a place in a direction, or what follows behind spaces is an ASCII sign or digit, or `T` or `Z`. */
function isNothing(text: string, from: number, by: 1 | -1): boolean {
  let at = from;
  while (text.charCodeAt(at) === 32) at += by;
  const code = text.charCodeAt(at);
  // A dot may end an abbreviation.
  if (!isLetter(code) && code !== 46) return true;
  return (code === 84 || code === 90) && !isLetter(text.charCodeAt(at + by));
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 128;
}

/** Words around a time of which no language has to be asked. */
export const plainWords = new RegExp(`^(?:at|t|z|(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*|${zoneNames})?$`, 'i');
const knownPeriods: Readonly<Record<string, number>> = { am: morning, pm: afternoon };

const found = new Map<string, number>();
/** How many texts around times are remembered: nearly all times of a log have the same few. */
const mostFound = 100;

/** The hours of the word at the start or end of a text next to a time, as bits; 0 if there is none. */
function hoursOf(around: string, isBefore: boolean): number {
  const run =
    withoutDirections(around)
      .split(/[\d:()[\]/,，]/)
      .at(isBefore ? -1 : 0)
      ?.trim() ?? '';
  if (plainWords.test(run)) return 0;
  const key = `${isBefore}${run}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const hours = longestOf(run, isBefore);
  if (found.size >= mostFound) found.clear();
  found.set(key, hours);
  return hours;
}

/** The hours of the longest word for a time of day, next to the time or behind the short name of its unit. */
function longestOf(run: string, isBefore: boolean): number {
  const hours = longestAt(run, isBefore);
  return hours !== 0 || isBefore ? hours : longestAt(run.replace(/^\p{L}{1,2}\.?\s/u, ''), false);
}

function longestAt(run: string, isBefore: boolean): number {
  for (let by = 0; by < run.length; by++) {
    const at = isBefore ? by : run.length - by;
    if (!isBoundary(run, at)) continue;
    const word = isBefore ? run.slice(at) : run.slice(0, at);
    const hours = isPlain(word, isBefore) ? 0 : (knownPeriods[folded(word)] ?? meaningsOf('dayPeriod', word));
    if (hours !== 0) return hours;
  }
  return 0;
}

/** Whether a word is none for a time of day. Before a time, `am` and `de` are prepositions. */
function isPlain(word: string, isBefore: boolean): boolean {
  return plainWords.test(word.trim()) || (isBefore && /^\s*[a-z]{2}\s*$/.test(word));
}

/** Whether a word may begin or end at a place: not within letters, unless these are written without spaces. */
function isBoundary(text: string, at: number): boolean {
  const [left = '', right = ''] = [text.charAt(at - 1), text.charAt(at)];
  return !(spaced.test(left) && spaced.test(right));
}

const spaced = /(?![\p{Script=Han}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}]/u;
