import { checkLinks } from './checkItems.js';
import { keyOf, stemsIn } from './comparedWords.js';
import { type Difference, differenceOf } from './difference.js';
import type { Spoken } from './discussionIndex.js';
import { type Held, listFact, listOf, refTo } from './held.js';
import type { Claim } from './statementClaims.js';

/** How much of a statement and a paragraph must be the same words for one to be a wrong form of the other. */
const nearEnough = 0.5;

/** How many times longer a paragraph may be than a statement that is a wrong form of it. */
const mostLonger = 10;

/** Accepts what a scribe wrote down word by word. Returns whether a statement is that. */
export function isSpoken(held: Held, claim: Claim): boolean {
  const { facts, result, isRecord } = held;
  const { statement, label, source, index } = claim;
  if (facts.discussion.isEmpty) return false;
  const keys = [keyOf(statement.text), ...claim.keys];
  const isItem = keys.some((key) => facts.factsLike(key).length > 0);
  if (isItem && (label || source || statement.kind === 'heading' || !mayBeSpoken(claim))) return false;
  const taken = firstOf(keys, (key) => facts.discussion.take(key, isRecord));
  const line = taken?.line ?? (isItem ? undefined : firstOf(keys, (key) => facts.discussion.lineOf(key, isRecord)));
  if (line === undefined) return false;
  if (taken) taken.claim = index;
  // Without a scribe, these are items.
  if (!facts.minutes.scribe) for (const fact of facts.factsOn(line)) listFact(held, listOf(claim), fact);
  checkLinks(held, claim);
  if (!result.isFinding(index)) result.support(claim, facts, line);
  return true;
}

function firstOf<T>(keys: readonly string[], find: (key: string) => T | undefined): T | undefined {
  for (const key of keys) {
    const found = find(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a statement is where the discussion may be, and not in a list of items. */
function mayBeSpoken(claim: Claim): boolean {
  const list = listOf(claim);
  return list === 'summary' || list === 'discussion';
}

/** Looks for the paragraph that a statement of exact minutes changes. Returns whether there is one. */
export function isWrongSpoken(held: Held, claim: Claim): boolean {
  const { facts, result } = held;
  const { statement, label, source } = claim;
  if (!held.isRecord || facts.discussion.isEmpty || label || source || statement.kind === 'heading') return false;
  if (!mayBeSpoken(claim) || claim.keys.some((key) => facts.factsLike(key).length > 0)) return false;
  const longest = mostLonger * statement.text.length;
  const near = facts.discussion
    .near(stemsIn(statement.text))
    .filter(({ score, thing }) => score >= nearEnough && thing.text.length <= longest);
  const spoken = (near.find(({ thing }) => thing.claim === undefined) ?? near[0])?.thing;
  const difference = spoken && differenceOf(statement.text, spoken.text, facts);
  if (!difference) return false;
  if (spoken.claim === undefined) spoken.found.fill(true);
  spoken.claim = claim.index;
  const { start, end, instead } = difference;
  const isOther = isOfLead(difference, spoken);
  const message = instead === '' ? 'The log does not say this.' : `The log says “${instead}”.`;
  result.find(
    isOther ? 'wrong-person' : difference.code,
    claim,
    [start, end],
    isOther ? `In the log, ${instead} says this.` : message,
    refTo(held, spoken.line),
  );
  return true;
}

/** Whether only who said it is different. */
function isOfLead({ start, instead }: Difference, { lead }: Spoken): boolean {
  return lead !== undefined && instead !== '' && start <= 1 && lead.includes(instead);
}
