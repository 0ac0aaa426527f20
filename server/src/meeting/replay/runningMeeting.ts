import type { Bot } from '../dialects/bots.js';
import type { ItemType } from '../dialects/commands.js';
import type { Place, Stretch } from '../model.js';
import { Changing, Layers } from './layers.js';
import { type Counted, Counts, type Voting, voting } from './votes.js';

/**
 * What a running meeting is between two events: all that decides what comes of the next ones, and nothing else. It is never
 * changed. The lines in it count from the meeting's first line.
 */
export interface State {
  readonly owner: string;
  /** Nobody started the meeting, so nobody is chair, and everybody may do everything; it ends with the log. */
  readonly isWhole: boolean;
  readonly isStarted: boolean;
  /** When it was started, in seconds since midnight. */
  readonly startTime: number | undefined;
  readonly bot: string | undefined;
  readonly chairs: Layers<true>;
  /** The line at which somebody ceased to be chair, and the one at which the chairs changed last. */
  readonly lost: Layers<number>;
  readonly changedAt: number | undefined;
  /** The chairs whom the bot may be expected to list, and those whom it did not list: that is told once. */
  readonly expected: Layers<true>;
  readonly disputed: Layers<true>;
  /** The expected chairs after each command that makes a bot list them, as long as it has not. */
  readonly unprinted: readonly Unprinted[];
  /** The first nick of whoever changed it. */
  readonly formerly: Layers<string>;
  /** Who may vote; undefined where everybody may. */
  readonly voters: ReadonlySet<string> | undefined;
  readonly votesRequired: number;
  /** The vote that was opened last. */
  readonly vote: VoteState | undefined;
}

/** How many chairs are expected after a command, and how it changed them. */
export interface Unprinted {
  readonly count: number;
  readonly changes: readonly (readonly [nick: string, chair: boolean])[];
}

interface OpenedVote {
  readonly line: number;
  readonly question: string;
  readonly options: readonly string[];
}

interface VoteState extends OpenedVote {
  readonly isOpen: boolean;
  readonly counted: Counted;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** A meeting while events are taken: the state as it changes, and what comes of the events in one block. */
export class Draft {
  readonly rules: Bot;
  readonly voting: Voting | undefined;
  readonly owner: string;
  readonly isWhole: boolean;
  isStarted: boolean;
  startTime: number | undefined;
  bot: string | undefined;
  readonly chairs: Changing<true>;
  readonly lost: Changing<number>;
  changedAt: number | undefined;
  readonly expected: Changing<true>;
  readonly disputed: Changing<true>;
  unprinted: readonly Unprinted[];
  readonly formerly: Changing<string>;
  voters: ReadonlySet<string> | undefined;
  votesRequired: number;
  vote: (OpenedVote & { isOpen: boolean; readonly counts: Counts }) | undefined;
  isEnded = false;
  /** What came of the events of the block, whose rows are so many lines below the meeting's first. */
  readonly found: Mutable<Omit<Stretch, 'steps'>>;
  readonly offset: number;
  /** How many items there are, those of earlier blocks included. */
  depth: number;
  readonly #before: State;

  constructor(before: State, rules: Bot, offset: number, depth: number) {
    this.#before = before;
    this.rules = rules;
    this.voting = voting[rules.name];
    this.offset = offset;
    this.depth = depth;
    this.owner = before.owner;
    this.isWhole = before.isWhole;
    this.isStarted = before.isStarted;
    this.startTime = before.startTime;
    this.bot = before.bot;
    this.chairs = new Changing(before.chairs);
    this.lost = new Changing(before.lost);
    this.changedAt = before.changedAt;
    this.expected = new Changing(before.expected);
    this.disputed = new Changing(before.disputed);
    this.unprinted = before.unprinted;
    this.formerly = new Changing(before.formerly);
    this.voters = before.voters;
    this.votesRequired = before.votesRequired;
    const { vote } = before;
    this.vote = vote && { ...vote, counts: new Counts(this.voting?.allCount ?? false, vote.counted) };
    this.found = newFound();
  }

  /** The state now: the same object as before where nothing of it has changed. */
  state(): State {
    const { vote } = this;
    const after: State = {
      owner: this.owner,
      isWhole: this.isWhole,
      isStarted: this.isStarted,
      startTime: this.startTime,
      bot: this.bot,
      chairs: this.chairs.frozen(),
      lost: this.lost.frozen(),
      changedAt: this.changedAt,
      expected: this.expected.frozen(),
      disputed: this.disputed.frozen(),
      unprinted: this.unprinted,
      formerly: this.formerly.frozen(),
      voters: this.voters,
      votesRequired: this.votesRequired,
      vote: vote && {
        line: vote.line,
        question: vote.question,
        options: vote.options,
        isOpen: vote.isOpen,
        counted: vote.counts.frozen(),
      },
    };
    return sameState(this.#before, after) ? this.#before : after;
  }

  /**
   * Makes somebody a chair, or no chair any more. Gives the change of the chairs whom the bot may be expected to list, if it is
   * one.
   */
  setChair(line: number, nick: string, chair: boolean, by: string): boolean {
    if ((this.chairs.get(nick) ?? false) === chair) return false;
    this.chairs.set(nick, chair || undefined);
    this.lost.set(nick, chair ? undefined : line + this.offset);
    this.changedAt = line + this.offset;
    this.found.chairChanges.push({ line, nick, chair, by });
    if (this.disputed.get(nick)) return false;
    this.expected.set(nick, chair || undefined);
    return true;
  }

  /** Adds an item to the minutes; `words` is its text where the log does not have it. */
  addItem(type: ItemType, { line, start, end }: Place, nick: string, words?: string): void {
    this.found.items.push({ type, line, start, end, nick, ...(words !== undefined && { words }) });
    this.depth++;
  }

  /** Takes the last item back; false where there is none. */
  undo(line: number): boolean {
    if (this.depth === 0) return false;
    this.depth--;
    this.found.undone.push({ line, item: this.found.items.pop() });
    return true;
  }
}

/** What comes of no event. */
export function newFound(): Draft['found'] {
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

/** A meeting before anything has happened in it. */
export function newState(owner: string, whole = false): State {
  const chairs = Layers.empty<true>().with(new Map(whole ? [[owner, true]] : []));
  return {
    owner,
    isWhole: whole,
    isStarted: whole,
    startTime: undefined,
    bot: undefined,
    chairs,
    lost: Layers.empty(),
    changedAt: undefined,
    expected: chairs,
    disputed: Layers.empty(),
    unprinted: [],
    formerly: Layers.empty(),
    voters: undefined,
    votesRequired: 0,
    vote: undefined,
  };
}

/** Whether two states are the same, so that the same comes of the same events after them. */
export function sameState(a: State, b: State): boolean {
  return (
    a === b ||
    (a.owner === b.owner &&
      a.isWhole === b.isWhole &&
      a.isStarted === b.isStarted &&
      a.startTime === b.startTime &&
      a.bot === b.bot &&
      a.changedAt === b.changedAt &&
      a.votesRequired === b.votesRequired &&
      a.chairs.equals(b.chairs) &&
      a.lost.equals(b.lost) &&
      a.expected.equals(b.expected) &&
      a.disputed.equals(b.disputed) &&
      a.formerly.equals(b.formerly) &&
      sameValue(a.unprinted, b.unprinted) &&
      sameSet(a.voters, b.voters) &&
      sameVote(a.vote, b.vote))
  );
}

function sameVote(a: VoteState | undefined, b: VoteState | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.line === b.line &&
    a.isOpen === b.isOpen &&
    a.question === b.question &&
    sameValue(a.options, b.options) &&
    a.counted.counts.equals(b.counted.counts) &&
    a.counted.last.equals(b.counted.last)
  );
}

function sameSet(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sameValue([...a], [...b]));
}

/** Whether two plain lists hold the same. */
function sameValue(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));
}
