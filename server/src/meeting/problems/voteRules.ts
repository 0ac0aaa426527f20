import { wordOf } from '../events.js';
import { listed } from '../listed.js';
import type { MeetingLog } from '../meetingLog.js';
import type { Meeting } from '../model.js';
import { lastUpTo } from '../sorted.js';
import type { Finding } from './problem.js';
import { at, placeOf, type Scope } from './scope.js';

/* The rules about votes; see rules.ts. */

export function* votesNotOpen(scope: Scope): Generator<Finding> {
  for (const { event } of scope.ignored('vote-not-open')) {
    yield { ...wordOf(event), message: `No vote is open here: the bot ignores ${event.word}.` };
  }
}

export function* votesAlreadyOpen(scope: Scope): Generator<Finding> {
  for (const { event } of scope.ignored('vote-already-open')) {
    const open = lastUpTo(scope.running?.votes ?? [], event.line - 1);
    yield {
      ...wordOf(event),
      message: 'A vote is already open: the bot does not open another until it is closed.',
      related: open ? [scope.note(open.line, 'It was opened here')] : [],
    };
  }
}

/** For a whole meeting. */
export function* votesNotClosed(log: MeetingLog, { votes }: Meeting): Generator<Finding> {
  for (const { line, endLine } of votes) {
    if (endLine !== undefined) continue;
    yield { ...at(log, line), message: 'This vote is never closed, so the minutes show no result.' };
  }
}

export function* invalidVotes(scope: Scope): Generator<Finding> {
  for (const { event, options = [] } of scope.ignored('invalid-vote')) {
    const said = event.argument.trim();
    const messages: Partial<Record<string, string>> = {
      openVote: 'No question here: it must end with a question mark, followed by the options.',
      castVote: `“${said}” is not one of the options: ${listed(options)}.`,
      closeVote: 'No one voted: the bot does not close the vote.',
    };
    yield {
      ...wordOf(event),
      message: messages[event.command?.effect ?? ''] ?? 'The bot does not understand this vote.',
    };
  }
}

export function* voteMismatches({ steps }: Scope): Generator<Finding> {
  for (const { event, expectedTally } of steps) {
    if (expectedTally === undefined) continue;
    yield { ...placeOf(event), message: `According to the votes in this log, the result is ${expectedTally}.` };
  }
}
