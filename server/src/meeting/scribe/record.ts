import type { Place } from '../../log/place.js';

/** A message as a scribe's tools read it: they know nothing of the line around it. */
export interface ChatRecord {
  /** 0-based, counted from the meeting's first line; of an inserted record, that of the correction that inserts it. */
  readonly line: number;
  /** Of an inserted record: the line in front of which it is. */
  readonly at?: number;
  /** Of an inserted record: where what is said on that line is in it. */
  readonly atText?: { readonly start: number; readonly end: number };
  readonly nick: string;
  /** What was said, with spaces for tabs, the lines of a longer message joined by spaces; a correction changes it. */
  text: string;
  /** Where that is in its line: UTF-16 offsets, end exclusive; of a longer message, its first line. */
  readonly start: number;
  readonly end: number;
  /** Seconds since midnight by the log's clock. */
  readonly time: number | undefined;
  /** Whether its text is in the log as it is, at that place. */
  isInLog: boolean;
  readonly isInserted: boolean;
}

/** A part of what was said, perhaps as corrected. */
export interface Said {
  readonly text: string;
  /** Where it is in the log; of a text that the log does not have, where the message is that it was made from. */
  readonly place: Place;
  /** Whether the text is exactly what is at that place. */
  readonly isInLog: boolean;
}

/** A part of a record: UTF-16 offsets in its text, end exclusive. */
export function saidIn(record: ChatRecord, start = 0, end = record.text.length): Said {
  const { line, isInLog } = record;
  const text = record.text.slice(start, end);
  if (!isInLog) return { text, place: { line, start: record.start, end: record.end }, isInLog };
  return { text, place: { line, start: record.start + start, end: record.start + end }, isInLog };
}

/** The same, without the spaces at its start and its end. Only U+0020 counts: a no-break space is a letter to these tools. */
export function trimmedIn(record: ChatRecord, start = 0, end = record.text.length): Said {
  let from = start;
  let to = end;
  while (to > from && record.text.charCodeAt(to - 1) === 32) to--;
  while (from < to && record.text.charCodeAt(from) === 32) from++;
  return saidIn(record, from, to);
}
