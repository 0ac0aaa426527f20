import { assert } from 'chai';
import { rangeOf } from '../../server/src/features/positions.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import type { ProblemCode } from '../../server/src/meeting/problems/problemTable.js';
import { logOf } from './logs.js';
import { marked, withRanges } from './marked.js';

/** The first lines of a meeting of ann's, who scribes. */
export const scribedHead = '10:00 <ann> scribe: ann\n10:00 <ann> present+ ann, bob\n';

/** The problems of one kind in a meeting with a scribe must be those marked in it, and there must be no others but those listed. */
export function checkScribed(code: ProblemCode, source: string, also: readonly ProblemCode[] = [], top = scribedHead) {
  const { text, ranges } = marked(top + source);
  const log = logOf(text);
  assert.isDefined(log.meetings[0]?.scribed);
  const found = problems(log);
  const own = found.filter((problem) => problem.code === code);
  assert.equal(withRanges(text, own.map(rangeOf)), withRanges(text, ranges));
  assert.sameMembers(
    [...new Set(found.map((problem) => problem.code))],
    [...(ranges.length > 0 ? [code] : []), ...also],
  );
  return own;
}

/** The messages of the problems. */
export function toldScribed(...given: Parameters<typeof checkScribed>): string[] {
  return checkScribed(...given).map(({ message }) => message);
}
