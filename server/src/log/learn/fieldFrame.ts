import type { Layout } from '../layouts/layout.js';
import { nick, rule, skip } from '../layouts/rule.js';
import { headedLayout } from './headLines.js';
import { stampPart } from './headParts.js';
import { headsOf } from './heads.js';
import { escaped } from './literal.js';
import { stampIn } from './stampForms.js';

/* Fields above what is said, as in mails: `From: ann`, `Sent: Fri, 14 Mar 2031 20:58:58 +0000`. */

const fewestBlocks = 2;
const fieldPattern = /^(\p{L}[\p{L} ]{0,20}): *(\S.{0,120})$/u;

type Field = readonly [key: string, value: string];

export function fieldLayouts(rows: readonly string[], firsts: readonly number[]): readonly Layout[] {
  const blocks = firsts.map((index) => fieldsAbove(rows, index)).filter(({ length }) => length >= 2);
  const [block] = [...blocks].sort((a, b) => a.length - b.length);
  if (!block || blocks.length < fewestBlocks) return [];
  const keys = keysOf(block);
  return blocks.every((other) => keysOf(other.slice(-block.length)).join() === keys.join()) ? layoutsOf(block) : [];
}

function keysOf(block: readonly Field[]): readonly string[] {
  return block.map(([key]) => key);
}

/** The first field names who speaks, and another one has the time. */
function layoutsOf(block: readonly Field[]): readonly Layout[] {
  const timed = block.find(([, value]) => stampIn(value)?.hasTime);
  const [named] = block;
  const stamp = timed && stampIn(timed[1]);
  const [head] = named ? headsOf(named[1]) : [];
  if (!named || !timed || named === timed || !stamp || !head) return [];
  const line = (key: string, ...parts: Parameters<typeof rule>[1][]) =>
    rule('heading', skip(`${escaped(key)}: {0,4}`), ...parts);
  return [
    headedLayout({ ...head.form, stamp, order: 'name first' }, [
      line(named[0], nick(String.raw`[^\s(<][^(<\t]{0,63}?(?= *[(<]| *$)`), skip('.{0,200}$')),
      line(timed[0], skip(String.raw`[\[(]?[ ]?`), stampPart({ stamp }), skip('.{0,40}$')),
      rule('heading', skip(`(?:${keysOf(block).map(escaped).join('|')}):.{0,200}$`)),
    ]),
  ];
}

function fieldsAbove(rows: readonly string[], index: number): readonly Field[] {
  const found: Field[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const [, key, value] = fieldPattern.exec(rows[at] ?? '') ?? [];
    if (key === undefined || value === undefined || found.some(([known]) => known === key)) break;
    found.unshift([key, value]);
  }
  return found;
}
