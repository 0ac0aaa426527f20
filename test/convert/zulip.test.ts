import { check, utc } from './checkConverted.js';

const said = (second: number, sender: string, content: string, more: object = {}) => ({
  id: second,
  sender: 9,
  subject: 'weekly',
  content,
  date_sent: 1931288280.25 + second,
  sender_name: `${sender} <x@lamps.example>`,
  date_sent_utc: '2031-03-14 20:58:03',
  ...more,
});
const zulip = (messages: readonly unknown[], lines: readonly string[], notes: readonly string[] = [utc]) =>
  check('zulip', JSON.stringify({ zerver_message: messages }), lines, notes);

describe('Zulip', () => {
  it('has the messages of export_search, without the addresses of people', () =>
    zulip(
      [
        said(3, 'Ada Moss', 'morning\nall'),
        said(4, String.raw`"Reed, \"Finn\""`, '/me lights a lamp'),
        said(5, 'Ivo', 'x', { date_sent: 'x' }),
      ],
      [
        '2031-03-14 20:58:03 <Ada Moss> morning',
        '2031-03-14 20:58:03 <Ada Moss> all',
        '2031-03-14 20:58:04 <Reed, "Finn"> /me lights a lamp',
        '2031-03-14 20:58:03 <Ivo> x',
      ],
    ));
  it('names whom it mentions', () =>
    zulip(
      [said(3, 'Ada', '#chair @**Finn Reed** @_**Ivo|12** @*keepers* see #**lamps>oil**')],
      ['2031-03-14 20:58:03 <Ada> #chair Finn Reed Ivo @keepers see #lamps>oil'],
    ));
  it('says that topics are mixed', () =>
    zulip(
      [said(3, 'Ada', 'a'), said(4, 'Ada', 'b', { subject: 'oil' })],
      ['2031-03-14 20:58:03 <Ada> a', '2031-03-14 20:58:04 <Ada> b'],
      [utc, 'Its messages are from 2 topics, which are mixed here by time.'],
    ));
  it('has the messages of the API, whose text is HTML', () =>
    check(
      'zulip',
      JSON.stringify({
        result: 'success',
        messages: [
          {
            sender_id: 1,
            sender_full_name: 'Ada Moss',
            timestamp: 1931288283,
            content_type: 'text/html',
            content:
              '<p>#chair <span class="user-mention" data-user-id="2">@Finn Reed</span></p>\n<p>1 &lt; 2 <a href="https://a.example/x">the list</a> <a href="https://a.example">https://a.example</a><br>\nend</p>',
            display_recipient: 'lamps',
            subject: 'weekly',
          },
        ],
      }),
      [
        '2031-03-14 20:58:03 <Ada Moss> #chair Finn Reed',
        '2031-03-14 20:58:03 <Ada Moss> 1 < 2 https://a.example/x (the list) https://a.example',
        '2031-03-14 20:58:03 <Ada Moss> end',
      ],
      [utc],
    ));
});
