import { commandText } from './bots.js';
import { at, ignoredCommands, note, placeOf, type Scope, wordOf } from './findings.js';
import { textAt } from './meetingLog.js';
import type { Finding } from './problems.js';

/* The rules of votes; see rules.ts. */

export function* votesNotOpen(log: Scope): Generator<Finding> {
  for (const { event } of ignoredCommands(log, 'vote-not-open')) {
    yield { ...wordOf(event), message: `No vote is open here: the bot ignores ${commandText(event)}.` };
  }
}

export function* votesAlreadyOpen(log: Scope): Generator<Finding> {
  for (const { event, running } of ignoredCommands(log, 'vote-already-open')) {
    const open = running?.votes.findLast(({ line }) => line < event.line);
    yield {
      ...wordOf(event),
      message: 'A vote is open already: the bot opens no other before it is closed.',
      related: open ? [note(log, open.line, 'It was opened here')] : [],
    };
  }
}

export function* votesNotClosed(log: Scope): Generator<Finding> {
  for (const { votes } of log.meetings) {
    for (const { line, endLine } of votes) {
      if (endLine !== undefined) continue;
      yield { ...at(log, line), message: 'Nobody closes this vote: it leaves no result in the minutes.' };
    }
  }
}

export function* invalidVotes(log: Scope): Generator<Finding> {
  for (const { event, running } of ignoredCommands(log, 'invalid-vote')) {
    const vote = running?.votes.findLast(({ line }) => line < event.line);
    const said = textAt(log, { line: event.line, start: event.argumentStart, end: event.end }).trim();
    const messages: Partial<Record<string, string>> = {
      openVote: 'The bot finds no question here: it ends with a question mark, the options follow.',
      castVote: `“${said}” is none of the options: ${vote?.options.join(', ')}.`,
      closeVote: 'Nobody voted: the bot does not close the vote.',
    };
    yield {
      ...wordOf(event),
      message: messages[event.command?.effect ?? ''] ?? 'The bot does not understand this vote.',
    };
  }
}

export function* voteMismatches(log: Scope): Generator<Finding> {
  for (const { event, expectedTally } of log.own) {
    if (expectedTally === undefined) continue;
    yield { ...placeOf(event), message: `By the votes in this log, the result is ${expectedTally}.` };
  }
}
