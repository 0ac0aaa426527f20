import type { TextEdit } from 'vscode-languageserver';
import { chairsAt } from '../meeting/chairs.js';
import type { Effect } from '../meeting/dialects/dialect.js';
import { type MeetingLog, textAt } from '../meeting/meetingLog.js';
import { type Restart, separators } from '../meeting/restarts.js';
import { removal, sayInstead } from './newLines.js';

/**
 * The fix that joins the meeting that starts on a line with the one above it: removes the end, the start and what the bot says
 * about them. What the second start did besides becomes commands of a chair.
 */
export function joinWithAbove(log: MeetingLog, line: number) {
  const index = log.meetings.findIndex(({ startLine }) => startLine === line);
  const [above, below] = [log.meetings[index - 1], log.meetings[index]];
  if (!above || !below) return [];
  const restart = { above, below };
  const removed = separators(log.text, restart).map((at) => removal(log, at));
  const added = instead(log, restart);
  if (!added) return [];
  return [{ title: 'Join with the meeting before', edits: [...removed, added] }];
}

/** What replaces the second start: nothing, unless it made someone a chair or gave the meeting its title; undefined if it cannot be written. */
function instead(log: MeetingLog, { above, below }: Restart): TextEdit | undefined {
  const { startLine } = below;
  const isNew = !chairsAt(above).includes(below.owner);
  const commands = [
    isNew && [wordFor(log, 'chair'), below.owner],
    !above.title && below.title && [wordFor(log, 'title'), textAt(log, below.title)],
  ].flatMap((command) => (command && command[0] !== undefined ? [command.join(' ')] : []));
  const chair = above.owner || chairsAt(above)[0];
  if (commands.length === 0 || chair === undefined) return removal(log, startLine);
  return sayInstead(log, startLine, chair, above, ...commands);
}

function wordFor({ dialect }: MeetingLog, effect: Effect): string | undefined {
  return dialect.commands.find((command) => command.effect === effect)?.words[0];
}
