import { refTo } from './checkItems.js';
import type { Claim } from './claims.js';
import { differenceOf } from './difference.js';
import type { Held } from './held.js';
import { type VoteText, voteTexts } from './logFacts.js';
import { keyOf, stemsIn } from './words.js';

/** Whether a statement is the question of a vote of the log, or below one. */
export function isVoteClaim(held: Held, claim: Claim): boolean {
  const { statement } = claim;
  if (statement.kind !== 'item') return false;
  return held.votes.has(statement.parent) || (claim.role === 'votes' && voteTexts(held.facts.minutes).length > 0);
}

/** Holds a vote, or an option of one with its count and voters, against the log. */
export function checkVote(held: Held, claim: Claim): void {
  const { facts, result } = held;
  const votes = voteTexts(facts.minutes);
  const parent = held.votes.get(claim.statement.parent);
  const vote = parent === undefined ? undefined : votes[parent];
  if (vote) return checkOption(held, claim, vote);
  const at = voteOf(held, claim, votes);
  const found = at === undefined ? undefined : votes[at];
  if (at === undefined || !found) {
    result.find('unsupported', claim, [claim.start, claim.end], 'The log has no such vote.');
    return;
  }
  held.votes.set(claim.index, at);
  const isEqual = found.texts.some((text) => claim.keys.includes(keyOf(text)));
  const text = found.texts.at(-1) ?? '';
  const difference = isEqual ? undefined : differenceOf(claim.core, text, facts);
  if (!difference) return result.support(claim, facts, found.line);
  const offset = claim.statement.text.indexOf(claim.core, claim.start);
  const message = `The log has the vote “${text}”.`;
  result.find(
    difference.code,
    claim,
    [offset + difference.start, offset + difference.end],
    message,
    refTo(held, found.line),
  );
}

function voteOf(held: Held, claim: Claim, votes: readonly VoteText[]): number | undefined {
  const used = new Set(held.votes.values());
  const exact = votes.findIndex(
    ({ texts }, index) => !used.has(index) && texts.some((text) => claim.keys.includes(keyOf(text))),
  );
  if (exact >= 0) return exact;
  const stems = stemsIn(claim.core);
  const near = votes.findIndex(({ question }, index) => {
    const own = stemsIn(question);
    return !used.has(index) && [...own].filter((stem) => stems.has(stem)).length * 2 >= own.size;
  });
  return near < 0 ? undefined : near;
}

function checkOption(held: Held, claim: Claim, vote: VoteText): void {
  const { facts, result } = held;
  const { core } = claim;
  const name = core.slice(0, Math.max(0, core.lastIndexOf(':')));
  const option =
    vote.options.find(({ text }) => claim.keys.includes(keyOf(text))) ??
    vote.options.find((one) => core.startsWith(`${one.option}:`)) ??
    vote.options.find((one) => keyOf(one.option) === keyOf(name));
  if (!option) {
    result.find(
      'unsupported',
      claim,
      [claim.start, claim.end],
      'The vote of the log has no such option.',
      refTo(held, vote.line),
    );
    return;
  }
  const difference = differenceOf(core, option.text, facts);
  if (!difference) return result.support(claim, facts, vote.line);
  const offset = claim.statement.text.indexOf(core, claim.start);
  const message = `The log has “${option.text}”.`;
  result.find(
    difference.code,
    claim,
    [offset + difference.start, offset + difference.end],
    message,
    refTo(held, vote.line),
  );
}
