import type { Layout } from '../layouts/layout.js';
import { type LineRule, readBy, rule } from '../layouts/rule.js';
import { isBareCommand, type Rows } from './commandSigns.js';
import { fieldLayouts } from './fieldFrame.js';
import { headedLayout, headsOfRow, timesAlone } from './headLines.js';
import { byForm, headParts } from './headParts.js';
import type { Head, HeadForm } from './heads.js';
import { severalLineLayouts } from './severalLineFrame.js';

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
  const named = fieldLayouts(rows, firsts);
  if (named.length > 0) return named;
  const heads = firsts.flatMap((index) => headsOfRow(rows[index - 1] ?? ''));
  const inOneLine = byForm(heads)
    .slice(0, mostForms)
    .filter((alike) => alike.length >= fewestHeads)
    .flatMap((alike) => oneLineHead(alike, rows) ?? []);
  return [...inOneLine, ...severalLineLayouts(rows, firsts)];
}

/** A head in one line: `Ann Lee, [14.03.2031 20:58]`, `[3/14/2031 8:58 PM] ann`, `Ann Lee:`. */
function oneLineHead(alike: readonly Head[], rows: readonly string[]): Layout | undefined {
  const form = alike[0]?.form;
  if (!form) return undefined;
  const heading = rule(
    'heading',
    ...headParts(
      form,
      alike.map(({ name }) => name),
      true,
    ),
  );
  if (!form.stamp && !areSpeakers(form, heading, rows)) return undefined;
  return headedLayout(form, [heading, ...timesAlone(form.stamp)]);
}

/** Whether names without times are those of people who speak: marked somehow, and several times. */
function areSpeakers({ open, tail }: HeadForm, heading: LineRule, rows: readonly string[]): boolean {
  if (open.trim() === '' && tail.trim() === '') return false;
  const names = rows.flatMap((row) => readBy([heading], row)?.nick ?? []);
  return names.length >= fewestNames && new Set(names).size < names.length && names.length >= rows.length / 5;
}
