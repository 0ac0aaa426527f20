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

// Nicks may begin and end with underscores.
const nameCharacter = /[\p{L}\p{N}_]/u;
const signsAtStart = /^[^\p{L}\p{N}_]*/u;
const signsAtEnd = /[^\p{L}\p{N}\p{M}_]{0,64}$/u;

/** The ways in which a head can be taken apart; none if it has no name. */
export function headsOf(text: string): readonly Head[] {
  const stamp = stampIn(text);
  if (!stamp) return namesIn(text, (open, tail) => ({ order: 'no stamp', stamp, open, between: '', tail }));
  const [before, behind] = [text.slice(0, stamp.start), text.slice(stamp.end)];
  if (nameCharacter.test(behind))
    return namesIn(behind, (between, tail) => ({ order: 'stamp first', stamp, open: before, between, tail }));
  return namesIn(before, (open, between) => ({ order: 'name first', stamp, open, between, tail: behind }));
}

/** A name in angle brackets at the end, behind anything. */
const bracketedName = /^(.{0,80}<)[^<>]{1,64}>[^\p{L}\p{N}]*$/u;
/** Before a name: the prefixes that channels have, which differ from line to line. */
const ranks = /[@+%&~!•][@+%&~!• ]{0,16}$/;

type Around = (before: string, behind: string) => Omit<HeadForm, 'annotation'>;

function namesIn(part: string, around: Around): readonly Head[] {
  const signs = signsAtStart.exec(part)?.[0] ?? '';
  const outer = bracketedName.exec(part)?.[1];
  const lead = outer === undefined ? signs : outer + (signsAtStart.exec(part.slice(outer.length))?.[0] ?? '');
  return [...new Set([lead, signs])].flatMap((before) => nameBehind(before, part, around) ?? []);
}

function nameBehind(lead: string, part: string, around: Around): Head | undefined {
  if (lead.length === part.length) return undefined;
  const trail = signsAtEnd.exec(part)?.[0] ?? '';
  const { name, annotation, tail } = annotated(part.slice(lead.length, part.length - trail.length), trail);
  if (name === '' || /[<>\t]|: /.test(name)) return undefined;
  const bare = lead.replace(ranks, '');
  return { form: { ...around(/[<[({]\s+$/.test(bare) ? bare.trimEnd() : bare, tail), annotation }, name };
}

/** A name without what a program writes behind it. */
function annotated(whole: string, trail: string): { name: string; annotation: string; tail: string } {
  const role = /^(.{1,64}?) ?: \p{Lu}[\p{Lu}_ ]{2,20}$/u.exec(whole);
  if (role) return { name: role[1] ?? '', annotation: '(?: ?: [A-Z_ ]{3,20})?', tail: trail };
  const handle = / @[\w.-]{1,64}$/.exec(whole);
  if (handle && handle.index > 0) {
    return { name: whole.slice(0, handle.index), annotation: String.raw`(?: @[\w.-]{1,64})?`, tail: trail };
  }
  const close = trail.charAt(0);
  const open = brackets.get(close);
  const at = open === undefined ? -1 : whole.lastIndexOf(open);
  if (open === undefined || at <= 0 || (close === ']' && whole.charAt(at - 1) !== ' ')) {
    return { name: whole, annotation: '', tail: trail };
  }
  const annotation = ` ?${escaped(open)}[^()<>\\[\\]]{1,80}${escaped(close)}`;
  return { name: whole.slice(0, at).trimEnd(), annotation: `(?:${annotation})?`, tail: trail.slice(1) };
}

const brackets: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['>', '<'],
]);

/** What heads of one form have in common, as text. */
export function keyOf({ order, stamp, open, between, tail }: HeadForm): string {
  const signs = [open, between, tail.trimEnd()].map((part) => part.replace(/ +/g, ' ').replace(/\d+/g, '0'));
  return [order, stamp?.source, ...signs, /\t$/.test(tail)].join('\u0000');
}
