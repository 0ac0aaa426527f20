import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { assert } from 'chai';
import fc from 'fast-check';
import { LogText } from '../../server/src/log/text/logText.js';
import type { Dialect } from '../../server/src/meeting/dialects/dialect.js';
import { dialects } from '../../server/src/meeting/dialects/dialects.js';
import { itemTypes } from '../../server/src/meeting/itemTypes.js';
import { meetingLog } from '../../server/src/meeting/meetingLog.js';
import { type Outline, outline } from '../../server/src/reports/outline.js';
import { lines, logOf } from '../helpers/logs.js';

const schema = JSON.parse(readFileSync('server/outline.schema.json', 'utf8'));
const validate = new Ajv({ strictTypes: false }).compile(schema);

function check(found: Outline): void {
  assert.isTrue(validate(JSON.parse(JSON.stringify(found))), JSON.stringify(validate.errors));
}

const outlineOf = (rows: readonly string[], dialect: Dialect) =>
  outline(meetingLog(LogText.of(rows.join('\n')), '2031-01-02.log', { dialect }), 'x.log');

describe('the schema of an outline', () => {
  const argument = fc.constantFrom('', 'x', 'Tea? a, b', 'a', '+1', 'bob', 'http://x.example.org y');
  const nick = fc.constantFrom('ann', 'bob');
  const labels = [
    'Topic:',
    'Subtopic:',
    'ACTION:',
    'RESOLVED:',
    'ISSUE:',
    'scribe:',
    'present+',
    'chair:',
    'Meeting:',
    's/x/y/',
  ];

  for (const bot of dialects) {
    const words = bot.isScribed ? labels : bot.commands.flatMap((command) => command.words);
    const word = (effect: string) => bot.commands.find((command) => command.effect === effect)?.words[0] ?? '';
    const start = word('start');

    it(`accepts what ${bot.title} records for each command, before and below a topic`, () => {
      for (const given of words) {
        const items = [
          `${given} Tea? a, b`,
          '#vote a',
          `${word('TOPIC')} x`,
          `${given} Tea? a, b`,
          `${given} http://x`,
        ];
        const rows = [start, ...items];
        check(
          outlineOf(
            rows.map((said) => `10:01 <ann> ${said}`),
            bot,
          ),
        );
      }
    });
    it(`accepts any log of ${bot.title}`, () => {
      const rows = fc.array(fc.tuple(nick, fc.constantFrom(...words), argument));
      fc.assert(
        fc.property(rows, (said) =>
          check(
            outlineOf(
              [`10:00 <ann> ${start}`, ...said.map(([who, word, text]) => `10:01 <${who}> ${word} ${text}`)],
              bot,
            ),
          ),
        ),
      );
    });
  }

  it('has the types of items, except topics, which are not items', () => {
    const { OutlineText } = schema.$defs;
    const types = [...OutlineText.properties.type.enum, 'LINK', 'TOPIC'];
    assert.sameMembers(types, Object.keys(itemTypes));
  });

  it('rejects what is not an outline', () => {
    const found = JSON.parse(JSON.stringify(outline(logOf('10:00 <ann> #startmeeting\n'), 'x.log')));
    assert.isTrue(validate(found));
    for (const key of Object.keys(found)) assert.isFalse(validate({ ...found, [key]: undefined }), key);
    assert.isFalse(validate({ ...found, more: 1 }));
  });
});

describe('an outline', () => {
  it('has the duration in seconds, null if it is not known', () => {
    const seconds = (text: string) => outline(logOf(text), 'x.log').meetings[0]?.seconds;
    const start = '2031-03-14T18:00:00Z <ann> #startmeeting\n';
    assert.equal(seconds(`${start}2031-03-17T10:00:05Z <ann> #endmeeting\n`), 230_405);
    assert.isNull(seconds(start));
    assert.isNull(seconds('10:00 <ann> #startmeeting\n09:00 <ann> #endmeeting\n'));
  });
  it('has subtopics below their topic, or among the items if there is no topic yet', () => {
    const log = logOf(
      lines`
        10:00 <ann> #startmeeting
        10:01 <ann> #subtopic early
        10:02 <ann> [TOPIC] tea
        10:03 <ann> #subtopic green
        10:04 <ann> #info hot
        `,
    );
    const [meeting] = outline(log, 'x.log').meetings;
    assert.deepEqual(
      meeting?.items.map(({ type, text }) => `${type} ${text}`),
      ['SUBTOPIC early'],
    );
    const [topic] = meeting?.topics ?? [];
    assert.deepEqual(
      topic?.subtopics.map(({ title, items }) => [title, items.map(({ text }) => text)]),
      [['green', ['hot']]],
    );
  });
});
