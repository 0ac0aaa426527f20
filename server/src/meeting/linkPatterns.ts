import { LinearPattern, type Match } from '../log/pattern/linearPattern.js';
import { PatternFault } from '../log/pattern/parsePattern.js';

/** An entry of the setting for links: text that matches a pattern becomes a link to an address. */
export interface LinkSetting {
  /** A regular expression. */
  readonly pattern: string;
  /** A URL with `$1`, … for what the pattern's groups match, and `$0` for all of it. */
  readonly address: string;
}

/** An entry that can be used. */
export interface LinkPattern {
  readonly pattern: LinearPattern;
  /** The URL for a match. */
  readonly addressOf: (match: Match) => string;
}

/** A host that nobody in a chat can choose. */
const knownHost = /^https?:\/\/[^/?#$@]+(?:[/?#]|$)/i;
/** Exactly the characters that are not allowed in a URL. */
const unfit = /[\p{C}\p{Z}"<>\\^`{|}]/u;
const reference = /\$(\d)/g;

/** Compiles an entry, or returns what is wrong with it, as a sentence. */
export function linkPattern({ pattern: source, address }: LinkSetting): LinkPattern | string {
  if (!knownHost.test(address))
    return 'The address must start with http:// or https:// and a host, without “$” or a user name.';
  if (unfit.test(address))
    return 'The address must not contain spaces or any of " < > \\ ^ ` { | }: percent-encode them.';
  try {
    const pattern = new LinearPattern(source);
    const numbers = Array.from(address.matchAll(reference), ([, number]) => Number(number));
    const missing = numbers.find((number) => number > pattern.groups);
    if (missing !== undefined)
      return `The address contains $${missing}, but the pattern has ${groupsText(pattern.groups)}.`;
    return { pattern, addressOf: ({ groups }) => filled(address, groups) };
  } catch (error) {
    if (error instanceof PatternFault) return error.message;
    throw error;
  }
}

function groupsText(groups: number): string {
  return groups === 0 ? 'no group' : `only ${groups} group${groups === 1 ? '' : 's'}`;
}

/** What people wrote can neither end a path nor begin a query. */
function filled(address: string, groups: readonly string[]): string {
  return address.replace(reference, (_, number) => encodeURIComponent((groups[Number(number)] ?? '').toWellFormed()));
}
