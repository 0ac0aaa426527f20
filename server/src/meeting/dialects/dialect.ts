import type { ItemType } from '../itemTypes.js';

/** Everything known about one bot: how it is recognised, what it understands, what it says, and its rules for minutes. */
export interface Dialect {
  /** The name in settings and on the command line. */
  readonly name: string;
  /** The name for people. */
  readonly title: string;
  /** A part of its greeting, or of its list of commands, that no other bot uses. */
  readonly greeting?: RegExp;
  /** Words that no other bot knows, as typed: if no bot replied, they show which bot people were talking to. */
  readonly hints: readonly string[];
  /** Every command that it knows. */
  readonly commands: readonly Command[];
  /** Whether its words are case-sensitive. */
  readonly isCaseSensitive: boolean;
  /** Whether other programs use its sign too, so that its words alone do not show a meeting. */
  readonly hasCommonSign: boolean;
  /** Whether a line is talk if its command word is followed by anything except whitespace. */
  readonly needsSpaceAfterWord: boolean;
  /** What separates nicks after `#chair` and after `#unchair`: the inside of a character class. */
  readonly nickDividers: { readonly chair: string; readonly unchair: string };
  /** Whether spaces may precede a command. Other live bots treat such a line as talk, although MeetBot's replay does not. */
  readonly allowsIndent?: true;
  /** Whether items may come through a bridge: `<nick>: ^info …`. */
  readonly hearsBridges?: true;
  /** Whether a line that begins with a URL is an item: the whole line, or the URL alone. */
  readonly recordsUrls: false | 'line' | 'url';
  /** Whether `#undo` takes back the last command of any kind, so that it removes an item only if that was one. */
  readonly undoesEvents?: true;
  /** Whether operators of the channel have the rights of chairs. */
  readonly opsAreChairs?: true;
  /** The number of seconds after which anyone may end the meeting. */
  readonly anyoneEndsAfter?: number;
  /** Whether it files a meeting under the text of the command that starts it. */
  readonly isNamedAtStart: boolean;
  /** The name under which it files a meeting that was given this name, or an empty one. */
  fileName(name: string): string;
  readonly replies: readonly ReplyRule[];
  /** How it holds votes, if it does. */
  readonly voting?: Voting;
  /** Whether its meetings have scribes, whose labels are read in a way of their own. */
  readonly isScribed?: true;
  /** Whether the whole log is one meeting, from the first line said to the last, in which anyone may do everything. */
  readonly isWholeLog?: true;
}

/** What a command does to a meeting: adds an item of this type, or performs this step of the replay. */
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

/** Who may give a command. Bots silently ignore it from anyone else. */
export type Rights = 'anyone' | 'chair';

/** One command of a dialect. */
export interface Command {
  /** Its internal name, independent of its words. Commands of several bots with the same name and effect are one row in lists. */
  readonly name: string;
  /** Its words, as typed, with their sign; the first is the one shown. */
  readonly words: readonly string[];
  readonly rights: Rights;
  /** What follows the word, if anything. */
  readonly argument?: 'text' | 'nicks' | 'link';
  /** Whether the command is useless without its argument. */
  readonly argumentNeeded?: true;
  readonly effect: Effect;
  /** Whether it does something only while a vote is open, although the replay need not know. */
  readonly duringVote?: true;
  /** What it does, in one sentence. */
  readonly help: string;
  /** Words, without a sign, that people type instead although no bot knows them. */
  readonly slips?: readonly string[];
}

/** Something that a bot said about the meeting: evidence for what the log does not otherwise show. */
export type Reply =
  | {
      readonly kind: 'started';
      /** `YYYY-MM-DD`, in UTC if there is a time. */
      readonly date: string | undefined;
      /** Seconds since midnight in UTC; undefined if the bot's clock is in another time zone. */
      readonly time: number | undefined;
      readonly owner: string | undefined;
      /** Whether only a bot says it in these words, so that it shows a meeting without a command. */
      readonly isExact: boolean;
    }
  | { readonly kind: 'owner'; readonly owner: string }
  | { readonly kind: 'chairs'; readonly nicks: readonly string[] }
  /** An administrator made someone a chair. */
  | { readonly kind: 'chairAdded'; readonly nick: string }
  | { readonly kind: 'name'; readonly name: string }
  /** `isExact` as above. */
  | { readonly kind: 'ended'; readonly isExact: boolean }
  /** The bot refuses commands with these effects, or any; or commands that begin with a certain word, in any case. */
  | { readonly kind: 'refused'; readonly effects: readonly Effect[] | undefined; readonly word?: string | undefined }
  /** The bot lists its commands, or says something else that shows which bot it is. */
  | { readonly kind: 'other' }
  /** The counts of a vote; options that are missing are unknown. */
  | { readonly kind: 'result'; readonly counts: Readonly<Record<string, number>> };

/** One kind of reply of a bot. */
export interface ReplyRule {
  /** The exact start of the reply; or a pattern without groups that begins with a capital, or with a word followed by ` (`. */
  readonly begins: string | RegExp;
  /** Whether the nick of whoever asked may precede it: `ann: Meeting started …`. */
  readonly isAddressed?: true;
  /** What a text with this start, without that nick, says; undefined if it is something else. */
  read(text: string): Reply | undefined;
}

/** How many chose each option of a vote. */
export interface Tally {
  of(option: string): number;
  /** Every option that anyone chose, even temporarily, in the order in which they were first chosen. */
  all(): (readonly [option: string, count: number])[];
}

/** How a bot holds votes: the differences between those that do. */
export interface Voting {
  /**
   * What the text of a command opens a vote on: the length of the question in it, and the options; undefined if the bot does not
   * understand it.
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
  /** Whether every ballot of a nick counts, not only the last. */
  readonly allCount?: true;
  /** Whether a vote may be opened while another is open. */
  readonly restarts?: true;
  /** Whether an open vote ends with the meeting. */
  readonly endsWithMeeting?: true;
  /** Whether the motion and each ballot are items of the minutes. */
  readonly recordsBallots?: true;
  /** The start of a line that is a vote without a command: an anchored pattern, and the characters with which it can begin. */
  readonly remark?: { readonly pattern: RegExp; readonly signs: string };
}
