import { byCodePoint } from '../chairs.js';
import type { ReplyEvent } from '../events.js';
import { mostListed } from '../listed.js';
import type { Outcome } from '../model.js';
import type { RunningMeeting } from './runningMeeting.js';
import type { Changeable } from './state.js';
import { isOption, tallyOf } from './votes.js';

/** Takes the bot's word for what the log does not show, and compares its list of chairs with the replay's. */
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

/**
 * A bot answers late where commands come fast: besides the list of the moment, any that it has not printed yet will do. Where
 * none does, whoever the bot lists is a chair from then on, since it takes their commands; whoever it lacks keeps their rights.
 */
function compareChairs(running: RunningMeeting, line: number, nicks: readonly string[]): Outcome {
  const { now } = running;
  const index = printed(now, new Set(nicks.filter((nick) => !now.disputed.get(nick))));
  if (index !== undefined) {
    now.unprinted = now.unprinted.slice(index + 1);
    return {};
  }
  const otherChairs = differing(now, new Set(nicks));
  for (const nick of otherChairs.missing) {
    now.disputed.set(nick, true);
    now.expected.set(nick, undefined);
  }
  for (const nick of nicks) running.setChair(line, nick, true, now.bot ?? nick);
  now.unprinted = [];
  return { otherChairs };
}

/**
 * Which of the lists that the bot has not printed yet it prints, the oldest first; behind the last of them, the list of the
 * moment. Undefined for none. The lists are found from the last to the first, each by what the command changed.
 */
function printed({ expected, unprinted }: Changeable, said: ReadonlySet<string>): number | undefined {
  const reverted = new Map<string, boolean>();
  const has = (nick: string) => reverted.get(nick) ?? expected.get(nick) ?? false;
  const isSaid = (count: number) => count === said.size && Array.from(said).every(has);
  let found = isSaid(expected.size) ? unprinted.length : undefined;
  for (let index = unprinted.length - 1; index >= 0; index--) {
    const { count, changes } = unprinted[index] as (typeof unprinted)[number];
    if (isSaid(count)) found = index;
    for (const [nick, chair] of changes) reverted.set(nick, !chair);
  }
  return found;
}

/** Of very many chairs, only those in dispute are named. */
function differing({ chairs, expected }: Changeable, listed: ReadonlySet<string>): NonNullable<Outcome['otherChairs']> {
  const all = chairs.size > mostListed ? undefined : byCodePoint(chairs.keys());
  return {
    chairs: all,
    missing: byCodePoint(expected.keys()).filter((nick) => !listed.has(nick)),
    added: byCodePoint(listed).filter((nick) => !chairs.get(nick)),
  };
}

/** A bot's count of the vote that was opened last, against the replay's. */
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
/** No clock is further behind UTC than 12 hours, so what seems to be more is one that is ahead of it. */
const mostBehind = 12 * 3600;

/**
 * From the log's clock to the bot's, in quarters of an hour, as zones differ; undefined where either is not known, or they differ
 * otherwise.
 */
function offsetBetween(log: number | undefined, bot: number | undefined): number | undefined {
  if (log === undefined || bot === undefined) return undefined;
  const difference = (((bot - log) % day) + day) % day;
  const rounded = Math.round(difference / quarterHour) * quarterHour;
  if (Math.abs(difference - rounded) > 300) return undefined;
  return rounded > mostBehind ? rounded - day : rounded;
}
