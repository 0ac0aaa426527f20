import type {
  ClientCapabilities,
  CodeAction,
  CodeActionContext,
  CodeLens,
  Diagnostic,
  Hover,
  Position,
  Range,
} from 'vscode-languageserver';
import { abilitiesOf } from '../../server/src/features/abilities.js';
import { codeActions } from '../../server/src/features/codeActions.js';
import { codeLenses, resolveCodeLens } from '../../server/src/features/codeLenses.js';
import { hover } from '../../server/src/features/hover.js';
import { finish } from '../../server/src/log/steps.js';
import { LogText } from '../../server/src/log/text/logText.js';
import { type MeetingLog, meetingLog } from '../../server/src/meeting/meetingLog.js';
import type { Person } from '../../server/src/meeting/model.js';
import { peopleOf } from '../../server/src/meeting/people.js';
import { problemCodes } from '../../server/src/meeting/problems/problemTable.js';
import { type MinutesOptions, minutesOf } from '../../server/src/minutes/fromMeeting.js';
import type { Minutes } from '../../server/src/minutes/minutes.js';
import type { Settings } from '../../server/src/settings.js';
import { defaultSettings } from '../../server/src/settings.js';

export const uri = 'file:///logs/club.log';

/** A log with a test's text. Unless it has another name, its folder shows that it is the log of #club. */
export function logOf(text: string, fileName = 'club.log'): MeetingLog {
  return meetingLog(LogText.of(text), fileName, { folder: fileName === 'club.log' ? '/logs/#club' : '/logs' });
}

/** A log whose lines are in a template, all equally indented. */
export function lines(strings: TemplateStringsArray, ...values: readonly unknown[]): string {
  const text = String.raw({ raw: strings.raw }, ...values)
    .replace(/^\n/, '')
    .replace(/\n[ ]*$/, '\n');
  const indent = /^ */.exec(text)?.[0].length ?? 0;
  return text.replace(new RegExp(`^ {${indent}}`, 'gm'), '');
}

/** Lines within a meeting of ann's: the first line is `#startmeeting`, the last is `#endmeeting`. */
export function meeting(text: string): string {
  return `10:00:00 <ann> #startmeeting\n${text}10:59:00 <ann> #endmeeting\n`;
}

/** A log of two meetings, the first with a title and topics, and talk between them. */
export const twoMeetings = lines`
  10:00 <ann> #startmeeting Plans
  10:01 <bob> #info first
  10:02 <ann> #topic Tea
  10:03 <ann> #agreed green
  10:04 <bob> mint?
  10:05 <ann> #topic Cake
  10:07 <ann> #endmeeting
  10:08 <bob> talk
  11:00 <bob> #startmeeting
  11:30 <bob> #endmeeting
  `;

/** The lenses of a log, as shown by a client. */
export function shownLenses(log: MeetingLog, ownsCommands: boolean): CodeLens[] {
  return codeLenses(log, 0, ownsCommands).map((lens) => resolveCodeLens(log, uri, lens));
}

/** The hover at a position of a log; by default in an editor that shows no problems. */
export function hoverAt(log: MeetingLog, position: Position, severity = noProblems): Hover | null {
  return finish(hover(log, position, { severity }));
}

const noProblems = Object.fromEntries(problemCodes.map((code) => [code, 'off'])) as Settings['severity'];

/** The quick fixes in a range of a log, or other actions if the context asks for them, in a client with some capabilities. */
export function actionsIn(
  log: MeetingLog,
  range: Range,
  known: readonly Diagnostic[] = [],
  client: ClientCapabilities = {},
  context: Partial<CodeActionContext> = { only: ['quickfix'] },
): CodeAction[] {
  const subject = { log, uri, version: 1, settings: defaultSettings };
  return codeActions(subject, { range, context: { diagnostics: [...known], ...context } }, abilitiesOf(client));
}

/** Those present at a log's first meeting. */
export function peopleOfFirst(log: MeetingLog): readonly Person[] {
  const [first] = log.meetings;
  return first ? peopleOf(log, first) : [];
}

/** The minutes of a log's first meeting. */
export function minutesOfText(text: string, fileName?: string, options?: MinutesOptions): Minutes {
  const log = logOf(text, fileName);
  const first = log.meetings[0];
  if (!first) throw new Error('there is no meeting');
  return minutesOf(log, first, options);
}
