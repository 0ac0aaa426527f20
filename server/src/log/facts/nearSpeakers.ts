import type { LogText } from '../text/logText.js';
import { type Speaker, speakersIn } from './speakers.js';

/** How many lines above and below a line are searched. */
const reach = 10_000;

/** Someone who spoke, and their line that is nearest to another one. */
export interface NearSpeaker {
  readonly nick: string;
  readonly line: number;
}

/**
 * Who spoke on lines `from` to `to` (inclusive) near a line, each once: those above it, who spoke last first, and then those
 * below it, who speak next first. The line itself does not count.
 */
export function* nearSpeakers(text: LogText, line: number, from: number, to: number): Generator<NearSpeaker> {
  const seen = new Set<string>();
  const above = text.parts(Math.max(from, line - reach), line - 1).reverse();
  const below = text.parts(line + 1, Math.min(to, line + reach));
  for (const part of above) yield* unseen(speakersIn(part).values(), 'last', part.start, seen);
  for (const part of below) yield* unseen(speakersIn(part).values(), 'first', part.start, seen);
}

function* unseen(
  speakers: Iterable<Speaker>,
  which: 'first' | 'last',
  start: number,
  seen: Set<string>,
): Generator<NearSpeaker> {
  const sorted = [...speakers].sort((a, b) => (which === 'last' ? b.last - a.last : a.first - b.first));
  for (const speaker of sorted) {
    if (seen.has(speaker.nick)) continue;
    seen.add(speaker.nick);
    yield { nick: speaker.nick, line: start + speaker[which] };
  }
}
