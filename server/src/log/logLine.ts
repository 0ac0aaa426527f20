/**
 * What a line of a chat log is: something said, an action (`/me`), a change of nick,
 * or anything that a meeting does not need.
 */
export type LineKind = 'message' | 'action' | 'nick' | 'other';

/**
 * One line of a chat log, as its layout reads it. It points into the line and copies nothing but the nick,
 * which is shared by all lines of one speaker. Offsets count UTF-16 units from the start of the line; ends are exclusive.
 */
export interface LogLine {
  readonly kind: LineKind;
  /** Seconds since midnight by the log's own clock, undefined where the line bears no time. */
  readonly time: number | undefined;
  readonly timeStart: number;
  readonly timeEnd: number;
  /** Who speaks, without channel prefixes (`@`, `+`, …); for a change of nick the old one; empty for other lines. */
  readonly nick: string;
  readonly nickStart: number;
  readonly nickEnd: number;
  /** What is said, without blanks at its end; for a change of nick the new one. Blanks in front of it are kept. */
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

/** Whether somebody says or does something on this line: what a bot counts as a line said. */
export function isSpoken(line: LogLine): boolean {
  return line.kind === 'message' || line.kind === 'action';
}
