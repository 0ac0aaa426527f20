/* Damage before lines: quotation, bullets, numbers, the signs of a diff. */

/** The share of lines that must have it. */
const enoughDamaged = 0.7;
/** How many lines it takes. */
const fewestDamaged = 2;
/** A log may be quoted, indented, numbered. */
export const mostGutters = 4;
/** How many lines must have a number that is one more than that of the line above, and the share of them. */
const fewestNumbered = 10;
const enoughNumbered = 0.8;

/** What may be before lines. */
interface GutterKind {
  readonly pattern: RegExp;
  /** The same pattern for these lines, more exactly; undefined if it is not damage after all. */
  readonly exactly?: (matches: readonly string[], lines: readonly string[]) => RegExp | undefined;
}

const number = String.raw`^[ \t]{0,16}[[(#L]?\d{1,7}(?!\d)[\])]?(?:[.:|](?=\D|\d{1,4}[-:./]|$)|-)?`;
/** Numbers of lines, with and without a space behind them. */
const [spaced, unspaced] = [new RegExp(`${number}[ \\t]?`), new RegExp(`${number}\\t?`)];

const gutterKinds: readonly GutterKind[] = [
  { pattern: /^[>|] ?/, exactly: withSpace },
  { pattern: /^[+ ]/, exactly: ofDiff },
  { pattern: /^-(?! )/ },
  { pattern: /^(?:[-*•·–] )/ },
  // `12`, `12.`, `12:`, `[12]`, `L12`; the name of a file.
  { pattern: spaced, exactly: counting },
  { pattern: /^[^\s:<>]{1,200}:/, exactly: alwaysSame },
  { pattern: /^[ \t]{1,64}/, exactly: mostCommon },
];

/** What most lines have before their own text; undefined if they have nothing in common. */
export function gutterOf(lines: readonly string[]): RegExp | undefined {
  for (const { pattern, exactly } of gutterKinds) {
    const matches = lines.flatMap((line) => pattern.exec(line)?.[0] ?? []);
    if (matches.length < Math.max(fewestDamaged, lines.length * enoughDamaged)) continue;
    const found = exactly ? exactly(matches, lines) : pattern;
    if (found) return found;
  }
  return undefined;
}

/** Most mail programs write a space after the sign, except on empty lines; where it is missing, spaces are the line's own. */
function withSpace(matches: readonly string[]): RegExp {
  const spaces = matches.filter((match) => match.endsWith(' ')).length;
  return spaces >= matches.length * enoughDamaged ? /^[>|] ?/ : /^[>|]/;
}

/** Lines that a diff adds, perhaps among others that were there before; those that it removes are not the log's. */
function ofDiff(matches: readonly string[], lines: readonly string[]): RegExp | undefined {
  const added = matches.filter((match) => match === '+').length;
  if (added >= lines.length * enoughDamaged && !lines.some((line) => hunk.test(line))) return /^\+/;
  return added > 0 && lines.some((line) => hunk.test(line)) ? changed : undefined;
}

const hunk = /^@@ -\d/;
/** What is before the lines of a diff, and all of those that are not the log's: they are left out. */
const changed = /^(?:[-@\\].*|\+\+\+ .*|(?:diff|index) .*|[+ ])/;

/** Numbers of lines rise; those of hours and days do not. */
function counting(matches: readonly string[]): RegExp | undefined {
  const found = matches.map(numberIn);
  const rising = found.filter((number, index) => index > 0 && number > (found[index - 1] ?? 0)).length;
  return rising >= (found.length - 1) * 0.9 ? numbersOf(matches) : undefined;
}

/** Whether lines are certainly numbered: one by one, and longer than hours are. */
function isNumbered(lines: readonly string[]): boolean {
  const found = lines.map((line) => numberIn(spaced.exec(line)?.[0] ?? ''));
  const steps = found.filter((number, index) => index > 0 && number - (found[index - 1] ?? 0) === 1).length;
  return steps >= Math.max(fewestNumbered, lines.length * enoughNumbered);
}

/** Numbers of lines may look like hours, and names of files like nicks, so that all lines are read as they are. */
export function sureGutters(lines: readonly string[]): RegExp[] {
  const gutters: RegExp[] = [];
  let rest = lines;
  while (gutters.length < mostGutters) {
    const gutter = isNumbered(rest) ? numbersOf(rest) : fileNameOn(rest);
    if (!gutter) break;
    gutters.push(gutter);
    rest = rest.map((line) => line.replace(gutter, ''));
  }
  return gutters;
}

/** The name of a file that is before every line. */
function fileNameOn(lines: readonly string[]): RegExp | undefined {
  const name = /^[^\s:<>]{1,200}\.[A-Za-z]{2,7}:/.exec(lines[0] ?? '')?.[0];
  const isEverywhere =
    name !== undefined && lines.length >= fewestNumbered && lines.every((line) => line.startsWith(name));
  return isEverywhere ? startingWith(name) : undefined;
}

/** Where not all lines have a space behind their number, spaces are the lines' own. */
function numbersOf(lines: readonly string[]): RegExp {
  const spaces = lines.filter((line) => /[ \t]$/.test(spaced.exec(line)?.[0] ?? '')).length;
  return spaces >= lines.length * enoughDamaged ? spaced : unspaced;
}

function numberIn(text: string): number {
  return Number(/\d+/.exec(text)?.[0]);
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
export const gutterPatterns: readonly RegExp[] = gutterKinds.map(({ pattern }) => pattern);
