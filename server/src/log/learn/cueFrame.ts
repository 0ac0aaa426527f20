import type { Layout } from '../layouts/layout.js';
import { rule, skip } from '../layouts/rule.js';
import { type LogLine, unread } from '../logLine.js';
import type { Rows } from './commandSigns.js';
import { byForm, headParts, stampPart } from './headParts.js';
import { type Head, headsOf } from './heads.js';
import { learntTitle } from './learntTitle.js';
import { saidBelow } from './saidBelow.js';
import { type FoundStamp, stampIn } from './stampForms.js';

/* Subtitles, as WebVTT and SBV have them: a line with two times, and below it who says what. */

const fewestHeads = 2;

export function cueLayouts({ rows, commands }: Rows): readonly Layout[] {
  const found = rows.flatMap((row, index) => {
    const end = commands[index]?.[0] ?? -1;
    const stamp = end > 0 ? cueStamp(rows[index - 1] ?? '') : undefined;
    const [head] = stamp ? headsOf(row.slice(0, end)) : [];
    return stamp && head && !head.form.stamp ? { stamp, head } : [];
  });
  const [first] = found;
  const alike = byForm(found.map(({ head }) => head))[0] ?? [];
  return first && alike.length >= fewestHeads ? [cueLayout(first.stamp, alike)] : [];
}

const arrow = '(?: {1,4}--> {1,4}|,)';

function cueLayout(stamp: FoundStamp, alike: readonly Head[]): Layout {
  const [{ form }] = alike as [Head];
  const clock = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}`;
  const timed = rule(
    'heading',
    stampPart({ stamp: { ...stamp, source: String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}` } }),
    skip(`${arrow}${clock}.{0,200}$`),
  );
  const said = rule(
    'message',
    ...headParts(
      form,
      alike.map(({ name }) => name),
      false,
    ),
  );
  const below = (text: string, read: LogLine | undefined, above: LogLine | undefined, ahead: readonly string[]) => {
    // A cue ends with a blank line, and the next may have a name of its own above its times.
    if (text.trim() === '' || ((above?.kind ?? 'other') === 'other' && timed.pattern.test(ahead[0] ?? '')))
      return unread;
    if (read?.kind === 'heading') return read;
    if (read) return { ...read, time: above?.time };
    return above?.kind === 'message' ? saidBelow(text, undefined, above) : unread;
  };
  return {
    name: 'learnt',
    title: learntTitle({ ...form, stamp, order: 'stamp first', between: form.open }, 'as in subtitles'),
    isLearnt: true,
    rules: [timed, said],
    below,
    lookahead: 1,
    samples: [],
  };
}

/** The first time of a cue. */
function cueStamp(row: string): FoundStamp | undefined {
  const stamp = stampIn(row);
  return stamp?.start === 0 && new RegExp(`^${arrow}`).test(row.slice(stamp.end)) ? stamp : undefined;
}
