import { assert } from 'chai';
import { LogText } from '../../server/src/log/text/logText.js';
import { dialectNamed } from '../../server/src/meeting/dialects/dialects.js';
import { commandNamed } from '../../server/src/meeting/dialects/words.js';
import { type MeetingLog, meetingLog, textAt } from '../../server/src/meeting/meetingLog.js';
import type { Vote } from '../../server/src/meeting/model.js';

/** A text as the log of a meeting with the named bot; without a name, with the detected one. */
export function inDialect(text: string, name = ''): MeetingLog {
  return meetingLog(LogText.of(text), 'club.log', { dialect: dialectNamed(name) });
}

/** The items of a text's first meeting, one per line. */
export function itemsIn(text: string, name?: string): string[] {
  const log = inDialect(text, name);
  return (log.meetings[0]?.items ?? []).map((item) => `${item.type} ${textAt(log, item)}`);
}

/** The votes of a text's first meeting. */
export function votesIn(text: string, name?: string): readonly Vote[] {
  return inDialect(text, name).meetings[0]?.votes ?? [];
}

/** Checks words that a bot knows, and words that it does not know; the default sign is `#`. */
export function checkWords(name: string, known: string, unknown: string): void {
  const dialect = dialectNamed(name);
  assert.isDefined(dialect);
  const named = (word: string) => commandNamed(/^\w/.test(word) ? `#${word}` : word, dialect);
  for (const word of known.split(' ')) assert.isDefined(named(word), `${name}: ${word}`);
  for (const word of unknown.split(' ')) assert.isUndefined(named(word), `${name}: ${word}`);
}
