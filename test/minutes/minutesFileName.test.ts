import { assert } from 'chai';
import { actionsByPerson } from '../../server/src/minutes/minutes.js';
import { minutesFileName } from '../../server/src/minutes/minutesFileName.js';
import { writers } from '../../server/src/minutes/writers.js';
import { logOf, meeting, minutesOfText } from '../helpers/logs.js';

describe('the name of minutes', () => {
  const [markdown] = writers;
  const name = (count: number, index: number, fileName: string) =>
    markdown && minutesFileName(logOf(meeting('').repeat(count), fileName), index, markdown);
  it('is that of the log, with a number if it has several meetings', () => {
    assert.equal(name(1, 0, 'club.2031-03-14.log.txt'), 'club.2031-03-14.md');
    assert.equal(name(3, 0, 'club.log'), 'club-1.md');
    assert.equal(name(3, 2, 'club.log'), 'club-3.md');
  });
});

describe('the actions of each person', () => {
  it('are listed once for all if they are for more than ten', () => {
    const names = Array.from({ length: 11 }, (_, index) => `member${index}`);
    const said = names.map((name) => `10:01 <${name}> hi\n`).join('');
    const of = (count: number) =>
      actionsByPerson(minutesOfText(meeting(`${said}10:02 <ann> #action ${names.slice(0, count).join(' ')}\n`)));
    assert.lengthOf(of(10), 10);
    assert.deepEqual(
      of(11).map(({ nick, actions }) => [nick, actions.length]),
      [['More than 10 people', 1]],
    );
  });
  it('are sorted by nick, ignoring case, and then in the order of the people', () => {
    const text = meeting('10:01 <bob> x\n10:01 <Bob> x\n10:01 <BOB> x\n10:02 <ann> #action bob sweeps\n');
    assert.deepEqual(
      actionsByPerson(minutesOfText(text)).map(({ nick }) => nick),
      ['bob', 'Bob', 'BOB'],
    );
  });
});
