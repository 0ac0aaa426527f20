import { assert } from 'chai';
import { dialectNamed } from '../../../server/src/meeting/dialects/dialects.js';
import { commandNamed } from '../../../server/src/meeting/dialects/words.js';
import { checkWords, itemsIn } from '../../helpers/dialects.js';
import { lines, logOf } from '../../helpers/logs.js';

describe('maubot', () => {
  it('has its own words, which are case-sensitive', () =>
    checkWords(
      'maubot',
      '!startmeeting !sm !topic !t ^action !action ^halp !halp ^help !help ^rejected !accepted',
      'topic action ^topic !undo ^ACTION',
    ));
  it('has no chairs', () => {
    for (const word of ['!topic', '!endmeeting', '^agreed', '^rejected']) {
      assert.equal(commandNamed(word, dialectNamed('maubot'))?.rights, 'anyone', word);
    }
  });
  it('holds meetings', () => {
    const text = lines`
      2031-03-14 10:00:00 <@ann:h.org> !startmeeting Tea
      2031-03-14 10:00:01 <@bot:h.org> Meeting started at 2031-03-14 10:00:00 UTC
      2031-03-14 10:00:01 <@bot:h.org> The Meeting name is 'Tea'
      2031-03-14 10:01:00 <@bob:h.org> !topic Cups
      2031-03-14 10:02:00 <@bob:h.org> ^agreed three
      2031-03-14 10:02:01 <@bob:h.org> #info nothing
      2031-03-14 10:03:00 <@ann:h.org> !endmeeting
      `;
    const [held] = logOf(text).meetings;
    assert.deepInclude(held, { owner: '@ann:h.org', bot: '@bot:h.org', date: '2031-03-14', name: 'Tea', endLine: 6 });
    assert.deepEqual(itemsIn(text), ['TOPIC Cups', 'AGREED three']);
  });
});
