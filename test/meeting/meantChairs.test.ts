import { assert } from 'chai';
import { peopleOf } from '../../server/src/meeting/people.js';
import { problems } from '../../server/src/meeting/problems/findProblems.js';
import { actionsIn, logOf } from '../helpers/logs.js';

const greeting = '10:00:01 <keeper> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann.\n';

function meetingOf(called: string, nick: string, bot = '') {
  const log = logOf(
    `10:00:00 <ann> #startmeeting\n${bot}10:01:00 <ann> #chair ${called}\n10:02:00 <${nick}> #topic Tea\n` +
      `10:03:00 <${nick}> #action ${called} to pour\n10:04:00 <${nick}> #endmeeting\n10:05:00 <bob> hi\n`,
  );
  const [meeting] = log.meetings;
  if (!meeting) throw new Error('there is no meeting');
  return { log, meeting };
}

describe('without a bot, whoever is called a chair', () => {
  for (const [called, nick] of [
    ['wren', 'Wren Hill'],
    ['Wren', 'Wren Hill'],
    ['hill', 'Wren Hill'],
    ['wren', 'wren[m]'],
    ['wren', 'wren:ex.org'],
    ['Wren Hill', 'Wren Hill'],
  ] as const)
    it(`is one: ${called} is ${nick}`, () => {
      const { log, meeting } = meetingOf(called, nick);
      assert.equal(meeting.endLine, 4);
      assert.equal(meeting.chairChanges[1]?.nick, nick);
      assert.sameMembers(
        peopleOf(log, meeting).map((person) => person.nick),
        ['ann', nick],
      );
      assert.deepEqual(problems(log), []);
    });

  it('is not one any more if no chair is wanted by that name', () => {
    const log = logOf(
      '10:00:00 <ann> #startmeeting\n10:01:00 <ann> #chair wren\n10:02:00 <ann> #unchair wren\n' +
        '10:03:00 <Wren Hill> #topic Tea\n10:04:00 <ann> #endmeeting\n',
    );
    assert.deepEqual(
      problems(log).map(({ code, line }) => `${code} ${line}`),
      ['not-chair 3'],
    );
  });
});

describe('where a bot was', () => {
  it('only the nick is a chair, and the problem has the one who is meant', () => {
    const { log, meeting } = meetingOf('wren', 'wren[m]', greeting);
    assert.equal(meeting.chairChanges.at(-1)?.nick, 'wren');
    assert.isUndefined(meeting.endLine);
    const unknown = problems(log).find(({ code }) => code === 'unknown-nick');
    assert.equal(unknown?.meant, 'wren[m]');
  });
});

describe('an action that names nearly someone', () => {
  it('can be changed to the nick', () => {
    const log = logOf(
      '10:00:00 <ann> #startmeeting\n10:01:00 <Wren Hill> hi\n10:02:00 <ann> #action the saw goes to wrenn\n10:03:00 <ann> #endmeeting\n',
    );
    const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    assert.include(
      actionsIn(log, range, []).map(({ title }) => title),
      'Assign to Wren Hill',
    );
  });
});
