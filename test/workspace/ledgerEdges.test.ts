import { assert } from 'chai';
import { attendanceOf } from '../../server/src/workspace/attendance.js';
import { logsSince } from '../../server/src/workspace/choose.js';
import { ledgerOf } from '../../server/src/workspace/ledger.js';
import { digestOf } from '../../server/src/workspace/logDigest.js';
import { projectOf } from '../../server/src/workspace/project.js';
import { compileLinks } from '../../server/src/workspace/projectLinks.js';
import { ledgerLogs, logText } from '../helpers/ledgers.js';
import { logOf } from '../helpers/logs.js';

const bobsSaw = ['bob hi', 'ann #action bob oils the rusty saw'];
const text = 'bob oils the rusty saw';
const log = 'club.2031-03-14.log';

describe('the ledger at its edges', () => {
  it('closes an action by the earliest entry of a project file; one without a date is the last', () => {
    for (const dates of [
      ['2031-03-22', '2031-03-20'],
      ['2031-03-20', '2031-03-22'],
      [undefined, '2031-03-20'],
      ['2031-03-20', undefined],
    ]) {
      const records = dates.map((date) => ({ log, text, state: 'done' as const, ...(date && { date }) }));
      const ledger = ledgerOf(ledgerLogs({ '2031-03-14': bobsSaw }, { actions: records }));
      const [action = assert.fail()] = ledger.actions;
      assert.equal(ledger.records.get(action)?.date, '2031-03-20', dates.join());
      assert.lengthOf(ledger.unmatched, 1);
    }
  });
  it('takes entries of the same day in the order of the file', () => {
    const records = ['bob oils the rusty saw', 'Bob: oil the rusty saw!'].map((one) => ({
      log,
      text: one,
      state: 'done' as const,
      date: '2031-03-20',
    }));
    for (const actions of [records, records.toReversed()]) {
      const ledger = ledgerOf(ledgerLogs({ '2031-03-14': bobsSaw }, { actions }));
      const [action = assert.fail()] = ledger.actions;
      assert.equal(ledger.records.get(action)?.text, actions[0]?.text);
    }
  });
  it('reads what is done up to the last line of a log', () => {
    const review = [...bobsSaw, 'ann #topic Action items', 'bob done: oil the rusty saw'];
    const logs = ledgerLogs({ '2031-03-14': bobsSaw, '2031-03-21': review.slice(2) });
    assert.deepEqual(
      ledgerOf(logs).actions.map(({ state }) => state),
      ['done'],
    );
    // A meeting that was not ended has nothing behind that line.
    const open = logOf(logText(review).replace(/.*#endmeeting\n/, ''), log);
    assert.deepEqual(
      ledgerOf([{ digest: digestOf(open, log), project: undefined }]).actions.map(({ state }) => state),
      ['done'],
    );
  });
});

describe('the attendance at its edges', () => {
  it('lists people who are equal by name', () => {
    const names = (said: readonly string[]) =>
      attendanceOf(ledgerLogs({ '2031-03-14': said })).people.map(({ name }) => name);
    assert.deepEqual(names(['dora hi', 'bob hi', 'cid hi']), ['ann', 'bob', 'cid', 'dora']);
    assert.deepEqual(names(['bob hi', 'cid hi', 'dora hi']), ['ann', 'bob', 'cid', 'dora']);
  });
  it('has the quorum of a single meeting', () => {
    const { quorum } = attendanceOf(ledgerLogs({ '2031-03-14': ['bob hi'] }, { quorum: 3 }));
    assert.deepEqual(
      quorum?.meetings.map(({ isMet }) => isMet),
      [false],
    );
  });
  it('knows the project of logs since a date', () => {
    const people = [{ name: 'Bob Reed', nicks: ['bob'], voter: true }];
    const logs = logsSince(
      ledgerLogs({ '2031-03-14': ['bob hi'], '2031-03-21': ['bob hi'] }, { people }),
      '2031-03-20',
    );
    const [bob] = attendanceOf(logs).people.filter(({ name }) => name === 'Bob Reed');
    assert.deepInclude(bob, { voter: true, present: 1 });
  });
});

describe('the links of a project', () => {
  it('are compiled; one that is no pattern is a fault at its place', async () => {
    const file =
      '{ "links": [{ "pattern": "#(\\\\d+)", "url": "https://example.org/$1" }, { "pattern": "(", "url": "https://example.org" }] }';
    const { links, faults } = await compileLinks(projectOf(file));
    assert.lengthOf(links, 1);
    assert.lengthOf(faults, 1);
    assert.match(file.slice(faults[0]?.start, faults[0]?.end), /^\{ "pattern": "\(".*\}$/);
  });
  it('are none without any', async () => {
    assert.deepEqual(await compileLinks(projectOf('{}')), { links: [], faults: [] });
  });
});
