import type { LogText } from '../log/logText.js';
import { addItem, type Draft, type Outcome } from './draft.js';
import type { Given } from './effects.js';
import type { Ignored, Vote } from './model.js';

/* What the commands of votes do to a meeting. */

export function openVote(draft: Draft, { line, nick, text, argument }: Given): Ignored | undefined {
  if (draft.vote && !draft.voting?.restarts) return 'vote-already-open';
  const opened = draft.voting?.open(text);
  if (!opened) return 'invalid-vote';
  const question = { ...argument, end: argument.start + opened.questionLength };
  const { options } = opened;
  const allCount = draft.voting?.allCount ?? false;
  if (draft.voting?.recordsBallots) addItem(draft, 'MOTION', argument, nick);
  draft.vote = { line, endLine: undefined, nick, question, options, ballots: [], allCount };
  draft.votes.push(draft.vote);
  return undefined;
}

export function castVote(draft: Draft, line: number, nick: string, text: string): Outcome {
  const { vote } = draft;
  if (!vote) return { ignored: 'vote-not-open' };
  // Who may not vote is not answered, and not counted.
  if (draft.voters && !draft.voters.has(nick)) return {};
  const option = draft.voting?.choose(text, vote.options);
  if (option === undefined) return { ignored: 'invalid-vote' };
  changeVote(draft, { ballots: [...vote.ballots, { line, nick, option }] });
  if (draft.voting?.recordsBallots) addItem(draft, 'VOTE', { line, start: 0, end: 0 }, nick, option);
  return {};
}

/** Closes a vote, and records what came of it. */
export function closeVote(draft: Draft, line: number, nick: string, log: LogText): Ignored | undefined {
  const { vote } = draft;
  if (!vote) return 'vote-not-open';
  const { question } = vote;
  const text = log.text(question.line).slice(question.start, question.end);
  const result = draft.voting?.close(vote, text, draft.votesRequired);
  if (!result) return 'invalid-vote';
  endVote(draft, line);
  addItem(draft, result.type, { line, start: 0, end: log.text(line).length }, nick, result.words);
  return undefined;
}

export function endVote(draft: Draft, line: number): void {
  changeVote(draft, { endLine: line });
  draft.vote = undefined;
}

function changeVote(draft: Draft, change: Partial<Vote>): void {
  if (!draft.vote) return;
  draft.vote = { ...draft.vote, ...change };
  draft.votes[draft.votes.length - 1] = draft.vote;
}
