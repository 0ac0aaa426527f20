import { secondsBetween } from '../log/facts/timeline.js';
import type { LogText } from '../log/text/logText.js';
import { readReply } from './dialects/replies.js';
import type { Meeting, Place } from './model.js';

/* Meetings that were ended and started anew: two for the bot, one for people. */

/** The most seconds between the end of a meeting and its restart. */
export const mostSeconds = 600;

/** A meeting that was started anew. */
export interface Restart {
  readonly above: Meeting;
  readonly below: Meeting;
}

/**
 * The meetings that were started anew within ten minutes of the end of the one above, with the same title, or if they do not both
 * have one, by the same person or with a topic of the one above.
 */
export function restartsIn(log: LogText, meetings: readonly Meeting[]): Restart[] {
  return meetings.slice(1).flatMap((below, index) => {
    const above = meetings[index];
    return above && isRestart(log, above, below) ? [{ above, below }] : [];
  });
}

/** Whether a meeting is the one above started anew. */
export function isRestart(log: LogText, above: Meeting, below: Meeting): boolean {
  const pause = secondsBetween(log, above.endLine ?? above.lastLine, below.startLine);
  if (pause === undefined || pause > mostSeconds) return false;
  const [title, titleBelow] = [titleOf(log, above), titleOf(log, below)];
  if (title !== '' && titleBelow !== '') return title === titleBelow;
  return (above.owner !== '' && above.owner === below.owner) || hasTopicOf(log, above, below);
}

function titleOf(log: LogText, { title }: Meeting): string {
  return title ? comparable(log, title) : '';
}

/** Whether the first topic of a meeting is one of another. */
function hasTopicOf(log: LogText, above: Meeting, { items }: Meeting): boolean {
  const first = items.find(({ type }) => type === 'TOPIC');
  const topic = first && comparable(log, first);
  return !!topic && above.items.some((item) => item.type === 'TOPIC' && comparable(log, item) === topic);
}

function comparable(log: LogText, place: Place): string {
  return log.at(place).trim().toLowerCase();
}

/** What bots say at the end of a meeting and at the start of one, apart from replies. */
const boundaryTalk = /^(?:Minutes|Log|Useful Commands)\b/;

/** The most lines in which a bot greets. */
const mostGreeting = 10;

/**
 * The lines that separate a meeting from its restart, apart from the command that starts it: the end, and what the bot says about
 * end and start.
 */
export function separators(log: LogText, { above, below }: Restart): number[] {
  const bots = new Set([above.bot, below.bot]);
  const from = (above.endLine ?? above.lastLine) + 1;
  const to = Math.min(below.startLine + mostGreeting, below.lastLine);
  const lines: number[] = above.endLine === undefined ? [] : [above.endLine];
  for (let line = from; line <= to; line++) {
    if (line === below.startLine) continue;
    const { kind, nick, textStart, textEnd } = log.read(line);
    if (kind === 'message' && bots.has(nick) && isBoundary(log.at({ line, start: textStart, end: textEnd })))
      lines.push(line);
  }
  return lines;
}

/** The lines on which the bot says that a meeting ended, apart from the end itself. */
export function wordsOfEnd(log: LogText, { bot, endLine }: Meeting): number[] {
  if (endLine === undefined) return [];
  const lines: number[] = [];
  // A bot may say nothing before.
  let speaking = bot;
  for (let line = endLine + 1; line <= Math.min(endLine + mostGreeting, log.lineCount - 1); line++) {
    const { kind, nick, textStart, textEnd } = log.read(line);
    if (kind !== 'message') continue;
    const said = log.at({ line, start: textStart, end: textEnd }).trim();
    const reply = readReply(said)?.kind;
    if (reply === 'started') break;
    if (reply === 'ended') speaking ??= nick;
    if (nick === speaking && isBoundary(said)) lines.push(line);
  }
  return lines;
}

function isBoundary(said: string): boolean {
  const kind = readReply(said.trim())?.kind;
  return kind === 'started' || kind === 'owner' || kind === 'ended' || boundaryTalk.test(said.trim());
}
