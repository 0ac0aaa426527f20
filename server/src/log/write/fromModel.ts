import { plainText } from '../layouts/damage.js';
import type { Layout } from '../layouts/layout.js';
import { endOfText, secondsOfDay } from '../layouts/times.js';
import type { LogLine } from '../logLine.js';
import { type Alignment, alignedBefore, alignedBehind } from './alignment.js';
import { codingsOf } from './coding.js';
import type { Model } from './models.js';
import { readRows } from './reading.js';
import type { Said } from './said.js';
import { stampAt } from './stampWriter.js';

/* Makes lines from a model: its parts are replaced, and it counts only if the layout reads back what was to be said. */

/** What the log around a new line shows of how to write it. */
export interface Style {
  /** The stamp nearby, which has the right date. */
  readonly stamp?: string | undefined;
  readonly alignment?: Alignment;
}

/** Rows without line ends, and which of them has the text. */
export interface WrittenRows {
  readonly rows: readonly string[];
  readonly at: number;
  /** The reading of that row. */
  readonly line: LogLine;
}

/** One way to fill a model. */
interface Filling {
  readonly said: Said;
  readonly stamp: string | undefined;
  readonly alignment: Alignment;
  readonly coding: (text: string) => string;
  /** What is before and behind the nick of someone else. */
  readonly before: (part: string) => string;
  readonly behind: (part: string) => string;
}

/** The rows that say something in the style of a model; undefined if the layout would read them as anything else. */
export function fromModel(layout: Layout, { rows }: Model, said: Said, style: Style): WrittenRows | undefined {
  if (/[\r\n]/.test(said.nick + said.text)) return undefined;
  const lines = readRows(layout, rows);
  const at = lines.findIndex(({ kind, nick }) => kind === said.kind && nick !== '');
  const model = lines[at];
  if (!model) return undefined;
  for (const filling of fillings(layout, rows, lines, said, style)) {
    const written = rows.map((row, index) => filled(row, lines[index] ?? model, index === at, filling));
    const read = readRows(layout, written);
    const line = read[at];
    if (line && isAsSaid(layout, { rows, lines, at }, { rows: written, lines: read }, filling))
      return { rows: written, at, line };
  }
  return undefined;
}

function* fillings(
  layout: Layout,
  rows: readonly string[],
  lines: readonly LogLine[],
  said: Said,
  style: Style,
): Generator<Filling> {
  const timed = lines.findIndex(({ timeStart, timeEnd }) => timeEnd > timeStart);
  const own = rows[timed]?.slice(lines[timed]?.timeStart, lines[timed]?.timeEnd);
  const plain = (part: string) => part;
  const stamps = own === undefined ? [undefined] : stampsOf(own, said.time, style.stamp);
  for (const stamp of stamps) {
    for (const coding of codingsOf(layout.damage)) {
      for (const alignment of style.alignment ? [style.alignment, undefined] : [undefined]) {
        const way = { said, stamp, coding, alignment };
        yield { ...way, before: unranked, behind: unhosted };
        yield { ...way, before: unranked, behind: plain };
        yield { ...way, before: plain, behind: plain };
      }
    }
  }
}

/** The stamps that show a time: after the one nearby, which has the right date, or after the model's. */
function stampsOf(own: string, time: number | undefined, nearby: string | undefined): readonly string[] {
  const wanted = time ?? (nearby === undefined ? undefined : secondsOfDay(nearby));
  // Some stamps have only a date.
  if (wanted === undefined || secondsOfDay(own) === undefined) return [nearby ?? own, own];
  return [nearby ?? own, own].flatMap((stamp) => stampAt(stamp, wanted) ?? []);
}

/** Without the marks of rights; where nicks are in a column, or apart from them, the place of the mark stays. */
function unranked(before: string): string {
  return before.replace(/[@+%&~!•]{1,8}(?= *$)/, (marks, at: number) =>
    at + marks.length < before.length ? ' '.repeat(marks.length) : '',
  );
}

/** Without the address or the full name of someone else. */
function unhosted(behind: string): string {
  return behind.replace(/^![^\s:>]+/, '').replace(/^> \S[^<>]*$/, '> ');
}

function filled(row: string, line: LogLine, isText: boolean, filling: Filling): string {
  const { timeStart, timeEnd, textStart, textEnd } = line;
  const hasTime = timeEnd > timeStart;
  const edits: Edit[] = hasTime && filling.stamp !== undefined ? [[timeStart, timeEnd, filling.stamp]] : [];
  if (line.nickEnd > line.nickStart) edits.push(...nickEdits(row, line, isText, filling));
  if (isText) {
    const text = textOf(row, line, filling);
    const isLast = row.slice(textEnd).trim() === '';
    edits.push([textStart, isLast ? row.length : textEnd, text]);
    if (hasTime && timeStart >= textEnd) edits.push(marginEdit(row, line, text));
  }
  edits.sort(([a], [b]) => a - b);
  let written = '';
  let done = 0;
  for (const [start, end, text] of edits) {
    written += row.slice(done, start) + text;
    done = end;
  }
  return written + row.slice(done);
}

type Edit = readonly [start: number, end: number, text: string];

function nickEdits(row: string, line: LogLine, isText: boolean, filling: Filling): Edit[] {
  const { timeStart, timeEnd, nickStart, nickEnd, textStart } = line;
  const from = timeEnd <= nickStart ? timeEnd : 0;
  const to = Math.min(timeStart >= nickEnd ? timeStart : row.length, isText ? textStart : row.length);
  const nick = filling.coding(filling.said.nick);
  const isSame = filling.said.nick === line.nick;
  const by = nick.length - (nickEnd - nickStart);
  const [before, behind] = [row.slice(from, nickStart), row.slice(nickEnd, to)];
  const [left, right] = isSame ? [before, behind] : [filling.before(before), filling.behind(behind)];
  const { alignment } = filling;
  return [
    [from, nickStart, alignment === 'right' ? alignedBefore(left, by + left.length - before.length) : left],
    [nickStart, nickEnd, nick],
    [nickEnd, to, alignment === 'left' ? alignedBehind(right, by + right.length - behind.length) : right],
  ];
}

/** The new text, or the layout's own words about someone else. */
function textOf(row: string, { nick, textStart, textEnd }: LogLine, { said, coding }: Filling): string {
  return hasOwnWords(said) ? row.slice(textStart, textEnd).replaceAll(nick, coding(said.nick)) : coding(said.text);
}

/** Keeps a stamp behind the text where it was. */
function marginEdit(row: string, { timeStart, textStart, textEnd }: LogLine, text: string): Edit {
  const between = row.slice(textEnd, timeStart);
  const by = text.length - (textEnd - textStart);
  return [
    textEnd,
    timeStart,
    between.replace(/^ +/, (blanks) => ' '.repeat(Math.min(99, Math.max(2, blanks.length - by)))),
  ];
}

interface Read {
  readonly rows: readonly string[];
  readonly lines: readonly LogLine[];
}

/** Whether rows are read like their model, but for what is said. */
function isAsSaid(
  { damage }: Layout,
  model: Read & { readonly at: number },
  { rows, lines }: Read,
  { said, stamp }: Filling,
): boolean {
  const time = stamp === undefined ? undefined : secondsOfDay(plainText(damage, stamp));
  const speaker = model.lines[model.at]?.nick;
  const isAlike = model.lines.every((old, index) => {
    const line = lines[index];
    if (line?.kind !== old.kind || (old.time !== undefined && line.time !== time)) return false;
    return line.nick === (old.nick === speaker ? said.nick : old.nick);
  });
  const { textStart = 0, textEnd = 0 } = lines[model.at] ?? {};
  const text = plainText(damage, (rows[model.at] ?? '').slice(textStart, textEnd));
  return isAlike && (hasOwnWords(said) || text === said.text.slice(0, endOfText(said.text)));
}

/** Whether the layout's own words say what happens. */
function hasOwnWords({ kind, text }: Said): boolean {
  return text === '' && kind !== 'message' && kind !== 'action' && kind !== 'nick';
}
