import { assert } from 'chai';
import { rangeOf } from '../../server/src/features/positions.js';
import type { MeetingLog } from '../../server/src/meeting/meetingLog.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import type { ProblemCode } from '../../server/src/meeting/problems/problemTable.js';
import { type marked, withRanges } from './marked.js';

/** The problems of one kind in a log must be those marked in its text, and there must be no others but those of the listed kinds. */
export function checkProblems(
  code: ProblemCode,
  log: MeetingLog,
  text: string,
  ranges: ReturnType<typeof marked>['ranges'],
  also: readonly ProblemCode[],
) {
  const found = problems(log);
  const own = found.filter((problem) => problem.code === code);
  assert.equal(withRanges(text, own.map(rangeOf)), withRanges(text, ranges));
  assert.sameMembers(
    [...new Set(found.map((problem) => problem.code))],
    [...(ranges.length > 0 ? [code] : []), ...also],
  );
  return own;
}
