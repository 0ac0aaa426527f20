import { longestTrailer, type Trailer } from '../layouts/trailer.js';
import type { LogLine } from '../logLine.js';
import { stampIn } from './stampForms.js';

/* What most messages of a log end with. */

/** The share of messages that must have a trailer, and how many these must be. */
const enough = 0.8;
const fewest = 3;

const closingTag = /<\/[a-z]{1,8}(?:\.[\w.]{1,30})?>$/;
/** What is behind the last wide gap of a line; a long text leaves a narrow one. */
const behindGap = /[ \t]{2}(\S(?:.{0,60}\S)?)$/;

/** The trailer of the messages among some lines; undefined if they have none. `rows` are their texts. */
export function trailerIn(rows: readonly string[], lines: readonly LogLine[]): Trailer | undefined {
  const said = lines.flatMap(({ kind, timeEnd }, index) =>
    kind === 'message' || kind === 'heading'
      ? { end: endOf(rows[index] ?? ''), isTimed: timeEnd > 0, isMessage: kind === 'message' }
      : [],
  );
  const untimed = said.filter(({ isTimed }) => !isTimed);
  const stamps = untimed.length < said.length / 2 ? [] : untimed.flatMap(({ end }) => stampAtMargin(end) ?? []);
  const isCommon = (pattern: RegExp, among: readonly { readonly end: string }[]) =>
    among.filter(({ end }) => pattern.test(end)).length >= Math.max(fewest, among.length * enough);
  const margins = [...new Set(stamps)].slice(0, 3).map(marginPattern);
  const pattern =
    margins.find((one) => isCommon(one, said)) ??
    [closingTag].find((one) =>
      isCommon(
        one,
        said.filter(({ isMessage }) => isMessage),
      ),
    );
  return pattern && { pattern };
}

function endOf(row: string): string {
  return row.slice(-longestTrailer).trimEnd();
}

/** A regular expression for the stamp behind the text of a line. */
function stampAtMargin(end: string): string | undefined {
  const behind = behindGap.exec(end)?.[1];
  const stamp = behind === undefined ? undefined : stampIn(behind);
  return stamp && behind && isAlone(behind, stamp.start, stamp.end) ? stamp.source : undefined;
}

function isAlone(text: string, start: number, end: number): boolean {
  return /^[[(<]? ?$/.test(text.slice(0, start)) && /^ ?[\])>]?$/.test(text.slice(end));
}

function marginPattern(source: string): RegExp {
  return new RegExp(String.raw`[ \t]{1,100}[[(<]?[ ]?(${source})[ ]?[\])>]?$`);
}
