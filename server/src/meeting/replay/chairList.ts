import { byCodePoint } from '../chairs.js';
import type { CommandEvent } from '../events.js';
import { mostListed } from '../listed.js';
import type { Outcome } from '../model.js';
import type { RunningMeeting } from './runningMeeting.js';
import type { Changeable } from './state.js';

/*
 * The list of chairs that a bot prints after each command that changes it, and how it agrees with the replay's.
 */

/** How many lists of chairs a bot may be behind with: none is further behind. */
const mostUnprinted = 50;

/** Makes some people chairs, or no chairs any more; the bot is expected to list the chairs then. */
export function changeChairs(
  running: RunningMeeting,
  nicks: readonly string[],
  chair: boolean,
  by: CommandEvent,
): void {
  const { now } = running;
  const changes = nicks.filter((nick) => running.setChair(by.line, nick, chair, by.nick));
  const unprinted = { count: now.expected.size, changes: changes.map((nick) => [nick, chair] as const) };
  now.unprinted = [...now.unprinted.slice(1 - mostUnprinted), unprinted];
}

/**
 * A bot answers late where commands come fast: besides the list of the moment, any that it has not printed yet will do. Where
 * none does, everyone the bot lists is a chair from then on, since it obeys them; those it lacks keep their rights.
 */
export function compareChairs(running: RunningMeeting, line: number, nicks: readonly string[]): Outcome {
  const { now, dialect } = running;
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
  // A log that nobody started a meeting in does not show who was chair before.
  return dialect.isWholeLog ? {} : { otherChairs };
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
