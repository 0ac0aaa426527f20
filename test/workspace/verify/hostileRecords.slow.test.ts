import { assert } from 'chai';
import type { MeetingLog } from '../../../server/src/meeting/meetingLog.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { verifyMinutes } from '../../../server/src/workspace/verify/verifyMinutes.js';
import { logOf } from '../../helpers/logs.js';
import { dice, words } from '../../tools/bench/logs.js';

/** How long hostile minutes may take, as a multiple of what harmless ones of that length take. */
const mostTimes = 25;
const lines = 1000;

const random = dice();
const sentence = () => Array.from({ length: 8 }, () => words[random(words.length)] ?? '').join(' ');

function logWith(line: (index: number) => string): MeetingLog {
  const said = Array.from({ length: lines }, (_, index) => `10:00:01 ${line(index)}\n`).join('');
  return logOf(
    `10:00:00 <RRSAgent> logging to https://example.org/2031/03/14-garden-irc\n10:00:00 <ann> scribe+\n${said}`,
  );
}

/** How many milliseconds of computing it takes to hold minutes against a log. */
async function timed(minutes: string, log: MeetingLog): Promise<number> {
  const start = process.cpuUsage().user;
  await verifyMinutes(minutes, [{ log, name: 'club.log' }]);
  return (process.cpuUsage().user - start) / 1000;
}

function written(log: MeetingLog, format: string): string {
  const [meeting = assert.fail()] = log.meetings;
  return writerNamed(format)?.write(minutesOf(log, meeting), {}) ?? '';
}

const logs: Readonly<Record<string, (index: number) => string>> = {
  'equal speeches': () => '<ann> bob: the plan for next week',
  'equal lines that go on': (index) => `<ann> ${index === 0 ? 'bob: ' : '… '}the plan for next week`,
  'lines that go on': (index) => `<ann> ${index === 0 ? 'bob: ' : '… '}${sentence()}`,
  'equal topics and narrations': (index) => `<ann> ${index % 2 === 0 ? 'Topic: ' : ''}the plan for next week`,
  'very many people': (index) => `<member${index}> present+ Ada${index} Lovelace`,
  'links and smileys': (index) => `<ann> bob: :-) -> https://example.org/${index} the *plan* of #${index}`,
  'verbatim lines': (index) => `<ann> ${index === 0 ? '[[' : 'the plan for next week'}`,
  resolutions: () => '<ann> RESOLVED: the plan for next week',
};

const page = '<html><main id="meeting" class="meeting"><h2>Meeting minutes</h2>';
const repeated = (before: string, part: (index: number) => string, after = '') =>
  before + Array.from({ length: lines }, (_, index) => part(index)).join('') + after;

const kinds: Readonly<Record<string, () => string>> = {
  'lists of names': () => repeated(page, (index) => `<dt>Present</dt><dd>bob, member${index}</dd>\n`),
  'a list of names': () => repeated(`${page}<dt>Present</dt><dd>`, (index) => `member${index}, `),
  'dates and links': () =>
    repeated(page, () => '<p class="date">today</p><nav id="links"><a href="https://x.example/">Agenda</a></nav>'),
  'open paragraphs': () => repeated(page, () => '<p><cite>bob:</cite> the plan<br><span>… for next week'),
  'a line of breaks': () => repeated(`${page}<p>`, () => '<br>'),
  'signs in front of names': () =>
    repeated(page, () => `<p>${'* '.repeat(20)}Present${'*'.repeat(20)}:${' '.repeat(20)}</p>`),
  'open lists in JSON': () => '['.repeat(lines * 20),
  'JSON of many properties': () =>
    repeated(
      '{"generator": "Meetlog 0", "topics": [], "scribe": {',
      (index) => `"a${index}": [],`,
      '"present": ["bob"]}}',
    ),
  'items in JSON': () =>
    repeated(
      '{"generator": "Meetlog 0", "topics": [], "items": [',
      (index) => `{"type": "ACTION", "text": "the plan ${index}", "nick": "ann", "assignees": ["bob", "ann"]},`,
      '{}]}',
    ),
};

describe('minutes of scribes take time proportional to their length', () => {
  let usual = 0;
  let log: MeetingLog;

  before(async () => {
    log = logWith((index) => `<ann> member${index % 30}: ${sentence()} ${index}`);
    const minutes = written(log, 'w3c-html');
    await timed(minutes, log);
    usual = Math.max(100, Math.min(await timed(minutes, log), await timed(minutes, log)));
  });

  for (const [kind, line] of Object.entries(logs)) {
    for (const format of ['w3c-html', 'json', 'text']) {
      it(`${kind} as ${format}, right and wrong`, async () => {
        const one = logWith(line);
        const minutes = written(one, format);
        for (const held of [minutes, minutes.replace(/plan/g, 'flan').replace(/bob/g, 'cid'), minutes.repeat(2)])
          assert.isBelow((await timed(held, one)) / usual, mostTimes);
      });
    }
  }
  for (const [kind, made] of Object.entries(kinds)) {
    it(kind, async () => assert.isBelow((await timed(made(), log)) / usual, mostTimes));
  }
});
