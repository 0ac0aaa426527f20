import { assert } from 'chai';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import type { ProblemCode } from '../../server/src/meeting/problems/problemTable.js';
import { defaultSettings } from '../../server/src/settings.js';
import { applied } from './applied.js';
import { actionsIn, logOf, uri } from './logs.js';
import { marked } from './marked.js';

/** The quick fix with this title, offered at the cursor, must produce the expected text and resolve the problem. */
export function checkFix(code: ProblemCode, source: string, title: string, expected: string): void {
  const { text, cursor } = marked(source);
  const log = logOf(text);
  const at = cursor ?? { line: 0, character: 0 };
  const shown = diagnostics(log, uri, defaultSettings);
  const actions = actionsIn(log, { start: at, end: at }, shown);
  const action = actions.find((one) => one.title === title);
  assert.isDefined(action, `there is no “${title}” among ${actions.map((one) => `“${one.title}”`)}`);
  assert.deepEqual(
    action?.diagnostics?.map((one) => one.code),
    [code],
  );
  const fixed = applied(text, action?.edit?.changes?.[uri] ?? []);
  assert.equal(fixed, expected);
  const left = problems(logOf(fixed)).filter((problem) => problem.code === code);
  assert.isBelow(left.length, problems(log).filter((problem) => problem.code === code).length);
}
