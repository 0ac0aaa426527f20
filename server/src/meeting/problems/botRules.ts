import { wordOf } from '../events.js';
import { named, quoted } from '../listed.js';
import type { MeetingLog } from '../meetingLog.js';
import type { Meeting } from '../model.js';
import type { Finding } from './problem.js';
import { at, type Scope } from './scope.js';

/* What the bot's own words show. */

/** Commands that the bot refused. */
export function* refusedCommands(scope: Scope): Generator<Finding> {
  for (const { event, refusal } of scope.ignored('refused')) {
    if (!refusal) continue;
    yield {
      ...wordOf(event),
      message: `The bot refused this ${named(event.word)}: ${quoted(refusal.said)}.`,
      related: [scope.note(event.line + refusal.below, 'The bot refuses it here')],
    };
  }
}

/** Commands that a bridge repeats where a bot is. */
export function* unheardCommands(scope: Scope): Generator<Finding> {
  for (const { event } of scope.ignored('not-heard')) {
    if (!event.command) continue;
    yield {
      ...wordOf(event),
      message: `The bot ignores this ${named(event.word)}: ${named(event.nick)} is on the other side of a bridge.`,
    };
  }
}

/** For a whole meeting: its start is not in the log, so that its title and, without a greeting, its chairs are unknown. */
export function* missingStart(log: MeetingLog, meeting: Meeting): Generator<Finding> {
  if (!meeting.isStartMissing) return;
  const isGreeted = meeting.owner !== '';
  yield {
    ...at(log, meeting.startLine),
    message: isGreeted
      ? 'The command that started this meeting is not in the log: its title is unknown.'
      : 'The start of this meeting is not in the log: its title and first chairs are unknown, so every command counts.',
  };
}
