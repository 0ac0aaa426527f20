import type { Outcome } from '../model.js';
import type { Given } from './effects.js';
import type { Draft } from './runningMeeting.js';
import { Counts } from './votes.js';

/* What the commands of votes do to a meeting. */

export function openVote(draft: Draft, { line, nick, text, argument }: Given): Outcome {
  if (draft.vote?.isOpen && !draft.voting?.restarts) return { ignored: 'vote-already-open' };
  const opened = draft.voting?.open(text);
  if (!opened) return { ignored: 'invalid-vote' };
  const { questionLength, options } = opened;
  const question = { ...argument, end: argument.start + questionLength };
  const allCount = draft.voting?.allCount ?? false;
  if (draft.voting?.recordsBallots) draft.addItem('MOTION', argument, nick);
  draft.vote = {
    line: line + draft.offset,
    question: text.slice(0, questionLength),
    options,
    isOpen: true,
    counts: new Counts(allCount),
  };
  draft.found.votes.push({
    kind: 'open',
    vote: { line, endLine: undefined, nick, question, options, ballots: [], allCount },
  });
  return {};
}

export function castVote(draft: Draft, line: number, nick: string, text: string): Outcome {
  const { vote } = draft;
  if (!vote?.isOpen) return { ignored: 'vote-not-open' };
  // Who may not vote is not answered, and not counted.
  if (draft.voters && !draft.voters.has(nick)) return {};
  const option = draft.voting?.choose(text, vote.options);
  if (option === undefined) return { ignored: 'invalid-vote', options: vote.options };
  vote.counts.add(nick, option);
  draft.found.votes.push({ kind: 'ballot', ballot: { line, nick, option } });
  if (draft.voting?.recordsBallots) draft.addItem('VOTE', { line, start: 0, end: 0 }, nick, option);
  return {};
}

/** Closes a vote, and records what came of it. */
export function closeVote(draft: Draft, { line, nick, block }: Pick<Given, 'line' | 'nick' | 'block'>): Outcome {
  const { vote } = draft;
  if (!vote?.isOpen) return { ignored: 'vote-not-open' };
  const result = draft.voting?.close(vote.counts, vote.question, draft.votesRequired);
  if (!result) return { ignored: 'invalid-vote' };
  endVote(draft, line);
  draft.addItem(result.type, { line, start: 0, end: block.bare(line).length }, nick, result.words);
  return {};
}

export function endVote(draft: Draft, line: number): void {
  if (!draft.vote) return;
  draft.vote.isOpen = false;
  draft.found.votes.push({ kind: 'close', line });
}
