import { assert } from 'chai';
import { lines, logOf, meeting } from '../../helpers/logs.js';
import { findingsOf, verified } from '../../helpers/verified.js';

const log = logOf(lines`
  18:00:00 <ann> #startmeeting Saw club, spring
  18:01:00 <ann> #topic Fair
  18:01:10 <ann> the tool fair is on October the 14th and 15th, see https://fair.example.org/hall/
  18:01:30 <bob> version 12.1.0 of the sharpening guide is out today
  18:02:00 <ann> rule17 really needs an update in a world after the fair
  18:02:20 <be|inda> I didnt see a burning need for 3 ladders in the shed
  18:03:00 <cid> I will put the list of broken tools together
  18:03:10 <ann> noted: put together the list of broken tools that are left
  18:03:20 <the> hello from the workshop door
  18:04:00 <ann> #vote Lend the saw? yes, no
  18:04:10 <bob> yes
  18:04:20 <cid> no
  18:04:30 <ann> yes
  18:04:40 <ann> #endvote
  18:05:00 <ann> #endmeeting
  `);

describe('what people write in minutes', () => {
  const isRight = (title: string, text: string) =>
    it(`may be ${title}`, async () => {
      const minutes = `# Fair\n\n${text}\n`;
      assert.deepEqual(findingsOf(minutes, await verified(minutes, log)), []);
    });
  const isWrong = (title: string, text: string, ...expected: readonly string[]) =>
    it(`may not be ${title}`, async () => {
      const minutes = `# Fair\n\n${text}\n`;
      assert.deepEqual(findingsOf(minutes, await verified(minutes, log)), [...expected]);
    });

  isRight('several days of a month', 'The tool fair is on October 14-15 this time.');
  isRight('the same days, the month last', 'Tool fair: 14–15 October.');
  isRight('one of these days', 'The tool fair is on October 15.');
  isWrong('other days', 'The tool fair is on October 20-21.', 'wrong-date “October 20-21”');
  isRight('an address without the slash at its end', 'See https://fair.example.org/hall.');
  isRight('a version without its end', 'Version 12.1 of the sharpening guide is out.');
  isWrong('another version', 'Version 12.2 of the sharpening guide is out.', 'wrong-count “12.2” 4');
  isRight('today for tonight', 'The sharpening guide, version 12.1.0, is out tonight.');
  isRight('a number that is part of a word in the log', 'Rule 17 needs an update in a world after the fair.');
  isRight('a number in a word', 'The fair-zero and two-stroke tools were praised.');
  isRight('a negation without its apostrophe', 'be|inda did not see a burning need for 3 ladders in the shed.');
  isRight('a negation in other words', 'That 12.1.0 is no longer a new version of the sharpening guide.');
  isRight('what someone else sums up', '## Action items\n\n- cid: put together the list of broken tools that are left');
  isRight('when the next meeting is', '## Next meeting\n\nThursday, 3 June 2032');
  isRight('when the next meeting is, in a sentence', 'The next meeting is on 3 June 2032, at 18:30.');
  isRight('a name written as it sounds', 'Present: ann, belinda');
  isWrong('someone unknown', 'Present: ann, belinde', 'not-present “belinde”');
  isRight('a list within a sentence', 'Ann (1)lends the saw, (2)oils it, (3)mends it, (4)puts it away.');
  isRight('a list whose numbers have no space behind them', '1.oil the saw\n2.mend ladders\n3.a list\n4.put it up');
  it('may be what is in no layout of the log', async () => {
    const pasted = logOf('<ann> #startmeeting Saw club\n<bob> so\nthat is a total of 42 saws\n<ann> #endmeeting\n');
    const minutes = '# Saw club\n\nWe still have 42 saws.\n';
    assert.deepEqual(findingsOf(minutes, await verified(minutes, pasted)), []);
  });
  it('may be words that only look like a negation', async () => {
    const action = meeting('18:03:15 <bob> #action bob borrows 2 tents for the fair from the scouts\n');
    const minutes = '# Fair\n\n## Action items\n\n- bob: went to borrow 2 tents for the fair from the scouts\n';
    assert.deepEqual(findingsOf(minutes, await verified(minutes, action)), []);
  });
});
