import { assert } from 'chai';
import { undamaged } from '../../../server/src/log/layouts/damage.js';
import { layoutNamed } from '../../../server/src/log/layouts/layouts.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { writeLine } from '../../../server/src/log/write/writeLine.js';
import { type Damaging, damages } from '../../helpers/damages.js';
import { eventIn } from '../../helpers/events.js';
import { checkInsertion } from '../../helpers/insertions.js';

/** Talk of several people, some of it with signs that damage changes. */
const said = [
  '#startmeeting',
  'hi <3',
  'a & b',
  '#topic Tea',
  'x_y *z*',
  '#info it is 3 < 4',
  'ok',
  '#agreed yes',
  'bye',
];
const added = '#info *all* x_y & <z>';

function rowsIn(name: string): readonly string[] {
  const layout = layoutNamed(name);
  const nicks = ['ann', 'bob_', 'cleo'];
  return said.flatMap((text, index) => {
    const rows = layout && eventIn(layout, [60 + index * 7, 'message', nicks[index % 3] ?? '', text]);
    return rows?.split('\n') ?? [];
  });
}

function check(layout: string, { apply }: Damaging): void {
  const rows = rowsIn(layout);
  const [plain, text] = [LogText.of(rows.join('\n')), LogText.of(apply(rows).rows.join('\n'))];
  // Some layouts read what is before their lines themselves, or as part of a time.
  const { damage } = text.layout;
  const isUndone = damage !== undefined && undamaged(damage, text.text(0)) === rows[0];
  for (const line of [0, 3, 8]) {
    const written = writeLine(text, line, { kind: 'message', nick: 'dee', text: added });
    const expected = writeLine(plain, line, { kind: 'message', nick: 'dee', text: added });
    assert.isDefined(written);
    if (isUndone) assert.equal(undamaged(damage, written ?? ''), expected, `${written} in\n${text}`);
    if (isUndone) assert.notEqual(written, expected);
    assert.isTrue(checkInsertion(text, line, 'dee', '#endmeeting'));
  }
}

describe('a line in a damaged log', () => {
  /** Some lines are not the log's. */
  const others = /^(?:a code fence|a diff with)/;
  for (const damage of damages.filter((one) => !others.test(one.name))) {
    for (const layout of ['supybot', 'irssi', 'limnoria', 'mirc', 'hexchat']) {
      it(`has the same damage: ${damage.name}, in ${layout}`, () => check(layout, damage));
    }
  }
});
