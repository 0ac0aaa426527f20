import { refTo } from './checkItems.js';
import { addressesIn, keyOf, numbersIn } from './comparedWords.js';
import type { Held } from './held.js';
import type { Claim } from './statementClaims.js';

/** Holds the exact parts of free prose against the log: addresses, numbers and quoted words. */
export function checkProse(held: Held, claim: Claim): void {
  const { facts, result } = held;
  const { text } = claim.statement;
  let parts = 0;
  for (const { url, start, end } of addressesIn(text)) {
    parts++;
    if (!facts.addressed(url)) checkAddress(held, claim, url, [start, end]);
  }
  for (const { start, end, words } of quotesIn(text)) {
    parts++;
    if (!facts.says(keyOf(words)))
      result.find('unsupported', claim, [start, end], 'The log does not have these words.');
  }
  for (const { start, end, number } of numbersIn(text)) {
    parts++;
    if (!facts.hasNumber(number)) result.find('unsupported', claim, [start, end], 'The log does not have this number.');
  }
  if (parts === 0) result.prose(claim);
  else if (!result.isDone(claim.index)) result.accept(claim);
}

/** An address that the log does not have: perhaps a part of one that it has. */
export function checkAddress(held: Held, claim: Claim, url: string, at: readonly [number, number]): void {
  const near = held.facts.addressNear(url);
  const message = near ? `The log has the address ${near.url}.` : 'The log does not have this address.';
  held.result.find('unsupported', claim, at, message, near && refTo(held, near.line));
}

interface Quote {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

const quotePattern = /"([^"]{2,300})"|“([^“”]{2,300})”|«([^«»]{2,300})»|„([^„“”]{2,300})[“”]/g;

function quotesIn(text: string): Quote[] {
  return Array.from(text.matchAll(quotePattern), (match) => {
    const words = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    return { start: match.index + 1, end: match.index + match[0].length - 1, words };
  });
}
