import { assert } from 'chai';
import fc from 'fast-check';
import { Conversion } from '../../server/src/convert/conversion.js';
import { type ConverterName, converters } from '../../server/src/convert/converters.js';
import { convertText } from '../../server/src/convert/convertText.js';
import { partsOf } from '../../server/src/convert/feed.js';
import { runs } from '../helpers/edits.js';
import { hostileText } from '../helpers/hostile.js';

/** What each kind looks like, to be broken. */
const samples: Readonly<Record<ConverterName, string>> = {
  slack: JSON.stringify([
    {
      type: 'message',
      user: 'U1',
      text: 'a <@U2> <https://a.example|x> &lt;',
      ts: '1931288283.0001',
      user_profile: { real_name: 'Ada' },
    },
    { type: 'message', subtype: 'channel_join', user: 'U2', text: 'x', ts: '1931288284.0001', files: [{ name: 'y' }] },
  ]),
  discord: JSON.stringify({
    guild: {},
    channel: {},
    messages: [
      {
        type: 'Default',
        timestamp: '2031-03-14T20:58:03Z',
        content: 'a @b <@1>',
        author: { id: '1', name: 'ada' },
        mentions: [{ id: '1', name: 'b' }],
      },
      { type: 'GuildMemberJoin', timestamp: '2031-03-14T20:58:04Z', content: '', author: { id: '2', name: 'finn' } },
    ],
  }),
  'discord-csv':
    'AuthorID,Author,Date,Content,Attachments,Reactions\n"1","ada#1234","3/14/2031 8:58 PM","a ""b""\nc","https://x,https://y",""\n',
  zulip: JSON.stringify({
    zerver_message: [
      { sender: 1, subject: 's', content: '@**Finn|2** <p>', date_sent: 1931288283.5, sender_name: 'Ada <a@b>' },
    ],
    messages: [{ sender_full_name: 'Ada', content: '<p>x <a href="https://y">z</a></p>', timestamp: 1931288283 }],
  }),
  element: JSON.stringify({
    room_name: 'x',
    exported_by: 'x',
    messages: [
      {
        type: 'm.room.message',
        sender: '@ada:h',
        content: { body: '> <@f:h> q\n\nx @f:h', msgtype: 'm.emote' },
        origin_server_ts: 1931288283000,
      },
      {
        type: 'm.room.member',
        sender: '@ada:h',
        state_key: '@ada:h',
        content: { membership: 'join', displayname: 'Ada' },
        origin_server_ts: 1931288284000,
      },
    ],
  }),
  webvtt:
    'WEBVTT\n\nNOTE x\n\n1\n00:00:03.000 --> 00:00:06.000\n<v Ada>hi <b>x</b> &amp;</v>\n\n00:07.000 --> 00:08.000\nFinn: x\n',
  srt: '1\n00:00:03,000 --> 00:00:06,000\n- Ada: hi\n- no\n',
  sbv: '0:00:03.000,0:00:06.000\n>> Ada: hi[br]x\n\n',
  'log-page':
    '<html><title>2031-03-14</title><pre><a name="l-1"></a><span class="tm">20:58:03</span><span class="nk"> &lt;ada&gt;</span> x\n<span class="tm">20:58:04 </span><span class="nka">* ada</span> y\n</pre><table><tr id="t20:58:03"><th class="nick">ada</th><td class="text">x</td></tr></table>',
  'pasted-page': '<@ada:h>\n20:58:03\nhi\n<@finn:h>\n20:58:04\nx\ny\n',
};
const names = converters.map(({ name }) => name);
const line =
  /^(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d (?:<[^<>\p{Cc}]{1,120}> |\* [^\s<>\p{Cc}]{1,120} |-!- )(?:\t|\P{Cc})*$/u;

function checkLog(log: string): void {
  for (const one of log.split('\n').slice(0, -1)) assert.match(one, line);
  assert.isTrue(log === '' || log.endsWith('\n'));
}

describe('converters', function () {
  this.timeout(300_000);
  const nasty = fc.oneof(
    hostileText,
    fc.constantFrom(
      '"__proto__":{"text":"x","toString":1},',
      '"constructor":',
      'null',
      'NaN',
      '1e999',
      '-1',
      '[[[[',
      '{"a":',
      '"ts":"x",',
      '"ts":1e30,',
      '\\ud800',
      '\\u0000',
      '"',
      '""',
      ',',
      '\n\n',
      '\r',
      '-->',
      '<v',
      '<v >',
      '</v>',
      '<span class="tm">',
      '99:99:99',
      '</pre>',
      '<tr>',
      '\uFEFF',
      '0000-00-00',
      '31/02/2031 25:61',
      '&#x110000;',
      '&#0;',
    ),
  );
  const broken = fc.constantFrom(...names).chain((name) =>
    fc.record({
      name: fc.constant(name),
      edits: fc.array(fc.tuple(fc.nat(400), fc.nat(30), nasty), { maxLength: 5 }),
      cut: fc.option(fc.nat(400)),
      length: fc.integer({ min: 1, max: 400 }),
    }),
  );

  it('write only lines of their layout, whatever they are given, in parts of any length', () => {
    fc.assert(
      fc.property(broken, ({ name, edits, cut, length }) => {
        let text: string = samples[name];
        for (const [at, gone, more] of edits) text = text.slice(0, at) + more + text.slice(at + gone);
        if (cut !== null) text = text.slice(0, cut);
        const run = (parts: Iterable<string>) => {
          let log = '';
          const conversion = new Conversion(name, 'x', {}, (part) => {
            log += part;
          });
          for (const part of parts) conversion.write(part);
          return { log, ...conversion.end() };
        };
        const whole = run([text]);
        checkLog(whole.log);
        for (const note of whole.notes) assert.notInclude(note, 'undefined');
        assert.equal(run(partsOf(text, length)).log, whole.log);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('recognise their own samples, and read a kind that is another without a fault', async () => {
    for (const name of names) {
      const own = await convertText(samples[name], '');
      assert.equal(own?.name, name);
      assert.isAbove(own?.messages ?? 0, 0, name);
      for (const from of names) checkLog((await convertText(samples[name], '', { from }))?.log ?? '');
    }
  });

  const deep = 300_000;
  const long = 'x'.repeat(5_000_000);
  for (const [title, from, text] of [
    ['nested JSON', 'slack', '['.repeat(deep)],
    ['nested objects', 'discord', `{"messages":[{"author":{"name":"a"},"content":${'{"a":'.repeat(deep)}`],
    ['one long text', 'slack', `[{"type":"message","user":"a","ts":"1931288283.0","text":"${long}"}]`],
    [
      'one long text of codes',
      'slack',
      `[{"type":"message","user":"a","ts":"1931288283.0","text":"${'<@'.repeat(1_000_000)}"}]`,
    ],
    [
      'a quotation mark that is never closed',
      'discord-csv',
      `AuthorID,Author,Date,Content\n"1","a","2031-03-14","${long}`,
    ],
    ['one long line', 'webvtt', `WEBVTT\n\n00:00:03.000 --> 00:00:06.000\n${long}`],
    ['nested elements', 'webvtt', `WEBVTT\n\n00:00:03.000 --> 00:00:06.000\n${'<v a>'.repeat(deep)}`],
    ['nested HTML', 'log-page', `<pre><span class="tm">20:58:03</span> &lt;a&gt; ${'<b>'.repeat(deep)}x`],
    [
      'nested HTML in a message',
      'zulip',
      JSON.stringify({
        messages: [{ sender_full_name: 'a', timestamp: 1, content: `<p>${'<a href=https://x>'.repeat(30_000)}` }],
      }),
    ],
    ['one attribute', 'log-page', `<span class="${long}`],
    [
      'many ids',
      'element',
      JSON.stringify({
        messages: [
          { type: 'm.room.message', sender: '@a:b', origin_server_ts: 1, content: { body: '@a:'.repeat(500_000) } },
        ],
      }),
    ],
    [
      'quotations',
      'element',
      JSON.stringify({
        messages: [
          {
            type: 'm.room.message',
            sender: '@a:b',
            origin_server_ts: 1,
            content: { body: '> \n'.repeat(500_000), 'm.relates_to': { 'm.in_reply_to': {} } },
          },
        ],
      }),
    ],
    ['blank lines', 'sbv', '\n'.repeat(5_000_000)],
  ] as const)
    it(`take time that is proportional to the text: ${title}`, async () => {
      const start = performance.now();
      const { log = '' } = (await convertText(text, '', { from })) ?? {};
      assert.isBelow(performance.now() - start, 20_000);
      if (log.length < 1_000_000) checkLog(log);
    });
});
