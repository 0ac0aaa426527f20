import type { Layout } from '../layouts/layout.js';
import { type LineRule, nick, readBy, rule, skip, time } from '../layouts/rule.js';
import { dateSource } from '../layouts/stamp.js';
import { type LogLine, unread } from '../logLine.js';
import { isBareCommand, type Rows } from './commandSigns.js';
import { byForm, headParts, stampPart } from './headParts.js';
import { type Head, type HeadForm, headsOf } from './heads.js';
import { learntTitle } from './learntTitle.js';
import { escaped } from './literal.js';
import { saidBelow } from './saidBelow.js';
import { type FoundStamp, stampIn } from './stampForms.js';

/* Layouts in which what is said is below the name of the speaker, and the time if there is one. */

/** How many heads of a form must be above commands. */
const fewestHeads = 2;
const mostForms = 2;
/** Without times, names must come again and again. */
const fewestNames = 3;

export function headedLayouts({ rows }: Rows): readonly Layout[] {
  const firsts = rows.flatMap((row, index) =>
    index > 0 && isBareCommand(row) && !isBareCommand(rows[index - 1] ?? '') ? index : [],
  );
  const above = firsts.map((index) => rows[index - 1] ?? '');
  const heads = above.flatMap((row) => (row.length <= longestHead ? headsOf(row) : []));
  const named = fields(rows, firsts);
  if (named.length > 0) return named;
  return [
    ...byForm(heads)
      .slice(0, mostForms)
      .filter((alike) => alike.length >= fewestHeads)
      .flatMap((alike) => oneLineHead(alike, rows) ?? []),
    ...severalLines(rows, firsts),
    ...timeBelow(rows, firsts),
  ];
}

const longestHead = 160;

const endOfLine = String.raw`[ \t]*$`;
/** Who goes on speaking is often not named again, but the time is there. */
const bareTime = rule(
  'heading',
  skip(String.raw`[ \t]{0,4}[\[(]?`),
  time(String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?`),
  skip(String.raw`[\])]?${endOfLine}`),
);
const dayAlone = rule('day', skip(`(?=(?:-{2,9} ?)?${dateSource}(?: ?-{2,9})?${endOfLine})`));

function layoutOf(form: HeadForm, rules: readonly LineRule[]): Layout {
  return {
    name: 'learnt',
    title: learntTitle(form, 'above the text'),
    isLearnt: true,
    rules,
    below: saidBelow,
    samples: [],
  };
}

/** A head in one line: `Ann Lee, [14.03.2031 20:58]`, `[3/14/2031 8:58 PM] ann`, `Ann Lee:`. */
function oneLineHead(alike: readonly Head[], rows: readonly string[]): Layout | undefined {
  const form = alike[0]?.form;
  if (!form) return undefined;
  const names = alike.map(({ name }) => name);
  if (!form.stamp && !areSpeakers(alike, rows)) return undefined;
  return layoutOf(form, [rule('heading', ...headParts(form, names, true)), bareTime, dayAlone]);
}

/** Whether names without times are those of people who speak: marked somehow, and several times. */
function areSpeakers(alike: readonly Head[], rows: readonly string[]): boolean {
  const [first] = alike;
  if (!first || (first.form.open.trim() === '' && first.form.tail.trim() === '')) return false;
  const heading = rule(
    'heading',
    ...headParts(
      first.form,
      alike.map(({ name }) => name),
      true,
    ),
  );
  const names = rows.flatMap((row) => readBy([heading], row)?.nick ?? []);
  return names.length >= fewestNames && new Set(names).size < names.length && names.length >= rows.length / 5;
}

/** A time below a name: the name may be there twice, or have a line with nothing but a sign below it. */
function severalLines(rows: readonly string[], firsts: readonly number[]): readonly Layout[] {
  const found = firsts.flatMap((index) => {
    const row = rows[index - 1] ?? '';
    const stamp = stampAlone(row);
    const name = stamp && nameAbove(rows, index - 1);
    return stamp && name !== undefined ? { stamp, row, name } : [];
  });
  if (found.length < fewestHeads) return [];
  const [{ stamp, row, name }] = found as [(typeof found)[0]];
  const [head] = headsOf(name);
  if (!head) return [];
  const timed = timeLine({ stamp, row });
  const form: HeadForm = { ...head.form, stamp, order: 'name first', between: head.form.tail, tail: '' };
  const names = rule('heading', ...headParts({ ...head.form, annotation: '' }, [name, ''].slice(0, 1), true));
  const isName = (text: string, ahead: readonly string[]) => isAboveTime(text, ahead, timed.pattern);
  const below = (text: string, read: LogLine | undefined, above: LogLine | undefined, ahead: readonly string[]) =>
    !isBareCommand(text) && isName(text, ahead)
      ? saidBelow(text, readBy([names, anyName], text) ?? read, undefined)
      : saidBelow(
          text,
          read ??
            (isSignOnly(text) && above?.kind === 'heading'
              ? { ...above, textStart: 0, textEnd: 0, timeStart: 0, timeEnd: 0, nickStart: 0, nickEnd: 0 }
              : undefined),
          above,
        );
  return [{ ...layoutOf(form, [timed, bareTime, dayAlone]), below, lookahead: 3 }];
}

/** A name, what it says, and the time below. */
function timeBelow(rows: readonly string[], firsts: readonly number[]): readonly Layout[] {
  const found = firsts.flatMap((index) => {
    const row = rows.slice(index + 1).find((next) => !isBareCommand(next)) ?? '';
    const stamp = stampAlone(row);
    return stamp && rows[index - 1] !== undefined && !stampIn(rows[index - 1] ?? '') ? { stamp, row } : [];
  });
  const [first] = found;
  if (!first || found.length < fewestHeads) return [];
  const timed = timeLine(first);
  const below = (text: string, read: LogLine | undefined, above: LogLine | undefined) =>
    // A name comes at the top and after each time.
    read ?? (above?.nick ? saidBelow(text, undefined, above) : (readBy([anyName], text) ?? unread));
  const form: HeadForm = { order: 'name first', stamp: first.stamp, open: '', between: '', tail: '', annotation: '' };
  return [{ ...layoutOf(form, [timed]), title: learntTitle(form, 'below the text'), below }];
}

interface StampLine {
  readonly stamp: FoundStamp;
  readonly row: string;
}

/** A rule for lines with nothing but a stamp and the same signs. */
function timeLine({ stamp, row }: StampLine): LineRule {
  return rule(
    'heading',
    skip(indentOf(row) + escaped(row.slice(0, stamp.start).trimStart())),
    stampPart({ stamp }),
    skip(escaped(row.slice(stamp.end).trimEnd()) + endOfLine),
  );
}

const anyName = rule(
  'heading',
  skip(String.raw`[ \t]{0,4}`),
  nick(String.raw`[^\s][^\t]{0,63}?(?=${endOfLine})`),
  skip(endOfLine),
);

/** Whether a line is right above a time, but for a line with the same name or nothing but a sign. */
function isAboveTime(text: string, ahead: readonly string[], timed: RegExp): boolean {
  const name = text.trim();
  if (name === '' || isSignOnly(text) || timed.test(text)) return false;
  for (const next of ahead) {
    if (timed.test(next)) return true;
    if (!isSignOnly(next) && next.trim() !== name) return false;
  }
  return false;
}

function isSignOnly(text: string): boolean {
  return text.trim() !== '' && !/[\p{L}\p{N}]/u.test(text);
}

function indentOf(row: string): string {
  return /^[ \t]/.test(row) ? String.raw`[ \t]{1,16}` : '';
}

/** The stamp of a line that has nothing else but signs. */
function stampAlone(row: string): FoundStamp | undefined {
  const stamp = row.length <= longestHead ? stampIn(row) : undefined;
  return stamp && !/[\p{L}\p{N}]/u.test(row.slice(0, stamp.start) + row.slice(stamp.end)) ? stamp : undefined;
}

function nameAbove(rows: readonly string[], index: number): string | undefined {
  const at = isSignOnly(rows[index - 1] ?? '') ? index - 2 : index - 1;
  const row = rows[at];
  return row !== undefined && row.length <= longestHead && !isBareCommand(row) && !stampIn(row) ? row : undefined;
}

const fieldPattern = /^(\p{L}[\p{L} ]{0,20}): *(\S.{0,120})$/u;

/** Fields above what is said: `From: ann`, `Sent: Fri, 14 Mar 2031 20:58:58 +0000`. */
function fields(rows: readonly string[], firsts: readonly number[]): readonly Layout[] {
  const blocks = firsts.map((index) => fieldsAbove(rows, index)).filter((block) => block.length >= 2);
  const [first] = [...blocks].sort((a, b) => a.length - b.length);
  if (!first || blocks.length < fewestHeads) return [];
  const keys = first.map(([key]) => key);
  if (
    !blocks.every(
      (block) =>
        block
          .slice(-keys.length)
          .map(([key]) => key)
          .join() === keys.join(),
    )
  )
    return [];
  const timed = first.find(([, value]) => stampIn(value)?.hasTime);
  const [named] = first;
  const stamp = timed && stampIn(timed[1]);
  if (!named || !timed || named === timed || !stamp) return [];
  const [nameHead] = headsOf(named[1]);
  if (!nameHead) return [];
  const line = (key: string, ...parts: Parameters<typeof rule>[1][]) =>
    rule('heading', skip(`${escaped(key)}: {0,4}`), ...parts);
  const rules = [
    line(named[0], nick(String.raw`[^\s(<][^(<\t]{0,63}?(?= *[(<]| *$)`), skip('.{0,200}$')),
    line(timed[0], stampPart({ stamp }), skip(`.{0,40}$`)),
    rule('heading', skip(`(?:${keys.map(escaped).join('|')}):.{0,200}$`)),
  ];
  return [layoutOf({ ...nameHead.form, stamp, order: 'name first' }, rules)];
}

function fieldsAbove(rows: readonly string[], index: number): [key: string, value: string][] {
  const found: [string, string][] = [];
  for (let at = index - 1; at >= 0; at--) {
    const [, key, value] = fieldPattern.exec(rows[at] ?? '') ?? [];
    if (key === undefined || value === undefined) break;
    if (found.some(([known]) => known === key)) break;
    found.unshift([key, value]);
  }
  return found;
}
