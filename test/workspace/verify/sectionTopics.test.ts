import { assert } from 'chai';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writers } from '../../../server/src/minutes/writers.js';
import { logOf } from '../../helpers/logs.js';
import { findingsOf, verified } from '../../helpers/verified.js';

const titles = [
  'Action items',
  'Action items from last meeting',
  'Actions by person',
  'Attendees',
  'Decisions',
  'Votes',
  'Topics',
  'People',
  'People present',
  'Log',
  'Full log',
  'Timeline',
  'Notes',
  'Next meeting',
  'About',
  'Meeting summary',
  'Agenda',
  'Before the first topic',
];
const formats = writers.filter(({ name }) => name !== 'template');

/** A meeting of which topics or subtopics are called like sections of minutes. */
function logWith(command: string, isTimed: boolean): string {
  const said = [
    '<ann> #startmeeting Saw club',
    '<ann> #info we are seven',
    ...(command === 'subtopic' ? ['<ann> #topic Sections'] : []),
    ...titles.flatMap((title, index) => [
      `<ann> #${command} ${title}`,
      `<bob> #info bob oiled saw ${index}`,
      `<bob> #action cid paints ladder ${index}`,
      `<cid> #agreed on tent ${index}`,
    ]),
    '<ann> #endmeeting',
  ];
  return said
    .map(
      (line, index) =>
        `${isTimed ? `10:${String(index % 60).padStart(2, '0')}:${10 + Math.floor(index / 60)} ` : ''}${line}\n`,
    )
    .join('');
}

describe('minutes of topics that are called like sections of minutes are right', () => {
  for (const [command, isTimed] of [
    ['topic', true],
    ['topic', false],
    ['subtopic', true],
    ['subtopic', false],
  ] as const) {
    for (const format of formats) {
      it(`as ${format.name}, of a ${command}${isTimed ? '' : ' in a log without times'}`, async () => {
        const log = logOf(logWith(command, isTimed), 'club.log');
        const [meeting] = log.meetings;
        const written = format.write(minutesOf(log, meeting ?? assert.fail(), {}), {});
        assert.deepEqual(findingsOf(written, await verified(written, log)), []);
      });
    }
  }
});
