import type { Views } from '../log/views.js';
import type { ItemType } from './commands.js';
import type { Event } from './events.js';

/** A stretch of one line of the log: 0-based line, UTF-16 offsets, the end exclusive. */
export interface Place {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** One meeting of a log. It points into the log; what it points to is read with `textAt`. All lines are 0-based. */
export interface Meeting {
  /** What `perMeeting` keeps of it: the same object as long as no edit touches the meeting, wherever it comes to stand. */
  readonly views: Views;
  /** The line of `#startmeeting`. */
  readonly startLine: number;
  /** The line of the `#endmeeting` that ended the meeting; undefined if it never ended. */
  readonly endLine: number | undefined;
  /** The meeting's last line: that of `#endmeeting`, or the last line of the log on which anybody spoke. */
  readonly lastLine: number;
  /** Who gave `#startmeeting`. */
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
  /** Who became or ceased to be chair, in order; it begins with the owner. */
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

/** Somebody present. Who was only named (`#chair`, `#nick`) has said 0 lines, and was first and last seen where named. */
export interface Person {
  readonly nick: string;
  readonly lines: number;
  readonly first: number;
  readonly last: number;
}

/** A stretch of a log that is replayed as one: a meeting, or what lies between two. */
export interface Section {
  /** Its first line, and the line behind its last. */
  readonly start: number;
  readonly end: number;
  readonly meeting: Meeting | undefined;
  /** What came of its events. The same array as long as no edit touches the section, wherever it comes to stand: `stepsOf` tells where. */
  readonly steps: readonly Step[];
  /** How many lines edits above have moved it by since it was replayed. */
  readonly shift: number;
}

/** An event with what came of it. Outside of meetings, only commands have one. */
export interface Step {
  readonly event: Event;
  /** Why the bot ignored a command; undefined where it did not. */
  readonly ignored?: Ignored;
  /** For a bot's list of chairs that agrees with no list since the one before: the chairs by the replay. */
  readonly expectedChairs?: readonly string[];
  /** For a bot's count of votes that differs from the replay's: the replay's. */
  readonly expectedTally?: string;
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

/** The items of a meeting before its first topic, and its topics with theirs. */
export function agenda(meeting: Meeting): { readonly items: readonly Item[]; readonly topics: readonly Topic[] } {
  const starts = [...meeting.items.keys()].filter((index) => meeting.items[index]?.type === 'TOPIC');
  const topics = starts.map((start, index): Topic => {
    const next = starts[index + 1];
    return {
      item: meeting.items[start] as Item,
      items: meeting.items.slice(start + 1, next),
      lastLine: next === undefined ? meeting.lastLine : (meeting.items[next] as Item).line - 1,
    };
  });
  return { items: meeting.items.slice(0, starts[0]), topics };
}

/** The items of a topic before its first subtopic, and its subtopics with theirs. */
export function withSubtopics({ items, lastLine }: Topic): {
  readonly items: readonly Item[];
  readonly subtopics: readonly Topic[];
} {
  const starts = [...items.keys()].filter((index) => items[index]?.type === 'SUBTOPIC');
  const subtopics = starts.map((start, index) => {
    const next = items[starts[index + 1] ?? items.length];
    return {
      item: items[start] as Item,
      items: items.slice(start + 1, starts[index + 1]),
      lastLine: next ? next.line - 1 : lastLine,
    };
  });
  return { items: items.slice(0, starts[0]), subtopics };
}

/** Who is chair at the end of a line, sorted by code point as the bot lists them; without a line, at the end of the meeting. */
export function chairsAt(meeting: Meeting, line = Number.POSITIVE_INFINITY): string[] {
  const chairs = new Set<string>();
  for (const change of meeting.chairChanges) {
    if (change.line > line) break;
    if (change.chair) chairs.add(change.nick);
    else chairs.delete(change.nick);
  }
  return byCodePoint(chairs);
}

/** Strings in the order in which MeetBot sorts them. */
export function byCodePoint(strings: Iterable<string>): string[] {
  return [...strings].sort(compareCodePoints);
}

function compareCodePoints(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  const index = left.findIndex((character, at) => character !== right[at]);
  if (index < 0) return left.length - right.length;
  return (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? -1);
}
