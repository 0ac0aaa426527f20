import { assert } from 'chai';
import { LogText } from '../../server/src/log/text/logText.js';
import { channelOf } from '../../server/src/meeting/channel.js';
import { meetingLog } from '../../server/src/meeting/meetingLog.js';
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
