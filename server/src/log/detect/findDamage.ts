import { cleaned, type Damage } from '../layouts/damage.js';
import { bareLength } from '../lineEnds.js';

/*
 * Which damage a log has is found by trying: what most of its first lines have in common is taken away, and if a layout then
 * reads many more lines, it was damage.
 */

/** The share of lines that must have a kind of damage. */
const enoughDamaged = 0.7;
/** How many lines it takes. */
const fewestDamaged = 2;
/** The share of lines that a layout must read once the damage is undone, */
const enoughRead = 0.5;
/** and how much more that must be than before. */
const enoughMore = 0.25;
/** A log that is read as well as this has nothing before its lines. */
const wellRead = 0.95;
/** A log may be quoted, indented, numbered. */
const mostGutters = 4;

/** A kind of damage within lines. */
interface MarkKind {
  /** What it looks like. */
  readonly source: string;
  /** The lines that show it. */
  readonly sign: RegExp;
  /** The share of lines that must show it; one line is enough for what no one types. */
  readonly share?: number;
  /** Whether it may also be what people meant, if a layout reads the log as it is. */
  readonly isUnsure?: true;
}

const terminalCode = String.raw`\u001b(?:\[[\d;:?]{0,32}[ -/]{0,4}[@-~]|\][^\u0007\u001b]{0,256}(?:\u0007|\u001b\\)|[()][A-Z\d]|[=>78])`;
const ircCode = String.raw`\u0003(?:\d{1,2}(?:,\d{1,2})?)?|\u0004[\dA-Fa-f]{6}|[\u0002\u000f\u0011\u0016\u001d-\u001f]`;
const entity = '(?:amp|lt|gt|quot|apos|nbsp|#\\d{1,7}|#[Xx][\\dA-Fa-f]{1,6});';
const tags = 'a|b|br|code|div|em|font|i|li|p|pre|span|strong|td|tr|tt|u';

const markKinds: readonly MarkKind[] = [
  // Colours of terminals, also as `cat -v` shows them, or without the character that a browser cannot show.
  { source: terminalCode, sign: new RegExp(terminalCode) },
  { source: String.raw`\^\[\[[\d;]{0,16}m`, sign: /\^\[\[[\d;]{0,16}m/, share: 0.5 },
  { source: String.raw`\[\d{0,3}(?:;\d{1,3}){0,8}m`, sign: /\[\d{1,3}(?:;\d{1,3}){0,8}m/, share: 0.5 },
  // HTML, encoded once or twice.
  { source: `&(?:amp;)?${entity}`, sign: /&amp;lt;/, share: 0.5 },
  { source: `&${entity}|</?(?:${tags})(?:\\s[^<>]{0,512})?/?>`, sign: /&lt;[^&;<>]{1,80}&gt;/, share: 0.5 },
  { source: `&${entity}|</?(?:${tags})(?:\\s[^<>]{0,512})?/?>`, sign: /^\s*<pre\b[^<>]*>/i },
  // Markdown.
  {
    source: String.raw`(?:\*\*|__|${'`'})(?=\\?<)|(?<=>)(?:\*\*|__|${'`'})|\\[!-/:-@[-${'`'}{-~]|\\$`,
    sign: /(?:\*\*|__|`)\\?<[^<>]{1,64}>(?:\*\*|__|`)|\\<[^<>]{1,64}>/,
    share: 0.5,
  },
  // A web page's spaces, and the colours of IRC before times and nicks.
  { source: String.raw`\u00a0`, sign: /\u00a0/, share: 0.5, isUnsure: true },
  { source: ircCode, sign: new RegExp(ircCode), share: 0.5, isUnsure: true },
];

/** What may be before lines. */
interface GutterKind {
  readonly pattern: RegExp;
  /** The same pattern for these lines, more exactly; undefined if it is not damage after all. */
  readonly exactly?: (matches: readonly string[]) => RegExp | undefined;
}

const gutterKinds: readonly GutterKind[] = [
  { pattern: /^[>|] ?/, exactly: withSpace },
  { pattern: /^\+/ },
  { pattern: /^(?:[-*•·–] )/ },
  // `12`, `12.`, `12:`, `[12]`, `L12`; the name of a file.
  { pattern: /^[ \t]{0,16}[[(#L]?\d{1,7}[\])]?(?:[.:|](?=\D|\d\d?:)|-)?\t?/, exactly: counting },
  { pattern: /^[^\s:<>]{1,200}:/, exactly: alwaysSame },
  { pattern: /^[ \t]{1,64}/, exactly: mostCommon },
];

/** The first lines of a log without their damage, and what a reader made of them. */
export interface Mended<T> {
  readonly damage: Damage | undefined;
  readonly rows: readonly string[];
  readonly found: T;
}

/**
 * The damage that a log has, judging by its first lines that are not blank: `read` reads them by the layouts, `count` says how
 * many of them were read.
 */
export function mended<T>(
  rows: readonly string[],
  read: (rows: readonly string[]) => T,
  count: (found: T) => number,
): Mended<T> {
  const sure = damageOf(marksOf(rows, false));
  const plain = sure
    ? better(mendedBy(sure, rows, read), mendedBy(undefined, rows, read), count)
    : mendedBy(sure, rows, read);
  const before = count(plain.found);
  if (before >= rows.length * wellRead) return plain;
  let [best, most] = [plain, Math.max(fewestDamaged, enoughRead * rows.length, before + enoughMore * rows.length)];
  for (const damage of possible(rows)) {
    const one = mendedBy(damage, rows, read);
    const found = count(one.found);
    if (found < most || (best !== plain && found === most)) continue;
    [best, most] = [one, found];
  }
  return best;
}

/** The first of two, unless far more lines are read in the second: a nick may be nothing but colours. */
function better<T>(first: Mended<T>, second: Mended<T>, count: (found: T) => number): Mended<T> {
  return count(second.found) >= 2 * count(first.found) ? second : first;
}

/** Undoes a known damage. */
export function mendedBy<T>(
  damage: Damage | undefined,
  rows: readonly string[],
  read: (rows: readonly string[]) => T,
): Mended<T> {
  const lines = damage ? cleanedLines(damage, rows) : rows;
  return { damage, rows: lines, found: read(lines) };
}

/** The damage that lines may have: nothing before them, or one gutter, two, … */
function* possible(lines: readonly string[]): Generator<Damage> {
  const marks = marksOf(lines, true);
  const gutters: RegExp[] = [];
  const unmarked = damageOf(marks);
  if (unmarked) yield unmarked;
  let rest = unmarked ? cleanedLines(unmarked, lines) : lines;
  while (gutters.length < mostGutters) {
    const gutter = gutterOf(rest);
    if (!gutter) return;
    gutters.push(gutter);
    rest = rest.map((line) => line.replace(gutter, ''));
    yield { gutters: [...gutters], marks };
  }
}

function damageOf(marks: RegExp | undefined): Damage | undefined {
  return marks && { gutters: [], marks };
}

function cleanedLines(damage: Damage, rows: readonly string[]): string[] {
  return rows.map((row) => cleaned(damage, row.slice(row.startsWith('\uFEFF') ? 1 : 0, bareLength(row))).text);
}

function marksOf(lines: readonly string[], withUnsure: boolean): RegExp | undefined {
  const found = markKinds.filter(({ sign, share = 0, isUnsure }) => {
    if (isUnsure && !withUnsure) return false;
    const count = lines.filter((line) => sign.test(line)).length;
    return count > 0 && count >= lines.length * share;
  });
  return found.length === 0 ? undefined : new RegExp(found.map(({ source }) => source).join('|'), 'g');
}

function gutterOf(lines: readonly string[]): RegExp | undefined {
  for (const { pattern, exactly } of gutterKinds) {
    const matches = lines.flatMap((line) => pattern.exec(line)?.[0] ?? []);
    if (matches.length < Math.max(fewestDamaged, lines.length * enoughDamaged)) continue;
    const found = exactly ? exactly(matches) : pattern;
    if (found) return found;
  }
  return undefined;
}

/** Most mail programs write a space after the sign, except on empty lines; where it is missing, spaces are the line's own. */
function withSpace(matches: readonly string[]): RegExp {
  const spaces = matches.filter((match) => match.endsWith(' ')).length;
  return spaces >= matches.length * enoughDamaged ? /^[>|] ?/ : /^[>|]/;
}

/** Numbers of lines rise; those of hours and days do not. */
function counting(matches: readonly string[]): RegExp | undefined {
  const numbers = matches.map((match) => Number(/\d+/.exec(match)?.[0]));
  const rising = numbers.filter((number, index) => index > 0 && number > (numbers[index - 1] ?? 0)).length;
  return rising >= (numbers.length - 1) * 0.9
    ? gutterKinds.find(({ exactly }) => exactly === counting)?.pattern
    : undefined;
}

function alwaysSame(matches: readonly string[]): RegExp | undefined {
  const [first = ''] = matches;
  return matches.every((match) => match === first) ? startingWith(first) : undefined;
}

/** Continuations are indented further: only what most lines have is damage. */
function mostCommon(matches: readonly string[]): RegExp | undefined {
  const counts = new Map<string, number>();
  for (const match of matches) counts.set(match, (counts.get(match) ?? 0) + 1);
  const [most = '', count = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return count >= matches.length * enoughDamaged ? startingWith(most) : undefined;
}

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)}`);
}

/** All of these patterns; exported so that they can be checked. */
export const damagePatterns: readonly RegExp[] = [
  ...markKinds.flatMap(({ source, sign }) => [new RegExp(source), sign]),
  ...gutterKinds.map(({ pattern }) => pattern),
];
