import { assert } from 'chai';
import { LogText } from '../../server/src/log/text/logText.js';
import { channelOf, originalChannel } from '../../server/src/meeting/channel.js';
import { dateInName, meetingLog } from '../../server/src/meeting/meetingLog.js';
import { minutesOf } from '../../server/src/minutes/fromMeeting.js';

const started = '10:00:00 <ann> #startmeeting\n';

function check(path: string, channel: string | undefined, text = started): void {
  const at = path.lastIndexOf('/');
  const log = meetingLog(LogText.of(text), path.slice(at + 1), { folder: path.slice(0, Math.max(0, at)) });
  const [meeting] = log.meetings;
  if (!meeting) throw new Error('there is no meeting');
  assert.equal(channelOf(log, meeting), channel, path);
}

describe('the channel of a meeting', () => {
  it('is in a file name chosen by a client or a bot', () => {
    check('#tea.log', '#tea');
    check('/logs/##tea-club.log', '##tea-club');
    check('#tea_20310314.log', '#tea');
    check('network_#tea-club-2031-03-14.log', '#tea-club');
    check('irc.network.#tea.weechatlog', '#tea');
    check('#tea.2031-03-14-18.00.log', '#tea');
    check('tea-club.2031-03-14-18.00.log.txt', '#tea-club');
  });
  it('is in a file name with a date or a network', () => {
    check('#tea.2031-03-14.log', '#tea');
    check('#tea.20310314.log', '#tea');
    check('#tea.14-Mar-2031.log', '#tea');
    check('#tea.network.log', '#tea');
    check('#tea.network_2031.03.14.log', '#tea');
    check('network_#tea_20310314.log', '#tea');
    check('irc.network.##tea.weechatlog', '##tea');
    check('network-#tea.txt', '#tea');
    check('2031-03-14 #tea.txt', '#tea');
    check('2031-03-14.#tea (network).txt', '#tea');
  });
  it('is before the nick', () => {
    check('x.log', '#tea', '20:58 #tea: < ann> #startmeeting\n');
    check('#cake.log', '#tea', '20:58 #tea: < ann> #startmeeting\n');
  });
  it('is not in any other name', () => {
    for (const name of [
      'heat.log',
      '2031-03-14.log',
      'Untitled-1',
      'ticket #12.log',
      'c#.log',
      'tea.2031-03-14.log',
      '',
    ])
      check(name, undefined);
  });
  it('is not the name under which a bot filed the meeting', () => {
    check('tea_club.2031-03-14-18.00.log', undefined, `${started}10:01:00 <ann> #meetingname Tea club\n`);
    check('tea_club.2031-03-14-18.00.log', '#tea_club', `${started}10:01:00 <ann> #meetingname Other\n`);
  });
  it('is in the name of its folder', () => {
    check('/logs/#tea/2031-03-14.log', '#tea');
    check('/logs/#tea/2031/03-14.log', '#tea');
    check('C:\\logs\\#tea/x.log', '#tea');
    check('/logs/tea/#12/x.log', undefined);
    check('/logs/network/#tea/2031/03/14.log', '#tea');
    check('/logs/network_#tea/14.log', '#tea');
    check('/logs/#tea.chat/2031-03-14.txt', '#tea');
    check('/logs/##tea/14.log', '##tea');
    check('/logs/#cake/#tea.log', '#tea');
  });
  it('is the only one that people joined during the meeting', () => {
    const said = '10:02 <bob> hi\n';
    const joins = (...names: string[]) =>
      started + names.map((name) => `10:01 -!- bob [~b@host] has joined ${name}\n`).join('') + said;
    check('x.log', '#tea', joins('#tea', '#tea'));
    check('x.log', undefined, joins('#tea', '#cake'));
    check('x.log', undefined, `10:00 -!- bob [~b@host] has joined #tea\n${started}${said}`);
    check('x.log', undefined, `${started}10:01 <bob> who has joined #tea?\n`);
  });
  const event = (line: string) => `10:00 <ann> #startmeeting\n10:01 -!- ${line}\n10:02 <bob> hi\n`;
  it('is the one of whose joins, parts, topic and mode the meeting has lines', () => {
    for (const line of [
      'bob [~b@host] has left #tea [bye]',
      'ann changed the topic of #tea to: see #cake',
      'Topic for #tea: see #cake',
      'mode/#tea [+o ann] by bob',
      'ServerMode/#tea [+n] by irc',
      'Irssi: Join to #tea was synced in 2 secs',
    ])
      check('#other.log', '#tea', event(line));
    for (const line of ['bob [~b@host] has quit [left #tea]', 'ann changed the topic to: see #tea'])
      check('x.log', undefined, event(line));
  });
  it('is the one that the client names at the start of the log', () => {
    for (const line of [
      '10:00 *** Now talking in #tea',
      '10:00 -!- Irssi: Join to #tea was synced',
      '10:00 -!- Topic for #tea: see #cake',
      'Conversation with #tea at Fri Mar 14 10:00:00 2031 on ann@network (irc)',
      '#tea',
    ]) {
      const text = `${line}\n10:00 <ann> #startmeeting\n10:01 <bob> hi\n`;
      check('x.log', line === '#tea' ? undefined : '#tea', text);
      if (line !== '#tea') check('#cake.log', '#cake', text);
    }
  });
  it('is where the bot says that the minutes are', () => {
    const ended = (url: string, name = '') =>
      `10:00:00 <ann> #startmeeting\n${name && `10:00:01 <ann> #meetingname ${name}\n`}10:01:00 <ann> #endmeeting\n` +
      `10:01:01 <keeper> Meeting ended Fri Mar 14 10:01:00 2031 UTC.\n10:01:02 <keeper> Minutes:        ${url}\n`;
    const bot = 'https://bot.example.org';
    check('x.log', '#tea', ended(`${bot}/tea/2031/tea.2031-03-14-10.00.html`));
    check('#cake.log', '#tea', ended(`${bot}/tea/2031/tea.2031-03-14-10.00.html`));
    check('x.log', '#tea', ended(`${bot}/2031/tea.2031-03-14-10.00.html`));
    check('x.log', '##tea', ended(`${bot}/%23%23tea/2031/%23%23tea.2031-03-14-10.00.html`));
    check('x.log', '#tea', ended(`${bot}/tea.log.20310314_1000.html`));
    check('x.log', '#tea', ended(`${bot}/meetings/2031/tea.20310314.1000.log.html`));
    check('x.log', '#tea-meeting', ended(`${bot}/tea-meeting/2031-03-14/club.2031-03-14-10.00.html`, 'Club'));
    check('x.log', undefined, ended(`${bot}/meetings/club/2031/club.2031-03-14-10.00.html`, 'Club'));
    check('x.log', undefined, ended(`${bot}/`));
    check('x.log', '#tea', '10:00:00 <keeper> Started logging meeting in #tea. Commands: x.\n'.replace(/^/, started));
  });
  it('is the one that was given', () => {
    const log = meetingLog(LogText.of(event('bob has joined #tea')), '#cake.log', { channel: '#given' });
    assert.equal(log.meetings[0] && channelOf(log, log.meetings[0]), '#given');
  });
  it('has no second # in bug-compatible minutes', () => {
    assert.equal(originalChannel('tea.log'), '#tea');
    assert.equal(originalChannel('#tea.log'), '#tea');
    assert.equal(originalChannel('##tea.log'), '##tea');
  });
});

describe('the date of a log', () => {
  it('is in its name', () => {
    for (const name of [
      '#tea.2031-03-14.log',
      '#tea_20310314.log',
      'tea.2031.03.14.log',
      '#tea.14-Mar-2031.log',
      'tea14Mar2031',
    ])
      assert.equal(dateInName(name), '2031-03-14', name);
    for (const name of ['#tea.log', 'x20319999.log', '120310314.log', 'tea.2031-3-14.log', '99-Foo-2031'])
      assert.isUndefined(dateInName(name), name);
  });
});

describe('minutes', () => {
  const minutes = (text: string, options = {}) => {
    const log = meetingLog(LogText.of(text), 'heat.log', options);
    const [first] = log.meetings;
    if (!first) throw new Error('there is no meeting');
    return minutesOf(log, first);
  };
  it('do not invent a channel, and have the title or the name of the meeting', () => {
    for (const start of [started, '10:00 <ann> #startmeeting \u200b\n'])
      assert.deepInclude(minutes(start), { channel: null, title: 'Meeting' });
    assert.deepInclude(minutes('10:00 <ann> #startmeeting Tea\n'), { channel: null, title: 'Tea' });
    assert.deepInclude(minutes(`${started}10:01:00 <ann> #meetingname Tea\n`), { channel: null, title: 'tea' });
  });
  it('do not invent who started a whole log, or chairs', () => {
    const talk = '10:00 <ann> hi\n10:01 <bob> #topic Tea\n10:02 <bob> bye\n';
    assert.deepInclude(minutes(talk, { wholeLog: true }), { owner: null, chairs: [] });
    assert.deepEqual(
      minutes(talk, { wholeLog: true }).people.map(({ nick, chair }) => `${nick} ${chair}`),
      ['bob false', 'ann false'],
    );
    const chaired = `${talk}10:03 <bot> Current chairs: bob\n10:04 <bob> #chair eve\n`;
    assert.deepEqual(minutes(chaired, { wholeLog: true }).chairs, ['bob', 'eve']);
  });
});
