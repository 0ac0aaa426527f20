import type { LogText } from '../../log/text/logText.js';
import { argumentOf, type Event } from '../events.js';
import type { Outcome, Section } from '../model.js';
import { restartsIn, separators } from '../restarts.js';
import type { RunningMeeting } from './runningMeeting.js';

/** Lines that are left out of a replay, and those that restart the meeting instead of starting another. */
export type Joins = ReadonlyMap<number, 'skip' | 'restart'>;

/** What joins meetings that were started anew with those above; undefined if there are none. */
export function joinsOf(log: LogText, sections: readonly Section[]): Joins | undefined {
  const joins = new Map<number, 'skip' | 'restart'>();
  for (const restart of restartsIn(
    log,
    sections.flatMap(({ meeting }) => meeting ?? []),
  )) {
    for (const line of separators(log, restart)) joins.set(line, 'skip');
    joins.set(restart.below.startLine, 'restart');
  }
  return joins.size === 0 ? undefined : joins;
}

/** The joins of a block's rows; undefined if it has none. */
export function joinsWithin(joins: Joins | undefined, start: number, size: number): Joins | undefined {
  if (!joins) return undefined;
  const rows = Array.from(joins, ([line, how]) => [line - start, how] as const);
  const within = rows.filter(([row]) => row >= 0 && row < size);
  return within.length === 0 ? undefined : new Map(within);
}

/**
 * Applies what starts a meeting anew, a command or the bot's greeting: who owns the meeting becomes a chair, and a title replaces
 * that of the meeting above.
 */
export function takeRestart(running: RunningMeeting, event: Event): Outcome {
  const owner = ownerBy(event);
  if (owner !== undefined) running.setChair(event.line, owner, true, event.nick);
  if (event.kind === 'command' && event.argument.trim() !== '') running.found.title = argumentOf(event);
  return {};
}

function ownerBy(event: Event): string | undefined {
  if (event.kind === 'command') return event.answer?.owner ?? event.nick;
  return event.kind === 'reply' && event.reply.kind === 'started' ? event.reply.owner : undefined;
}
