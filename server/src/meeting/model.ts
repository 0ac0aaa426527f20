import type { Place } from '../log/place.js';
import type { Event } from './events.js';
import type { ItemType } from './itemTypes.js';

export type { Place };

/** One meeting of a log. It points into the log; what it points to is read with `textAt`. All lines are 0-based. */
export interface Meeting {
  /** What `perMeeting` knows it by: the same object as long as no edit touches the meeting, wherever it comes to stand. */
  readonly identity: object;
  /** The line of `#startmeeting`. */
  readonly startLine: number;
  /** The line of the `#endmeeting` that ended the meeting; undefined if it never ended. */
  readonly endLine: number | undefined;
  /** The meeting's last line: that of `#endmeeting`, or the last line of the log on which anybody spoke. */
  readonly lastLine: number;
  /** Who gave `#startmeeting`; empty if nobody did, since the meeting is a whole log. */
  readonly owner: string;
  /** The nick of the bot that answered, if one did. */
  readonly bot: string | undefined;
  /** `YYYY-MM-DD`, from the bot's greeting. */
  readonly date: string | undefined;
  /** What must be added to the log's clock for UTC, in seconds, by the bot's greeting; undefined where it told no time. */
  readonly utcOffset: number | undefined;
  /** The title that `#startmeeting` or the last `#meetingtopic` gave. */
  readonly title: Place | undefined;
  /** What `#meetingname` or the bot set, as the bot files it: lower case, `_` for white space. */
  readonly name: string | undefined;
  /** The items of the minutes, topics among them, in their order. */
  readonly items: readonly Item[];
  /** What `#undo` took out of them. */
  readonly undone: readonly Undone[];
  readonly votes: readonly Vote[];
  /** Who became or ceased to be chair, in order; it begins with the owner, if there is one. */
  readonly chairChanges: readonly ChairChange[];
  /** The names that people gave with `#here`, and their nicks. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Who was named by `#chair` or `#nick`, and how many lines behind `startLine`; all that were present are `peopleOf`. */
  readonly named: ReadonlyMap<string, number>;
}

/** One item of the minutes; its place is the text of it, without the command. */
export interface Item extends Place {
  readonly type: ItemType;
  readonly nick: string;
  /** The text where the log does not have it: a result that the bot counts. */
  readonly words?: string;
}

/** A vote of a meeting. */
export interface Vote {
  /** The line on which it was opened. */
  readonly line: number;
  /** The line on which it was closed; undefined where it never was. */
  readonly endLine: number | undefined;
  readonly nick: string;
  readonly question: Place;
  readonly options: readonly string[];
  /** In their order. */
  readonly ballots: readonly Ballot[];
  /** Whether every ballot of a nick counts, and not only the last. */
  readonly allCount: boolean;
}

export interface Ballot {
  readonly line: number;
  readonly nick: string;
  readonly option: string;
}

export interface Undone {
  /** The line of `#undo`. */
  readonly line: number;
  readonly item: Item;
}

export interface ChairChange {
  readonly line: number;
  readonly nick: string;
  readonly chair: boolean;
  readonly by: string;
}

/** Someone present. Who was only named (`#chair`, `#nick`) has said 0 lines, and was first and last seen where named. */
export interface Person {
  readonly nick: string;
  readonly lines: number;
  readonly first: number;
  readonly last: number;
}

/** A meeting, or what lies between two. */
export interface Section {
  /** Its first line, and the line behind its last. */
  readonly start: number;
  readonly end: number;
  readonly meeting: Meeting | undefined;
  /** What came of its events, block by block. */
  readonly parts: readonly Part[];
}

/** What came of the events of a block, or of the part of it that belongs to one section. */
export interface Part {
  /** The line of the block's first row, from which the lines of the stretch count. */
  readonly start: number;
  /**
   * The same object as long as no edit touches the block or changes what the meeting was before it, wherever it comes to stand.
   */
  readonly stretch: Stretch;
  /** How many of its items are left: an `#undo` in a later part takes the last one back. */
  readonly kept: number;
}

/** What came of some consecutive events of one block. All lines count from the block's start. */
export interface Stretch {
  readonly steps: readonly Step[];
  /** The items that it added and did not take back. */
  readonly items: readonly Item[];
  /** What `#undo` took back; without an item, it was the last one of those above. */
  readonly undone: readonly { readonly line: number; readonly item: Item | undefined }[];
  readonly chairChanges: readonly ChairChange[];
  /** What happened to votes, in order. */
  readonly votes: readonly VoteChange[];
  /** Who was named by `#chair` or `#nick`; the first line counts. */
  readonly named: readonly { readonly nick: string; readonly line: number }[];
  /** The names that people gave with `#here`. */
  readonly aliases: readonly { readonly name: string; readonly nick: string }[];
  /** What it set last, null where it took the title away; undefined where it did neither. */
  readonly title: Place | null | undefined;
  readonly name: string | undefined;
  /** The first that the bot told in it. */
  readonly date: string | undefined;
  readonly utcOffset: number | undefined;
}

/** A vote that is opened, a ballot, or the end of the vote that is open. */
export type VoteChange =
  | { readonly kind: 'open'; readonly vote: Vote }
  | { readonly kind: 'ballot'; readonly ballot: Ballot }
  | { readonly kind: 'close'; readonly line: number };

/** An event with what came of it. Outside of meetings, only commands have one. */
export interface Step extends Outcome {
  readonly event: Event;
}

/** What came of an event beside what it did to the meeting. */
export interface Outcome {
  /** Why the bot ignored a command; undefined where it did not. */
  readonly ignored?: Ignored;
  /** For a bot's list of chairs that agrees with no list since the one before. */
  readonly otherChairs?: OtherChairs;
  /** For a bot's count of votes that differs from the replay's: the replay's. */
  readonly expectedTally?: string;
  /** For a vote that is ignored: the options of the vote that was opened last. */
  readonly options?: readonly string[];
}

/** How the replay's chairs differ from those that a bot lists. */
export interface OtherChairs {
  /** All chairs by the replay, sorted; undefined where there are very many. */
  readonly chairs: readonly string[] | undefined;
  /** Chairs whom the bot does not list, and who are listed but no chairs. */
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

/** The reasons for which a bot ignores a command. */
export type Ignored =
  | 'unknown-command'
  | 'outside-meeting'
  | 'meeting-already-started'
  | 'not-chair'
  | 'nothing-to-undo'
  | 'vote-not-open'
  | 'vote-already-open'
  | 'invalid-vote';

/** A topic with the items below it, those of its subtopics and these themselves among them. */
export interface Topic {
  readonly item: Item;
  readonly items: readonly Item[];
  /** The last line of the topic: the one above the next topic, or the meeting's last. */
  readonly lastLine: number;
}
