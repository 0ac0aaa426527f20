/** The program's tables, for generated files. Only this file knows where they are. */

import type { Dialect } from '../../../server/src/meeting/dialects/dialect.js';
import { dialects } from '../../../server/src/meeting/dialects/dialects.js';
import { commandNamed } from '../../../server/src/meeting/dialects/words.js';
import { schemes } from '../../../server/src/meeting/links.js';
import { problemCodes, problemTable } from '../../../server/src/meeting/problems/problemTable.js';
import { roleOfLabel } from '../../../server/src/meeting/scribe/readLabels.js';
import { type CommandRow, commandRows } from '../../../server/src/reports/commandRows.js';
import type { CommandWord } from '../../../syntaxes/grammar.js';

export { converters } from '../../../server/src/convert/converters.js';
export { allLayouts as layouts } from '../../../server/src/log/layouts/layouts.js';
export { writers } from '../../../server/src/minutes/writers.js';

/** The bots. */
export const bots: readonly Dialect[] = dialects;

/** The schemes of links, without their colon. */
export const linkSchemes: readonly string[] = schemes.map((scheme) => scheme.replace(':', ''));

/** The lists of meetings with a scribe, such as `present`, to which `+` adds. */
export const listLabels: readonly string[] = Object.keys(roleOfLabel);

/** The commands of all bots. */
export const commands: readonly CommandRow[] = commandRows();

/** Every kind of problem, with its code. */
export const problems = problemCodes.map((code) => ({ code, ...problemTable[code] }));

/** Every word of every bot, once, with its sign. */
export const commandWords: readonly CommandWord[] = [
  ...new Map(commands.flatMap(wordsOf).map((word) => [word.text, word])).values(),
];

function wordsOf({ words, effect }: CommandRow): CommandWord[] {
  return words.map((text) => ({
    text,
    isTopic: effect === 'TOPIC' || effect === 'title',
    anyCase: dialects.some((dialect) => commandNamed(text.toUpperCase(), dialect) !== undefined),
  }));
}
