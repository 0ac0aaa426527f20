import { schemes } from '../../meeting/links.js';
import { codePoints, wrap } from '../formats/wrap.js';
import { cleanText } from './clean.js';
import { type Door, doorOf, type Markup } from './markup.js';
import { anyOf } from './patterns.js';
import { linkTarget } from './urls.js';

/*
 * reStructuredText as parsed by Docutils. A backslash makes the next character plain text, within a line and at its start, so
 * that a text stays escaped wherever it is wrapped.
 */

export type Rst = Markup<'rst'>;

/**
 * The start of a URL that is a link, up to its port. Markup in the rest is escaped, which Docutils undoes in URLs. The host name
 * must begin with a word that ends where Docutils lets a URL end; otherwise it would make a link of `http:/`.
 */
const urlStart = new RegExp(
  `(?<![\\w.+-])(?:${schemes.join('|')})//(?=[a-zA-Z\\d]+(?:[-/:.,;!?@\\s]|$))(?:[a-zA-Z\\d.-]*:\\d+(?=[/?#\\s]|$))?`,
  'gu',
);

/** Words of nothing but backslashes: escaped spaces, which are invisible, prevent them from being a rule. */
const backslashes = /(?<!\S)\\+(?!\S)/gu;

const markup: readonly RegExp[] = [
  /[\\*`|<>[\]]/gu,
  /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
  // A scheme, known to Docutils or not; the first of two colons, which quote the next paragraph; a mail address.
  /:(?<=[a-zA-Z][a-zA-Z\d.+-]*:)(?=\S)|:(?=:)|(?<=\S)@(?=\S)/gu,
  // A word that is a rule or a quote if it is alone on a line: Docutils treats three characters or fewer as text.
  /(?<!\S)[!-/:-@[-`{-~](?=[!-/:-@[-`{-~]{3,}(?!\S))/gu,
];
const special = anyOf([urlStart, new RegExp(`(${backslashes.source})`, 'gu'), ...markup]);

/** First words that begin a list, a field, an option, a table, a comment or a quoted paragraph, or close a bracket before it. */
const firstWord =
  /^(?=[-+/:.>=~^"')•‣⁃]|[!-/:-@[\]-`{-~][!-/:-@[-`{-~]*(?:\s|$)|\(?(?:\d+|[a-zA-Z]|[ivxlcdmIVXLCDM]+|#)[.)](?:\s|$))/;

/** Text that certainly contains none of this: most nicks and many messages. */
const plain = /^[#\p{L}\p{N}]+(?:$|[ ,](?:[\p{L}\p{N} ]|[,.'?!%+&=()#;-](?![!-/:-@[-`{-~])|:(?= ))*$)/u;

/** Escapes a text so that Docutils sees no markup in it except URLs with known schemes, wherever it is placed and wrapped. */
export function escapeRst(said: string): string {
  const text = cleanText(said).trim();
  return plain.test(text) ? text : text.replace(special, escapeFound).replace(firstWord, '\\');
}

function escapeFound(found: string, onlyBackslashes?: string): string {
  if (onlyBackslashes !== undefined) return found.replaceAll('\\', '\\ \\\\');
  return found.length > 1 ? found : `\\${found}`;
}

export const rst: Door<'rst'> = doorOf(escapeRst);

/** A paragraph or an entry, wrapped at 72 columns. */
export function filledRst(text: Rst, indent = '', nextIndent = indent): Rst {
  return rst.trusted(wrap(String(text), indent, nextIndent));
}

/** A one-line heading, underlined or between two lines, which are as wide as its maximum width in terminal columns. */
export function rstHeading(text: Rst, character: '=' | '-', place: 'between' | 'under'): Rst {
  const shown = String(text);
  const columns = codePoints(shown) + [...shown].filter((one) => one > '\u10ff').length;
  const rule = character.repeat(Math.max(columns, 4));
  return rst.trusted(`${place === 'between' ? `${rule}\n` : ''}${shown}\n${rule}`);
}

/** The address of a log as the address of a target. A trailing underscore would make it a reference. */
export function rstTarget(address: string): Rst {
  return rst.trusted(linkTarget(address).replace(/_$/, '%5F'));
}
