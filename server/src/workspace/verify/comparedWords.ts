/*
 * What two writings of a statement have in common: words, numbers and addresses. Punctuation and markup are neither, so that the
 * same text is equal in every format.
 */

/** A word or a number of a text, folded, and where it is. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const wordPattern =
  /%[\da-f]{2}|(?<![\p{L}\p{N}])[+\-−](?=\p{N})|\p{L}[\p{L}\p{M}]*|\p{N}+|\p{Extended_Pictographic}/giu;

/** The words of a text in order: runs of letters, of digits, the signs of numbers, and pictographs. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(wordPattern)) {
    if (!isEscape(found)) words.push({ word: found.toLowerCase(), start: index, end: index + found.length });
  }
  return words;
}

/** The words of a text as one string: equal for texts that differ only in markup, punctuation, case and whitespace. */
export function keyOf(text: string): string {
  const words = text.match(wordPattern) ?? [];
  return (text.includes('%') ? words.filter((word) => !isEscape(word)) : words).join(' ').toLowerCase();
}

/** Whether it is a percent-encoded character of an address, which is punctuation like the character itself. */
function isEscape(word: string): boolean {
  return /^%(?:2[\da-f]|3[a-f]|40|5[b-f]|7[b-e])$/i.test(word);
}

/** An address in a text. */
export interface Address {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

const addressPattern = /\b(?:https?|ftps?|ircs?|ssh|git):\/\/[^\s<>"|`\\^{}]+|\bmailto:[^\s<>"|`\\^{}]+/gi;

/** The addresses in a text, without the punctuation around them. */
export function addressesIn(text: string): Address[] {
  if (!text.includes(':')) return [];
  return Array.from(text.matchAll(addressPattern), ({ 0: found, index }) => {
    const url = trimmedAddress(found);
    return { url, start: index, end: index + url.length };
  });
}

/** An address without the punctuation of the sentence that it is in. */
export function trimmedAddress(url: string): string {
  let end = url.length;
  const opened = { '(': url.indexOf('('), '[': url.indexOf('[') };
  for (;;) {
    const last = url.charAt(end - 1);
    const opens = last === ')' ? '(' : last === ']' ? '[' : undefined;
    if (/[.,;:!?'*_~>]/.test(last) || (opens !== undefined && !(opened[opens] >= 0 && opened[opens] < end - 1))) end--;
    else return url.slice(0, end);
  }
}

/** A number in a text, with its value as written, without separators of thousands. */
export interface NumberWord {
  readonly number: string;
  readonly start: number;
  readonly end: number;
}

const numberPattern = /(?<![\p{L}\p{N}_.:/#-])[+\-−]?\d+(?:[.,]\d+)*(?![\p{L}\p{N}_]|[-/:]\d)/gu;

/** The numbers of a text that count or name something, not those within words, dates, times and addresses. */
export function numbersIn(text: string): NumberWord[] {
  return Array.from(text.matchAll(numberPattern), ({ 0: found, index }) => ({
    number: plainNumber(found),
    start: index,
    end: index + found.length,
  }));
}

function plainNumber(text: string): string {
  return text.replace(/,(?=\d{3}(?!\d))/g, '').replace('−', '-');
}

const numerals = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A number that is written as a word, undefined for other words. */
export function numeral(word: string): string | undefined {
  const at = numerals.indexOf(word);
  return at < 0 ? undefined : String(at);
}

/** Words that say too little to tell one statement from another. */
const common = new Set(
  (
    'a an and are as at be been but by can could did do does for from had has have he her his i if in into is it its ' +
    'just let may me more most my no not of on or our out shall she should so some such than that the their them then ' +
    'there these they this those to up us was we were what when where which who will with would you your via per about ' +
    'also all any ll re ve s t d m action item items agreed info topic link idea help todo'
  ).split(' '),
);

/** What is compared of a word: its first five letters, which most forms of a word share. */
export function stemOf(word: string): string {
  if (word.length > 5) return word.slice(0, 5);
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** The stems of the words of a text that say something, each once. */
export function stemsIn(text: string): Set<string> {
  const stems = new Set<string>();
  for (const { word } of wordsIn(text)) {
    if (!common.has(word) && word !== '+' && word !== '-') stems.add(stemOf(numeral(word) ?? word));
  }
  return stems;
}
