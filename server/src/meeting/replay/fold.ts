import type { Command } from '../dialects/dialect.js';
import type { Answer, CommandEvent, Event, LinkEvent, RemarkEvent, ReplyEvent } from '../events.js';
import { itemTypes } from '../itemTypes.js';
import { splitLink } from '../links.js';
import type { Outcome, Place } from '../model.js';
import { reach } from './answers.js';
import { takeReply } from './botReplies.js';
import { effects } from './effects.js';
import { formerChair, hasRights, isBot, mayEnd } from './rights.js';
import type { RunningMeeting } from './runningMeeting.js';
import { castVote } from './voteEffects.js';

/** Applies one event to the running meeting; nothing else influences the result. */
export function take(running: RunningMeeting, event: Event): Outcome {
  if (isUnheard(running, event)) return { ignored: 'not-heard' };
  switch (event.kind) {
    case 'command':
      return takeCommand(running, event);
    case 'link':
      running.addItem('LINK', running.dialect.recordsUrls === 'url' ? urlOf(event) : event, event.nick);
      if (running.dialect.undoesEvents) running.now.isLastOther = false;
      return {};
    case 'remark':
      return castVote(running, event, event.said);
    case 'reply':
      return takeReply(running, event);
    case 'nick':
      return takeNick(running, event.nick, event.to);
  }
}

/**
 * Whether a command, a link or a vote comes through a bridge that is between its author and the bot: to the bot, a line of a bridge
 * begins with a nick.
 */
function isUnheard({ now, dialect }: RunningMeeting, event: Event): boolean {
  const { relay, kind } = event;
  if (now.bot === undefined || relay === now.botRelay || dialect.isWholeLog) return false;
  if (kind === 'command') return !(dialect.hearsBridges && isTag(event));
  return kind === 'link' || kind === 'remark';
}

function isTag({ command }: CommandEvent): boolean {
  return command !== undefined && command.effect in itemTypes && command.effect !== 'TOPIC';
}

/** The place of the URL alone. */
function urlOf({ line, start, said }: LinkEvent): Place {
  return { line, start, end: start + (splitLink(said)?.url ?? said).length };
}

/** Whether a remark is a vote: the bot counts such remarks, except its own (`+1 received from ann`), and a vote is open. */
export function countsAsVote({ now, dialect }: RunningMeeting, { nick, said }: RemarkEvent): boolean {
  return now.vote?.isOpen === true && nick !== now.bot && dialect.voting?.remark?.pattern.test(said) === true;
}

function takeNick({ now }: RunningMeeting, from: string, to: string): Outcome {
  now.formerly.set(to, now.formerly.get(from) ?? from);
  return {};
}

/**
 * Whether an event begins the next meeting although one is running: the bot says so, so it has ended the running one in between,
 * where the log does not show it.
 */
export function beginsNext(running: RunningMeeting, event: Event): boolean {
  const { now, dialect } = running;
  if (!now.isStarted || dialect.isWholeLog) return false;
  if (event.kind === 'command') return isConfirmedStart(running, event);
  return event.kind === 'reply' && isNextGreeting(running, event);
}

function isConfirmedStart({ now }: RunningMeeting, { command, answer }: CommandEvent): boolean {
  return command?.effect === 'start' && answer?.kind === 'started' && isBot(now, answer.nick);
}

/** A greeting that is not that of the running meeting. It may be late, or repeated where two logs were merged. */
function isNextGreeting({ now, offset }: RunningMeeting, { line, nick, reply }: ReplyEvent): boolean {
  if (reply.kind !== 'started' || !reply.isExact || !isBot(now, nick)) return false;
  if (now.greeting === line + offset) return false;
  const isLate = now.greeting === undefined || line + offset - now.greeting <= reach;
  return !isLate || (reply.owner !== undefined && reply.owner !== now.owner);
}

function takeCommand(running: RunningMeeting, event: CommandEvent): Outcome {
  const { command, answer } = event;
  if (answer?.kind === 'refused' && isBot(running.now, answer.nick)) return refusalOf(answer);
  if (!command) return { ignored: 'unknown-command' };
  // A meeting that is a whole log neither begins nor ends with a command.
  const { isWholeLog } = running.dialect;
  if (isWholeLog && (command.effect === 'start' || command.effect === 'end')) return {};
  if (command.rights === 'chair' && !hasRights(running, event) && !mayEnd(running, event)) {
    const formerNick = formerChair(running, event.nick);
    return { ignored: 'not-chair', ...(formerNick !== undefined && { formerNick }) };
  }
  const outcome = effects[command.effect](running, event);
  if (running.dialect.undoesEvents && !outcome.ignored && !isIdle(event))
    running.now.isLastOther = !isRecorded(command);
  return outcome;
}

/** Whether a command about nicks names none, so that the bot forgets it. */
function isIdle({ command, argument }: CommandEvent): boolean {
  return command?.argument === 'nicks' && argument.trim() === '';
}

function isRecorded({ effect }: Command): boolean {
  return effect in itemTypes || effect === 'castVote' || effect === 'openVote' || effect === 'closeVote';
}

/** The outcome of a command that the bot refused. */
export function refusalOf({ said, below }: Answer): Outcome {
  return { ignored: 'refused', refusal: { said, below } };
}
