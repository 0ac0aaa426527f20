import { slipIn, standInFor } from '../dialects/typos.js';
import { commandNamed, startsMeeting } from '../dialects/words.js';
import { type CommandEvent, wordOf } from '../events.js';
import { named } from '../listed.js';
import type { Finding } from './problem.js';
import type { Scope } from './scope.js';
import { isNoCommand } from './strayRules.js';

/* The rules about words that are close to commands; see rules.ts. */

export function* unknownCommands(scope: Scope): Generator<Finding> {
  for (const { event } of scope.ignored('unknown-command')) {
    const finding = isPartOfName(event) ? undefined : unknown(event.word, scope);
    if (finding) yield { ...wordOf(event), ...finding };
  }
  yield* unknownWithOtherSigns(scope);
}

/** Words with the sign of a bot that does not use `#`: they are no events, since other bots use that sign too. */
function* unknownWithOtherSigns(scope: Scope): Generator<Finding> {
  const { dialect } = scope.log;
  const signs = new Set(dialect.commands.flatMap(({ words }) => words.map((word) => word.charAt(0))));
  if (signs.has('#')) return;
  for (const said of scope.linesWithSigns()) {
    const { text, isAction, placeOf } = said;
    const word = /^[!^.][a-z]{3,16}(?=\s|$)/i.exec(text)?.[0];
    if (!word || isAction || !signs.has(word.charAt(0)) || commandNamed(word.toLowerCase(), dialect)) continue;
    const finding = isNoCommand(said, scope) ? undefined : unknown(word, scope);
    if (finding) yield { ...placeOf(0, word.length), ...finding };
  }
}

function unknown(word: string, { log: { dialect }, running }: Scope): Pick<Finding, 'message' | 'meant'> | undefined {
  const slip = slipIn(word, dialect);
  // If no meeting is running, only a start matters: everything else is talk, and so is #openstack-meeting.
  if (slip && !running && !startsMeeting(slip.word)) return undefined;
  if (slip?.isKnown) return { message: `No bot knows ${named(word)}. Did you mean ${slip.word}?`, meant: slip.word };
  if (slip) return { message: `No bot knows ${named(word)}, and this bot has no ${slip.word}.` };
  const other = running?.bot === undefined ? undefined : standInFor(word, dialect);
  return other ? { message: `This bot has no ${named(word)}. Did you mean ${other}?`, meant: other } : undefined;
}

/** Whether the word is longer than its command, as in `#openstack-meeting`, `#c++`, `#heat/42`. */
function isPartOfName({ said, word }: CommandEvent): boolean {
  return /^[-+/.#@&=']\S/.test(said.slice(word.length, word.length + 2));
}
