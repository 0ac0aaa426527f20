import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import type { Problem } from '../../meeting/problems/problemTable.js';
import { ignoreProblemCommand } from '../../protocol.js';
import { ignoredText, type ProjectPlace } from '../../workspace/logProject.js';
import { addEntries } from '../../workspace/projectEdit.js';
import { type IgnoredProblem, projectFileName } from '../../workspace/projectFile.js';
import { pointsIn } from '../../workspace/textPoints.js';
import type { Abilities } from '../abilities.js';

/** A problem, with the client's diagnostics of it. */
export interface ShownProblem {
  readonly problem: Problem;
  readonly diagnostics: Diagnostic[];
}

/**
 * For each problem, an action that makes the project's file ignore it in this log. Clients with our own command edit the file
 * themselves, as only they know what else has been typed into it; others get an edit of it, if they support that.
 */
export function ignoring(
  log: MeetingLog,
  problems: readonly ShownProblem[],
  place: ProjectPlace | undefined,
  abilities: Abilities,
): CodeAction[] {
  if (!place) return [];
  return problems.flatMap(({ problem, diagnostics }): CodeAction[] => {
    const which = problems.length > 1 ? ` ${problem.code}` : '';
    const title = `Ignore this${which} in ${projectFileName}`;
    const entry: IgnoredProblem = { code: problem.code, log: place.log, text: ignoredText(log, problem) };
    const base = { title, kind: CodeActionKind.QuickFix, diagnostics };
    if (abilities.ownCommands) {
      return [{ ...base, command: { title, command: ignoreProblemCommand, arguments: [place.file, entry] } }];
    }
    const edit = editOf(place, entry, abilities);
    return edit ? [{ ...base, edit }] : [];
  });
}

/** An edit that adds an entry, or makes the file; undefined if the client cannot make it, or the file is not JSON. */
function editOf({ file, text }: ProjectPlace, entry: IgnoredProblem, abilities: Abilities): WorkspaceEdit | undefined {
  if (!abilities.documentChanges || (text === undefined && !abilities.newFiles)) return undefined;
  const change = addEntries(text ?? '', 'ignore', [entry]);
  if (!change) return undefined;
  const positionAt = pointsIn(text ?? '');
  const range = { start: positionAt(change.offset), end: positionAt(change.offset + change.length) };
  const edit = { textDocument: { uri: file, version: null }, edits: [{ range, newText: change.text }] };
  return { documentChanges: [...(text === undefined ? [{ kind: 'create' as const, uri: file }] : []), edit] };
}
