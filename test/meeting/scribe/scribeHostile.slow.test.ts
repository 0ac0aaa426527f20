import { assert } from 'chai';
import { finish } from '../../../server/src/log/steps.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { dialectNamed } from '../../../server/src/meeting/dialects/dialects.js';
import { findingMeetings, meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { readingScribed } from '../../../server/src/meeting/scribe/readScribed.js';
import { recordsOf } from '../../helpers/scribed.js';

/*
 * Logs that would make a careless program slow or large. Times are compared with that of the same log without what is hostile, so
 * that a busy machine does not matter much; what grows with a square takes hundreds of times as long.
 */

const size = 300_000;
const many = 10_000;

const talk = (count: number) => Array.from({ length: count }, (_, at) => `<ann> word${at % 977} tea and ${at} cups`);

/** Milliseconds. */
function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const reading = (rows: readonly string[]) => {
  const records = recordsOf(rows);
  return timeOf(() => void finish(readingScribed(records)));
};

const repeated = (count: number, row: (at: number) => string) => Array.from({ length: count }, (_, at) => row(at));

const longList = repeated(100_000, (at) => `n${at}`).join(',');

/** What comes below 300,000 lines of talk, or instead of it, and how many times as long as the talk that may take. */
const below: Readonly<Record<string, readonly [rows: () => readonly string[], most: number]>> = {
  'corrections that fail': [() => repeated(many, (at) => `<bob> s/nowhere ${at}/x/`), 20],
  'corrections that fail, of a short text': [() => repeated(many, () => '<bob> s/\u00e9/x/'), 20],
  'corrections that fail, of what is in every block, but not in one line': [
    () => repeated(many / 10, () => '<bob> s/cups tea/x/'),
    40,
  ],
  'corrections of the line above': [
    () => repeated(many, (at) => (at % 2 ? `<bob> s/cup${at - 1}/x/` : `<bob> cup${at}`)),
    10,
  ],
  'corrections of the first line': [() => repeated(many, () => '<bob> s/0 cups/0 cups/'), 10],
  'corrections of every line': [() => repeated(100, () => '<bob> s/tea/tea/g'), 40],
  'corrections of every line, above and below': [() => repeated(100, () => '<bob> s/tea/tea/G'), 40],
  'lines inserted at one place': [() => repeated(many, () => '<bob> i/word0 /hello/'), 20],
  'texts that double': [
    () => ['<bob> a', ...repeated(200, () => '<bob> s/a/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/g')],
    10,
  ],
};

const alone: Readonly<Record<string, readonly [rows: () => readonly string[], most: number]>> = {
  'lists of 100,000 names': [
    () => [`<x> present+ ${longList}`, `<x> scribe: ${longList}`, `<x> regrets: ${longList}`],
    15,
  ],
  'lists that replace each other': [
    () => repeated(many, (at) => `<x> ${at % 2 ? 'present' : 'scribe'}: a${at}, b${at}, c${at}`),
    15,
  ],
  'dots below dots': [() => ['<x> scribe: x', '<x> Bob: hi', ...repeated(100_000, () => '<x> ... and more')], 15],
  'dots of the queue keeper': [() => ['<Zakim> agendum 1 -- tea', ...repeated(many, () => '<Zakim> ... and more')], 15],
  'dots of the queue keeper below nothing': [() => repeated(100_000, () => '<Zakim> ... and more'), 15],
  'addresses of the tracker': [() => ['<trackbot> hi', ...repeated(many, () => '<trackbot> https://a.example/b')], 15],
  'lines of dashes': [() => ['<x> scribeoptions: -dash', ...repeated(100_000, (at) => `<y${at}> --`)], 15],
  'blocks of many people': [() => repeated(100_000, (at) => `<y${at}> [[`), 15],
  'many options': [() => repeated(100_000, () => '<x> scribeoptions: -final -teapot'), 15],
  'chairs that come and go': [() => repeated(100_000, (at) => `<x> chair${at % 2 ? '-' : '+'} ann${at}, bob`), 15],
  anchors: [() => repeated(100_000, (at) => `<x> namedanchorhere: a${at}`), 15],
};

it('a long meeting with a scribe is read in short slices, with corrections as well', () => {
  const rows = [...talk(size), ...repeated(200, (at) => `<bob> s/nowhere ${at}/x/`), '<bob> s/tea/cake/G'];
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
  const base = talk(size);
  let usual = 0;
  before(() => {
    usual = Math.max(reading(base), reading(base));
  });

  for (const [name, [rows, most]] of Object.entries(below)) {
    it(`with ${name}`, () => {
      const time = reading([...base, ...rows()]);
      console.log(`      ${name}: ${(time / usual).toFixed(1)} of ${usual.toFixed(0)} ms`);
      assert.isBelow(time, most * usual);
    }).timeout(120_000);
  }
  for (const [name, [rows, most]] of Object.entries(alone)) {
    it(`with ${name}`, () => {
      const log = LogText.of(rows().join('\n'));
      const time = timeOf(() => meetingLog(log, 'tea.log', { dialect: dialectNamed('w3c'), wholeLog: true }));
      console.log(`      ${name}: ${(time / usual).toFixed(1)} of ${usual.toFixed(0)} ms`);
      assert.isBelow(time, most * usual);
    }).timeout(120_000);
  }
});
