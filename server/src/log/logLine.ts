/**
 * What a line of a chat log is: something said, an action (`/me`), the rest of a message that was wrapped; who came,
 * went, or changed nick; a channel's topic or mode; a day that begins or a log that is opened; a line that says who
 * speaks below it, or when; whatever else a client notes; and all that is in no layout.
 */
export type LineKind =
  | 'message'
  | 'action'
  | 'continuation'
  | 'join'
  | 'part'
  | 'quit'
  | 'nick'
  | 'topic'
  | 'mode'
  | 'day'
  | 'heading'
  | 'notice'
  | 'other';

/**
 * One line of a chat log, as its layout reads it. It points into the line and copies nothing but the nick,
 * which is shared by all lines of one speaker. Offsets count UTF-16 units from the start of the line; ends are exclusive.
 */
export interface LogLine {
  readonly kind: LineKind;
  /** Seconds since midnight by the log's own clock, undefined if the line has no time. */
  readonly time: number | undefined;
  readonly timeStart: number;
  readonly timeEnd: number;
  /**
   * Who speaks or does something, without channel prefixes (`@`, `+`, …); for a change of nick the old one; empty if nobody is
   * named. If a heading says who speaks, the lines below it have the nick as well, but not its place.
   */
  readonly nick: string;
  readonly nickStart: number;
  readonly nickEnd: number;
  /**
   * What is said, without white space at its end; for a change of nick the new one; for other events what follows the nick.
   * White space in front of it is kept.
   */
  readonly textStart: number;
  readonly textEnd: number;
}

/** The reading of every line that its layout does not know. */
export const unread: LogLine = {
  kind: 'other',
  time: undefined,
  timeStart: 0,
  timeEnd: 0,
  nick: '',
  nickStart: 0,
  nickEnd: 0,
  textStart: 0,
  textEnd: 0,
};

/** Whether someone says or does something on this line: what a bot counts as a line said. */
export function isSpoken({ kind }: LogLine): boolean {
  return isSpokenKind(kind);
}

export function isSpokenKind(kind: LineKind): boolean {
  return kind === 'message' || kind === 'action';
}
