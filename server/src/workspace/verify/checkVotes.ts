import { keyOf, stemsIn } from './comparedWords.js';
import { differenceOf } from './difference.js';
import { type Held, refTo } from './held.js';
import type { VoteText } from './meetingFacts.js';
import type { Claim } from './statementClaims.js';

/** Whether a statement is the question of a vote of the log, or below one. */
export function isVoteClaim(held: Held, { statement, role }: Claim): boolean {
  if (statement.kind !== 'item') return false;
  return held.votes.has(statement.parent) || (role === 'votes' && held.facts.votes.length > 0);
}

/** Holds a vote, or an option of one with its count and voters, against the log. */
export function checkVote(held: Held, claim: Claim): void {
  const vote = held.votes.get(claim.statement.parent);
  if (vote) checkOption(held, claim, vote);
  else checkQuestion(held, claim);
}

function checkQuestion(held: Held, claim: Claim): void {
  const vote = sameVote(held, claim) ?? nearVote(held, claim);
  if (!vote) {
    held.result.find('unsupported', claim, [claim.start, claim.end], 'The log has no such vote.');
    return;
  }
  held.votes.set(claim.index, vote);
  held.voted.add(vote);
  const isSame = vote.texts.some((text) => claim.keys.includes(keyOf(text)));
  checkText(held, claim, isSame ? claim.core : (vote.texts.at(-1) ?? ''), vote);
}

/** The next vote with the same question. */
function sameVote(held: Held, { keys }: Claim): VoteText | undefined {
  for (const key of keys) {
    const votes = held.facts.votesLike(key);
    if (votes.length === 0) continue;
    const next = held.taken.get(`vote ${key}`) ?? 0;
    held.taken.set(`vote ${key}`, next + 1);
    return votes[Math.min(next, votes.length - 1)];
  }
  return undefined;
}

/** How many votes are compared with one that the log does not have. */
const mostCompared = 100;

function nearVote(held: Held, { core }: Claim): VoteText | undefined {
  const stems = stemsIn(core);
  return held.facts.votes.slice(0, mostCompared).find((vote) => {
    const own = [...stemsIn(vote.question)];
    return !held.voted.has(vote) && own.filter((stem) => stems.has(stem)).length * 2 >= own.length;
  });
}

function checkOption(held: Held, claim: Claim, vote: VoteText): void {
  const { core, keys } = claim;
  const name = core.slice(0, Math.max(0, core.lastIndexOf(':')));
  const option =
    vote.options.find(({ text }) => keys.includes(keyOf(text))) ??
    vote.options.find((one) => core.startsWith(`${one.option}:`)) ??
    vote.options.find((one) => keyOf(one.option) === keyOf(name));
  if (option) checkText(held, claim, option.text, vote);
  else {
    const message = 'The vote of the log has no such option.';
    held.result.find('unsupported', claim, [claim.start, claim.end], message, refTo(held, vote.line));
  }
}

/** Holds a statement about a vote against how minutes write it. */
function checkText(held: Held, claim: Claim, text: string, { line }: VoteText): void {
  const { facts, result } = held;
  const { core, statement, start: from } = claim;
  const difference = differenceOf(core, text, facts);
  if (!difference) {
    result.support(claim, facts, line);
    return;
  }
  const offset = statement.text.indexOf(core, from);
  const at: [number, number] = [offset + difference.start, offset + difference.end];
  result.find(difference.code, claim, at, `The log has “${text}”.`, refTo(held, line));
}
