import type { CommandEvent } from './events.js';
import { type MeetingLog, stepAt } from './meetingLog.js';
import type { Ignored, Place } from './model.js';
import type { Related } from './problems.js';

/** What rules share: where something is, and which commands were given. */

/** Every command, each with the meeting that was running. */
export function commandsGiven(log: MeetingLog) {
  return log.steps.flatMap(({ event, meeting, ignored }) =>
    event.kind === 'command' ? [{ event, ignored, running: log.meetings[meeting ?? -1] }] : [],
  );
}

/** The commands that were ignored for a reason. */
export function ignoredCommands(log: MeetingLog, why: Ignored) {
  return commandsGiven(log).filter(({ ignored }) => ignored === why);
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
