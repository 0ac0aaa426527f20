import { secondsUntil } from '../../log/facts/stampOrder.js';
import type { CommandEvent } from '../events.js';
import { calledNames } from '../knownNames.js';
import type { RunningMeeting } from './runningMeeting.js';

/* Who may give a command. */

/** Whether the bot says that it ended the meeting; some bots also let anyone end a meeting that has lasted long enough. */
export function mayEnd({ now, dialect }: RunningMeeting, { command, time, hint, answer }: CommandEvent): boolean {
  const { startTime } = now;
  const { anyoneEndsAfter } = dialect;
  if (command?.effect !== 'end') return false;
  if (answer?.kind === 'ended' && isBot(now, answer.nick)) return true;
  if (anyoneEndsAfter === undefined) return false;
  return startTime !== undefined && time !== undefined && secondsUntil(startTime, { ...hint, time }) >= anyoneEndsAfter;
}

/**
 * Chairs and the owner may do everything. Nicks are compared exactly. No bot follows changes of nick, so rights follow the person
 * only if no bot was there.
 */
export function hasRights(running: RunningMeeting, { nick, isByOp }: CommandEvent): boolean {
  const { now, dialect } = running;
  if (now.isOpenToAll || isKnownChair(running, nick)) return true;
  return now.bot !== undefined && dialect.opsAreChairs === true && isByOp;
}

/** Whether someone is the owner or a chair, by this nick or, if no bot compares nicks, by another name. */
export function isKnownChair(running: RunningMeeting, nick: string): boolean {
  if (isChair(running, nick)) return true;
  if (running.now.bot !== undefined) return false;
  return formerChair(running, nick) !== undefined || calledNames(nick).some((name) => isChair(running, name));
}

function isChair({ now }: RunningMeeting, nick: string): boolean {
  return nick === now.owner || now.chairs.get(nick) === true;
}

/** The first nick of someone, if that is a chair's; undefined if the nick did not change. */
export function formerChair(running: RunningMeeting, nick: string): string | undefined {
  const first = running.now.formerly.get(nick);
  return first !== undefined && first !== nick && isChair(running, first) ? first : undefined;
}

/** Whether a nick is the bot's, as far as known: only the nick that replied first counts. */
export function isBot({ bot }: Pick<RunningMeeting['now'], 'bot'>, nick: string): boolean {
  return bot === undefined || bot === nick;
}
