import { endOfText } from '../../log/layouts/times.js';

/** A line, as read by MeetBot. */
export interface OriginalLine {
  /** Seconds since midnight; undefined if the time cannot be read. */
  readonly time: number | undefined;
  readonly nick: string;
  readonly text: string;
}

/*
 * MeetBot's two patterns, `\[?([0-9: ]*)\]? *<[@+]?([^>]+)> *(.*)` and `\[?([0-9: ]*)\]? *\* *([^ ]+) *(.*)`, part by part, so
 * that no part is tried twice: spaces may belong to the time or to what follows it, so that as one pattern it would take
 * quadratic time.
 */
const lead = /\[?([0-9: ]*)(?:\] *)?/y;
const speaker = /<[@+]?([^>]+)> */y;
const actor = /\* *([^ ]+) */y;

/** Reads a line that someone says; undefined for any other. */
export function matchSpoken(row: string): OriginalLine | undefined {
  return match(row, speaker);
}

/** Reads a `/me` line; undefined for any other. */
export function matchEmote(row: string): OriginalLine | undefined {
  return match(row, actor);
}

function match(row: string, who: RegExp): OriginalLine | undefined {
  lead.lastIndex = 0;
  const time = lead.exec(row)?.[1] ?? '';
  who.lastIndex = lead.lastIndex;
  const nick = who.exec(row)?.[1];
  if (nick === undefined) return undefined;
  const text = row.slice(who.lastIndex);
  return {
    time: parseTime(time.trim()),
    nick: nick.trim(),
    text: text.slice(0, endOfText(text)).replace(/^[ \t-\r]+/, ''),
  };
}

/** `%H:%M:%S` or `%H:%M`, as parsed by C's `strptime`. */
function parseTime(text: string): number | undefined {
  const found = /^(2[0-3]|[01]?\d):([0-5]?\d)(?::(6[01]|[0-5]?\d))?$/.exec(text);
  if (!found) return undefined;
  const [, hours, minutes, seconds = '0'] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
