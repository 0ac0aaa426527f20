import { assert } from 'chai';
import type { ProblemCode } from '../../server/src/meeting/problems/problemTable.js';
import { logOf } from './logs.js';
import { marked } from './marked.js';
import { checkProblems } from './problems.js';

/** The first lines of a meeting of ann's, who scribes. */
export const scribedHead = '10:00 <ann> scribe: ann\n10:00 <ann> present+ ann, bob\n';

/** The problems of one kind in a meeting with a scribe must be those marked in it, and there must be no others but those listed. */
export function checkScribed(code: ProblemCode, source: string, also: readonly ProblemCode[] = [], top = scribedHead) {
  const { text, ranges } = marked(top + source);
  const log = logOf(text);
  assert.isDefined(log.meetings[0]?.scribed);
  return checkProblems(code, log, text, ranges, also);
}

/** The messages of the problems. */
export function toldScribed(...given: Parameters<typeof checkScribed>): string[] {
  return checkScribed(...given).map(({ message }) => message);
}
