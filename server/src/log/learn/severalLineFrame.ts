import type { Layout } from '../layouts/layout.js';
import { type LineRule, readBy, rule } from '../layouts/rule.js';
import { type LogLine, unread } from '../logLine.js';
import { isBareCommand } from './commandSigns.js';
import {
  headedLayout,
  headsOfRow,
  isSignOnly,
  mayBeName,
  nameLine,
  stampAlone,
  timeLine,
  timesAlone,
} from './headLines.js';
import { byForm, headParts } from './headParts.js';
import type { Head, HeadForm } from './heads.js';
import { saidBelow } from './saidBelow.js';
import type { FoundStamp } from './stampForms.js';

/* Heads of several lines: a name and a time in lines of their own, in any order, also with the text between them. */

const fewestHeads = 2;

/** A name and a time that belong to the same text. */
interface Lines {
  readonly stamp: FoundStamp;
  readonly name: string;
  /** Whether a line with nothing but a sign is between the two. */
  readonly hasSign?: boolean;
}

export function severalLineLayouts(rows: readonly string[], firsts: readonly number[]): readonly Layout[] {
  const ways = [nameThenTime, timeThenName, timeBelow];
  const found = ways.map((way) => ({ way, all: firsts.flatMap((index) => way.find(rows, index) ?? []) }));
  return found.flatMap(({ way, all }) => (all.length >= fewestHeads ? (way.layout(all) ?? []) : []));
}

interface Way {
  readonly find: (rows: readonly string[], index: number) => Lines | undefined;
  readonly layout: (all: readonly Lines[]) => Layout | undefined;
}

/** A time below a name, which may be there twice, or be above a line with nothing but a sign. */
const nameThenTime: Way = {
  find: (rows, index) => {
    const stamp = stampAlone(rows[index - 1] ?? '');
    const hasSign = isSignOnly(rows[index - 2] ?? '');
    const name = rows[index - (hasSign ? 3 : 2)];
    return stamp && isName(name) ? { stamp, name, hasSign } : undefined;
  },
  layout: (all) => {
    const [{ stamp, hasSign = false }] = all as [Lines];
    const heads = headsIn(all);
    if (!heads) return undefined;
    const [timed, named] = [timeLine(stamp), nameRule(heads)];
    const below = (text: string, read: LogLine | undefined, above: LogLine | undefined, ahead: readonly string[]) => {
      const name = isAboveTime(text, ahead, timed.pattern, hasSign) ? readBy([named], text) : undefined;
      if (name) return name;
      if (hasSign && isSignOnly(text) && timed.pattern.test(ahead[0] ?? '')) return carried(above);
      return saidBelow(text, read, above);
    };
    return { ...headedLayout(formOf(heads, stamp), [timed, ...timesAlone(undefined)]), below, lookahead: 3 };
  },
};

/** A name below a time. */
const timeThenName: Way = {
  find: (rows, index) => {
    const name = rows[index - 1];
    const stamp = stampAlone(rows[index - 2] ?? '');
    return stamp && isName(name) ? { stamp, name } : undefined;
  },
  layout: (all) => {
    const [{ stamp }] = all as [Lines];
    const heads = headsIn(all);
    if (!heads) return undefined;
    const [timed, named] = [timeLine(stamp), nameRule(heads)];
    if (isMarked(heads)) return headedLayout(formOf(heads, stamp), [timed, named]);
    const below = (text: string, read: LogLine | undefined, above: LogLine | undefined) => {
      // Only its place shows what is a name.
      if (read) return read;
      const isBelowTime = above?.kind === 'heading' && above.nick === '';
      return saidBelow(text, isBelowTime ? readBy([named], text) : undefined, above);
    };
    return { ...headedLayout(formOf(heads, stamp), [timed]), below };
  },
};

/** A name, what it says, and the time below. */
const timeBelow: Way = {
  find: (rows, index) => {
    const stamp = stampAlone(rows.slice(index + 1).find((row) => !isBareCommand(row)) ?? '');
    const name = rows[index - 1];
    return stamp && isName(name) ? { stamp, name } : undefined;
  },
  layout: (all) => {
    const [{ stamp }] = all as [Lines];
    const heads = headsIn(all);
    if (!heads) return undefined;
    const named = nameRule(heads);
    const below = (text: string, read: LogLine | undefined, above: LogLine | undefined) =>
      // A name comes at the top and after each time.
      read ?? (above?.nick ? saidBelow(text, undefined, above) : (readBy([named], text) ?? unread));
    return { ...headedLayout(formOf(heads, stamp), [timeLine(stamp)], 'time below the text'), below };
  },
};

function isName(row: string | undefined): row is string {
  return row !== undefined && mayBeName(row) && !isBareCommand(row);
}

/** The heads of the form that most names have. */
function headsIn(all: readonly Lines[]): readonly Head[] | undefined {
  return byForm(all.flatMap(({ name }) => headsOfRow(name)))[0];
}

function isMarked([head]: readonly Head[]): boolean {
  return head !== undefined && (head.form.open.trim() !== '' || head.form.tail.trim() !== '');
}

/** Reads names: by what is around them, if there is anything. */
function nameRule(heads: readonly Head[]): LineRule {
  const [first] = heads as [Head];
  const names = heads.map(({ name }) => name);
  return isMarked(heads) ? rule('heading', ...headParts(first.form, names, true)) : nameLine;
}

function formOf([head]: readonly Head[], stamp: FoundStamp): HeadForm {
  const { open, tail } = (head as Head).form;
  return { order: 'name first', stamp, open, between: tail, tail: '', annotation: '' };
}

/** Whether a line is right above a time, but for a line with the same name, or with a sign if there is always one. */
function isAboveTime(text: string, ahead: readonly string[], timed: RegExp, hasSign: boolean): boolean {
  const name = text.trim();
  if (name === '' || isBareCommand(text) || isSignOnly(text) || timed.test(text)) return false;
  let isSigned = !hasSign;
  for (const next of ahead) {
    if (timed.test(next)) return isSigned;
    if (isSignOnly(next)) isSigned = true;
    else if (next.trim() !== name) return false;
  }
  return false;
}

/** A line between a name and a time. */
function carried(above: LogLine | undefined): LogLine {
  return { ...unread, kind: 'heading', nick: above?.nick ?? '', time: above?.time };
}
