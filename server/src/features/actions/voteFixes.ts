import type { CommandEvent } from '../../meeting/events.js';
import { argumentOf, wordOf } from '../../meeting/events.js';
import { listed, named } from '../../meeting/listed.js';
import { type MeetingLog, meetingAt, stepAt, textAt } from '../../meeting/meetingLog.js';
import type { Meeting, Vote } from '../../meeting/model.js';
import { nearNick } from '../../meeting/problems/nearNick.js';
import type { Problem } from '../../meeting/problems/problemTable.js';
import { votersFor } from '../../meeting/replay/votes.js';
import { openVoteAt } from '../../meeting/runningAt.js';
import { slipDistance } from '../../meeting/slipDistance.js';
import { lastUpTo } from '../../meeting/sorted.js';
import { atTimeOf, insertAbove, removal, sayAbove, sayBelow, wordFor } from '../newLines.js';
import { rangeOf } from '../positions.js';
import { chairOf } from './boundaryFixes.js';
import { type Fix, fix } from './fix.js';
import { removeLine } from './wordFixes.js';

/* Fixes of votes. */

/** Moves a ballot to the vote that was open before, if no bot counted that; or removes the line. */
export function moveBallot(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const event = stepAt(log, line)?.event;
  const vote = meeting && lastUpTo(meeting.votes, line - 1);
  if (event?.kind !== 'command' || event.command?.effect !== 'castVote' || meeting?.bot !== undefined)
    return removeLine(log, { line });
  const isOption = vote && log.dialect.voting?.choose(event.argument, vote.options) !== undefined;
  if (vote?.endLine === undefined || !isOption) return removeLine(log, { line });
  const moved = [insertAbove(log, vote.endLine, atTimeOf(log, line, vote.endLine)), removal(log, line)];
  return [...fix('Move to before the end of the vote', moved), ...removeLine(log, { line })];
}

/** Closes the vote that is open where another one is opened, if that can then be opened. */
export function closeOpenVote(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const event = stepAt(log, line)?.event;
  const vote = meeting && openVoteAt(meeting, line);
  if (!meeting || !vote || event?.kind !== 'command' || !log.dialect.voting?.open(event.argument)) return [];
  return closing(log, meeting, vote, line, 'Close the open vote before it');
}

/** Before the next topic or the next vote, but after the last ballot; or else at the end of the meeting. */
export function closeVote(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const index = meeting?.votes.findIndex((vote) => vote.line === line) ?? -1;
  const vote = meeting?.votes[index];
  if (!meeting || !vote) return [];
  const last = vote.ballots.at(-1)?.line ?? line;
  const next = meeting.votes[index + 1]?.line;
  const topic = meeting.items.find((item) => item.type === 'TOPIC' && item.line > last)?.line;
  const before = Math.min(
    ...[next, topic].filter((at) => at !== undefined),
    meeting.endLine ?? Number.POSITIVE_INFINITY,
  );
  const where = before === topic ? 'before the next topic' : before === next ? 'before the next one' : 'at the end';
  return closing(log, meeting, vote, before, `Close the vote ${where}`, { preferred: true });
}

/** A chair closes a vote above a line; without a line, below the last one of the meeting. */
function closing(
  log: MeetingLog,
  meeting: Meeting,
  vote: Vote,
  before: number,
  title: string,
  options?: Partial<Fix>,
): Fix[] {
  const word = wordFor(log, 'closeVote');
  const at = Number.isFinite(before) ? before : meeting.lastLine;
  const chair = chairOf(meeting, at);
  if (word === undefined || chair === undefined || !canClose(log, vote) || isUndone(meeting, at)) return [];
  const say = Number.isFinite(before) ? sayAbove : sayBelow;
  return fix(title, [say(log, at, chair, meeting, word)], options);
}

/** Some bots close no vote in which no one voted. */
function canClose(log: MeetingLog, { ballots, options }: Vote): boolean {
  const counts = options.map((option) => [option, ballots.filter((one) => one.option === option).length] as const);
  const of = (option: string) => counts.find(([one]) => one === option)?.[1] ?? 0;
  return log.dialect.voting?.close({ of, all: () => [...counts] }, '', 0) !== undefined;
}

/** Whether an item above a line is taken back below it: that would then be the result of the vote. */
function isUndone({ undone }: Meeting, line: number): boolean {
  return undone.some((one) => one.item.line < line && one.line >= line);
}

/** The most options that are offered. */
const mostOptions = 5;

export function correctVote(log: MeetingLog, { line }: Problem): Fix[] {
  const step = stepAt(log, line);
  if (step?.event.kind !== 'command') return [];
  const { event, options = [] } = step;
  switch (event.command?.effect) {
    case 'castVote':
      return chooseOption(event, options);
    case 'openVote':
      return askQuestion(log, event);
    case 'closeVote':
      return decideNothing(log, event);
    default:
      return [];
  }
}

/** The options, nearest first. */
function chooseOption(event: CommandEvent, options: readonly string[]): Fix[] {
  const said = event.argument.trim().toLowerCase();
  const meant = nearNick(said, options, { comparisons: options.length });
  const distance = (option: string) => slipDistance(said, option.toLowerCase(), 30);
  const nearest = options.filter(Boolean).toSorted((a, b) => distance(a) - distance(b));
  // There may be no space behind the word.
  const place = { ...argumentOf(event), start: event.wordEnd };
  return nearest.slice(0, mostOptions).flatMap((option) =>
    fix(`Change to ${named(option)}`, [{ range: rangeOf(place), newText: ` ${option}` }], {
      ...(option === meant && { preferred: true }),
    }),
  );
}

function askQuestion(log: MeetingLog, event: CommandEvent): Fix[] {
  const asked = event.argument.trimEnd();
  if (asked === '' || !log.dialect.voting?.open(`${asked}?`)) return [];
  const { line, end } = argumentOf(event);
  return fix('Add a question mark', [{ range: rangeOf({ line, start: end, end }), newText: '?' }]);
}

/** A motion on which no one voted is not decided. */
function decideNothing(log: MeetingLog, event: CommandEvent): Fix[] {
  const word = wordFor(log, 'INCONCLUSIVE');
  const meeting = meetingAt(log, event.line);
  const vote = meeting && openVoteAt(meeting, event.line);
  if (word === undefined || !vote) return [];
  const newText = `${word} ${textAt(log, vote.question).trim()}`;
  return fix(`Change to ${word}`, [{ range: rangeOf({ ...wordOf(event), end: argumentOf(event).end }), newText }]);
}

/** Adds the ballots of those whom the bot names as voters for an option, if it counts everyone whom the log shows. */
export function addBallots(log: MeetingLog, { line }: Problem): Fix[] {
  const meeting = meetingAt(log, line);
  const event = stepAt(log, line)?.event;
  const vote = meeting && lastUpTo(meeting.votes, line);
  const word = wordFor(log, 'castVote');
  if (!meeting || vote?.endLine === undefined || event?.kind !== 'reply' || word === undefined) return [];
  const [option, voters] = votersIn(event.said, vote) ?? [];
  if (option === undefined || voters === undefined) return [];
  const known = votersFor(vote, option);
  const lost = voters.filter((nick) => !known.includes(nick));
  if (lost.length === 0 || lost.length > mostVoters || known.some((nick) => !voters.includes(nick))) return [];
  const { endLine } = vote;
  return fix(
    `Take the bot's count: ${lost.length === 1 ? 'add the vote' : 'add the votes'} of ${listed(lost)}`,
    lost.map((nick) => sayAbove(log, endLine, nick, meeting, `${word} ${option}`)),
  );
}

const mostVoters = 20;

/** `Yes (2): ann, bob` as an option and its voters, if all of these are named. */
function votersIn(said: string, { options }: Vote): [option: string, voters: string[]] | undefined {
  const [, option = '', count, names = ''] = /^([^\s(]+) \((\d+)\): (.*)$/.exec(said.trim()) ?? [];
  const voters = names.split(/[,\s]+/).filter(Boolean);
  return options.includes(option) && voters.length === Number(count) ? [option, voters] : undefined;
}
