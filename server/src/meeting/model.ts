import type { Place } from '../log/place.js';
import type { Event } from './events.js';
import type { ItemType } from './itemTypes.js';
import type { Scribed } from './scribe/readScribed.js';

export type { Place };

/** One meeting of a log. It points into the log; `textAt` reads what it points to. All lines are 0-based. */
export interface Meeting {
  /** Its identity for `perMeeting`: the same object as long as no edit touches the meeting, even if it moves. */
  readonly identity: object;
  /** The line of `#startmeeting`; without one, of the bot's greeting, or else the first line said. */
  readonly startLine: number;
  /** Whether the command that started it is not in the log. */
  readonly isStartMissing: boolean;
  /** The line of the `#endmeeting` that ended the meeting, or of what the bot said about that; undefined if it never ended. */
  readonly endLine: number | undefined;
  /** The meeting's last line: its end, or the last line on which anyone spoke before the next meeting or the end of the log. */
  readonly lastLine: number;
  /** The lines on which it was started anew, if it was joined from several: see `ReplayOptions.join`. */
  readonly restarts: readonly number[];
  /** The chair that the bot named at the start, or else who gave `#startmeeting`; empty if the log does not show it. */
  readonly owner: string;
  /** The nick of the bot that replied, if one did. */
  readonly bot: string | undefined;
  /** `YYYY-MM-DD`, from the bot's greeting. */
  readonly date: string | undefined;
  /** The seconds to add to the log's clock for UTC, according to the bot's greeting; undefined if that has no time. */
  readonly utcOffset: number | undefined;
  /** The title set by `#startmeeting` or the last `#meetingtopic`. */
  readonly title: (Place & Pick<Item, 'words'>) | undefined;
  /** The name set by `#meetingname` or the bot, as the bot files it: lower case, `_` instead of whitespace. */
  readonly name: string | undefined;
  /** The items of the minutes, including topics, in order. */
  readonly items: readonly Item[];
  /** What `#undo` removed from them. */
  readonly undone: readonly Undone[];
  readonly votes: readonly Vote[];
  /** Who became or stopped being a chair, in order, beginning with the owner, if there is one. */
  readonly chairChanges: readonly ChairChange[];
  /** The names given with `#here`, and the nicks they belong to. */
  readonly aliases: ReadonlyMap<string, string>;
  /** For a meeting with a scribe: all that its lines say, which counts lines from `startLine`. */
  readonly scribed: Scribed | undefined;
  /** Who was named by `#chair` or `#nick`, and how many lines after `startLine`; `peopleOf` has everyone present. */
  readonly named: ReadonlyMap<string, number>;
}

/** One item of the minutes; its place is its text, without the command. */
export interface Item extends Place {
  readonly type: ItemType;
  readonly nick: string;
  /** The text if it is not in the log: a result that the bot counted. */
  readonly words?: string;
}

/** A vote of a meeting. */
export interface Vote {
  /** The line on which it was opened. */
  readonly line: number;
  /** The line on which it was closed; undefined if it never was. */
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

/** Someone present. People who were only named (`#chair`, `#nick`) have 0 lines, and were first and last seen where named. */
export interface Person {
  readonly nick: string;
  readonly lines: number;
  readonly first: number;
  readonly last: number;
}

/** A meeting, or the lines between two. */
export interface Section {
  /** Its first line, and the line after its last. */
  readonly start: number;
  readonly end: number;
  readonly meeting: Meeting | undefined;
  /** The results of its events, block by block. */
  readonly parts: readonly Part[];
}

/** The results of the events of a block, or of its part in one section. */
export interface Part {
  /** The line of the block's first row, to which the lines of the stretch are relative. */
  readonly start: number;
  /** The same object as long as no edit touches the block or changes the state of the meeting before it, even if it moves. */
  readonly stretch: Stretch;
  /** How many of its items are left: an `#undo` in a later part removes the last one. */
  readonly kept: number;
}

/** The results of consecutive events of one block. All lines are relative to the block's start. */
export interface Stretch {
  readonly steps: readonly Step[];
  /** The items that it added and did not remove. */
  readonly items: readonly Item[];
  /** What `#undo` removed; without an item, it was the last one of the parts above. */
  readonly undone: readonly { readonly line: number; readonly item: Item | undefined }[];
  readonly chairChanges: readonly ChairChange[];
  /** What happened to votes, in order. */
  readonly votes: readonly VoteChange[];
  /** Who was named by `#chair` or `#nick`; the first line counts. */
  readonly named: readonly { readonly nick: string; readonly line: number }[];
  /** The names that people gave with `#here`. */
  readonly aliases: readonly { readonly name: string; readonly nick: string }[];
  /** The title it set last, null if it cleared the title; undefined if it did neither. */
  readonly title: Place | null | undefined;
  readonly name: string | undefined;
  /** The first one that the bot reported in it. */
  readonly date: string | undefined;
  readonly utcOffset: number | undefined;
}

/** The opening of a vote, a ballot, or the end of the open vote. */
export type VoteChange =
  | { readonly kind: 'open'; readonly vote: Vote }
  | { readonly kind: 'ballot'; readonly ballot: Ballot }
  | { readonly kind: 'close'; readonly line: number };

/** An event with its result. Outside of meetings, only commands have one. */
export interface Step extends Outcome {
  readonly event: Event;
}

/** The result of an event, apart from what it did to the meeting. */
export interface Outcome {
  /** Why the bot ignored a command; undefined if it did not. */
  readonly ignored?: Ignored;
  /** For a bot's list of chairs that matches none of the replay's lists since the previous one. */
  readonly otherChairs?: OtherChairs;
  /** For a bot's count of votes that differs from the replay's: the replay's. */
  readonly expectedTally?: string;
  /** For a command that the bot refused: what it said, and how many lines below. */
  readonly refusal?: { readonly said: string; readonly below: number };
  /** For a command by someone who had the rights under an earlier nick: that nick. */
  readonly formerNick?: string;
  /** For a vote that is ignored: the options of the vote that was opened last. */
  readonly options?: readonly string[];
}

/** How the replay's chairs differ from those that a bot lists. */
export interface OtherChairs {
  /** All chairs according to the replay, sorted; undefined if there are very many. */
  readonly chairs: readonly string[] | undefined;
  /** Chairs that the bot does not list, and listed people who are not chairs. */
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

/** The reasons why a bot ignores a command. */
export type Ignored =
  | 'unknown-command'
  | 'refused'
  | 'not-heard'
  | 'outside-meeting'
  | 'meeting-already-started'
  | 'not-chair'
  | 'nothing-to-undo'
  | 'last-is-no-item'
  | 'vote-not-open'
  | 'vote-already-open'
  | 'invalid-vote';

/** A topic with the items below it, including subtopics and their items. */
export interface Topic {
  readonly item: Item;
  readonly items: readonly Item[];
  /** The last line of the topic: the one above the next topic, or the meeting's last. */
  readonly lastLine: number;
}
