import { assert } from 'chai';
import { attendanceOf } from '../../server/src/workspace/attendance.js';
import { chosenPeople, logsSince } from '../../server/src/workspace/choose.js';
import { personsOf } from '../../server/src/workspace/persons.js';
import { ledgerLogs } from '../helpers/ledgers.js';

const meetings = {
  '2031-03-14': ['bob hi', 'bob_ hi', 'cid hi'],
  '2031-03-21': ['bob[m] hi', 'ann #chair dora'],
  '2031-03-28': ['cid hi'],
};

function shown({ people }: ReturnType<typeof attendanceOf>): string[] {
  return people.map(({ name, nicks, lines, present, first, last, voter }) => {
    const vote = voter === null ? '' : voter ? ' voter' : ' guest';
    return `${name} (${nicks.join(' ')}) ${lines} lines at ${present}: ${first.date} to ${last.date}${vote}`;
  });
}

describe('the attendance of meetings', () => {
  it('counts everyone who said something, once for all of their nicks', () => {
    assert.deepEqual(shown(attendanceOf(ledgerLogs(meetings))), [
      'ann (ann) 7 lines at 3: 2031-03-14 to 2031-03-28',
      'bob (bob bob[m]) 3 lines at 2: 2031-03-14 to 2031-03-21'.replace('bob (bob bob', 'bob[m] (bob bob'),
      'cid (cid) 2 lines at 2: 2031-03-14 to 2031-03-28',
    ]);
  });
  it('knows people, voters and the quorum from the project file', () => {
    const people = [
      { name: 'Ann Lee', nicks: ['ann'], voter: true },
      { name: 'Cid Ray', nicks: ['cid'], voter: true },
    ];
    const attendance = attendanceOf(ledgerLogs(meetings, { people, quorum: 2 }));
    assert.deepEqual(shown(attendance), [
      'Ann Lee (ann) 7 lines at 3: 2031-03-14 to 2031-03-28 voter',
      'bob[m] (bob bob[m]) 3 lines at 2: 2031-03-14 to 2031-03-21 guest',
      'Cid Ray (cid) 2 lines at 2: 2031-03-14 to 2031-03-28 voter',
    ]);
    assert.deepEqual(
      attendance.quorum?.meetings.map(({ voters, needed, isMet }) => [voters, needed, isMet]),
      [
        [2, 2, true],
        [1, 2, false],
        [2, 2, true],
      ],
    );
  });
  it('has no quorum without a project file, and counts everyone who spoke without named voters', () => {
    assert.isNull(attendanceOf(ledgerLogs(meetings)).quorum);
    assert.deepEqual(
      attendanceOf(ledgerLogs(meetings, { quorum: 3 })).quorum?.meetings.map(({ voters }) => voters),
      [3, 2, 2],
    );
  });
  it('leaves the bot out', () => {
    const bot = 'bot Meeting started Fri Mar 14 10:00:01 2031 UTC.  The chair is ann. Information about MeetBot.';
    const { people } = attendanceOf(ledgerLogs({ '2031-03-14': [bot, 'bob hi'] }));
    assert.deepEqual(people.map(({ name }) => name).sort(), ['ann', 'bob']);
  });
  it('can be of one person, or since a date', () => {
    const logs = ledgerLogs(meetings);
    assert.deepEqual(
      chosenPeople(attendanceOf(logs), personsOf(logs), { person: 'Bob_' }).people.map(({ name }) => name),
      ['bob[m]'],
    );
    assert.equal(attendanceOf(logsSince(logs, '2031-03-21')).meetings, 2);
  });
});
