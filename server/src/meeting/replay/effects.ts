import type { Effect } from '../dialects/dialect.js';
import { argumentOf, type CommandEvent } from '../events.js';
import { type ItemType, itemTypes } from '../itemTypes.js';
import type { Ignored, Outcome, Place } from '../model.js';
import { nicksIn } from '../nickLists.js';
import { reach } from './answers.js';
import { changeChairs } from './chairList.js';
import { Changing } from './layers.js';
import type { RunningMeeting } from './runningMeeting.js';
import { castVote, closeVote, endVote, openVote } from './voteEffects.js';

type TakeCommand = (running: RunningMeeting, event: CommandEvent) => Outcome;

/** What each command does to the meeting; returns a reason if it does nothing after all. */
export const effects: Readonly<Record<Effect, TakeCommand>> = {
  ...recordItems(),
  start(running, event) {
    const { now, found, dialect } = running;
    const { line, nick, argument } = event;
    if (now.isStarted && !isBehindGreeting(running, event)) return ignored('meeting-already-started');
    startMeeting(running, event);
    now.isStartMissing = false;
    now.starter = nick;
    running.setChair(line, now.owner, true, nick);
    if (argument !== '') found.title = titleOf(event);
    if (argument.trim() !== '' && dialect.isNamedAtStart) found.name = dialect.fileName(argument);
    return done;
  },
  end(running, event) {
    if (running.now.vote?.isOpen && running.dialect.voting?.endsWithMeeting) closeVote(running, event);
    running.isEnded = true;
    return done;
  },
  title({ found }, event) {
    found.title = titleOf(event);
    return done;
  },
  name({ found, dialect }, { argument }) {
    found.name = dialect.fileName(argument);
    return done;
  },
  chair(running, event) {
    const nicks = nicksIn(event.argument, running.dialect.nickDividers.chair);
    for (const nick of nicks) running.found.named.push({ nick, line: event.line });
    changeChairs(running, nicks, true, event);
    return done;
  },
  unchair(running, event) {
    // Even if the owner is removed, the bot continues to list and obey them.
    const nicks = nicksIn(event.argument, running.dialect.nickDividers.unchair);
    changeChairs(
      running,
      nicks.filter((nick) => nick !== running.now.owner),
      false,
      event,
    );
    return done;
  },
  nick({ found }, { line, argument }) {
    for (const nick of nicksIn(argument)) found.named.push({ nick, line });
    return done;
  },
  here({ found }, { line, nick, argument }) {
    found.named.push({ nick, line });
    if (argument.trim() !== '') found.aliases.push({ name: argument.trim(), nick });
    return done;
  },
  voters({ now }, { argument }) {
    const nicks = nicksIn(argument);
    if (nicks.some((nick) => everyone.has(nick))) now.voters = new Changing();
    else for (const nick of nicks) now.voters.set(nick, true);
    return done;
  },
  openVote,
  castVote: (running, event) => castVote(running, event, event.argument),
  closeVote,
  votesRequired({ now }, { argument }) {
    now.votesRequired = /^\s*[+-]?\d{1,9}\s*$/.test(argument) ? Number(argument) : 0;
    return done;
  },
  undo(running, { line }) {
    if (running.now.isLastOther) return ignored('last-is-no-item');
    return running.undo(line) ? done : ignored('nothing-to-undo');
  },
  save: () => done,
  none: () => done,
};

/** Starts a meeting by a command or the bot's greeting. */
export function startMeeting(running: RunningMeeting, { time, hint }: Pick<CommandEvent, 'time' | 'hint'>): void {
  running.now.isStarted = true;
  if (time !== undefined) running.now.startTime ??= { ...hint, time };
}

/** Some logs have the bot's greeting above the command. */
function isBehindGreeting({ now, offset }: RunningMeeting, { line, nick }: CommandEvent): boolean {
  return now.isStartMissing && nick === now.owner && line + offset - (now.greeting ?? 0) <= reach;
}

/** The words that let everyone vote. */
const everyone: ReadonlySet<string> = new Set(['all', 'everyone', 'everybody']);

/** The title that a command sets; null if it clears the title. */
function titleOf(event: CommandEvent): Place | null {
  return /^(?:none|unset|)$/i.test(event.argument.trim()) ? null : argumentOf(event);
}

/** The result of most commands. */
const done: Outcome = {};

function ignored(why: Ignored): Outcome {
  return { ignored: why };
}

/** Items of these types also close an open vote, if each ballot is an item. */
const decrees: ReadonlySet<ItemType> = new Set(['ACCEPTED', 'FAILED', 'INCONCLUSIVE']);

function recordItems(): Record<ItemType, TakeCommand> {
  const types = Object.keys(itemTypes) as ItemType[];
  return Object.fromEntries(types.map((type) => [type, recordItem(type)])) as Record<ItemType, TakeCommand>;
}

function recordItem(type: ItemType): TakeCommand {
  return (running, event) => {
    const { now, dialect } = running;
    if (now.vote?.isOpen && dialect.voting?.recordsBallots && decrees.has(type)) endVote(running, event.line);
    running.addItem(type, argumentOf(event), event.nick);
    return done;
  };
}
