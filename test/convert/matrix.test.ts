import { check, utc } from './checkConverted.js';

const said = (second: number, sender: string, body: string, more: object = {}) => ({
  type: 'm.room.message',
  sender,
  content: { body, msgtype: 'm.text', ...more },
  origin_server_ts: (1931288280 + second) * 1000,
});
const state = (second: number, type: string, sender: string, content: object, more: object = {}) => ({
  type,
  sender,
  state_key: type === 'm.room.member' ? sender : '',
  content,
  origin_server_ts: (1931288280 + second) * 1000,
  ...more,
});
const element = (messages: readonly unknown[], lines: readonly string[], notes: readonly string[] = [utc]) =>
  check('element', JSON.stringify({ room_name: 'Lamps', exported_by: '@a:b', messages }, null, 2), lines, notes);

describe('Element’s JSON', () => {
  it('has messages and actions under the names of people', () =>
    element(
      [
        said(3, '@ada:lamps.example', 'morning\nall'),
        said(4, '@finn:lamps.example', 'lights a lamp', { msgtype: 'm.emote' }),
        said(5, '@ada:other.example', 'me too'),
      ],
      [
        '2031-03-14 20:58:03 <ada> morning',
        '2031-03-14 20:58:03 <ada> all',
        '2031-03-14 20:58:04 * finn lights a lamp',
        '2031-03-14 20:58:05 <ada:other.example> me too',
      ],
    ));
  it('has the names that people have in the room, and names whom it mentions', () =>
    element(
      [
        state(2, 'm.room.member', '@ada:lamps.example', { membership: 'join', displayname: 'Ada Moss' }),
        said(3, '@finn:lamps.example', '#chair @ada:lamps.example @ivo:lamps.example'),
        said(4, '@ada:lamps.example', 'hi'),
      ],
      [
        '2031-03-14 20:58:02 -!- Ada Moss has joined',
        '2031-03-14 20:58:03 <finn> #chair Ada Moss ivo',
        '2031-03-14 20:58:04 <Ada Moss> hi',
      ],
    ));
  it('has joins, leaves and topics, and files by their addresses', () =>
    element(
      [
        state(2, 'm.room.member', '@ada:h', { membership: 'join' }),
        state(
          3,
          'm.room.member',
          '@ada:h',
          { membership: 'join', displayname: 'A' },
          { prev_content: { membership: 'join' } },
        ),
        state(4, 'm.room.topic', '@ada:h', { topic: 'oil' }),
        said(5, '@ada:h', 'oil.png', { msgtype: 'm.image', url: 'mxc://h/abc' }),
        state(6, 'm.room.member', '@ada:h', { membership: 'leave' }),
      ],
      [
        '2031-03-14 20:58:02 -!- ada has joined',
        '2031-03-14 20:58:04 -!- ada changed the topic to: oil',
        '2031-03-14 20:58:05 <ada> oil.png',
        '2031-03-14 20:58:05 <ada> mxc://h/abc',
        '2031-03-14 20:58:06 -!- ada has left',
      ],
    ));
  it('has replies without what they quote, and edits that begin no command', () =>
    element(
      [
        said(3, '@ada:h', '> <@finn:h> #info x\n> y\n\n#info z', {
          'm.relates_to': { 'm.in_reply_to': { event_id: '$1' } },
        }),
        said(4, '@ada:h', '* #info zz', { 'm.new_content': { body: '#info zz' } }),
      ],
      ['2031-03-14 20:58:03 <ada> #info z', '2031-03-14 20:58:04 <ada> * #info zz'],
    ));
  it('says what is left out', () =>
    element(
      [
        said(3, '@ada:h', 'a'),
        { ...said(4, '@ada:h', ''), content: {} },
        { type: 'm.room.encrypted', sender: '@ada:h', content: { ciphertext: 'x' }, origin_server_ts: 1 },
        { type: 'm.reaction', sender: '@ada:h', content: {}, origin_server_ts: 1 },
        { type: 'constructor', sender: '@ada:h' },
        { type: 'm.room.message', content: { body: 'x' } },
        { ...said(5, '@ada:h', 'b'), origin_server_ts: '2031' },
      ],
      ['2031-03-14 20:58:03 <ada> a', '2031-03-14 20:58:03 <ada> b'],
      [
        utc,
        '1 deleted message is left out.',
        '1 encrypted message is left out.',
        '1 reaction is left out.',
        '2 entries that are not messages are left out.',
      ],
    ));
  it('may be what a homeserver returns, with the newest event first', () =>
    check(
      'element',
      JSON.stringify({ start: 't1', chunk: [said(4, '@ada:h', 'b'), said(3, '@ada:h', 'a')] }),
      ['2031-03-14 20:58:03 <ada> a', '2031-03-14 20:58:04 <ada> b'],
      [utc, 'Its newest message is first: the order is turned round.'],
    ));
});
