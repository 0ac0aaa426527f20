/**
 * What a line of a chat log is: something said, an action (`/me`), the continuation of a wrapped message; someone who joins,
 * leaves or changes nick; a channel's topic or mode; a new day or the opening of the log; a line that names the speaker of the
 * lines below, or their time; anything else a client notes; and lines that are in no layout.
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
 * One line of a chat log, as its layout reads it. It points into the line and copies only the nick, which all lines of a speaker
 * share. Offsets count UTF-16 units from the start of the line; ends are exclusive.
 */
export interface LogLine {
  readonly kind: LineKind;
  /** Seconds since midnight by the log's own clock, undefined if the line has no time. */
  readonly time: number | undefined;
  readonly timeStart: number;
  readonly timeEnd: number;
  /**
   * Who speaks or does something, without channel prefixes (`@`, `+`, …); the old nick for a change of nick; empty if no one is
   * named. Lines below a heading with a nick have the nick too, but not its place.
   */
  readonly nick: string;
  readonly nickStart: number;
  readonly nickEnd: number;
  /**
   * What is said, without trailing whitespace; the new nick for a change of nick; what follows the nick for other events. Leading
   * whitespace is kept.
   */
  readonly textStart: number;
  readonly textEnd: number;
}

/** The reading of lines that the layout does not know. */
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

/** Whether someone says or does something on this line, so that a bot counts it as a line said. */
export function isSpoken({ kind }: LogLine): boolean {
  return isSpokenKind(kind);
}

export function isSpokenKind(kind: LineKind): boolean {
  return kind === 'message' || kind === 'action';
}
