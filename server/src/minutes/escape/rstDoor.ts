import { schemes } from '../../meeting/links.js';
import { codePoints, wrap } from '../formats/wrap.js';
import { cleanText } from './clean.js';
import { type Door, doorOf, type Markup } from './markup.js';
import { anyOf } from './patterns.js';
import { linkTarget } from './urls.js';

/*
 * reStructuredText as Docutils reads it. A backslash makes text of the character behind it, within a line and at its start, so
 * that a text is escaped wherever a line of it is broken.
 */

export type Rst = Markup<'rst'>;

/**
 * The start of a URL that is a link, up to its port. What is markup in the rest is escaped, which Docutils undoes in URLs.
 * Its name of a host must begin with a word that ends where Docutils lets a URL end: else it would make a link of `http:/`.
 */
const urlStart = new RegExp(
  `(?<![\\w.+-])(?:${schemes.join('|')})//(?=[a-zA-Z\\d]+(?:[-/:.,;!?@\\s]|$))(?:[a-zA-Z\\d.-]*:\\d+(?=[/?#\\s]|$))?`,
  'gu',
);

/** Words that are nothing but backslashes: escaped spaces, which show nothing, keep them from being a rule. */
const backslashes = /(?<!\S)\\+(?!\S)/gu;

const markup: readonly RegExp[] = [
  /[\\*`|<>[\]]/gu,
  /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
  // A scheme, known to Docutils or not; the first of two colons, which quote the next paragraph; an address of mail.
  /:(?<=[a-zA-Z][a-zA-Z\d.+-]*:)(?=\S)|:(?=:)|(?<=\S)@(?=\S)/gu,
  // A word that is a rule or a quote where a line is nothing else: Docutils takes three characters or fewer for text.
  /(?<!\S)[!-/:-@[-`{-~](?=[!-/:-@[-`{-~]{3,}(?!\S))/gu,
];
const special = anyOf([urlStart, new RegExp(`(${backslashes.source})`, 'gu'), ...markup]);

/**
 * How a first word begins a list, a field, an option, a table, a comment or a quoted paragraph, or closes a bracket before
 * it.
 */
const firstWord =
  /^(?=[-+/:.>=~^"')•‣⁃]|[!-/:-@[\]-`{-~][!-/:-@[-`{-~]*(?:\s|$)|\(?(?:\d+|[a-zA-Z]|[ivxlcdmIVXLCDM]+|#)[.)](?:\s|$))/;

/** What has nothing of all this for certain: most nicks, and much that is said. */
const plain = /^[#\p{L}\p{N}]+(?:$|[ ,](?:[\p{L}\p{N} ]|[,.'?!%+&=()#;-](?![!-/:-@[-`{-~])|:(?= ))*$)/u;

/** A text in which nothing is markup to Docutils but URLs of known schemes, wherever it is placed and its lines are broken. */
export function escapeRst(said: string): string {
  const text = cleanText(said).trim();
  return plain.test(text) ? text : text.replace(special, escapeFound).replace(firstWord, '\\');
}

function escapeFound(found: string, onlyBackslashes?: string): string {
  if (onlyBackslashes !== undefined) return found.replaceAll('\\', '\\ \\\\');
  return found.length > 1 ? found : `\\${found}`;
}

export const rst: Door<'rst'> = doorOf(escapeRst);

/** A paragraph or an entry, filled to 72 columns. */
export function filledRst(text: Rst, indent = '', nextIndent = indent): Rst {
  return rst.trusted(wrap(String(text), indent, nextIndent));
}

/** A heading of one line: between two lines, or underlined. The lines are as wide as it may be in columns of a terminal. */
export function rstHeading(text: Rst, character: '=' | '-', place: 'between' | 'under'): Rst {
  const shown = String(text);
  const columns = codePoints(shown) + [...shown].filter((one) => one > '\u10ff').length;
  const rule = character.repeat(Math.max(columns, 4));
  return rst.trusted(`${place === 'between' ? `${rule}\n` : ''}${shown}\n${rule}`);
}

/** The address of a log as that of a target. An underscore at its end would make a reference of it. */
export function rstTarget(address: string): Rst {
  return rst.trusted(linkTarget(address).replace(/_$/, '%5F'));
}
