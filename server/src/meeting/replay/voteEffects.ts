import type { Tally } from '../dialects/dialect.js';
import { argumentOf, type CommandEvent, type Event } from '../events.js';
import type { Outcome } from '../model.js';
import { Changing } from './layers.js';
import type { RunningMeeting } from './runningMeeting.js';

/* What vote commands do to a meeting. */

export function openVote(running: RunningMeeting, event: CommandEvent): Outcome {
  const { now, found, dialect } = running;
  const { voting } = dialect;
  if (now.vote?.isOpen && !voting?.restarts) return { ignored: 'vote-already-open' };
  const vote = voting?.open(event.argument);
  if (!voting || !vote) return { ignored: 'invalid-vote' };
  const { line, nick } = event;
  const { questionLength, options } = vote;
  const argument = argumentOf(event);
  if (voting.recordsBallots) running.addItem('MOTION', argument, nick);
  const question = event.argument.slice(0, questionLength);
  now.vote = { line: line + running.offset, question, options, isOpen: true };
  now.counts = new Changing();
  now.choices = new Changing();
  const place = { ...argument, end: argument.start + questionLength };
  const allCount = voting.allCount ?? false;
  found.votes.push({
    kind: 'open',
    vote: { line, endLine: undefined, nick, question: place, options, ballots: [], allCount },
  });
  return {};
}

/** A ballot: the argument of a command, or a remark. */
export function castVote(running: RunningMeeting, { line, nick }: Event, said: string): Outcome {
  const { now, found, dialect } = running;
  const { vote } = now;
  const { voting } = dialect;
  if (!vote?.isOpen) return { ignored: 'vote-not-open' };
  // Votes of people who may not vote are neither answered nor counted.
  if (!mayVote(running, nick)) return {};
  const option = voting?.choose(said, vote.options);
  if (option === undefined) return { ignored: 'invalid-vote', options: vote.options };
  countBallot(running, nick, option);
  found.votes.push({ kind: 'ballot', ballot: { line, nick, option } });
  if (voting?.recordsBallots) running.addItem('VOTE', { line, start: 0, end: 0 }, nick, option);
  return {};
}

/** Whether the votes of a nick count. */
export function mayVote({ now }: RunningMeeting, nick: string): boolean {
  return now.voters.size === 0 || now.voters.get(nick) === true;
}

function countBallot({ now: { counts, choices }, dialect }: RunningMeeting, nick: string, option: string): void {
  if (!dialect.voting?.allCount) {
    const before = choices.get(nick);
    if (before !== undefined) counts.set(before, (counts.get(before) ?? 0) - 1);
    choices.set(nick, option);
  }
  counts.set(option, (counts.get(option) ?? 0) + 1);
}

/** Closes a vote and records its result. */
export function closeVote(running: RunningMeeting, { line, nick, lineEnd }: CommandEvent): Outcome {
  const { now, dialect } = running;
  if (!now.vote?.isOpen) return { ignored: 'vote-not-open' };
  const result = dialect.voting?.close(currentTally(now.counts), now.vote.question, now.votesRequired);
  if (!result) return { ignored: 'invalid-vote' };
  endVote(running, line);
  running.addItem(result.type, { line, start: 0, end: lineEnd }, nick, result.words);
  return {};
}

export function endVote({ now, found }: RunningMeeting, line: number): void {
  if (!now.vote) return;
  now.vote = { ...now.vote, isOpen: false };
  found.votes.push({ kind: 'close', line });
}

function currentTally(counts: Changing<number>): Tally {
  return { of: (option) => counts.get(option) ?? 0, all: () => [...counts.frozen().entries()] };
}
