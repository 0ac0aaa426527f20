import type { Layout } from '../layouts/layout.js';
import { type LineRule, nick, rule, skip, time } from '../layouts/rule.js';
import { dateSource } from '../layouts/stamp.js';
import { stampPart } from './headParts.js';
import { type Head, type HeadForm, headsOf } from './heads.js';
import { learntTitle } from './learntTitle.js';
import { saidBelow } from './saidBelow.js';
import { type FoundStamp, stampIn } from './stampForms.js';

/* Lines that are above what is said. */

/** The longest such line, in UTF-16 units. */
const longestHead = 160;

export const endOfLine = String.raw`[ \t]*$`;

/** The ways in which a line may be a head. */
export function headsOfRow(row: string): readonly Head[] {
  return row.length <= longestHead ? headsOf(row) : [];
}

/** The stamp of a line that has nothing else but signs. */
export function stampAlone(row: string): FoundStamp | undefined {
  const stamp = row.length <= longestHead ? stampIn(row) : undefined;
  const around = stamp ? row.slice(0, stamp.start) + row.slice(stamp.end) : row;
  return /[\p{L}\p{N}_]/u.test(around) ? undefined : stamp;
}

/** Whether a line may name someone and nothing else. */
export function mayBeName(row: string): boolean {
  return row.length <= longestHead && /[\p{L}\p{N}]/u.test(row) && !stampIn(row);
}

/** A line with nothing but signs, of which programs write some between a name and a time. */
export function isSignOnly(row: string): boolean {
  return row.trim() !== '' && !/[\p{L}\p{N}]/u.test(row);
}

const [open, close] = [skip(String.raw`[ \t\u00a0]{0,16}[\[(]?[ ]?`), skip(String.raw`[ ]?[\])]?[:,]?${endOfLine}`)];
const bareClock = time(String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?`);

/** A line with nothing but a stamp. */
export function timeLine(stamp: FoundStamp): LineRule {
  return rule('heading', open, stampPart({ stamp }), close);
}

/** Who goes on speaking is often not named again, but the time is there; and days have lines of their own. */
export function timesAlone(stamp: FoundStamp | undefined): readonly LineRule[] {
  return [
    ...(stamp?.hasTime ? [timeLine(stamp)] : []),
    rule('heading', open, bareClock, close),
    rule('day', skip(`(?=(?:-{2,9} ?)?${dateSource}(?: ?-{2,9})?${endOfLine})`)),
  ];
}

/** A line with nothing but a name. */
export const nameLine: LineRule = rule(
  'heading',
  skip(String.raw`[ \t]{0,16}`),
  nick(String.raw`[^\s][^\t]{0,63}?(?=${endOfLine})`),
  skip(endOfLine),
);

export function headedLayout(form: HeadForm, rules: readonly LineRule[], where = 'above the text'): Layout {
  return { name: 'learnt', title: learntTitle(form, where), isLearnt: true, rules, below: saidBelow, samples: [] };
}
