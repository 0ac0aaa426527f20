import { byCodePoint } from '../chairs.js';
import type { CommandEvent } from '../events.js';
import { mostListed } from '../listed.js';
import type { Outcome } from '../model.js';
import type { RunningMeeting } from './runningMeeting.js';
import type { Changeable } from './state.js';

/* The list of chairs that a bot prints after each command that changes it, compared with the replay's. */

/** The most lists of chairs that a bot can be behind. */
const mostUnprinted = 50;

/** Makes people chairs, or no longer chairs; the bot is then expected to list the chairs. */
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
 * A bot replies late if commands come fast, so its list may match the current chairs or any list not printed yet. If none
 * matches, everyone on the bot's list is a chair from then on, since it obeys them; chairs missing from it keep their rights.
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
  // A log without a start of the meeting does not show who was a chair before.
  if (now.isOpenToAll) {
    now.isOpenToAll = dialect.isWholeLog === true;
    return {};
  }
  return { otherChairs };
}

/**
 * Which of the lists not printed yet the bot prints: an index, oldest first, with the current list after the last. Undefined if
 * none matches. The lists are reconstructed from the last to the first by undoing each command's changes.
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

/** If there are very many chairs, only those in dispute are named. */
function differing({ chairs, expected }: Changeable, listed: ReadonlySet<string>): NonNullable<Outcome['otherChairs']> {
  const all = chairs.size > mostListed ? undefined : byCodePoint(chairs.keys());
  return {
    chairs: all,
    missing: byCodePoint(expected.keys()).filter((nick) => !listed.has(nick)),
    added: byCodePoint(listed).filter((nick) => !chairs.get(nick)),
  };
}
