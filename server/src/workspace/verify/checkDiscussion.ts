import { keyOf, stemsIn } from './comparedWords.js';
import { differenceOf } from './difference.js';
import { type Held, refTo } from './held.js';
import type { Claim } from './statementClaims.js';

/** How much of a statement and a paragraph must be the same words for one to be a wrong form of the other. */
const nearEnough = 0.5;

/** Accepts what a scribe wrote down word by word. Returns whether a statement is that. */
export function isSpoken({ facts, result }: Held, { statement, keys, label, source, index, ...claim }: Claim): boolean {
  if (facts.discussion.isEmpty) return false;
  if (keys.some((key) => facts.factsLike(key).length > 0)) return false;
  const line = [keyOf(statement.text), ...keys].flatMap((key) => facts.discussion.lineOf(key) ?? [])[0];
  if (line === undefined) return false;
  result.support({ ...claim, statement, keys, label, source, index }, facts, line);
  return true;
}

/** Looks for the paragraph that a statement of Meetlog's minutes changes. Returns whether there is one. */
export function isWrongSpoken(held: Held, claim: Claim): boolean {
  const { facts, result } = held;
  const { statement, label, source } = claim;
  if (!held.isOfMeetlog || facts.discussion.isEmpty || label || source || statement.kind === 'heading') return false;
  const near = facts.discussion.near(stemsIn(statement.text))[0];
  if (!near || near.score < nearEnough) return false;
  const { text, line } = near.thing;
  const difference = differenceOf(statement.text, text, facts);
  if (!difference) return false;
  const { code, start, end, instead } = difference;
  const message = instead === '' ? 'The log does not say this.' : `The log says “${instead}”.`;
  result.find(code, claim, [start, end], message, refTo(held, line));
  return true;
}
