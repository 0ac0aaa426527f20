import { assert } from 'chai';
import { digestOf } from '../../server/src/workspace/logDigest.js';
import { nextAgendaOf } from '../../server/src/workspace/nextAgenda.js';
import { inTimeOrder } from '../../server/src/workspace/source.js';
import { ledgerLogs } from '../helpers/ledgers.js';
import { logOf, twoMeetings } from '../helpers/logs.js';

describe('the digest of a log', () => {
  const digest = digestOf(logOf(twoMeetings, 'club.2031-03-14.log'), 'logs/club.2031-03-14.log');

  it('has its meetings, with 1-based lines', () => {
    assert.deepEqual(
      digest.meetings.map(({ line, endLine, date, time, dialect }) => [line, endLine, date, time, dialect]),
      [
        [1, 7, '2031-03-14', '10:00:00', 'meetbot'],
        [9, 10, '2031-03-14', '11:00:00', 'meetbot'],
      ],
    );
    assert.deepEqual(digest.meetings[0]?.topics, [
      { text: 'Tea', line: 3 },
      { text: 'Cake', line: 6 },
    ]);
    assert.equal(digest.meetings[0]?.decisions[0]?.line, 4);
    assert.isNull(digest.unusable);
  });
  it('is plain data', () => assert.deepEqual(JSON.parse(JSON.stringify(digest)), digest));
});

describe('the order of meetings', () => {
  const order = (names: readonly string[]) => {
    const logs = names.map((name) => ({ digest: digestOf(logOf(twoMeetings, name), name), project: undefined }));
    return inTimeOrder(logs).map(({ digest, meeting }) => `${digest.log}:${meeting.line}`);
  };
  it('is that of dates, and of lines in a log', () => {
    assert.deepEqual(order(['a.2031-03-21.log', 'b.2031-03-14.log']), [
      'b.2031-03-14.log:1',
      'b.2031-03-14.log:9',
      'a.2031-03-21.log:1',
      'a.2031-03-21.log:9',
    ]);
  });
  it('is that of names without dates, in which numbers count', () => {
    assert.deepEqual(
      order(['m10.log', 'm9.log', 'm.2031-03-14.log']).filter((_, index) => index % 2 === 0),
      ['m9.log:1', 'm10.log:1', 'm.2031-03-14.log:1'],
    );
  });
});

describe('the agenda of the next meeting', () => {
  const words = (said: readonly string[]) => {
    const meetings = inTimeOrder(ledgerLogs({ '2031-03-14': ['bob hi'], '2031-03-21': said }));
    return nextAgendaOf(meetings, []).words;
  };
  it('has the signs of the bot of the last meeting', () => {
    assert.deepEqual(words(['bob hi']), { topic: '#topic', item: '#info' });
    const meetings = inTimeOrder(ledgerLogs({ '2031-03-14': ['bob hi'] }));
    const matrix = meetings.map((one) => ({ ...one, meeting: { ...one.meeting, dialect: 'maubot' } }));
    assert.deepEqual(nextAgendaOf(matrix, []).words, { topic: '!topic', item: '!info' });
  });
  it('has some signs without meetings', () => {
    assert.deepEqual(nextAgendaOf([], []).words, { topic: '#topic', item: '#info' });
  });
});
