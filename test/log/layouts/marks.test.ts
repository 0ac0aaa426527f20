import { assert } from 'chai';
import type { Layout } from '../../../server/src/log/layouts/layout.js';
import { readLine } from '../../../server/src/log/layouts/layout.js';
import { layouts } from '../../../server/src/log/layouts/layouts.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { eventIn } from '../../helpers/events.js';

/** What clients write before events and actions. */
const marks = '-*- <-> --> <-- -- --- * *** — • == === =!= -!- → ← ⇐ ⇄ ℹ ⚙ ⚡ « » · – -> <- >> +'.split(' ');

/** A nick with a character that no mark has, or none. */
const noMark = /^(?:|.*[^-*<>=!+—–•·→←⇐⇄ℹ⚙⚡«»].*)$/u;

/** Lines of a layout with a mark where its nick, or what is before that, would be. */
function* withMark(layout: Layout, mark: string): Generator<string> {
  const kinds = ['message', 'action'] as const;
  const rows = kinds.flatMap((kind) => eventIn(layout, [61, kind, 'NICK', 'TEXT'])?.split('\n') ?? []);
  for (const row of rows) {
    yield row.replace('NICK', mark);
    const [head = ''] = row.split(/[^\s\d]{0,9}NICK/);
    const stamp = head.replace(/[\s*—•-]+$/u, '');
    for (const between of [' ', '\t', '  ']) {
      for (const start of [head, `${stamp}${between}`]) {
        for (const rest of ['ann waves', 'ann is now known as al', 'ann: hi']) yield `${start}${mark}${between}${rest}`;
      }
    }
  }
}

describe('a mark of an event', () => {
  for (const layout of layouts) {
    it(`is no nick in ${layout.name}`, () => {
      for (const mark of marks) {
        for (const row of withMark(layout, mark)) assert.match(readLine(layout, row).nick, noMark, row);
      }
    });
  }
  it('is no nick where messages are found by a scanner, and hides no change of nick', () => {
    const text = ['20:58 <ann> #startmeeting', '20:58 <-> al is now known as ally', '20:59 <ally> x'].join('\n');
    const log = meetingLog(
      LogText.of(
        text,
        layouts.find(({ name }) => name === 'irssi'),
      ),
      'x.log',
    );
    assert.equal(log.text.read(1).kind, 'other');
    const quassel = ['[20:58] <ann> #startmeeting', '[20:58] <-> al is now known as ally', '[20:59] <ally> x'].join(
      '\n',
    );
    assert.equal(LogText.of(quassel).read(1).kind, 'nick');
  });
});
