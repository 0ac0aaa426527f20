import type { Dialect } from '../dialects/dialect.js';
import type { ItemType } from '../itemTypes.js';
import type { Place, Stretch } from '../model.js';
import { type Changeable, closed, opened, type State, sameState } from './state.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** A meeting while events are applied: its changing state, and the results of the events in one block. */
export class RunningMeeting {
  readonly dialect: Dialect;
  readonly now: Changeable;
  /** The results of the block's events; its rows are `offset` lines below the meeting's first line. */
  readonly found: Mutable<Omit<Stretch, 'steps'>> = newFound();
  readonly offset: number;
  /** How many items there are, including those of earlier blocks. */
  depth: number;
  isEnded = false;
  readonly #before: State;

  constructor(before: State, dialect: Dialect, offset: number, depth: number) {
    this.#before = before;
    this.dialect = dialect;
    this.now = opened(before);
    this.offset = offset;
    this.depth = depth;
  }

  /** The current state: the same object as before if nothing has changed. */
  state(): State {
    const after = closed(this.now);
    return sameState(this.#before, after) ? this.#before : after;
  }

  /** Makes someone a chair, or no longer a chair. Returns whether this changes the list that the bot is expected to print. */
  setChair(line: number, nick: string, chair: boolean, by: string): boolean {
    const { now } = this;
    if ((now.chairs.get(nick) ?? false) === chair) return false;
    now.chairs.set(nick, chair || undefined);
    now.lost.set(nick, chair ? undefined : line + this.offset);
    now.changedAt = line + this.offset;
    this.found.chairChanges.push({ line, nick, chair, by });
    if (now.disputed.get(nick)) return false;
    now.expected.set(nick, chair || undefined);
    return true;
  }

  /** Adds an item to the minutes; `words` is its text if the log does not have it. */
  addItem(type: ItemType, { line, start, end }: Place, nick: string, words?: string): void {
    this.found.items.push({ type, line, start, end, nick, ...(words !== undefined && { words }) });
    this.depth++;
  }

  /** Removes the last item; false if there is none. */
  undo(line: number): boolean {
    if (this.depth === 0) return false;
    this.depth--;
    this.found.undone.push({ line, item: this.found.items.pop() });
    return true;
  }
}

/** The result of no events. */
export function newFound(): RunningMeeting['found'] {
  return {
    items: [],
    undone: [],
    chairChanges: [],
    votes: [],
    named: [],
    aliases: [],
    title: undefined,
    name: undefined,
    date: undefined,
    utcOffset: undefined,
  };
}
