import { assert } from 'chai';
import { peopleList } from '../../server/src/features/peopleList.js';
import { logOf, meeting } from '../helpers/logs.js';
import { marked } from '../helpers/marked.js';

describe('the people to go to', () => {
  const check = (source: string, ...people: string[]) => {
    const { text, cursor } = marked(source);
    const found = peopleList(logOf(text), cursor?.line ?? 0);
    assert.deepEqual(
      found.map(({ nick, about, line, isBot }) => `${line} ${nick}${isBot ? ' (the bot)' : ''}: ${about}`),
      people,
    );
  };

  it('are those of the meeting with roles, who said most first', () =>
    check(
      meeting('10:01:00 <ann> #chair bob cid$0\n10:02:00 <bob> hi\n10:03:00 <ann> #unchair cid\n10:04:00 <dan> hi\n'),
      '0 ann: owner · 4 lines · first seen 10:00:00',
      '1 bob: chair · 1 line · first seen 10:01:00',
      '4 dan: 1 line · first seen 10:04:00',
      '1 cid: former chair · only named · first seen 10:01:00',
    ));
  it('include the bot', () =>
    check(
      meeting(
        '10:00:01 <mb> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann. Information about MeetBot.\n',
      ),
      '0 ann: owner · 2 lines · first seen 10:00:00',
      '1 mb (the bot): bot · 1 line · first seen 10:00:01',
    ));
  const two = (talk: string) => `${meeting('10:01:00 <bob> hi\n')}${talk}${meeting('10:02:00 <cid> hi\n')}`;
  it('are those of the meeting before a line outside, or else of the first', () => {
    const [ann, bob] = ['0 ann: owner · 2 lines · first seen 10:00:00', '1 bob: 1 line · first seen 10:01:00'];
    check(two('$0'), '3 ann: owner · 2 lines · first seen 10:00:00', '4 cid: 1 line · first seen 10:02:00');
    check(two('11:00:00 <eve> talk$0\n'), ann, bob);
    check(`09:00:00 <eve> talk$0\n${meeting('')}`, '1 ann: owner · 2 lines · first seen 10:00:00');
  });
  it('are everyone in a log without a meeting', () =>
    check(
      '10:00 <ann> a\n10:01 <bob> b\n10:02 <bob> c\n',
      '1 bob: 2 lines · first seen 10:01:00',
      '0 ann: 1 line · first seen 10:00:00',
    ));
});
