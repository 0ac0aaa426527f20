import type { HeadForm } from './heads.js';

/* What a learnt layout looks like, for people. */

const signs: readonly (readonly [sign: RegExp, name: string])[] = [
  [/</, 'angle brackets'],
  [/\*\*/, 'bold'],
  [/[:：]/, 'colon'],
  [/\[/, 'brackets'],
  [/\(/, 'parentheses'],
  [/\|/, 'bar'],
  [/\t/, 'tab'],
  [/[-–—]/, 'dash'],
];

/** `As found: date, time, name, colon`. */
export function learntTitle({ order, stamp, open, between, tail }: HeadForm, frame: string): string {
  const when = stamp ? [...(stamp.hasDate ? ['date'] : []), ...(stamp.hasTime ? ['time'] : [])] : [];
  const around =
    order === 'stamp first' ? between.replace(/^[\])]/, '') + tail : open + (order === 'name first' ? between : tail);
  const sign = signs.find(([pattern]) => pattern.test(around))?.[1];
  const parts = [...(order === 'name first' ? ['name', ...when] : [...when, 'name']), ...(sign ? [sign] : [])];
  return `As found: ${parts.join(', ')}${frame === 'one line' ? '' : `, ${frame}`}`;
}
