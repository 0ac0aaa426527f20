import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { MeetingLog } from '../../server/src/meeting/meetingLog.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import type { ProblemCode } from '../../server/src/meeting/problems/problemTable.js';

/** A text after some edits, which must be in it and apart. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const document = TextDocument.create('file:///club.log', '', 0, text);
  for (const { range } of edits) {
    for (const at of [range.start, range.end]) {
      const inside = document.positionAt(document.offsetAt(at));
      if (inside.line !== at.line || inside.character !== at.character) {
        throw new RangeError(`${at.line}:${at.character} is not in the document`);
      }
    }
  }
  return TextDocument.applyEdits(document, [...edits]);
}

/** How many problems of each kind a log has. */
export function countsOf(log: MeetingLog): Map<ProblemCode, number> {
  const counts = new Map<ProblemCode, number>();
  for (const { code } of problems(log)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** The kinds of problems of which a log has more than another one. */
export function newIn(after: MeetingLog, before: MeetingLog): ProblemCode[] {
  const known = countsOf(before);
  return [...countsOf(after)].flatMap(([code, count]) => (count > (known.get(code) ?? 0) ? [code] : []));
}
