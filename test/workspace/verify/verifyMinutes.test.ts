import { assert } from 'chai';
import { lines, logOf } from '../../helpers/logs.js';
import { findingsOf, verified } from '../../helpers/verified.js';

const log = lines`
  18:00:00 <ann> #startmeeting Saw club, spring
  18:00:01 <clubbot> Meeting started Fri Mar 14 18:00:00 2031 UTC.  The chair is ann.
  18:00:10 <bob> hello
  18:00:20 <cid> #here Cid Lee
  18:01:00 <ann> #topic Ladders
  18:01:30 <bob> the old ladders have 7 steps, two of them are rotten
  18:02:00 <ann> #agreed we buy 12 new ladders before 2031-04-01
  18:02:30 <ann> #action cid orders twelve new ladders
  18:03:00 <bob> #link https://ladders.example.org/catalogue?page=3 for "light ladders"
  18:04:00 <ann> #topic Saws
  18:04:30 <ann> #rejected a second chain saw
  18:05:00 <ann> #action bob oils the saw by Friday
  18:06:00 <ann> #endmeeting
  `;

const notes = lines`
  # Saw club, 14 March 2031

  Present: ann, bob, Cid Lee

  ## Ladders

  The old ladders have 7 steps. There was concern about them.
  See https://ladders.example.org/catalogue?page=3.

  ## Decisions

  - We buy 12 new ladders before April 1, 2031
  - Rejected: a second chain saw

  ## Action items

  - Cid: order twelve new ladders
  - Bob: oil the saw by Friday
  `;

describe('minutes written by a person', () => {
  const check = async (from: string, to: string, ...expected: readonly string[]) => {
    const changed = notes.replace(from, to);
    assert.notEqual(changed, notes);
    assert.deepEqual(findingsOf(changed, await verified(changed, log)), [...expected]);
  };

  it('are right if they say what the log does, in other words', async () => {
    const report = await verified(notes, log);
    assert.deepEqual(findingsOf(notes, report), []);
    assert.deepEqual(report.meetings, [
      { log: 'club.log', line: 0, title: '#club: Saw club, spring', channel: '#club', date: '2031-03-14' },
    ]);
    assert.isAtLeast(report.supported, 8);
    assert.equal(report.checked, report.supported);
    assert.isAtLeast(report.notChecked, 1);
  });
  it('name the wrong person', () => check('Cid: order', 'Bob: order', 'wrong-person “Bob” 8'));
  it('name someone who was not there', () => check('bob, Cid', 'bob, zed, Cid', 'not-present “zed”'));
  it('have a wrong number', () => check('We buy 12', 'We buy 14', 'wrong-count “14” 7'));
  it('have a wrong number in prose', () => check('have 7 steps', 'have 9 steps', 'wrong-count “9” 6'));
  it('have a wrong date', () => check('April 1', 'April 8', 'wrong-date “April 8, 2031” 7'));
  it('have a wrong day', () => check('by Friday', 'by Monday', 'wrong-date “Monday” 12'));
  it('have the wrong date of the meeting', () => check('14 March', '15 March', 'wrong-date “15 March 2031” 1'));
  it('cut a link', () => check('page=3.', 'page.', 'unsupported “https://ladders.example.org/catalogue?page” 9'));
  it('turn a decision', () => check('Rejected: a', 'Agreed: a', 'unsupported “Agreed:” 11'));
  it('negate a decision', () => check('We buy', 'We do not buy', 'unsupported “not” 7'));
  it('invent a decision', () =>
    check('- Rejected', '- The orchestra gets a giraffe\n- Rejected', 'unsupported “The orchestra gets a giraffe”'));
  it('drop a decision', () => check('- Rejected: a second chain saw\n', '', 'missing 11'));
  it('drop an action', () => check('- Bob: oil the saw by Friday\n', '', 'missing 12'));
});

describe('the meeting that minutes are of', () => {
  const other = log.replaceAll('Mar 14', 'Mar 21').replace('12 new ladders', '2 new brooms').replace('oils', 'sells');

  it('is found among those of several logs', async () => {
    const { meetings, findings } = await verified(notes, other, log);
    assert.deepEqual(
      meetings.map((one) => one.log),
      ['club2.log'],
    );
    assert.lengthOf(findings, 0);
  });
  it('may be missing: that is said', async () => {
    const report = await verified('# Another\n\nNothing of it.\n', other, log);
    assert.lengthOf(report.meetings, 0);
    assert.deepEqual(
      report.findings.map(({ code, message }) => `${code}: ${message}`),
      ['unsupported: No meeting of these logs fits these minutes.'],
    );
  });
  it('is not looked for in JSON: that is said', async () => {
    const { meetings, findings } = await verified('{ "title": "Notes" }\n', logOf(log));
    assert.lengthOf(meetings, 0);
    assert.match(findings[0]?.message ?? '', /JSON is checked only if Meetlog wrote it/);
  });
  it('is the only one, whatever the minutes say', async () => {
    const { meetings } = await verified('Nothing of it.\n', logOf(log));
    assert.lengthOf(meetings, 1);
  });
  it('is none if there is none', async () => {
    assert.lengthOf((await verified(notes, 'no chat at all\n')).meetings, 0);
  });
});
