import type { ReplyEvent } from '../events.js';
import { mostListed } from '../listed.js';
import type { Outcome } from '../model.js';
import { reach } from './answers.js';
import { compareChairs } from './chairList.js';
import { startMeeting } from './effects.js';
import type { RunningMeeting } from './runningMeeting.js';
import type { Changeable } from './state.js';
import { isOption, tallyOf } from './votes.js';

/** Uses the bot's replies for what the log does not show, and compares its list of chairs with the replay's. */
export function takeReply(running: RunningMeeting, event: ReplyEvent): Outcome {
  const { now, found } = running;
  const { line, nick, time, reply } = event;
  if (reply.kind !== 'result' && now.bot === undefined) {
    now.bot = nick;
    now.botRelay = event.relay;
  }
  if (nick !== now.bot) return {};
  switch (reply.kind) {
    case 'started':
      if (!now.isStarted) beginByGreeting(running, event);
      if (reply.isExact) now.greeting ??= line + running.offset;
      found.date ??= reply.date;
      found.utcOffset ??= offsetBetween(time, reply.time);
      return compareOwner(running, line, reply.owner);
    case 'owner':
      return compareChairs(running, line, [reply.owner]);
    case 'result':
      return compareTally(now, reply.counts);
    case 'name':
      found.name = reply.name;
      return {};
    case 'chairAdded':
      running.setChair(line, reply.nick, true, nick);
      return {};
    case 'chairs':
      return compareChairs(running, line, reply.nicks);
    case 'ended':
      running.isEnded = reply.isExact && isOwnEnd(running, event);
      return {};
    case 'refused':
    case 'other':
      return {};
  }
}

/** The owner is whom the bot names, even if someone else gave the command. */
function compareOwner(running: RunningMeeting, line: number, owner: string | undefined): Outcome {
  if (owner === undefined) return {};
  const { now } = running;
  const { starter } = now;
  const outcome = compareChairs(running, line, [owner]);
  if (starter === undefined || starter === owner || owner !== now.owner) return outcome;
  return { otherChairs: { chairs: [starter], missing: [starter], added: [owner] } };
}

/** The command that started the meeting is not in the log, or below. */
function beginByGreeting(running: RunningMeeting, event: ReplyEvent): void {
  const { now } = running;
  startMeeting(running, event);
  now.isStartMissing = true;
  if (now.owner === '') now.isOpenToAll = true;
  else running.setChair(event.line, now.owner, true, event.nick);
}

/** Whether a bot that says that a meeting ended means the running one, not the one before. */
function isOwnEnd({ now, offset, dialect }: RunningMeeting, { line }: ReplyEvent): boolean {
  if (dialect.isWholeLog) return false;
  return now.isOpenToAll || line + offset > (now.greeting ?? reach);
}

/** Compares a bot's count of the last opened vote with the replay's. */
function compareTally({ vote, counts: own }: Changeable, counts: Readonly<Record<string, number>>): Outcome {
  if (!vote) return {};
  const { options } = vote;
  const count = (option: string) => own.get(option) ?? 0;
  const other = Object.entries(counts).flatMap(([option, told]) => (count(option) === told ? [] : [option]));
  const known = other.filter((option) => isOption(options, option));
  if (known.length === 0) return {};
  return { expectedTally: tallyOf(options.length > mostListed ? known : options, count) };
}

const quarterHour = 900;
const day = 86_400;
/** No clock is more than 12 hours behind UTC; one that seems to be is ahead of it. */
const mostBehind = 12 * 3600;

/**
 * The difference between the bot's clock and the log's, in seconds, rounded to a quarter of an hour, as time zones are; undefined
 * if either is unknown or the difference is not close to such a multiple.
 */
function offsetBetween(log: number | undefined, bot: number | undefined): number | undefined {
  if (log === undefined || bot === undefined) return undefined;
  const difference = (((bot - log) % day) + day) % day;
  const rounded = Math.round(difference / quarterHour) * quarterHour;
  if (Math.abs(difference - rounded) > 300) return undefined;
  return rounded > mostBehind ? rounded - day : rounded;
}
