import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { fixesOf } from '../../server/src/features/actions/fixes.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import { problemCodes } from '../../server/src/meeting/problems/problemTable.js';
import { logOf } from '../helpers/logs.js';

/** Each heading of the page with the text below it. */
const sections = new Map(
  readFileSync('docs/problems.md', 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...below] = section.split('\n');
      return [heading, below.join('\n')] as const;
    }),
);

describe('the page of problems', () => {
  it('has a section for every code, in the order of the table', () => {
    assert.deepEqual([...sections.keys()], [...problemCodes]);
  });
  for (const code of problemCodes) {
    it(`explains ${code} with a log that has this problem`, () => {
      const [, example = '', about = ''] = sections.get(code)?.split(/^```\n/m) ?? [];
      const log = logOf(example);
      const found = problems(log).filter((problem) => problem.code === code);
      assert.isNotEmpty(found);
      assert.isAbove(about.trim().length, 150);
      const titles = found.flatMap((problem) => fixesOf(log, problem)).map(({ title }) => title);
      const named = [...about.replaceAll('\n', ' ').matchAll(/Quick Fix \*([^*]+)\*/g)].map(([, title]) => title);
      assert.includeMembers(titles, named);
      if (titles.length > 0) assert.include(about, 'Quick Fix');
    });
  }
});
