import { assert } from 'chai';
import { preview } from '../../server/src/features/writeMinutes.js';
import { finish } from '../../server/src/log/steps.js';
import { defaultSettings } from '../../server/src/settings.js';
import { logOf, meeting } from '../helpers/logs.js';

describe('what a preview shows', () => {
  const shown = (text: string, line: number) => finish(preview(logOf(text), line, defaultSettings));

  it('says which of how many meetings it is, and where those around it begin', () => {
    const one = meeting('10:01 <ann> #info x\n');
    const three = `${one}${one}${one}`;
    const lines = one.split('\n').length - 1;
    const none = null;
    assert.deepInclude(shown(three, 0), { index: 0, count: 3, previousLine: none, nextLine: lines });
    assert.deepInclude(shown(three, lines), { index: 1, count: 3, previousLine: 0, nextLine: 2 * lines });
    assert.deepInclude(shown(three, 999), { index: 2, count: 3, previousLine: lines, nextLine: none });
    assert.deepInclude(shown(one, 0), { index: 0, count: 1, previousLine: none, nextLine: none });
  });
  it('has the lines of topics, decisions and actions in its charts', () => {
    const text = meeting(
      '10:01:00 <ann> #topic Tea\n10:02:00 <ann> #agreed green\n10:03:00 <ann> #action ann buys it\n',
    );
    const { body = '' } = shown(text, 0) ?? {};
    assert.match(body, /<g data-line="2"><title>Tea<\/title>/);
    assert.match(body, /<path class="decision"[^>]* data-line="3"><title>agreed: green<\/title>/);
    assert.match(body, /<path class="todo"[^>]* data-line="4"><title>action: ann buys it<\/title>/);
  });
  it('names what is empty', () => {
    const text = meeting('10:01:00 <ann> #agreed\n10:02:00 <ann> #action\n10:03:00 <ann> #info\n10:04:00 <ann> talk\n');
    const { body = '' } = shown(text, 0) ?? {};
    // Decisions and actions are in two lists each, and in the timeline.
    assert.lengthOf(body.match(/\(empty\)/g) ?? [], 7);
    assert.notMatch(body, /<\/b>\s+<a|<li[^>]*>\s+<a/);
  });
});
