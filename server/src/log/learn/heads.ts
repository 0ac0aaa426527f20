import { escaped } from './literal.js';
import { type FoundStamp, stampIn } from './stampForms.js';

/*
 * What is before what is said: a stamp and a name, in either order, and the signs around them. Heads of different lines are alike
 * if they differ only in the name, the stamp's numbers and words, and the marks of rank before the name.
 */

export type Order = 'stamp first' | 'name first' | 'no stamp';

/** What heads of one form have in common. */
export interface HeadForm {
  readonly order: Order;
  /** The form of the stamp; undefined without one. */
  readonly stamp: FoundStamp | undefined;
  /** What is before the first of the two. */
  readonly open: string;
  /** What is between the two; for a head without a stamp, nothing. */
  readonly between: string;
  /** What is behind the last of the two, up to what is said. */
  readonly tail: string;
  /** What may be behind a name: `ann (@ann:host.org)`, `ann : MODERATOR`; a regular expression, or ''. */
  readonly annotation: string;
}

/** A head and its name. */
export interface Head {
  readonly form: HeadForm;
  readonly name: string;
}

const nameCharacter = /[\p{L}\p{N}]/u;
const signsAtStart = /^[^\p{L}\p{N}]*/u;
const signsAtEnd = /[^\p{L}\p{N}]*$/u;

/** Takes a head apart; undefined if it has no name. */
export function headOf(text: string): Head | undefined {
  const stamp = stampIn(text);
  if (!stamp) return withName(text, (open, tail) => ({ order: 'no stamp', stamp, open, between: '', tail }));
  const [before, behind] = [text.slice(0, stamp.start), text.slice(stamp.end)];
  if (nameCharacter.test(behind))
    return withName(behind, (between, tail) => ({ order: 'stamp first', stamp, open: before, between, tail }));
  return withName(before, (open, between) => ({ order: 'name first', stamp, open, between, tail: behind }));
}

/** Before a name: the prefixes that channels have, which differ from line to line. */
const ranks = /[@+%&~!•][@+%&~!• ]*$/;

function withName(
  part: string,
  formOf: (before: string, behind: string) => Omit<HeadForm, 'annotation'>,
): Head | undefined {
  const lead = signsAtStart.exec(part)?.[0] ?? '';
  const trail = signsAtEnd.exec(part)?.[0] ?? '';
  if (lead.length === part.length) return undefined;
  const whole = part.slice(lead.length, part.length - trail.length);
  const { name, annotation, tail } = annotated(whole, trail);
  if (/[<>\t]|: /.test(name)) return undefined;
  const bare = lead.replace(ranks, '');
  return { form: { ...formOf(/[<[({]\s+$/.test(bare) ? bare.trimEnd() : bare, tail), annotation }, name };
}

/** A name without what a program writes behind it. */
function annotated(whole: string, trail: string): { name: string; annotation: string; tail: string } {
  const role = /^(.{1,64}?) ?: \p{Lu}[\p{Lu}_ ]{2,20}$/u.exec(whole);
  if (role) return { name: role[1] ?? '', annotation: '(?: ?: [A-Z_ ]{3,20})?', tail: trail };
  const close = trail.charAt(0);
  const open = close === ')' ? '(' : close === ']' ? '[' : undefined;
  const at = open === undefined ? -1 : whole.lastIndexOf(open);
  if (open === undefined || at <= 0 || !/[ @]$/.test(whole.slice(0, at)))
    return { name: whole, annotation: '', tail: trail };
  const annotation = String.raw` ?${escaped(open)}[^()\[\]]{1,80}${escaped(close)}`;
  return { name: whole.slice(0, at).trimEnd(), annotation: `(?:${annotation})?`, tail: trail.slice(1) };
}

/** What heads of one form have in common, as text. */
export function keyOf({ order, stamp, open, between, tail }: HeadForm): string {
  return [order, stamp?.source, open, between, tail.trimEnd(), tail.endsWith('\t')].join('\u0000');
}
