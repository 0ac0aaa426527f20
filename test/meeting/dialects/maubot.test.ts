import { assert } from 'chai';
import { dialectNamed } from '../../../server/src/meeting/dialects/dialects.js';
import { commandNamed } from '../../../server/src/meeting/dialects/words.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { checkWords, itemsIn } from '../../helpers/dialects.js';
import { lines, logOf } from '../../helpers/logs.js';

const start = lines`
  2031-03-14 10:00:00 <@ann:h.org> !startmeeting Tea
  2031-03-14 10:00:01 <@bot:h.org> Meeting started at 2031-03-14 10:00:00 UTC
  `;

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
  // Fedora sets `!` as the sign of tags, upstream's default is `^`: tags_command_prefix in its base-config.yaml.
  it('takes tags by either sign', () => {
    const text = `${start}10:01:00 <@bob:h.org> !info a\n10:01:01 <@bob:h.org> ^info b\n10:01:02 <@bob:h.org> !halp c\n`;
    assert.deepEqual(itemsIn(text.replaceAll(/^10:/gm, '2031-03-14 10:')), ['INFO a', 'INFO b', 'HELP c']);
  });
  // log_message only looks for tags.
  it('does not record a bare URL', () =>
    assert.deepEqual(itemsIn(`${start}2031-03-14 10:01:00 <@bob:h.org> https://tea.example/\n`), []));
  // tags_command_at_start in its base-config.yaml.
  it('may find tags behind the nick that a bridge writes', () => {
    const text = `${start}2031-03-14 10:01:00 <@bridge:h.org> <bob>: ^info a\n2031-03-14 10:01:00 <@irc:h.org> <cat> !idea b\n`;
    assert.deepEqual(itemsIn(text), ['INFO a', 'IDEA b']);
    assert.deepEqual(
      problems(logOf(text)).map(({ code }) => code),
      ['missing-endmeeting'],
    );
    assert.deepEqual(itemsIn(`${start}2031-03-14 10:01:00 <@bob:h.org> <b: ^info a\n`), []);
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
