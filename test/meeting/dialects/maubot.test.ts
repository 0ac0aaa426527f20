import { assert } from 'chai';
import { dialectNamed } from '../../../server/src/meeting/dialects/dialects.js';
import { commandNamed } from '../../../server/src/meeting/dialects/words.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { checkWords, inDialect, itemsIn } from '../../helpers/dialects.js';
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
  it('finds tags behind the nick of a bridge for those who write them', () => {
    const text = lines`
      2031-03-14 10:00:00 <@ann:h.org> !startmeeting Tea
      2031-03-14 10:01:00 <@ann:h.org> <bridge_user>: ^info a
      2031-03-14 10:01:01 <@ann:h.org> <bridge_user>: ^agreed b
      2031-03-14 10:02:00 <@bob:h.org> <bridge_user>: ^idea c
      2031-03-14 10:02:01 <@bob:h.org> <bridge_user>: ^action d
      2031-03-14 10:03:00 <@ann:h.org> you can use ^info e
      2031-03-14 10:04:00 <@ann:h.org> !endmeeting
      `;
    assert.deepEqual(itemsIn(text), ['INFO a', 'AGREED b', 'IDEA c', 'ACTION d']);
    assert.deepEqual(
      logOf(text).meetings[0]?.items.map(({ nick }) => nick),
      ['@ann:h.org', '@ann:h.org', '@bob:h.org', '@bob:h.org'],
    );
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

  /* The sources are functions in meetings/__init__.py of GregSutcliffe/maubot-meetings, b8c6c22 (0.4.1). */

  const held = (text: string) => itemsIn(`10:00 <ann> !startmeeting\n${text}10:59 <ann> !endmeeting\n`, 'maubot');

  // Config, base-config.yaml: the sign of tags is a setting; Fedora’s, Ansible’s and CoreOS’s logs have “!”.
  it('takes notes by either sign', () =>
    assert.deepEqual(
      held(
        '10:01 <bob> !info x\n10:01 <bob> ^info y\n10:02 <bob> !agreed z\n10:02 <bob> !halp\n10:03 <bob> !rejected a\n',
      ),
      ['INFO x', 'INFO y', 'AGREED z', 'HELP ', 'REJECTED a'],
    ));
  // start: tags_regex; COMMAND_RE.
  it('needs whitespace after a word, and nothing before it', () =>
    assert.deepEqual(
      held('10:01 <bob> ^info: x\n10:02 <bob> !topics y\n10:03 <bob> so !info z\n10:04 <bob> !Info\n'),
      [],
    ));
  // log_message: nothing else is looked for.
  it('does not record a line that begins with a URL', () =>
    assert.deepEqual(held('10:01 <bob> https://tea.example/\n10:02 <bob> !link https://tea.example/\n'), [
      'LINK https://tea.example/',
    ]));
  // startmeeting and rename_meeting.
  it('names a meeting by its start, as typed', () => {
    const named = (text: string) =>
      inDialect(`10:00 <ann> !startmeeting Tea Club\n${text}`, 'maubot').meetings[0]?.name;
    assert.equal(named(''), 'Tea Club');
    assert.equal(named('10:01 <ann> !mn Cake & Co\n'), 'Cake & Co');
  });
  // log_message.
  it('refuses a start with more lines', () => {
    const text = '10:00 <ann> !startmeeting Tea\n10:00 <bot> Sorry, `!startmeeting` must be called by itself\n';
    assert.deepEqual(
      problems(inDialect(text, 'maubot')).map(({ code }) => code),
      ['refused-command'],
    );
  });
});
