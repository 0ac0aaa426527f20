import { assert } from 'chai';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { verifyMinutes } from '../../../server/src/workspace/verify/verifyMinutes.js';
import type { VerifyReport } from '../../../server/src/workspace/verify/verifyReport.js';
import { logOf } from '../../helpers/logs.js';
import { dice, generateYear, words } from '../../tools/bench/logs.js';

/** How long minutes of any kind may take, as a multiple of what a bot's own minutes of that length take. */
const mostTimes = 8;
const length = 120_000;

const log = logOf(generateYear(1000), 'club.log');
const own = markdownOf(log);

/** Minutes that repeat a part, which knows its number. */
const repeated = (part: (index: number) => string, before = '') => {
  const parts = [before];
  for (let size = 0, index = 0; size < length; index++) {
    const next = part(index);
    parts.push(next);
    size += next.length;
  }
  return parts.join('').slice(0, length);
};
const random = dice();
const word = () => words[random(words.length)] ?? '';
const sentence = () => Array.from({ length: 8 }, word).join(' ');

const kinds: Readonly<Record<string, () => string>> = {
  'one line of words': () => repeated(() => `${sentence()} `),
  'one line of one word': () => repeated(() => 'week '),
  'one line of one letter': () => 'a'.repeat(length),
  'one line of spaces': () => `a${' '.repeat(length)}b`,
  'one item of sentences': () => repeated(() => `${sentence()}. `, '## Action items\n\n- '),
  'list items': () => repeated((index) => `- ${sentence()} ${index}\n`, '## Decisions\n\n'),
  'nested list items': () => repeated((index) => `${' '.repeat(index % 100)}- ${sentence()}\n`),
  'empty list items': () => repeated(() => '- \n'),
  headings: () => repeated((index) => `# ${sentence()} ${index}\n`),
  'titles of lists': () => repeated(() => 'Action items\nDecisions\nPresent\n\n'),
  underlines: () => repeated(() => 'a\n===\n'),
  'a line of signs of headings': () => `# ${'# '.repeat(length / 2)}a`,
  'a line of equals signs': () => `= ${'= '.repeat(length / 2)}a\n= a =`,
  'deeply nested elements': () => `<html>${'<div>'.repeat(length / 11)}a${'</div>'.repeat(length / 11)}`,
  'elements without an end': () => repeated(() => '<p><b><span>the plan <a href="https://x.example/">', '<html>'),
  'ends without a beginning': () => repeated(() => '</span></i>', `<html>${'<div>'.repeat(20_000)}`),
  'an element of attributes': () => `<html><p ${'a="b" '.repeat(length / 6)}>a</p>`,
  'elements that are cut off': () => repeated(() => '<a <b <', '<html>'),
  entities: () => repeated(() => '&amp;&#8212;&lt;', '<p>'),
  'entities in text': () => repeated(() => '&amp;&#8212;&nope;'),
  'a log in HTML': () => repeated((index) => `10:00:00 &lt;member${index}&gt; ${sentence()}\n`, '<html><pre>'),
  'lines of a log': () => repeated((index) => `10:00:00 <member${index % 300}> ${sentence()}\n`),
  'lines of a log at any time': () =>
    repeated((index) => `${String(index % 24).padStart(2, '0')}:${10 + (index % 50)} <member${index}> ${sentence()}\n`),
  'only numbers': () => repeated((index) => `${index} `),
  'numbers in sentences': () => repeated((index) => `We have ${index} plans. `),
  'dates in a line': () => repeated((index) => `2031-01-${10 + (index % 20)}, May ${1 + (index % 30)}, `),
  'dates in items': () =>
    repeated((index) => `- the plan by 20${10 + (index % 90)}-0${1 + (index % 9)}-11\n`, 'Decisions:\n\n'),
  'times in items': () => repeated((index) => `- ended at ${index % 24}:${10 + (index % 50)}:59\n`, 'About:\n\n'),
  durations: () => repeated(() => `- ${'9'.repeat(500)} min\n`, '# About\n\n'),
  'addresses in a line': () => repeated((index) => `https://example.org/${index} `),
  'addresses in items': () => repeated((index) => `- https://example.org/a/b/${index}\n`, 'Decisions:\n\n'),
  'an address of brackets': () => `https://example.org/${')'.repeat(length)}`,
  links: () => repeated((index) => `- [the plan](https://example.org/${index}#l-${index})\n`),
  'links in one item': () => repeated((index) => `[the plan](https://example.org/${index}) `, '- '),
  'brackets without links': () => repeated(() => '[[](((]['),
  'targets of links': () => repeated((index) => `.. _\`member1-10:00:${10 + (index % 50)}\`: log.html#l-${index}\n`),
  'people in a line': () => repeated((index) => `member${index}, `, 'Present: '),
  'people in items': () => repeated((index) => `- Ada${index} Lovelace\n`, '## Present\n\n'),
  'people in a table': () => repeated((index) => `| member${index} | ${index} |\n`, '## Present\n\n'),
  'groups of people': () => repeated((index) => `- member${index % 300}\n  - ${sentence()}\n`, '## Action items\n\n'),
  chairs: () => repeated((index) => `Chairs: member${index}, member${index + 1}\n\n`),
  quotes: () => repeated(() => `Someone said “${sentence()}” and "${word()} ${word()}". `),
  'quotes that do not end': () => repeated(() => '“a «b „c "'),
  votes: () => repeated((index) => `- ${sentence()}?\n  - Yes: ${index} (member1)\n`, '## Votes\n\n'),
  discussions: () => repeated(() => 'The discussion about "the plan" was started by member1" was started by x\n\n'),
  labels: () => repeated(() => `AGREED: ACTION: ${word()} (member1, 10:00:00)\n\n`),
  sources: () => repeated(() => '- the plan (((member1, 10:00:00)\n'),
  signs: () => repeated(() => '*_`~#>|-=+.!?()[]{}\\'),
  'a line of dots': () => `Present: ${'.'.repeat(length)}a`,
  negations: () => repeated(() => 'we do not and never '),
  'control characters': () => repeated((index) => String.fromCharCode(index % 32)),
  'any characters': () => repeated(() => String.fromCharCode(random(0x10000))),
  'any bytes': () => repeated(() => String.fromCharCode(random(256))),
  'line ends': () => repeated((index) => (index % 3 === 0 ? '\r' : index % 3 === 1 ? '\n' : '\r\n')),
  'a fence without an end': () => repeated(() => `${sentence()}\n`, '```\n'),
  'the headers of a mail': () => repeated((index) => `From: x${index}\nSubject: the plan\n`),
  'what a bot wrote, twice': () => own.repeat(10).slice(0, length),
};

function markdownOf(one: ReturnType<typeof logOf>): string {
  const [meeting] = one.meetings;
  assert.exists(meeting);
  return writerNamed('markdown')?.write(minutesOf(one, meeting), {}) ?? '';
}

/** The report, and how many milliseconds of computing it took. */
async function timed(minutes: string, held = log): Promise<{ report: VerifyReport; time: number }> {
  const start = computed();
  const report = await verifyMinutes(minutes, [{ log: held, name: 'club.log' }]);
  return { report, time: computed() - start };
}

/** How long this process has computed, in milliseconds: unlike a clock, it does not run while other processes do. */
function computed(): number {
  return process.cpuUsage().user / 1000;
}

/** Every place is in the text. */
function assertPlaces(minutes: string, { findings, claims }: VerifyReport): void {
  const lines = minutes.split(/\r\n|\r|\n/);
  for (const { place } of [...findings, ...claims]) {
    const text = lines[place.line];
    if (text === undefined || place.start < 0 || place.end < place.start || place.end > text.length)
      assert.fail(`${JSON.stringify(place)} is not in ${JSON.stringify(text?.slice(0, 80))}`);
  }
}

describe('minutes of any kind take time proportional to their length', () => {
  let usual = 0;

  before(async () => {
    const benign = repeated(
      (index) => `- ${own.slice((index * 100) % own.length, ((index * 100) % own.length) + 80)}\n`,
      own,
    );
    await timed(own);
    usual = Math.min((await timed(benign)).time, (await timed(benign)).time);
  });

  for (const [kind, made] of Object.entries(kinds)) {
    it(kind, async () => {
      const minutes = made();
      let { report, time } = await timed(minutes);
      if (time > mostTimes * usual) ({ report, time } = await timed(minutes));
      assertPlaces(minutes, report);
      assert.isBelow(time / usual, mostTimes);
    });
  }
});

describe('logs of any kind take time proportional to their length', () => {
  const lines = 4000;
  const logs: Readonly<Record<string, (index: number) => string>> = {
    'equal actions': () => '<ann> #action bob reads about the plan again',
    'equal topics and agreements': (index) => `<ann> ${index % 2 === 0 ? '#topic' : '#agreed'} the plan for next week`,
    'very many people': (index) => `<member${index}> #action member${index + 1} looks at the plan`,
    addresses: (index) => `<ann> #link https://example.org/${index}/plan`,
    'actions at the same time': (index) => `<ann> #action look at plan ${index} again`,
  };
  const logWith = (line: (index: number) => string) =>
    logOf(
      `10:00:00 <ann> #startmeeting\n${Array.from({ length: lines }, (_, index) => `10:00:01 ${line(index)}\n`).join('')}`,
      'club.log',
    );
  let usual = 0;

  before(async () => {
    const benign = logWith((index) => `<member${index % 30}> #action ${sentence()} ${index}`);
    const minutes = markdownOf(benign);
    await timed(minutes, benign);
    usual = Math.min((await timed(minutes, benign)).time, (await timed(minutes, benign)).time);
  });

  for (const [kind, line] of Object.entries(logs)) {
    it(`${kind}, with their own minutes`, async () => {
      const one = logWith(line);
      const minutes = markdownOf(one);
      let { report, time } = await timed(minutes, one);
      if (time > mostTimes * usual) ({ report, time } = await timed(minutes, one));
      assertPlaces(minutes, report);
      assert.isBelow(time / usual, mostTimes);
    });
    it(`${kind}, with minutes of which every item is wrong`, async () => {
      const one = logWith(line);
      const minutes = markdownOf(one)
        .replace(/plan/g, 'flan')
        .replace(/member(?=\d)/g, 'nember');
      let { report, time } = await timed(minutes, one);
      if (time > mostTimes * usual) ({ report, time } = await timed(minutes, one));
      assertPlaces(minutes, report);
      assert.isBelow(time / usual, mostTimes);
    });
  }
});

describe('the time that minutes of a year take', () => {
  it('grows with them', async () => {
    const costs: number[] = [];
    for (const lines of [5000, 20_000]) {
      const year = logOf(generateYear(lines), 'club.log');
      const minutes = markdownOf(year);
      const times: number[] = [];
      for (let round = 0; round < 3; round++) {
        const { report, time } = await timed(minutes, year);
        assert.deepEqual(report.findings, []);
        times.push(time);
      }
      costs.push(Math.min(...times));
    }
    const [few = 0, many = 0] = costs;
    assert.isBelow(Math.log(many / few) / Math.log(4), 1.6);
  });
});
