import { assert } from 'chai';
import { slackUsers } from '../../server/src/convert/slackUsers.js';
import { check, utc } from './checkConverted.js';

const at = (second: number) => `${1931288280 + second}.000100`;
const said = (second: number, user: string, text: string, more: object = {}) => ({
  type: 'message',
  user,
  text,
  ts: at(second),
  ...more,
});
const named = (name: string) => ({ user_profile: { real_name: name, display_name: name.toLowerCase() } });
const slack = (messages: readonly unknown[], lines: readonly string[], notes: readonly string[] = [utc]) =>
  check('slack', JSON.stringify(messages, null, 4), lines, notes);

describe('a channel of Slack', () => {
  it('has messages under the real names of people', () =>
    slack(
      [said(3, 'U1', 'morning', named('Ada Moss')), said(4, 'U2', 'hi', { user_profile: { display_name: 'finn' } })],
      ['2031-03-14 20:58:03 <Ada Moss> morning', '2031-03-14 20:58:04 <finn> hi'],
    ));
  it('names whom it mentions, even before they speak', () =>
    slack(
      [said(3, 'U1', '#chair <@U2> <@U1|ada>', named('Ada Moss')), said(4, 'U2', 'hi', named('Finn Reed'))],
      ['2031-03-14 20:58:03 <Ada Moss> #chair Finn Reed Ada Moss', '2031-03-14 20:58:04 <Finn Reed> hi'],
    ));
  it('says whose name is nowhere', () =>
    slack(
      [said(3, 'U1', 'where is <@U9>?', named('Ada Moss'))],
      ['2031-03-14 20:58:03 <Ada Moss> where is U9?'],
      [utc, 'It mentions people whose names are not in it, such as U9: they are in users.json.'],
    ));
  it('has links, channels, groups and signs as people wrote them', () =>
    slack(
      [
        said(
          3,
          'U1',
          '<https://a.example/x|the list> <https://b.example> <http://c.example|c.example> <mailto:a@b.example|a@b.example> ' +
            'in <#C1|lamps> <!here> <!subteam^S1|@keepers> 1 &lt; 2 &amp;amp; 3',
          named('Ada'),
        ),
      ],
      [
        '2031-03-14 20:58:03 <Ada> https://a.example/x (the list) https://b.example http://c.example a@b.example ' +
          'in #lamps @here @keepers 1 < 2 &amp; 3',
      ],
    ));
  it('has several lines, actions, files and what programs attach', () =>
    slack(
      [
        said(3, 'U1', '#info one\r\n\n#info two', named('Ada')),
        said(4, 'U1', 'lights a lamp', { subtype: 'me_message' }),
        said(5, 'U1', 'see', { files: [{ name: 'oil.pdf', permalink: 'https://files.example/oil' }] }),
        {
          type: 'message',
          subtype: 'bot_message',
          bot_id: 'B1',
          username: 'lamp bot',
          text: '',
          ts: at(6),
          attachments: [{ fallback: 'oil is low' }],
        },
      ],
      [
        '2031-03-14 20:58:03 <Ada> #info one',
        '2031-03-14 20:58:03 <Ada> #info two',
        '2031-03-14 20:58:04 * Ada lights a lamp',
        '2031-03-14 20:58:05 <Ada> see',
        '2031-03-14 20:58:05 <Ada> https://files.example/oil',
        '2031-03-14 20:58:06 <lamp bot> oil is low',
      ],
    ));
  it('has joins and topics as logs write them', () =>
    slack(
      [
        said(3, 'U1', '<@U1> has joined the channel', { subtype: 'channel_join', ...named('ada') }),
        said(4, 'U1', '<@U1> set the channel topic: oil', { subtype: 'channel_topic', topic: 'oil' }),
        said(5, 'U1', '<@U1> archived the channel', { subtype: 'channel_archive' }),
        said(6, 'U1', '<@U1> has left the channel', { subtype: 'channel_leave' }),
        said(7, 'U1', 'bye'),
      ],
      [
        '2031-03-14 20:58:03 -!- ada has joined',
        '2031-03-14 20:58:04 -!- ada changed the topic to: oil',
        '2031-03-14 20:58:05 -!- ada archived the channel',
        '2031-03-14 20:58:06 -!- ada has left',
        '2031-03-14 20:58:07 <ada> bye',
      ],
    ));
  it('says what is left out', () =>
    slack(
      [
        said(3, 'U1', 'This message was deleted.', { subtype: 'tombstone' }),
        said(4, 'U1', '', named('Ada')),
        said(5, 'U1', 'x', { ts: 'NaN' }),
        said(5, 'U1', 'hi'),
        { type: 'huddle' },
        null,
        'x',
      ],
      ['2031-03-14 20:58:05 <Ada> hi'],
      [
        utc,
        '1 deleted message is left out.',
        '1 message without text is left out.',
        '1 message without a readable time is left out.',
        '3 entries that are not messages are left out.',
      ],
    ));
  it('gives a message with an unreadable time that of the one before', () =>
    slack(
      [said(3, 'U1', 'a', named('Ada')), said(5, 'U1', 'b', { ts: {} })],
      ['2031-03-14 20:58:03 <Ada> a', '2031-03-14 20:58:03 <Ada> b'],
    ));
  it('may be what the API returns, with the newest message first', () =>
    check(
      'slack',
      JSON.stringify({ ok: true, messages: [said(4, 'U1', 'b\nc', named('Ada')), said(3, 'U1', 'a')] }),
      ['2031-03-14 20:58:03 <Ada> a', '2031-03-14 20:58:04 <Ada> b', '2031-03-14 20:58:04 <Ada> c'],
      [utc, 'Its newest message is first: the order is turned round.'],
    ));
  it('distinguishes people with the same name', () =>
    slack(
      [
        said(3, 'U1', 'a', { user_profile: { real_name: 'Ada' } }),
        said(4, 'U2', 'b', { user_profile: { real_name: 'ada' } }),
      ],
      ['2031-03-14 20:58:03 <Ada> a', '2031-03-14 20:58:04 <ada 2> b'],
    ));
});

describe('the users of Slack', () => {
  it('have real names before others', () => {
    const users = [
      { id: 'U1', name: 'ada.m', profile: { real_name: 'Ada Moss', display_name: 'ada' } },
      { id: 'U2', name: 'finn', profile: {} },
      { id: 'U3' },
      null,
    ];
    assert.deepEqual(
      [...(slackUsers(JSON.stringify(users)) ?? [])],
      [
        ['U1', 'Ada Moss'],
        ['U2', 'finn'],
      ],
    );
    assert.isUndefined(slackUsers('[]'));
    assert.isUndefined(slackUsers('{'));
  });
});
