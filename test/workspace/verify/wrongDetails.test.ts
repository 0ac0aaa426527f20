import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { lines, logOf, meeting } from '../../helpers/logs.js';
import { findingsOf, verified } from '../../helpers/verified.js';

const log = logOf(readFileSync('test/fixtures/repair-cafe.log', 'utf8'), 'repair-cafe.log');

/** What is wrong if one thing in Meetlog's minutes of a log is another: the file, what it says, what it says instead. */
const cases: readonly (readonly [
  file: string,
  said: string,
  instead: string,
  found: readonly string[],
  messages?: string,
])[] = [
  ['md', '**Started by:** wilma', '**Started by:** pim', ['wrong-person “pim” 1'], 'In the log, wilma started it.'],
  [
    'md',
    'Chairs:** ida, wilma',
    'Chairs:** ida, pim',
    ['wrong-person “pim” 1', 'missing 1'],
    'In the log, pim is not a chair.; wilma was a chair, too.',
  ],
  ['md', 'Chairs:** ida, wilma', 'Chairs:** ida, wilma, zed', ['not-present “zed”']],
  ['md', '(5 min)', '(7 min)', ['wrong-count “7 min” 41'], 'By the log, the meeting took 5 minutes.'],
  ['md', '(5 min)', '(1 h 5 min)', ['wrong-count “1 h 5 min” 41']],
  [
    'md',
    '19:00:00 to',
    '19:00:40 to',
    ['wrong-date “19:00:40” 1'],
    'The log has another time for the start of the meeting.',
  ],
  [
    'md',
    'to 19:05:20 UTC',
    'to 19:04:15 UTC',
    ['wrong-date “19:04:15” 41'],
    'The log has another time for the end of the meeting.',
  ],
  [
    'md',
    '2031-09-09, 19',
    '2031-09-08, 19',
    ['wrong-date “2031-09-08” 1'],
    'The meeting of the log was on 2031-09-09.',
  ],
  ['txt', 'Meeting started by wilma', 'Meeting started by ida', ['wrong-person “ida” 1']],
  ['txt', 'Meeting ended at 19:05:20', 'Meeting ended at 19:05:21', ['wrong-date “19:05:21” 41']],
  [
    'moin.txt',
    'was started by jörn at 19:01:00',
    'was started by pim at 19:01:00',
    ['wrong-person “pim” 10'],
    'In the log, jörn started it.',
  ],
  [
    'moin.txt',
    'was started by jörn at 19:01:00',
    'was started by jörn at 19:01:10',
    ['wrong-date “19:01:10” 10'],
    'In the log, it was started at 19:01:00.',
  ],
  ['md', '<https://irons.example.org/q?a=1&b=2>', '<https://irons.example.org/q?a=1>', ['unsupported “1” 13']],
  ['md', '- tove\n', '- zed\n', ['not-present “zed”', 'missing 36']],
  [
    'md',
    '- tove\n',
    '- pim\n',
    ['wrong-person “Tove books the hall” 36', 'missing 36'],
    'The log has this for tove.; ACTION of wilma is missing: Tove books the hall (not in the list “byPerson”)',
  ],
  [
    'md',
    'repair-cafe.log#L17',
    'repair-cafe.log#L18',
    ['unsupported “[jörn, 19:02:00” 17'],
    'This link leads to line 18; the log has this on line 17.',
  ],
  ['md', '([jörn, 19:02:00]', '([pim, 19:02:00]', ['wrong-person “pim” 17'], 'In the log, jörn said this.'],
  [
    'md',
    '([jörn, 19:02:00]',
    '([jörn, 19:02:01]',
    ['wrong-date “19:02:01” 17'],
    'In the log, this was said at 19:02:00.',
  ],
  [
    'md',
    '**REJECTED:** opening at six',
    '**AGREED:** opening at six',
    ['unsupported “**AGREED:**” 27'],
    'The log has this as REJECTED.',
  ],
];

describe('a wrong detail of minutes', () => {
  for (const [file, said, instead, found, messages] of cases) {
    it(`is found in ${file}: ${instead.trim()}`, async () => {
      const minutes = readFileSync(`test/fixtures/repair-cafe.${file}`, 'utf8');
      assert.include(minutes, said);
      const changed = minutes.replace(said, instead);
      const report = await verified(changed, log);
      assert.deepEqual(findingsOf(changed, report), found);
      if (messages !== undefined) assert.equal(report.findings.map(({ message }) => message).join('; '), messages);
    });
  }
  it('is found in an address that is a part of another, or goes on behind it', async () => {
    const said = meeting(lines`
      10:01:00 <bob> the plan is at https://example.org/plans/2031/roof and https://example.org/plans/2031/roof-garden
      10:02:00 <bob> #info we build the roof
      `);
    for (const [url, near] of [
      ['https://example.org/plans/2031/ro', 'https://example.org/plans/2031/roof'],
      ['https://example.org/plans/2031/roof/old', 'https://example.org/plans/2031/roof'],
      ['https://example.org/plans/2031/cellar', 'https://example.org/plans/2031/roof'],
      ['https://example.org/plans/2031/roof-garden?x=1', 'https://example.org/plans/2031/roof-garden'],
    ] as const) {
      const { findings } = await verified(`# Meeting\n\nWe build the roof: see ${url} for the plan.\n`, said);
      assert.deepEqual(
        findings.map(({ code, message }) => [code, message]),
        [['unsupported', `The log has the address ${near}.`]],
        url,
      );
    }
  });
  it('may be a minute in a duration that a person wrote', async () => {
    const at = (duration: string) =>
      `# Meeting\n\nDate: 2031-03-14\nDuration: ${duration}\n\n## Decisions\n\n- we build the roof\n`;
    const said = meeting('10:02:00 <bob> #agreed we build the roof\n');
    const took = logOf(said).meetings.length;
    assert.equal(took, 1);
    for (const [duration, count] of [
      ['63 minutes', 0],
      ['1 h 3 min', 0],
      ['70 minutes', 1],
    ] as const)
      assert.lengthOf((await verified(at(duration), said)).findings, count, duration);
  });
});
