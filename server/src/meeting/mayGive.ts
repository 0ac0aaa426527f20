import { secondsBetween } from '../log/facts/timeline.js';
import { elementAt } from '../log/indexing.js';
import type { LogText } from '../log/text/logText.js';
import { perObject } from '../log/text/perBlock.js';
import { chairChange } from './chairs.js';
import type { Command } from './dialects/dialect.js';
import { isByOp } from './events.js';
import { itemTypes } from './itemTypes.js';
import { calledNames } from './knownNames.js';
import { type MeetingLog, partsOf, perMeeting } from './meetingLog.js';
import type { Meeting, Stretch, Vote } from './model.js';
import { sectionAt } from './sections.js';
import { lastUpTo } from './sorted.js';

/* Who may give which command where, for what is not in the log yet. `replay/rights.ts` judges the commands that are. */

/** The meeting that is running when a line is said; undefined on the line that starts it, and below its end. */
export function runningAt({ sections, rules }: MeetingLog, line: number): Meeting | undefined {
  const meeting = sectionAt(sections, line)?.meeting;
  if (!meeting) return undefined;
  // One whose start is not in the log runs before anything is said in it.
  const isBegun = rules.isWholeLog || meeting.isStartMissing;
  if (line < meeting.startLine || (line === meeting.startLine && !isBegun)) return undefined;
  return rules.isWholeLog || meeting.endLine === undefined || line <= meeting.endLine ? meeting : undefined;
}

/** The vote that is open when a line is said. */
export function openVoteAt({ votes }: Meeting, line: number): Vote | undefined {
  const last = lastUpTo(votes, line - 1);
  return last && (last.endLine === undefined || last.endLine >= line) ? last : undefined;
}

/** Whether the bot would obey a command that someone gives on a line, in place of what is said there. */
export function mayGive(log: MeetingLog, line: number, nick: string, command: Command): boolean {
  const meeting = runningAt(log, line);
  if (command.effect === 'start') return meeting === undefined;
  if (!meeting || nick === meeting.bot || nick === '') return false;
  return fits(log, meeting, line, command) && hasRightsAt(log, meeting, line, nick, command);
}

/** Whether the bot hears someone on a line of a meeting, and they may give a command, whatever has been said before. */
export function hasRightsAt(
  log: MeetingLog,
  meeting: Meeting,
  line: number,
  nick: string,
  command: Pick<Command, 'rights' | 'effect'>,
): boolean {
  if (!isHeard(log, meeting, line, command)) return false;
  if (command.rights === 'anyone' || isOpenToAll(log, meeting, line)) return true;
  return isChairAt(log, meeting, line, nick) || (command.effect === 'end' && isLate(log, meeting, line));
}

/** Whether a vote is open for a ballot and for closing it, and none for opening one. */
function fits({ dialect }: MeetingLog, meeting: Meeting, line: number, { effect }: Command): boolean {
  if (effect === 'openVote') return dialect.voting?.restarts === true || !openVoteAt(meeting, line);
  if (effect === 'castVote' || effect === 'closeVote') return openVoteAt(meeting, line) !== undefined;
  return true;
}

/** Whether everyone has all rights: in a whole log, or until the bot lists the chairs if the log does not show who was one. */
function isOpenToAll({ rules }: MeetingLog, meeting: Meeting, line: number): boolean {
  if (rules.isWholeLog) return true;
  if (meeting.owner !== '' || !meeting.isStartMissing) return false;
  const { bot } = meeting;
  return bot === undefined || !meeting.chairChanges.some(({ by, line: at }) => by === bot && at < line);
}

/** Whether someone is a chair when a line is said. Where no bot was, rights follow the person. */
function isChairAt(log: MeetingLog, meeting: Meeting, line: number, nick: string): boolean {
  const isChair = (name: string) => name === meeting.owner || chairChange(meeting, name, line - 1)?.chair === true;
  if (isChair(nick)) return true;
  if (meeting.bot !== undefined) return log.dialect.opsAreChairs === true && saysOp(log.text, line, nick);
  const first = firstNicks(log, meeting).get(nick);
  return (first !== undefined && isChair(first)) || calledNames(nick).some(isChair);
}

/** Whether it is an operator of the channel who speaks on a line, under this nick. */
function saysOp(text: LogText, line: number, nick: string): boolean {
  const { block, row } = rowAt(text, line);
  return block.nick(row) === nick && isByOp(block, row);
}

/** The nick of the bridge that wrote a line for someone else; undefined if no bridge did. */
export function relayOn(text: LogText, line: number): string | undefined {
  if (!text.layout.relays) return undefined;
  const { block, row } = rowAt(text, line);
  return block.relay(row);
}

function rowAt(text: LogText, line: number) {
  const index = text.blockAt(line);
  return { block: elementAt(text.blocks, index), row: line - elementAt(text.starts, index) };
}

/** Some bots let anyone end a meeting that has lasted long enough. */
function isLate({ text, dialect }: MeetingLog, { startLine }: Meeting, line: number): boolean {
  const { anyoneEndsAfter } = dialect;
  if (anyoneEndsAfter === undefined) return false;
  return (secondsBetween(text, startLine, line) ?? 0) >= anyoneEndsAfter;
}

/** Whether no bridge is between the bot and whoever speaks on a line. */
function isHeard(log: MeetingLog, meeting: Meeting, line: number, { effect }: Pick<Command, 'effect'>): boolean {
  const { rules, text } = log;
  if (meeting.bot === undefined || rules.isWholeLog || !text.layout.relays) return true;
  const isTag = effect in itemTypes && effect !== 'TOPIC';
  return (rules.hearsBridges === true && isTag) || relayOn(text, line) === relayOfBot(log, meeting);
}

const relayOfBot = perMeeting(
  (log, meeting): string | undefined => {
    for (const { stretch } of partsOf(log, meeting)) {
      for (const { event } of stretch.steps) {
        if (event.kind === 'reply' && event.nick === meeting.bot) return event.relay;
      }
    }
    return undefined;
  },
  (relay) => relay,
);

const nickChanges = perObject(({ steps }: Stretch) =>
  steps.flatMap(({ event }) => (event.kind === 'nick' ? [event] : [])),
);

/** The first nick in a meeting of those who changed theirs. */
const firstNicks = perMeeting(
  (log, meeting): ReadonlyMap<string, string> => {
    const first = new Map<string, string>();
    for (const { stretch } of partsOf(log, meeting)) {
      for (const { nick, to } of nickChanges(stretch)) first.set(to, first.get(nick) ?? nick);
    }
    return first;
  },
  (first) => first,
);
