import { check, utc } from './checkConverted.js';

const person = (id: string, name: string, nickname: string, isBot = false) => ({ id, name, nickname, isBot });
const ada = person('1', 'ada', 'Ada Moss');
const said = (time: string, author: unknown, content: string, more: object = {}) => ({
  id: time,
  type: 'Default',
  timestamp: `2031-03-14T${time}`,
  content,
  author,
  ...more,
});
const discord = (messages: readonly unknown[], lines: readonly string[], notes: readonly string[] = [utc]) =>
  check(
    'discord',
    JSON.stringify({ guild: { name: 'Lantern' }, channel: { name: 'lamps' }, messages, messageCount: 2 }, null, 2),
    lines,
    notes,
  );

describe('JSON of DiscordChatExporter', () => {
  it('has messages in UTC under the names that people have there', () =>
    discord(
      [said('21:58:03.123+01:00', ada, 'morning'), said('20:58:04Z', person('2', 'finn', ''), 'a\nb')],
      ['2031-03-14 20:58:03 <Ada Moss> morning', '2031-03-14 20:58:04 <finn> a', '2031-03-14 20:58:04 <finn> b'],
    ));
  it('names whom it mentions', () =>
    discord(
      [
        said('20:58:03Z', person('2', 'finn', 'Finn Reed'), '#chair @Ada Moss and <@1> <@!1> <@77>', {
          mentions: [ada],
        }),
        said('20:58:04Z', ada, 'thanks <@2>'),
      ],
      [
        '2031-03-14 20:58:03 <Finn Reed> #chair Ada Moss and Ada Moss Ada Moss <@77>',
        '2031-03-14 20:58:04 <Ada Moss> thanks Finn Reed',
      ],
    ));
  it('has what is attached, forwarded or embedded', () =>
    discord(
      [
        said('20:58:03Z', ada, 'see', { attachments: [{ url: 'https://cdn.example/oil.png' }] }),
        said('20:58:04Z', ada, '', { forwardedMessage: { content: 'old words' } }),
        said('20:58:05Z', ada, '', { embeds: [{ title: 'Oil', description: 'low', url: null }] }),
        said('20:58:06Z', ada, ''),
      ],
      [
        '2031-03-14 20:58:03 <Ada Moss> see',
        '2031-03-14 20:58:03 <Ada Moss> https://cdn.example/oil.png',
        '2031-03-14 20:58:04 <Ada Moss> old words',
        '2031-03-14 20:58:05 <Ada Moss> Oil',
        '2031-03-14 20:58:05 <Ada Moss> low',
      ],
      [utc, '1 message without text is left out.'],
    ));
  it('has what Discord itself writes as events', () =>
    discord(
      [
        said('20:58:03Z', person('2', 'finn', 'finn'), 'Joined the server.', { type: 'GuildMemberJoin' }),
        said('20:58:04Z', ada, 'Pinned a message.', { type: 'ChannelPinnedMessage' }),
        said('20:58:05Z', ada, 'yes', { type: 'Reply' }),
        said('20:58:06Z', ada, 'x', { type: 'constructor' }),
      ],
      [
        '2031-03-14 20:58:03 -!- finn has joined',
        '2031-03-14 20:58:04 -!- Ada Moss Pinned a message.',
        '2031-03-14 20:58:05 <Ada Moss> yes',
        '2031-03-14 20:58:06 -!- Ada Moss x',
      ],
    ));
  it('has a name for each of whom a bridge writes', () =>
    discord(
      [said('20:58:03Z', person('5', 'x', 'ivo', true), 'a'), said('20:58:04Z', person('5', 'y', 'una', true), 'b')],
      ['2031-03-14 20:58:03 <ivo> a', '2031-03-14 20:58:04 <una> b'],
    ));
});

const csv = (rows: readonly string[], lines: readonly string[], notes: readonly string[], lineEnd = '\n') =>
  check('discord-csv', [header, ...rows, ''].join(lineEnd), lines, notes);
const header = 'AuthorID,Author,Date,Content,Attachments,Reactions';
const noZone = 'Times are as in the file, which does not say their time zone.';
const guess = (first: string) => `Its dates are read with the ${first} first, which nothing in it confirms.`;

describe('CSV of DiscordChatExporter', () => {
  it('has messages of several lines, quotation marks and attachments', () =>
    csv(
      [
        '"1","ada#1234","2031-03-14T20:58:03.0000000+00:00","#info ""one""\n#info two","https://c.example/a,https://c.example/b",""',
        '"2","finn","2031-03-14T21:58:04.0000000+01:00","@ada, yes","","👍 (2)"',
      ],
      [
        '2031-03-14 20:58:03 <ada> #info "one"',
        '2031-03-14 20:58:03 <ada> #info two',
        '2031-03-14 20:58:03 <ada> https://c.example/a',
        '2031-03-14 20:58:03 <ada> https://c.example/b',
        '2031-03-14 20:58:04 <finn> ada, yes',
      ],
      [utc],
    ));
  it('may have been written on Windows', () =>
    csv(['"1","ada","2031-03-14 20:58","a","",""'], ['2031-03-14 20:58:00 <ada> a'], [noZone], '\r\n'));
  for (const [title, dates, expected, notes] of [
    ['American', ['3/4/2031 8:58 PM', '3/14/2031 12:05 AM'], ['2031-03-04 20:58:00', '2031-03-14 00:05:00'], [noZone]],
    ['American, unproved', ['3/4/2031 8:58 PM'], ['2031-03-04 20:58:00'], [noZone, guess('month')]],
    ['British', ['04/03/2031 20:58'], ['2031-03-04 20:58:00'], [noZone, guess('day')]],
    ['German', ['04.03.2031 20:58', '14.03.2031 20:58'], ['2031-03-04 20:58:00', '2031-03-14 20:58:00'], [noZone]],
    ['with the year first', ['2031/3/4 20:58:07'], ['2031-03-04 20:58:07'], [noZone]],
    ['with names of months', ['04-Mar-31 08:58 PM'], ['2031-03-04 20:58:00'], [noZone]],
  ] as const)
    it(`has dates in many forms: ${title}`, () =>
      csv(
        dates.map((date) => `"1","ada","${date}","a","",""`),
        expected.map((stamp) => `${stamp} <ada> a`),
        notes,
      ));
  it('may be cut off in the middle of a message', () =>
    check(
      'discord-csv',
      `${header}\n"1","ada","2031-03-14 20:58","a","",""\n"1","ada","2031-03-14 20:59","b`,
      ['2031-03-14 20:58:00 <ada> a', '2031-03-14 20:59:00 <ada> b'],
      ['It is cut off in the middle of a message.', noZone],
    ));
});
