import { assert } from 'chai';
import { clockTime } from '../../../server/src/log/facts/clock.js';
import { readLine } from '../../../server/src/log/layouts/layout.js';
import { layouts } from '../../../server/src/log/layouts/layouts.js';

describe('layouts', () => {
  for (const layout of layouts) {
    describe(layout.name, () => {
      for (const [line, kind, time, nick, text] of layout.samples) {
        it(`reads ${JSON.stringify(line)} as ${kind}`, () => {
          const read = readLine(layout, line);
          assert.equal(read.kind, kind);
          assert.equal(read.time === undefined ? undefined : clockTime(read.time), time);
          assert.equal(read.nick, nick ?? '');
          assert.equal(line.slice(read.nickStart, read.nickEnd), nick ?? '');
          assert.equal(line.slice(read.textStart, read.textEnd), text ?? '');
        });
      }
    });
  }

  it('read a nick without the codes of IRC around it', () => {
    const layout = layouts.find(({ name }) => name === 'supybot');
    for (const nick of ['\u000304ann\u0003', '\u0002ann\u000f', '\u00034ann\u00031', ' ann\u000304']) {
      assert.equal(layout && readLine(layout, `10:00 <${nick.trim()}> x`).nick, 'ann', JSON.stringify(nick));
    }
    assert.equal(
      layout && readLine(layout, `10:00 <${'\u0003'.repeat(100_000)}ann${'\u0003'.repeat(100_000)}> x`).nick,
      'ann',
    );
  });

  it('recognise an action of the IRC protocol', () => {
    const layout = layouts.find(({ name }) => name === 'supybot');
    const read = layout && readLine(layout, '10:00 <ann> \u0001ACTION waves\u0001');
    assert.deepInclude(read, { kind: 'action', nick: 'ann', textStart: 20, textEnd: 25 });
    const empty = layout && readLine(layout, '10:00 <ann> \u0001ACTION  ');
    assert.deepInclude(empty, { kind: 'action', textStart: 20, textEnd: 20 });
  });

  it('have unique names', () => {
    const names = layouts.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
  });
});
