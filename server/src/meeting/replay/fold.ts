import { elapsed } from '../../log/facts/clock.js';
import type { CommandEvent, Event } from '../events.js';
import type { Outcome } from '../model.js';
import { takeReply } from './botReplies.js';
import { effects } from './effects.js';
import type { RunningMeeting } from './runningMeeting.js';
import { castVote } from './voteEffects.js';

/** Applies one event to the running meeting; nothing else influences the result. */
export function take(running: RunningMeeting, event: Event): Outcome {
  switch (event.kind) {
    case 'command':
      return takeCommand(running, event);
    case 'link':
      running.addItem('LINK', event, event.nick);
      return {};
    case 'remark':
      return castVote(running, event, event.said);
    case 'reply':
      return takeReply(running, event);
    case 'nick':
      return takeNick(running, event.nick, event.to);
  }
}

/** Whether a remark is a vote: the bot counts such remarks, and a vote is open. */
export function countsAsVote({ now, dialect }: RunningMeeting, said: string): boolean {
  return now.vote?.isOpen === true && dialect.voting?.remark?.pattern.test(said) === true;
}

function takeNick({ now, dialect }: RunningMeeting, from: string, to: string): Outcome {
  if (dialect.followsNicks) now.formerly.set(to, now.formerly.get(from) ?? from);
  return {};
}

function takeCommand(running: RunningMeeting, event: CommandEvent): Outcome {
  const { command } = event;
  if (!command) return { ignored: 'unknown-command' };
  // A meeting that is a whole log neither begins nor ends with a command.
  const { isWholeLog } = running.dialect;
  if (isWholeLog && (command.effect === 'start' || command.effect === 'end')) return {};
  if (command.rights === 'chair' && !hasRights(running, event.nick) && !mayEnd(running, event)) {
    return { ignored: 'not-chair' };
  }
  return effects[command.effect](running, event);
}

/** Some bots let anyone end a meeting that has lasted long enough. */
function mayEnd({ now: { startTime }, dialect }: RunningMeeting, { command, time }: CommandEvent): boolean {
  const { anyoneEndsAfter } = dialect;
  if (anyoneEndsAfter === undefined || command?.effect !== 'end') return false;
  return startTime !== undefined && time !== undefined && elapsed(startTime, time) >= anyoneEndsAfter;
}

/** Chairs and the owner may do everything, also under a later nick. Nicks are compared exactly. */
function hasRights({ now, dialect }: RunningMeeting, nick: string): boolean {
  if (dialect.isWholeLog) return true;
  const first = now.formerly.get(nick) ?? nick;
  return [nick, first].some((name) => name === now.owner || now.chairs.get(name) === true);
}
