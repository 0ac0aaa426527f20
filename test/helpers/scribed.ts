import { finish } from '../../server/src/log/steps.js';
import { defaultOptions, type ScribeOptions } from '../../server/src/meeting/scribe/options.js';
import { readingScribed, type Scribed } from '../../server/src/meeting/scribe/readScribed.js';
import type { ChatRecord } from '../../server/src/meeting/scribe/record.js';
import type { Shown } from '../../server/src/meeting/scribe/shown.js';

const written = /^(?:(\d\d):(\d\d):(\d\d) )?<([^>]*)> (.*)$/;

/** The records of lines such as `<ann> hello` and `10:00:00 <ann> hello`. Other lines have none. */
export function recordsOf(rows: readonly string[]): ChatRecord[] {
  return rows.flatMap((row, line) => {
    const [, hours, minutes, seconds, nick, text] = written.exec(row) ?? [];
    if (nick === undefined || text === undefined) return [];
    const time = hours === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    const start = row.length - text.length;
    return [{ line, nick, text, start, end: row.length, time, isInLog: true, isInserted: false }];
  });
}

/** What a meeting's scribe's tools make of some lines. */
export function scribed(rows: readonly string[], options: ScribeOptions = defaultOptions): Scribed {
  return finish(readingScribed(recordsOf(rows), options));
}

/** What is shown of some lines, such as `topic Tea`, `speech Bob: hi / there`, `remark <ann> hello`. */
export function shownOf(rows: readonly string[]): string[] {
  return scribed(rows).state.shown.map(described);
}

/** Something shown, in a line: what it is, who it is by, and its lines. */
export function described({ kind, speaker, nick, lines, data }: Shown): string {
  const who = speaker === undefined ? `<${nick}>` : `${speaker}:`;
  const said = lines.map(({ text }) => text).join(' / ');
  return `${kind} ${who} ${said}${data === undefined ? '' : ` (${data})`}`;
}
