import { assert } from 'chai';
import { abilitiesOf } from '../../server/src/features/abilities.js';
import { codeActions, fixAllKind } from '../../server/src/features/codeActions.js';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import { hover } from '../../server/src/features/hover.js';
import { summary } from '../../server/src/features/summary.js';
import { finish } from '../../server/src/log/steps.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import { defaultSettings } from '../../server/src/settings.js';
import { ignoredText, isIgnored, logProject } from '../../server/src/workspace/logProject.js';
import { emptyProject } from '../../server/src/workspace/project.js';
import type { IgnoredProblem } from '../../server/src/workspace/projectFile.js';
import { logOf, meeting, uri } from '../helpers/logs.js';

const said = meeting('10:01 <bob> #topic Tea\n10:02 <ann> #undo\n10:03 <ann> #undo\n');
const project = (...ignore: IgnoredProblem[]) =>
  logProject({ ...emptyProject, ignore }, [], { file: 'file:///meetlog.json', text: '' }, uri);

describe('ignored problems', () => {
  const log = logOf(said);
  const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const settings = {
    ...defaultSettings,
    project: project({ code: 'nothing-to-undo' }, { code: 'not-chair', text: '#topic' }),
  };

  it('are not shown, counted, fixed or explained', () => {
    const codes = problems(log).map(({ code }) => code);
    assert.includeMembers(codes, ['nothing-to-undo', 'not-chair']);
    const left = codes.filter((code) => code !== 'nothing-to-undo' && code !== 'not-chair');
    assert.sameMembers(
      diagnostics(log, uri, settings).map(({ code }) => code),
      left,
    );
    assert.equal(summary(log, settings).problems, left.length);
    const context = { diagnostics: [], only: [fixAllKind] };
    const fixes = codeActions({ log, uri, version: 1, settings }, { range: all, context }, abilitiesOf({}));
    assert.isEmpty(fixes);
    const card = finish(hover(log, { line: 1, character: 14 }, settings));
    assert.include(JSON.stringify(card), 'Ignored here');
  });
  it('are those with the text that is underlined, wherever that is', () => {
    for (const problem of problems(log)) {
      const text = ignoredText(log, problem);
      assert.isTrue(isIgnored(project({ code: problem.code, text: ` ${text} ` }), log, problem));
      assert.isFalse(isIgnored(project({ code: problem.code, text: `${text}!` }), log, problem));
      assert.isFalse(isIgnored(project({ code: problem.code, log: 'other.log' }), log, problem));
    }
  });
});
