import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { byPlace, problemLists } from '../meeting/problems/findProblems.js';
import type { Problem } from '../meeting/problems/problemTable.js';
import type { Abilities } from './abilities.js';
import { shown } from './describe.js';
import { type Fix, fixesOf } from './fixes.js';
import { rangeOf } from './positions.js';
import { type Versioned, workspaceEdit } from './workspaceEdit.js';

/** The quick fixes for the problems in a range. Each names the client's diagnostics that it resolves. */
export function codeActions(
  log: MeetingLog,
  document: Versioned,
  range: Range,
  known: readonly Diagnostic[],
  abilities: Abilities,
): CodeAction[] {
  const touched = problemLists(log).flatMap((list) => list.filter((problem) => touches(rangeOf(problem), range)));
  const near = known.filter((diagnostic) => touches(diagnostic.range, range));
  return touched.sort(byPlace).flatMap((problem) =>
    fixesOf(log, problem).map((fix) => ({
      ...codeAction(fix, resolved(problem, near)),
      edit: workspaceEdit(document, fix.edits, abilities),
    })),
  );
}

function codeAction({ title, preferred }: Fix, resolves: Diagnostic[]): CodeAction {
  return {
    // It inserts text exactly as in the log, but its title shows only clean text.
    title: shown(title),
    kind: CodeActionKind.QuickFix,
    diagnostics: resolves,
    ...(preferred && { isPreferred: true }),
  };
}

function resolved({ code, ...place }: Problem, known: readonly Diagnostic[]): Diagnostic[] {
  return known.filter((diagnostic) => diagnostic.code === code && same(diagnostic.range, rangeOf(place)));
}

/** A problem never spans lines. */
function same(a: Range, b: Range): boolean {
  const numbers = ({ start, end }: Range) => [start.line, start.character, end.character].join();
  return numbers(a) === numbers(b);
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
