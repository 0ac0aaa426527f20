import { assert } from 'chai';
import { finish } from '../../../server/src/log/steps.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { dialectNamed } from '../../../server/src/meeting/dialects/dialects.js';
import { findingMeetings, meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { readingScribed } from '../../../server/src/meeting/scribe/readScribed.js';
import { recordsOf } from '../../helpers/scribed.js';

/*
 * Logs that would make a careless program slow or large. Times are compared with that of the same log without what is hostile, so
 * that the machine does not matter much; what grows with a square takes hundreds of times as long.
 */

/** As many lines as a year of a busy channel has, and as many as show what takes more than linear time. */
const [year, some] = [300_000, 60_000];
const [many, fewer] = [10_000, 4000];

const talk = (count: number) => Array.from({ length: count }, (_, at) => `<ann> word${at % 977} tea and ${at} cups`);

/** Milliseconds of computing: unlike a clock, they do not pass while other processes run. */
function timeOf(work: () => void): number {
  const start = process.cpuUsage().user;
  work();
  return (process.cpuUsage().user - start) / 1000;
}

const reading = (rows: readonly string[]) => {
  const records = recordsOf(rows);
  return timeOf(() => void finish(readingScribed(records)));
};

const repeated = (count: number, row: (at: number) => string) => Array.from({ length: count }, (_, at) => row(at));

const longList = repeated(100_000, (at) => `n${at}`).join(',');

/** What comes below talk, or instead of it, and how many times as long as the talk that may take. */
type Hostile = Readonly<Record<string, readonly [rows: () => readonly string[], most: number]>>;

const belowYear: Hostile = {
  'corrections that fail': [() => repeated(many, (at) => `<bob> s/nowhere ${at}/x/`), 20],
};

const belowSome: Hostile = {
  'corrections that fail, of a short text': [() => repeated(fewer, () => '<bob> s/\u00e9/x/'), 15],
  'corrections that fail, of what is in every block, but not in one line': [
    () => repeated(fewer, () => '<bob> s/cups tea/x/'),
    15,
  ],
  'corrections of the line above': [
    () => repeated(fewer, (at) => (at % 2 ? `<bob> s/cup${at - 1}/x/` : `<bob> cup${at}`)),
    10,
  ],
  'corrections of the first line': [() => repeated(fewer, () => '<bob> s/0 cups/0 cups/'), 20],
  'corrections of every line': [() => repeated(100, () => '<bob> s/tea/tea/g'), 40],
  'corrections of every line, above and below': [() => repeated(100, () => '<bob> s/tea/tea/G'), 40],
  'lines inserted at one place': [() => repeated(fewer, () => '<bob> i/word0 /hello/'), 20],
  'texts that double': [
    () => ['<bob> a', ...repeated(200, () => '<bob> s/a/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/g')],
    10,
  ],
};

const alone: Hostile = {
  'lists of 100,000 names': [
    () => [`<x> present+ ${longList}`, `<x> scribe: ${longList}`, `<x> regrets: ${longList}`],
    60,
  ],
  'lists that replace each other': [
    () => repeated(many, (at) => `<x> ${at % 2 ? 'present' : 'scribe'}: a${at}, b${at}, c${at}`),
    60,
  ],
  'dots below dots': [() => ['<x> scribe: x', '<x> Bob: hi', ...repeated(100_000, () => '<x> ... and more')], 60],
  'dots of the queue keeper': [() => ['<Zakim> agendum 1 -- tea', ...repeated(many, () => '<Zakim> ... and more')], 60],
  'dots of the queue keeper below nothing': [() => repeated(100_000, () => '<Zakim> ... and more'), 60],
  'addresses of the tracker': [() => ['<trackbot> hi', ...repeated(many, () => '<trackbot> https://a.example/b')], 60],
  'lines of dashes': [() => ['<x> scribeoptions: -dash', ...repeated(100_000, (at) => `<y${at}> --`)], 60],
  'blocks of many people': [() => repeated(100_000, (at) => `<y${at}> [[`), 60],
  'many options': [() => repeated(100_000, () => '<x> scribeoptions: -final -teapot'), 60],
  'chairs that come and go': [() => repeated(100_000, (at) => `<x> chair${at % 2 ? '-' : '+'} ann${at}, bob`), 60],
  anchors: [() => repeated(100_000, (at) => `<x> namedanchorhere: a${at}`), 60],
};

it('a long meeting with a scribe is read in short slices, with corrections as well', () => {
  const rows = [...talk(year / 3), ...repeated(200, (at) => `<bob> s/nowhere ${at}/x/`), '<bob> s/tea/cake/G'];
  const log = LogText.of(rows.join('\n'));
  const steps = findingMeetings(log, 'tea.log', { dialect: dialectNamed('w3c'), wholeLog: true });
  const slices: number[] = [];
  for (let isDone = false; !isDone; ) slices.push(timeOf(() => (isDone = steps.next().done === true)));
  slices.sort((a, b) => b - a);
  const all = slices.reduce((sum, one) => sum + one, 0);
  console.log(
    `      ${slices.length} slices, the longest ${slices.slice(0, 6).map((one) => one.toFixed(0))} of ${all.toFixed(0)} ms`,
  );
  assert.isAbove(slices.length, 1000);
  // The last one puts together what was found.
  assert.isBelow(slices[0] ?? 0, all / 2);
}).timeout(120_000);

describe('a hostile meeting with a scribe is read in bounded time', () => {
  let usual = 0;
  const check = (name: string, time: number, most: number) => {
    console.log(`      ${name}: ${(time / usual).toFixed(1)} of ${usual.toFixed(0)} ms`);
    assert.isBelow(time, most * usual);
  };

  for (const [size, below] of [
    [year, belowYear],
    [some, belowSome],
  ] as const) {
    describe(`below ${size} lines`, () => {
      let base: readonly string[] = [];
      before(() => {
        base = talk(size);
        usual = Math.max(reading(base), reading(base));
      });
      for (const [name, [rows, most]] of Object.entries(below)) {
        it(`with ${name}`, () => check(name, reading([...base, ...rows()]), most)).timeout(120_000);
      }
    });
  }

  describe('alone', () => {
    before(() => {
      const base = talk(some);
      usual = Math.max(reading(base), reading(base));
    });
    for (const [name, [rows, most]] of Object.entries(alone)) {
      it(`with ${name}`, () => {
        const log = LogText.of(rows().join('\n'));
        check(
          name,
          timeOf(() => meetingLog(log, 'tea.log', { dialect: dialectNamed('w3c'), wholeLog: true })),
          most,
        );
      }).timeout(120_000);
    }
  });
});
