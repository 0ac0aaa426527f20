import type { TextEdit } from 'vscode-languageserver';
import { chairsAt } from '../../meeting/chairs.js';
import { type MeetingLog, textAt } from '../../meeting/meetingLog.js';
import { type Restart, separators } from '../../meeting/restarts.js';
import { removal, sayInstead, wordFor } from '../newLines.js';
import { type Fix, fix } from './fix.js';

/**
 * The fix that joins the meeting that starts on a line with the one above it: removes the end, the start and what the bot says
 * about them. What the second start did besides becomes commands of a chair.
 */
export function joinWithAbove(log: MeetingLog, line: number): Fix[] {
  const index = log.meetings.findIndex(({ startLine }) => startLine === line);
  const [above, below] = [log.meetings[index - 1], log.meetings[index]];
  if (!above || !below) return [];
  const restart = { above, below };
  const removed = separators(log.text, restart).map((at) => removal(log, at));
  return fix('Join with the meeting before', [...removed, instead(log, restart)]);
}

/** What replaces the second start: nothing, unless it made someone a chair or gave the meeting its title. */
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
