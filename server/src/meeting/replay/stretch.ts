import { elapsed } from '../../log/facts/clock.js';
import { type Block, perBlock } from '../../log/text/block.js';
import { type Bot, wordInTable } from '../dialects/bots.js';
import { commandNamed } from '../dialects/commands.js';
import { blockEvents, type CommandEvent, type Event } from '../events.js';
import type { Outcome, Step, Stretch } from '../model.js';
import { takeReply } from './botReplies.js';
import { effects } from './effects.js';
import { Draft, newFound, type State, sameState } from './runningMeeting.js';
import { castVote } from './voteEffects.js';

/** What events come upon: all that decides what comes of them. */
export interface Before {
  readonly bot: Bot;
  /** The first row that counts. */
  readonly from: number;
  /** The meeting that is running; undefined where none is. */
  readonly state: State | undefined;
  /** How many lines below the meeting's first the block's first row stands. */
  readonly offset: number;
  /** How many items the meeting has. */
  readonly depth: number;
}

/** What comes of events, and of what they came upon. */
export interface Replayed {
  readonly before: Before;
  readonly stretch: Stretch;
  /** The row behind its last. */
  readonly to: number;
  /** Whether a meeting begins there, or ended above it. */
  readonly isEnd: boolean;
  readonly state: State | undefined;
  /** How many items the meeting has more than before. */
  readonly added: number;
  /** Whether it would be other in a meeting with fewer items. */
  readonly undoesOthers: boolean;
}

/** What came of each part of a block the last time. */
const known = perBlock((): Replayed[] => []);

/**
 * Replays the events of a block up to the end of a section, or to its own. What came of them the last time is taken if it would
 * come again.
 */
export function replayBlock(block: Block, before: Before): Replayed {
  const kept = known(block);
  const isBetween = before.state === undefined;
  const index = kept.findIndex((one) => one.before.from === before.from && !one.before.state === isBetween);
  const last = kept[index];
  if (last && isSame(last, before)) return last;
  const replayed = before.state ? inMeeting(block, before, before.state) : between(block, before);
  if (last) kept[index] = replayed;
  else kept.push(replayed);
  return replayed;
}

/**
 * Whether the same would come of the events again. Where they did not change the state, it does not matter how far below the
 * start they stand.
 */
function isSame({ before, state, undoesOthers }: Replayed, now: Before): boolean {
  return (
    before.bot === now.bot &&
    (before.offset === now.offset || state === before.state) &&
    (before.depth === now.depth || !undoesOthers) &&
    (before.state && now.state ? sameState(before.state, now.state) : before.state === now.state)
  );
}

/** Outside of meetings, only commands count, and the first that starts a meeting ends it. */
function between(block: Block, before: Before): Replayed {
  const { bot, from } = before;
  const steps: Step[] = [];
  const replayed = { before, stretch: { ...newFound(), steps }, state: undefined, added: 0, undoesOthers: false };
  for (const event of eventsFrom(block, from, bot)) {
    if (event.kind !== 'command') continue;
    if (event.command?.effect === 'start') return { ...replayed, to: event.line, isEnd: true };
    steps.push({ event, ignored: event.command ? 'outside-meeting' : 'unknown-command' });
  }
  return { ...replayed, to: block.size, isEnd: false };
}

function inMeeting(block: Block, before: Before, state: State): Replayed {
  const draft = new Draft(state, before.bot, before.offset, before.depth);
  const steps: Step[] = [];
  let to = block.size;
  for (const event of eventsFrom(block, before.from, before.bot)) {
    if (event.kind === 'remark' && !countsRemarks(draft)) continue;
    steps.push({ event, ...take(draft, event, block) });
    if (!draft.isEnded) continue;
    to = event.line + 1;
    break;
  }
  const { found, isEnded } = draft;
  return {
    before,
    stretch: { ...found, steps },
    to,
    isEnd: isEnded,
    state: draft.state(),
    added: draft.depth - before.depth,
    undoesOthers: found.undone.some(({ item }) => !item) || steps.some((step) => step.ignored === 'nothing-to-undo'),
  };
}

/** The events of a block from a row on, as a bot takes them. */
function* eventsFrom(block: Block, from: number, bot: Bot): Generator<Event> {
  for (const found of blockEvents(block)) {
    const event = found.line < from ? undefined : asBotReads(found, bot, block);
    if (event) yield event;
  }
}

/** An event to a bot: its commands are those of the bot; what has another bot's signs is talk, and no event at all. */
function asBotReads(found: Event, bot: Bot, block: Block): Event | undefined {
  if (found.kind !== 'command') return found;
  const command = commandNamed(wordInTable(found), bot.name);
  if (found.sign !== '#' && !command) return undefined;
  const event = { ...found, command };
  return bot.blankAfterWord && found.sign === '#' && isGlued(event, block) ? undefined : event;
}

/** Whether something stands right behind the word. */
function isGlued({ line, wordEnd, end }: CommandEvent, block: Block): boolean {
  return wordEnd < end && !/\s/.test(block.bare(line)[wordEnd] ?? ' ');
}

function countsRemarks({ vote, voting }: Draft): boolean {
  return vote?.isOpen === true && voting?.byRemark === true;
}

function take(draft: Draft, event: Event, block: Block): Outcome {
  switch (event.kind) {
    case 'command':
      return takeCommand(draft, event, block);
    case 'link':
      draft.addItem('LINK', event, event.nick);
      return {};
    case 'remark':
      return castVote(draft, event.line, event.nick, block.bare(event.line).slice(event.start, event.end));
    case 'reply':
      return takeReply(draft, event, block);
    case 'nick':
      draft.formerly.set(event.to, draft.formerly.get(event.nick) ?? event.nick);
      return {};
  }
}

function takeCommand(draft: Draft, event: CommandEvent, block: Block): Outcome {
  const { command, line, nick } = event;
  if (!command) return { ignored: 'unknown-command' };
  if (draft.isWhole && (command.effect === 'start' || command.effect === 'end')) return {};
  if (command.rights === 'chair' && !hasRights(draft, nick) && !mayEnd(draft, event, block)) {
    return { ignored: 'not-chair' };
  }
  const argument = { line, start: event.argumentStart, end: event.end };
  const text = block.bare(line).slice(argument.start, argument.end);
  return effects[command.effect](draft, { line, nick, argument, text, block });
}

/** Some bots let anyone end a meeting that has lasted long enough. */
function mayEnd({ rules, startTime }: Draft, { command, line }: CommandEvent, block: Block): boolean {
  const { anyoneEndsAfter } = rules;
  if (anyoneEndsAfter === undefined || command?.effect !== 'end') return false;
  const time = block.time(line);
  return startTime !== undefined && time !== undefined && elapsed(startTime, time) >= anyoneEndsAfter;
}

/** Chairs and the owner may do everything, under any later nick as well. Nicks are compared exactly. */
function hasRights(draft: Draft, nick: string): boolean {
  if (draft.isWhole) return true;
  const first = draft.formerly.get(nick) ?? nick;
  return [nick, first].some((name) => name === draft.owner || draft.chairs.get(name) === true);
}
