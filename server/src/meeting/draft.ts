import type { Bot } from './bots.js';
import type { ItemType } from './commands.js';
import type { ChairChange, Item, Place, Step, Undone, Vote } from './model.js';
import { type Voting, voting } from './votes.js';

/** What came of an event beside the change of the draft. */
export type Outcome = Pick<Step, 'ignored' | 'expectedChairs' | 'expectedTally'>;

/** A meeting while it runs. */
export interface Draft {
  readonly rules: Bot;
  /** Nobody started the meeting, so nobody is chair, and everybody may do everything; it ends with the log. */
  isWhole: boolean;
  readonly voting: Voting | undefined;
  readonly votes: Vote[];
  /** The vote that is open; it is the last of `votes`. */
  vote: Vote | undefined;
  votesRequired: number;
  utcOffset: number | undefined;
  readonly owner: string;
  startLine: number | undefined;
  endLine: number | undefined;
  bot: string | undefined;
  date: string | undefined;
  title: Place | undefined;
  name: string | undefined;
  readonly items: Item[];
  readonly undone: Undone[];
  readonly chairs: Set<string>;
  readonly chairChanges: ChairChange[];
  /** The chairs after each command that makes a bot list them, as long as it has not. */
  readonly unprinted: string[][];
  /** Chairs by the replay whom the bot did not list: told once. */
  readonly disputed: Set<string>;
  readonly aliases: Map<string, string>;
  /** Who may vote; undefined where everybody may. */
  voters: ReadonlySet<string> | undefined;
  /** Who was named by `#chair` or `#nick`, and the line of it. */
  readonly named: Map<string, number>;
  /** The first nick of whoever changed it. */
  readonly formerly: Map<string, string>;
}

/** A meeting before anything has happened in it. */
export function newDraft(owner: string, rules: Bot): Draft {
  return {
    rules,
    isWhole: false,
    voting: voting[rules.name],
    votes: [],
    vote: undefined,
    votesRequired: 0,
    utcOffset: undefined,
    owner,
    startLine: undefined,
    endLine: undefined,
    bot: undefined,
    date: undefined,
    title: undefined,
    name: undefined,
    items: [],
    undone: [],
    chairs: new Set(),
    chairChanges: [],
    unprinted: [],
    disputed: new Set(),
    aliases: new Map(),
    voters: undefined,
    named: new Map(),
    formerly: new Map(),
  };
}

/** Makes somebody a chair, or no chair any more. */
export function setChair(draft: Draft, line: number, nick: string, chair: boolean, by: string): void {
  if (draft.chairs.has(nick) === chair) return;
  if (chair) draft.chairs.add(nick);
  else draft.chairs.delete(nick);
  draft.chairChanges.push({ line, nick, chair, by });
}

/** Adds an item to the minutes; `words` is its text where the log does not have it. */
export function addItem(draft: Draft, type: ItemType, place: Place, nick: string, words?: string): undefined {
  draft.items.push({ type, ...place, nick, ...(words !== undefined && { words }) });
}
