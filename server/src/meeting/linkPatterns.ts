import { RE2JS, RE2JSSyntaxException } from 're2js';

/** An entry of the setting for links: text that matches a pattern becomes a link to an address. */
export interface LinkSetting {
  /** A regular expression, in the syntax of RE2. */
  readonly pattern: string;
  /** A URL with `$1`, … for what the pattern's groups match, and `$0` for all of it. */
  readonly address: string;
}

/** A match: UTF-16 offsets, end exclusive, and where it leads. */
export interface LinkMatch {
  readonly start: number;
  readonly end: number;
  readonly target: string;
}

/** An entry that can be used. */
export interface LinkPattern extends LinkSetting {
  /** The matches in a text, from left to right; they do not overlap, and none is empty. */
  readonly matches: (text: string) => Iterable<LinkMatch>;
}

/** A host that nobody in a chat can choose. */
const knownHost = /^https?:\/\/[^/?#$@]+(?:[/?#]|$)/i;
/** Exactly the characters that are not allowed in a URL. */
const unfit = /[\p{C}\p{Z}"<>\\^`{|}]/u;
const reference = /\$(\d)/g;

/** The longest pattern, in UTF-16 units: this limits how long compiling takes. */
const longestPattern = 500;
/** The most instructions of a compiled pattern: a search takes at most so many steps for each character. */
const mostInstructions = 500;
/** Only so much of a text is searched, in UTF-16 units. */
const longestText = 10_000;
/**
 * The most steps of all searches in a text. Each is linear, but one follows every match: `\w*!|\w` could look ahead to the end
 * from each character. It is enough for 100 searches in the longest text, and for as many as there can be in a usual one.
 */
const mostSteps = 6_000_000;

/** Compiles an entry, or returns what is wrong with it, as a sentence. */
export function linkPattern({ pattern: source, address }: LinkSetting): LinkPattern | string {
  if (!knownHost.test(address))
    return 'The address must start with http:// or https:// and a host, without “$” or a user name.';
  if (unfit.test(address))
    return 'The address must not contain spaces or any of " < > \\ ^ ` { | }: percent-encode them.';
  const pattern = compiled(source);
  if (typeof pattern === 'string') return pattern;
  const groups = pattern.groupCount();
  const numbers = Array.from(address.matchAll(reference), ([, number]) => Number(number));
  const missing = numbers.find((number) => number > groups);
  if (missing !== undefined) return `The address contains $${missing}, but the pattern has ${groupsText(groups)}.`;
  return { pattern: source, address, matches: (text) => matchesOf(pattern, address, text.slice(0, longestText)) };
}

/** RE2 takes time linear in the text, however bad a pattern is: JavaScript's own expressions take years for `(a+)+b`. */
function compiled(source: string): RE2JS | string {
  if (source.length > longestPattern) return `The pattern must not be longer than ${longestPattern} characters.`;
  try {
    const pattern = RE2JS.compile(source);
    return pattern.programSize() > mostInstructions ? 'The pattern is too long, or has too many repetitions.' : pattern;
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    const where = error.getPattern();
    return `The pattern is not a valid RE2 expression: ${error.getDescription()}${where ? ` in “${where}”` : ''}.`;
  }
}

function groupsText(groups: number): string {
  return groups === 0 ? 'no group' : `only ${groups} group${groups === 1 ? '' : 's'}`;
}

function* matchesOf(pattern: RE2JS, address: string, text: string): Generator<LinkMatch> {
  const matcher = pattern.matcher(text);
  const size = pattern.programSize();
  let steps = size * text.length;
  while (steps <= mostSteps && matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    steps += size * (text.length - end);
    if (end > start) yield { start, end, target: filled(address, (group) => matcher.group(group) ?? '') };
  }
}

/** What people wrote can neither end a path nor begin a query. */
function filled(address: string, group: (number: number) => string): string {
  return address.replace(reference, (_, number) => encodeURIComponent(group(Number(number)).toWellFormed()));
}
