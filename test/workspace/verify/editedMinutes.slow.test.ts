import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { assert } from 'chai';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writers } from '../../../server/src/minutes/writers.js';
import { printedVerify } from '../../../server/src/reports/printedVerify.js';
import { Dice } from '../../helpers/dice.js';
import { logOf } from '../../helpers/logs.js';
import { verified } from '../../helpers/verified.js';

const log = logOf(readFileSync('test/fixtures/repair-cafe.log', 'utf8'), 'repair-cafe.log');
const formats = writers.filter(({ name }) => name !== 'template');
const tries = 25;
const pieces = [
  '',
  '\n',
  '\r',
  '<',
  '</div>',
  '<li>',
  '&amp;',
  '“',
  '](',
  '- ',
  '# ',
  '= ',
  '|',
  '(ann, 10:00:00)',
  '\0',
  '\ud800',
  '12',
  ': ',
];

/** A text with some parts taken out, put elsewhere, or exchanged. */
function edited(text: string, dice: Dice): string {
  let made = text;
  for (let count = dice.whole(1, 8); count > 0; count--) {
    const start = dice.whole(0, made.length);
    const end = Math.min(made.length, start + dice.whole(0, 40));
    const piece = dice.whole(0, 3) === 0 ? text.slice(start, end) : pieces[dice.whole(0, pieces.length - 1)];
    made = made.slice(0, start) + piece + made.slice(end);
  }
  return made;
}

describe('edited minutes in any format', () => {
  const validate = new Ajv().compile(JSON.parse(readFileSync('server/verify.schema.json', 'utf8')));

  for (const [index, { name, write }] of formats.entries()) {
    it(`as ${name} have findings within their text, as the schema says`, async () => {
      const written = write(minutesOf(log, log.meetings[0] ?? assert.fail()), {});
      const dice = new Dice(index);
      for (let round = 0; round < tries; round++) {
        const text = edited(written, dice);
        const report = await verified(text, log);
        const lines = text.split(/\r\n|\r|\n/);
        for (const { place } of [...report.findings, ...report.claims]) {
          assert.isTrue(0 <= place.start && place.start <= place.end, JSON.stringify(place));
          assert.isAtMost(place.end, lines[place.line]?.length ?? -1, JSON.stringify(place));
        }
        assert.isTrue(
          validate(JSON.parse(JSON.stringify(printedVerify('minutes', report)))),
          JSON.stringify(validate.errors),
        );
      }
    });
  }
});
