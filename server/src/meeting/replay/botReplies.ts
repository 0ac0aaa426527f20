import type { ReplyEvent } from '../events.js';
import { mostListed } from '../listed.js';
import type { Outcome } from '../model.js';
import { compareChairs } from './chairList.js';
import type { RunningMeeting } from './runningMeeting.js';
import type { Changeable } from './state.js';
import { isOption, tallyOf } from './votes.js';

/** Uses the bot's replies for what the log does not show, and compares its list of chairs with the replay's. */
export function takeReply(running: RunningMeeting, { line, nick, time, reply }: ReplyEvent): Outcome {
  const { now, found } = running;
  if (reply.kind !== 'result') now.bot ??= nick;
  if (nick !== now.bot) return {};
  switch (reply.kind) {
    case 'started':
      found.date ??= reply.date;
      found.utcOffset ??= offsetBetween(time, reply.time);
      return reply.owner === undefined ? {} : compareChairs(running, line, [reply.owner]);
    case 'owner':
      return compareChairs(running, line, [reply.owner]);
    case 'result':
      return compareTally(now, reply.counts);
    case 'name':
      found.name = reply.name;
      return {};
    case 'chairs':
      return compareChairs(running, line, reply.nicks);
    case 'ended':
      return {};
  }
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
