import type { TextEdit } from 'vscode-languageserver';
import { type CommandEvent, wordOf } from '../../meeting/events.js';
import { named } from '../../meeting/listed.js';
import { type MeetingLog, meetingAt, stepAt, textAt } from '../../meeting/meetingLog.js';
import type { Problem } from '../../meeting/problems/problemTable.js';
import { removal, sayInstead, wordFor } from '../newLines.js';
import { rangeOf } from '../positions.js';
import type { SnippetEdit } from '../workspaceEdit.js';
import { type Fix, fix } from './fix.js';

/* Fixes of a word, or of the line that it is on. */

export function replaceByMeant(_log: MeetingLog, { meant, ...place }: Problem): Fix[] {
  if (meant === undefined) return [];
  return fix(`Change to ${named(meant.trim())}`, [{ range: rangeOf(place), newText: meant }], { preferred: true });
}

/** Takes away what precedes a command, or makes a `/me` action a message. */
export function sayFirst(log: MeetingLog, problem: Problem): Fix[] {
  const { line } = problem;
  const { kind, nick, textStart, textEnd } = log.text.read(line);
  if (kind !== 'action') return replaceByMeant(log, problem);
  const text = textAt(log, { line, start: textStart, end: textEnd }).trim();
  const edit = sayInstead(log, line, nick, meetingAt(log, line), text);
  return fix('Change to a message', [edit], { preferred: true });
}

/** The most lines that are joined. */
const mostJoined = 20;

/** The line, and those below it that are not read either, become the end of the line above. */
export function joinAbove(log: MeetingLog, { line }: Problem): Fix[] {
  const { text } = log;
  const edits: TextEdit[] = [];
  for (let at = line; at < text.lineCount && at < line + mostJoined; at++) {
    const blanks = text.text(at).search(/\S/);
    if (text.read(at).kind !== 'other' || blanks < 0) break;
    const start = { line: at - 1, character: text.text(at - 1).trimEnd().length };
    edits.push({ range: { start, end: { line: at, character: blanks } }, newText: ' ' });
  }
  return fix('Join with the line above', edits, { preferred: true });
}

export function completeLink(log: MeetingLog, problem: Problem): Fix[] {
  const first = textAt(log, problem).split(' ', 1)[0] ?? '';
  const event = stepAt(log, problem.line)?.event;
  const start = rangeOf({ ...problem, end: problem.start });
  const schemes = /^[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/.test(first) ? ['https', 'http'] : [];
  const info = wordFor(log, 'INFO');
  return [
    ...schemes.flatMap((scheme) => fix(`Change to ${scheme}://${first}`, [{ range: start, newText: `${scheme}://` }])),
    ...(event?.kind === 'command' && info !== undefined
      ? fix(`Change to ${info}`, [{ range: rangeOf(wordOf(event)), newText: info }])
      : []),
  ];
}

/** Types what a command needs, or removes the command and the `#undo` that took it back. */
export function completeCommand(log: MeetingLog, { line }: Problem): Fix[] {
  const event = stepAt(log, line)?.event;
  if (event?.kind !== 'command') return [];
  const undo = meetingAt(log, line)?.undone.find(({ item }) => item.line === line);
  return [
    ...fix(`Add the missing ${missingIn(event)}`, [typedBehind(log, event)], { needsSnippets: true }),
    ...(undo
      ? fix('Remove this line and its undo', [removal(log, line), removal(log, undo.line)])
      : removeLine(log, { line })),
  ];
}

function missingIn({ command }: CommandEvent): string {
  return command?.argument === 'nicks' ? 'nicks' : command?.argument === 'link' ? 'URL' : 'text';
}

/** The cursor one space behind the word of a command. */
function typedBehind(log: MeetingLog, { line, wordEnd, lineEnd }: CommandEvent): SnippetEdit {
  const blanks = /^[ \t]*/.exec(log.text.at({ line, start: wordEnd, end: lineEnd }))?.[0].length ?? 0;
  return { range: rangeOf({ line, start: wordEnd, end: wordEnd + blanks }), newText: ' ', snippet: ' $0' };
}

export function removeLine(log: MeetingLog, { line }: Pick<Problem, 'line'>, options?: Partial<Fix>): Fix[] {
  return fix('Remove this line', [removal(log, line)], options);
}
