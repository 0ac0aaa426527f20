import type { Steps } from '../../log/steps.js';
import type { LogText } from '../../log/text/logText.js';
import { perBlock } from '../../log/text/perBlock.js';
import { blockEvents } from '../events.js';
import { scribeSigns, showsScribe } from '../scribe/scribeEvidence.js';
import type { Dialect } from './dialect.js';
import { dialectNamed, dialects, original } from './dialects.js';
import { w3c } from './w3c.js';
import { isTellingWord, startsMeeting } from './words.js';

/**
 * What a block shows about the bot: the bot whose greeting it contains, whether it contains any greeting, words that only one bot
 * knows, and whether a word that no other program uses starts a meeting.
 */
const evidence = perBlock((block) => {
  const used = new Set<Dialect>();
  let isGreeted = false;
  let isStarted = false;
  let greeting: string | undefined;
  for (const event of blockEvents(block)) {
    if (event.kind === 'command') {
      const dialect = byHint.get(event.word.toLowerCase());
      if (dialect) used.add(dialect);
      isStarted ||= isTellingWord(event.word) && startsMeeting(event.word);
    } else if (event.kind === 'reply') {
      isGreeted ||= event.reply.kind === 'started';
      greeting ??= event.dialect;
    }
  }
  return { isGreeted, isStarted, greeting, used };
});

const byHint: ReadonlyMap<string, Dialect> = new Map(
  dialects.flatMap((dialect) => dialect.hints.map((word) => [word, dialect] as const)),
);

/** The result for an earlier state of a log. */
interface EarlierDialect {
  readonly text: LogText;
  readonly dialect: Dialect;
}

/**
 * The dialect of the bot that was there: by its own words, or else by the commands that were used, or else the original. The same
 * as for an earlier state of the log if nothing that changed since then shows a bot. Can be paused at any `yield`.
 */
export function* findingDialect(log: LogText, earlier?: EarlierDialect): Steps<Dialect> {
  if (earlier && !mayBeAnother(earlier.text, log)) return earlier.dialect;
  const used = new Set<Dialect>();
  let isGreeted = false;
  let isStarted = false;
  for (const block of log.blocks) {
    const found = evidence(block);
    if (found.greeting) return dialectNamed(found.greeting) ?? original;
    isGreeted ||= found.isGreeted;
    isStarted ||= found.isStarted;
    for (const dialect of found.used) used.add(dialect);
    yield;
  }
  if (isGreeted) return original;
  // A bot whose sign other programs use is considered only if no one started a meeting with another.
  const byWords = dialects.find((dialect) => used.has(dialect) && !(dialect.hasCommonSign && isStarted));
  if (byWords || isStarted) return byWords ?? original;
  // Labels are everybody's words, so they count only where no one talks to another bot.
  return (yield* showsScribe(log)) ? w3c : original;
}

/** Whether the differences between two states of a log show a bot. */
function mayBeAnother(before: LogText, after: LogText): boolean {
  const { first, last } = before.sharedWith(after);
  const differ = [before, after].flatMap(({ blocks }) => blocks.slice(first, blocks.length - last));
  const isBot = differ.map(evidence).some((one) => one.isGreeted || one.isStarted || one.greeting || one.used.size > 0);
  return isBot || differ.some((block) => scribeSigns(block).size > 0);
}
