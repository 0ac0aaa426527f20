import { assert } from 'chai';
import fc from 'fast-check';
import type { ClientCapabilities, CodeAction, CodeActionContext, Range } from 'vscode-languageserver';
import { abilitiesOf } from '../../server/src/features/abilities.js';
import { touch } from '../../server/src/features/actions/fixAll.js';
import { codeActions, placeOfAction, resolveCodeAction } from '../../server/src/features/codeActions.js';
import { problems, problemsOn } from '../../server/src/meeting/problems/findProblems.js';
import { defaultSettings, type Settings } from '../../server/src/settings.js';
import { applied } from '../helpers/applied.js';
import { actionsIn, logOf, meeting, uri } from '../helpers/logs.js';

const everything: Partial<CodeActionContext> = { only: ['source.fixAll'] };
const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A text after the fix of everything; itself if there is none. */
function fixedOnce(text: string): string {
  const [action] = actionsIn(logOf(text), nowhere, [], {}, everything);
  return action ? applied(text, action.edit?.changes?.[uri] ?? []) : text;
}

describe('the fix of everything', () => {
  it('applies all preferred fixes at once', () =>
    assert.equal(
      fixedOnce('10:00 <ann> #startmeeting\n10:01 <ann> #agred tea\n10:03 <ann>   #info a\n10:04 <bob> #topic b\n'),
      '10:00 <ann> #startmeeting\n10:01 <ann> #agreed tea\n10:03 <ann> #info a\n10:04 <bob> #topic b\n10:04 <ann> #endmeeting\n',
    ));
  it('leaves a fix that touches another one for the next time', () => {
    const text = '10:00 <ann> #startmeeting Tea\n10:01 <ann> #startvote Tea?\n10:02 <bob> hi\n';
    const once = fixedOnce(text);
    assert.equal(once, `${text}10:02 <ann> #endmeeting\n`);
    assert.equal(fixedOnce(once), `${text}10:02 <ann> #endvote\n10:02 <ann> #endmeeting\n`);
  });
  it('is not offered if there is nothing to fix, and fixes nothing that is switched off', () => {
    assert.isEmpty(actionsIn(logOf(meeting('')), nowhere, [], {}, everything));
    const log = logOf(meeting('10:01:00 <ann> #undo\n'));
    const severity: Settings['severity'] = { ...defaultSettings.severity, 'nothing-to-undo': 'off' };
    const asked = { range: nowhere, context: { diagnostics: [], ...everything } };
    assert.isEmpty(codeActions({ log, uri, version: 1, settings: { severity } }, asked, abilitiesOf({})));
    assert.isNotEmpty(codeActions({ log, uri, version: 1, settings: defaultSettings }, asked, abilitiesOf({})));
  });
});

describe('edits that take long to make', () => {
  const client: ClientCapabilities = {
    textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
    workspace: { workspaceEdit: { documentChanges: true } },
  };
  const text =
    '10:03 <ann> #endmeeting\n10:02 <bob> #info two\n10:01 <ann> #topic Cups\n10:00 <ann> #startmeeting Tea\n';
  const at = problems(logOf(text)).find(({ code }) => code === 'reversed-log');
  const range = { start: { line: at?.line ?? 0, character: 0 }, end: { line: at?.line ?? 0, character: 99 } };
  const reversal = (actions: CodeAction[]) => actions.find(({ title }) => title.startsWith('Reverse'));
  it('are left out for clients that ask for them', () => {
    const action = reversal(actionsIn(logOf(text), range, [], client));
    assert.isUndefined(action?.edit);
    const place = action && placeOfAction(action);
    assert.deepEqual(place, { uri, range });
    if (!action || !place) return;
    const subject = { log: logOf(text), uri, version: 7, settings: defaultSettings };
    const { edit, ...rest } = resolveCodeAction(subject, action, place, abilitiesOf(client));
    assert.deepEqual(rest, action);
    assert.deepInclude(edit?.documentChanges?.[0], { textDocument: { uri, version: 7 } });
    // Meanwhile, the log was changed.
    const other = { ...subject, log: logOf(meeting('')) };
    assert.deepEqual(resolveCodeAction(other, action, place, abilitiesOf(client)), action);
  });
  it('are made at once for all others', () => {
    assert.isDefined(reversal(actionsIn(logOf(text), range, []))?.edit);
  });
  it('are those of known actions only, whatever a client returns', () => {
    for (const data of [
      undefined,
      null,
      1,
      'x',
      {},
      { uri: 1 },
      { uri, range: {} },
      { uri, range: { start: 1, end: 2 } },
    ])
      assert.isUndefined(placeOfAction({ title: 'x', data }), JSON.stringify(data));
  });
});

describe('actions in any text', () => {
  const piece = fc.constantFrom(
    '10:00 <a> ',
    '10:01 <bob> ',
    '10:01 * bob ',
    '09:00 <bot> ',
    'Current chairs: a bob\n',
    '#startmeeting',
    '#endmeeting\n',
    '#topic ',
    '#chair c,',
    '#agred x',
    '#vote yes',
    '#startvote x? yes, no',
    '#endvote',
    '#undo\n',
    '#action ',
    'http://x ',
    'talk ',
    '\n',
    '\r\n',
    '\uFEFF',
    '\ud83d',
    '}$1\\',
    'yes (2): a, c\n',
  );
  const anyText = fc.string({ unit: piece, maxLength: 60 });
  const all: Partial<CodeActionContext> = { only: ['quickfix', 'refactor', 'source'] };
  const snippets: ClientCapabilities = {
    workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
  };
  it('throw nothing, and have edits within it that are apart', () => {
    fc.assert(
      fc.property(anyText, fc.nat(12), fc.nat(30), fc.nat(3), (text, line, character, more) => {
        const log = logOf(text);
        const range = { start: { line, character }, end: { line: line + more, character } };
        for (const { edit, title } of actionsIn(log, range, [], {}, all)) {
          assert.isNotEmpty(title);
          applied(text, edit?.changes?.[uri] ?? []);
        }
        actionsIn(log, range, [], snippets, all);
      }),
      { numRuns: 300 },
    );
  });
  it('are for the problems on their lines, found without looking at others', () => {
    fc.assert(
      fc.property(anyText, fc.nat(12), fc.nat(3), (text, from, more) => {
        const log = logOf(text);
        const expected = problems(log).filter(({ line }) => line >= from && line <= from + more);
        assert.deepEqual(problemsOn(log, from, from + more), expected);
      }),
      { numRuns: 300 },
    );
  });
  it('touch where they meet', () => {
    const range = (from: number, to: number) => ({
      start: { line: 0, character: from },
      end: { line: 0, character: to },
    });
    assert.isTrue(touch(range(0, 2), range(2, 3)));
    assert.isTrue(touch(range(2, 3), range(0, 2)));
    assert.isFalse(touch(range(0, 1), range(2, 3)));
  });
});
