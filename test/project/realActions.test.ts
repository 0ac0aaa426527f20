import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import type { TextEdit } from 'vscode-languageserver';
import { applied } from '../helpers/applied.js';
import { actionsIn, logOf, uri } from '../helpers/logs.js';

/** One of the real logs, which are not part of the project. */
const file = join(process.env.MEETLOG_LOGS ?? '', 'corpus', 'openstack-heat-2012-04-23.supybot.log');

(existsSync(file) ? describe : describe.skip)('the actions of a real log', () => {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  /** What becomes of the 1-based line, and the one below it, by the refactoring with a title. */
  function becomes(line: number, title: string): string[] {
    const at = { line: line - 1, character: 20 };
    const actions = actionsIn(logOf(text), { start: at, end: at }, [], {}, {});
    const action = actions.find((one) => one.title === title);
    assert.isDefined(action, actions.map((one) => one.title).join());
    const edits: TextEdit[] = action?.edit?.changes?.[uri] ?? [];
    return applied(text, edits)
      .split('\n')
      .slice(line - 1, line + 1);
  }
  it('gets agreements in place by chairs, and below by a chair for others', () => {
    const [own] = becomes(72, 'Record as #agreed');
    assert.equal(own, '21:08:48 <asalkeld> #agreed how about we set the time depending on the content');
    assert.deepEqual(becomes(14, 'Record as #agreed'), [
      '21:01:37 <shadower> funzo: chair is a meeting attendee, right?',
      '21:01:37 <funzo> #agreed funzo: chair is a meeting attendee, right?',
    ]);
    assert.equal(
      becomes(14, 'Record as #info')[0],
      '21:01:37 <shadower> #info funzo: chair is a meeting attendee, right?',
    );
  });
  it('assigns its action, and mends #agred at once with all others', () => {
    assert.match(becomes(163, 'Assign to funzo')[0] ?? '', /^21:21:34 <funzo> #action funzo: calfonso change/);
    const at = { line: 0, character: 0 };
    const wrong = text.replace('<asalkeld> how about', '<asalkeld> #agred how about');
    const [action] = actionsIn(logOf(wrong), { start: at, end: at }, [], {}, { only: ['source.fixAll'] });
    assert.equal(applied(wrong, action?.edit?.changes?.[uri] ?? []), wrong.replace('#agred', '#agreed'));
  });
});
