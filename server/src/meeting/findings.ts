import type { CommandEvent } from './events.js';
import { type MeetingLog, stepAt } from './meetingLog.js';
import type { Ignored, Meeting, Place, Step } from './model.js';
import type { Related } from './problems.js';

/** What rules share: where something is, and which commands were given. */

/** A log of which rules look at some steps only: at those of one meeting, or at those outside of any. */
export interface Scope extends MeetingLog {
  readonly own: readonly Step[];
  /** The meeting; undefined outside. */
  readonly running: Meeting | undefined;
}

/** A command, the meeting that was running, and why it was ignored, if it was. */
export interface Given {
  readonly event: CommandEvent;
  readonly ignored: Ignored | undefined;
  readonly running: Meeting | undefined;
}

const given = new WeakMap<Scope, readonly Given[]>();

/** Every command of a scope; found once for all rules. */
export function commandsGiven(scope: Scope): readonly Given[] {
  let found = given.get(scope);
  if (!found) {
    const { own, running } = scope;
    found = own.flatMap(({ event, ignored }) => (event.kind === 'command' ? [{ event, ignored, running }] : []));
    given.set(scope, found);
  }
  return found;
}

/** The commands that were ignored for a reason. */
export function ignoredCommands(scope: Scope, why: Ignored): Given[] {
  return commandsGiven(scope).filter(({ ignored }) => ignored === why);
}

/** The `#word` of a command. */
export function wordOf({ line, start, wordEnd }: CommandEvent): Place {
  return { line, start, end: wordEnd };
}

export function placeOf({ line, start, end }: Place): Place {
  return { line, start, end };
}

/** The command on a line, or else what the line says. */
export function at(log: MeetingLog, line: number): Place {
  const event = stepAt(log, line)?.event;
  if (event?.kind === 'command') return wordOf(event);
  const { textStart, textEnd } = log.text.read(line);
  return { line, start: textStart, end: textEnd };
}

export function note(log: MeetingLog, line: number, message: string): Related {
  return { ...at(log, line), message };
}
