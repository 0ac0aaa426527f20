import type { ItemType } from '../itemTypes.js';

/**
 * All that is known of one bot: how it is recognised, what it understands, what it says, and by which rules it keeps the
 * minutes.
 */
export interface Dialect {
  /** The name in settings and on the command line. */
  readonly name: string;
  /** For people who have to choose. */
  readonly title: string;
  /** What its greeting says that no other bot's does. */
  readonly greeting?: RegExp;
  /** Words that no other bot knows, as they are typed: if no bot answered, they show which one people talked to. */
  readonly hints: readonly string[];
  /** Every command that it knows. */
  readonly commands: readonly Command[];
  /** Its words count only in the case that they have here. */
  readonly isCaseSensitive: boolean;
  /** Other programs listen to its sign as well, so that its words alone do not show a meeting. */
  readonly hasCommonSign: boolean;
  /** Behind a word, any character but white space makes the line talk. */
  readonly needsSpaceAfterWord: boolean;
  /** What divides the nicks after `#chair`, and those after `#unchair`: the inside of a character class. */
  readonly nickDividers: { readonly chair: string; readonly unchair: string };
  /** Whether the rights of a chair go along when they change their nick. */
  readonly followsNicks: boolean;
  /** After so many seconds, anyone may end the meeting. */
  readonly anyoneEndsAfter?: number;
  /** It files a meeting under the text of the command that starts it. */
  readonly isNamedAtStart: boolean;
  /** The name that it files a meeting under if someone gave it this name, or an empty one. */
  fileName(name: string): string;
  readonly replies: readonly ReplyRule[];
  /** How it holds votes, if it does. */
  readonly voting?: Voting;
  /** The whole log is one meeting, from the first line said to the last, and anyone may do everything. */
  readonly isWholeLog?: true;
}

/** What a command does to a meeting: it adds an item of that type, or takes that step of the replay. */
export type Effect =
  | ItemType
  | 'start'
  | 'end'
  | 'title'
  | 'name'
  | 'chair'
  | 'unchair'
  | 'nick'
  | 'here'
  | 'undo'
  | 'openVote'
  | 'castVote'
  | 'closeVote'
  | 'voters'
  | 'votesRequired'
  | 'save'
  | 'none';

/** Who may give a command. Given by anyone else, a bot ignores it without a word. */
export type Rights = 'anyone' | 'chair';

/** One command of a dialect. */
export interface Command {
  /** What it is called here, whatever its words are. Commands of several bots by one name and effect are one row in lists. */
  readonly name: string;
  /** The words that give it, as they are typed, with their sign; the first is the one to be shown. */
  readonly words: readonly string[];
  readonly rights: Rights;
  /** What follows the word, if anything does. */
  readonly argument?: 'text' | 'nicks' | 'link';
  /** Whether the command is of no use without its argument. */
  readonly argumentNeeded?: true;
  readonly effect: Effect;
  /** What it does, in one sentence. */
  readonly help: string;
  /** Words, without a sign, that people type for it although no bot knows them. */
  readonly slips?: readonly string[];
}

/** Something that a bot said about the meeting: evidence for what its log does not show otherwise. */
export type Reply =
  | {
      readonly kind: 'started';
      /** `YYYY-MM-DD` and seconds since midnight, both UTC. */
      readonly date: string | undefined;
      readonly time: number | undefined;
      readonly owner: string | undefined;
    }
  | { readonly kind: 'owner'; readonly owner: string }
  | { readonly kind: 'chairs'; readonly nicks: readonly string[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'ended' }
  /** The counts of a vote; those of an option that is not told are not known. */
  | { readonly kind: 'result'; readonly counts: Readonly<Record<string, number>> };

/** How a bot says one thing. */
export interface ReplyRule {
  /** How the reply begins, to the letter; or a pattern without groups, for a word that ` (` follows. */
  readonly begins: string | RegExp;
  /** The nick of who asked may be in front: `ann: Meeting started …`. */
  readonly isAddressed?: true;
  /** What a text that begins so says, without that nick; undefined if it says nothing of the kind. */
  read(text: string): Reply | undefined;
}

/** How many chose each option of a vote. */
export interface Tally {
  of(option: string): number;
  /** Every option that anyone chose, if only for a while, in the order that they were first chosen. */
  all(): (readonly [option: string, count: number])[];
}

/** How a bot holds votes: what differs between those that do. */
export interface Voting {
  /**
   * What a text opens a vote on: the length of the question in it, and the options; undefined if the bot does not understand
   * it.
   */
  open(text: string): { readonly questionLength: number; readonly options: readonly string[] } | undefined;
  /** The option that a text chooses; undefined if it chooses none. */
  choose(text: string, options: readonly string[]): string | undefined;
  /** The item that records the result; undefined if the bot closes nothing. `required` is what `#votesrequired` set. */
  close(
    tally: Tally,
    question: string,
    required: number,
  ): { readonly type: ItemType; readonly words: string } | undefined;
  /** Whether every ballot of a nick counts, and not only the last. */
  readonly allCount?: true;
  /** Whether a vote may be opened while another is. */
  readonly restarts?: true;
  /** Whether an open vote ends with the meeting. */
  readonly endsWithMeeting?: true;
  /** Whether each ballot is an item of the minutes, and the motion as well. */
  readonly recordsBallots?: true;
  /**
   * How a line begins by which people vote without a command: its anchored pattern, and the characters with which it can begin.
   */
  readonly remark?: { readonly pattern: RegExp; readonly signs: string };
}
