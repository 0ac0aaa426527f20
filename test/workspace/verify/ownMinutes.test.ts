import { readdirSync, readFileSync } from 'node:fs';
import { assert } from 'chai';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writers } from '../../../server/src/minutes/writers.js';
import { lines, logOf, meeting } from '../../helpers/logs.js';
import { findingsOf, verified } from '../../helpers/verified.js';

const formats = writers.filter(({ name }) => name !== 'template');

const votes = meeting(lines`
  10:00:30 <ann> #topic Drinks
  10:01:00 <ann> #startvote Tea or *coffee*? Tea, Coffee
  10:02:00 <bob> #vote tea
  10:02:30 <eve> #vote coffee
  10:03:00 <eve> #vote tea
  10:04:00 <ann> #endvote
  10:05:00 <ann> #topic Food
  10:06:00 <ann> #startvote Cake? Yes, No
  `);

/** The topics are called like sections of minutes. */
const sections = meeting(lines`
  10:00:30 <ann> #topic Action items from last meeting
  10:00:40 <ann> #info bob oiled the saw
  10:00:45 <bob> #action bob paints the new ladder
  10:01:00 <ann> #topic Action items
  10:01:10 <ann> #info nothing else to do
  10:01:20 <ann> #topic Attendees
  10:01:25 <bob> #info we came by bike
  10:01:30 <ann> #topic Decisions
  10:01:32 <ann> #idea a picnic at the lake
  10:01:40 <ann> #agreed we meet again
  10:02:10 <ann> #topic Next meeting
  10:02:20 <ann> #info on 2031-04-14
  `);

const examples = readdirSync('examples').filter((name) => name.endsWith('.log'));

const logs = {
  'repair-cafe.log': readFileSync('test/fixtures/repair-cafe.log', 'utf8'),
  ...Object.fromEntries(examples.map((name) => [name, readFileSync(`examples/${name}`, 'utf8')])),
  'votes.log': votes,
  'sections.log': sections,
  'untimed.log': '<ann> #startmeeting Ropes\n<bob> #info 3 ropes\n<ann> #action bob buys 2 nets\n<ann> #endmeeting\n',
};

/** Every way to write the minutes of a log. */
function casesOf(name: string, text: string) {
  const log = logOf(text, name);
  return log.meetings.flatMap((one, index) =>
    formats.flatMap((format) =>
      (format.isOfBots && index === 0 ? [false, true] : [false]).map((bugCompatible) => ({
        name,
        log,
        one,
        format,
        bugCompatible,
      })),
    ),
  );
}

describe('our own minutes are what the log says', () => {
  for (const { name, log, one, format, bugCompatible } of Object.entries(logs).flatMap(([name, text]) =>
    casesOf(name, text),
  )) {
    it(`of ${name} as ${format.name}${bugCompatible ? ' with the bugs of MeetBot' : ''}`, async () => {
      const written = format.write(minutesOf(log, one, { bugCompatible }), { bugCompatible });
      assert.deepEqual(findingsOf(written, await verified(written, log)), []);
    });
  }

  for (const file of ['announcement.md', 'mail.txt']) {
    it(`by the template ${file}`, async () => {
      const written = readFileSync(`test/fixtures/repair-cafe.${file}`, 'utf8');
      assert.deepEqual(findingsOf(written, await verified(written, logs['repair-cafe.log'])), []);
    });
  }

  it('in another time zone', async () => {
    const log = logOf(logs['repair-cafe.log'], 'repair-cafe.log');
    const minutes = minutesOf(log, log.meetings[0] ?? assert.fail());
    const later = JSON.parse(JSON.stringify(minutes).replaceAll(/"19:(\d\d:\d\d)"/g, '"21:$1"'));
    for (const { write } of formats) {
      const written = write(later, {});
      assert.deepEqual(findingsOf(written, await verified(written, log)), []);
    }
  });
});
