import { assert } from 'chai';
import fc from 'fast-check';
import { minutesUri, parseMinutesUri } from '../../server/src/features/minutesUri.js';
import { choices, formats, minutes, preview, topic } from '../../server/src/features/writeMinutes.js';
import { layoutNamed } from '../../server/src/log/layouts/layouts.js';
import { finish } from '../../server/src/log/steps.js';
import { dialectNamed } from '../../server/src/meeting/dialects/dialects.js';
import { writerNamed, writers } from '../../server/src/minutes/writers.js';
import type { Include, MinutesParams } from '../../server/src/protocol.js';
import { defaultSettings } from '../../server/src/settings.js';
import { lines, logOf, meeting, uri } from '../helpers/logs.js';
import { renderHere } from '../helpers/templates.js';

const one = meeting(lines`
  10:01:00 <ann> #info before
  10:02:00 <ann> #topic Cups
  10:03:00 <bob> #info three *are* broken
  10:04:00 <ann> #topic Spoons
  10:05:00 <ann> #agreed buy some
  `);

const greeting =
  '10:00:01 <bot> Meeting started Thu Jan  2 10:00:00 2031 UTC.  The chair is ann. Information about MeetBot at http://x.example.';

describe('what a client offers', () => {
  it('is each format with its description', () => {
    for (const format of formats()) {
      const { name, title, about, extension } = writerNamed(format.name) ?? {};
      assert.deepEqual(format, { name, title, about, extension } as never);
    }
    assert.lengthOf(formats(), writers.length);
  });
  it('is each layout and bot with its title', () => {
    const { layouts, bots } = choices();
    for (const { name, title } of layouts) assert.equal(layoutNamed(name)?.title, title);
    for (const { name, title } of bots) assert.equal(dialectNamed(name)?.title, title);
  });
});

describe('a topic as Markdown', () => {
  const check = (line: number, expected: string | null) =>
    assert.equal(topic(logOf(one), line, defaultSettings), expected);

  it('has its items and where it is from', () => {
    const cups = '## Cups\n\n- three \\*are\\* broken (bob, 10:03:00)\n\nFrom #club Meeting (ann, 10:02:00).\n';
    check(2, cups);
    check(3, cups);
  });
  it('is the one at the line', () =>
    check(6, '## Spoons\n\n- **AGREED:** buy some (ann, 10:05:00)\n\nFrom #club Meeting (ann, 10:04:00).\n'));
  it('links to where readers find the log according to the settings', () =>
    assert.include(
      topic(logOf(one), 2, { ...defaultSettings, logUrl: 'https://x.example/' }),
      '([bob, 10:03:00](https://x.example/club.log#L4))',
    ));
  it('mentions no one by default', async () => {
    const log = logOf(meeting('10:01:00 <ann> #topic ask @octocat\n'));
    assert.include(topic(log, 1, defaultSettings), '## ask @<!---->octocat\n');
    assert.include(topic(log, 1, { ...defaultSettings, mentions: true }), '## ask @octocat\n');
    const params = { textDocument: { uri }, meeting: 0, format: 'markdown' };
    const wished = await finish(minutes(log, params, { ...defaultSettings, mentions: true }, renderHere));
    assert.include(wished?.text, '### ask @octocat\n');
    assert.notInclude((await finish(minutes(log, params, defaultSettings, renderHere)))?.text, '@octocat');
  });
  it('is none before the first and outside of meetings', () => {
    check(1, null);
    check(99, null);
  });
});

describe('the preview', () => {
  const two = `${one}11:00:00 <eve> talk\n${meeting('10:01:00 <ann> #info later\n')}`;
  const shown = (text: string, line: number) => finish(preview(logOf(text), line, defaultSettings));

  it('shows the meeting at a line, or the one above, or the first', () => {
    assert.deepInclude(shown(two, 3), { startLine: 0, lastLine: 6, title: '#club Meeting' });
    assert.deepInclude(shown(two, 7), { startLine: 0 });
    assert.deepInclude(shown(two, 8), { startLine: 8, lastLine: 10 });
    assert.deepInclude(shown(`11:00 <eve> talk\n${one}`, 0), { startLine: 1 });
    assert.isNull(shown('11:00:00 <eve> talk\n', 0));
  });
  it('has the line of each item, and leaves out the log', () => {
    const { body = '' } = shown(one, 0) ?? {};
    assert.include(body, '<li data-line="6"><b class="type AGREED">agreed</b> buy some');
    assert.notInclude(body, '<details>');
  });
  it('is that of the meeting, regardless of a bot’s bugs', () => {
    const log = logOf(meeting('10:01 <ann> #action nobody cooks\n'));
    const settings = { ...defaultSettings, bugCompatible: true };
    assert.include(finish(preview(log, 0, settings))?.body, '<em>Unassigned</em>');
  });
});

describe('minutes', () => {
  const written = (
    format: string,
    settings = {},
    template?: { name: string; text: string },
    more: Partial<MinutesParams> = {},
  ) =>
    finish(
      minutes(
        logOf(one.replace('\n', `\n${greeting}\n`), '2031-01-02.log'),
        { textDocument: { uri }, meeting: 0, format, ...(template && { template }), ...more },
        { ...defaultSettings, ...settings },
        renderHere,
      ),
    );

  it('follow the settings', async () => {
    const settings = { withoutBot: true, logUrl: 'https://logs.example/', timeZone: 'Asia/Tokyo' };
    assert.include((await written('markdown', settings))?.text, '(https://logs.example/2031-01-02.log#L7)');
    assert.include((await written('markdown', settings))?.text, 'ann, 19:05:00');
  });
  it('are made with a template', async () => {
    const result = await written('template', {}, { name: 'short.md.liquid', text: '{{ topics.size }} topics' });
    assert.deepInclude(result, { text: '2 topics', fileName: '2031-01-02.md' });
  });
  it('report what is wrong with a template', async () => {
    const tell = ({ message }: Error) => message;
    const bad = { name: 'bad.liquid', text: '{% for %}' };
    assert.match(String(await written('template', {}, bad).catch(tell)), /^bad\.liquid: /);
    assert.equal(await written('template').catch(tell), 'template: no template was given');
  });
  it('have their own URI', async () => {
    const address = (await written('text'))?.uri ?? '';
    assert.match(address, /^meetlog:\/2031-01-02\.txt\?/);
    assert.deepEqual(parseMinutesUri(address), { log: uri, meeting: 0, format: 'text' });
  });

  describe('and their links to the log', () => {
    const textFor = async (format: string, folder?: string, settings = {}) =>
      (await written(format, settings, undefined, folder === undefined ? {} : { folder }))?.text ?? '';
    const linking = ['markdown', 'text', 'html', 'rst', 'mediawiki', 'pmwiki', 'moin'];
    for (const format of linking) {
      it(`are in ${format} that is beside the log or in another folder, and not in what is copied`, async () => {
        const link = /"?2031-01-02\.log(?:\.html)?[#\s"\]]/;
        assert.match(await textFor(format, 'file:///logs/'), link);
        assert.include(await textFor(format, 'file:///pages/'), '../logs/2031-01-02.log');
        assert.notMatch(await textFor(format), /2031-01-02\.log(?:\.html)?[#\s"]|full logs|Full logs/);
        assert.notMatch(await textFor(format, 'vscode-vfs://github/pages'), /full logs|Full logs|\.log#L/);
        assert.include(await textFor(format, undefined, { logUrl: 'https://x.example/' }), 'https://x.example/2031');
      });
    }
    it('lead from live minutes to the document in the editor', async () => {
      assert.include(await textFor('markdown', 'meetlog:/'), '[ann, 10:05:00](file:///logs/2031-01-02.log#L7)');
      assert.include(await textFor('markdown', 'meetlog:/', { logUrl: 'https://x.example/' }), '(https://x.example/20');
    });
    it('are as written by the bot if its bugs are repeated', async () => {
      assert.include(await textFor('html', undefined, { bugCompatible: true }), "href='2031-01-02.log.html#l-");
      assert.notInclude(await textFor('markdown', undefined, { bugCompatible: true }), '.log#L');
    });
  });

  describe('of a part of a log', () => {
    const part = async (include: Include, format = 'markdown') => await written(format, {}, undefined, { include });
    it('have decisions or actions only', async () => {
      assert.notInclude((await part({ only: 'decisions' }))?.text, 'three');
      assert.include((await part({ only: 'decisions' }))?.text, 'buy some');
      assert.notInclude((await part({ only: 'actions' }))?.text, 'buy some');
    });
    it('have one topic, if it is there', async () => {
      assert.notInclude((await part({ topic: 1 }))?.text, 'Spoons');
      assert.isNull(await part({ topic: 3 }));
    });
    it('use another channel', async () =>
      assert.match((await part({ channel: '#tea' }))?.text ?? '', /^# #tea Meeting/));
    it('keep their part as live minutes', async () =>
      assert.deepInclude(parseMinutesUri((await part({ topic: 1 }))?.uri ?? ''), { include: { topic: 1 } }));
    it('ignore invalid values', async () => {
      const strange = { only: 'jokes', topic: 1.5, wholeLog: 1 } as unknown as Include;
      assert.include((await part(strange))?.text, 'Spoons');
    });
    it('treat a chat without a meeting as one', async () => {
      const of = (include?: Include) =>
        finish(
          minutes(
            logOf('10:00 <ann> hello\n10:01 <bob> #info tea\n'),
            { textDocument: { uri }, meeting: 0, format: 'markdown', ...(include && { include }) },
            defaultSettings,
            renderHere,
          ),
        );
      assert.isNull(await of());
      assert.include((await of({ wholeLog: true }))?.text, 'tea (bob');
    });
  });
});

describe('the body of a preview', () => {
  it('has no log, which is beside it', () => {
    const shown = finish(preview(logOf(one), 1, defaultSettings));
    assert.include(shown?.body, 'Cups');
    assert.notInclude(shown?.body, 'Full log');
  });
});

describe('the URI of minutes', () => {
  it('can be parsed even if it was escaped again', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.nat(), (log, index) => {
        const of = { log, meeting: index, format: 'text' };
        const address = minutesUri(of, 'a b.txt');
        assert.deepEqual(parseMinutesUri(address), of);
        // Like VS Code, which decodes the query and encodes it again.
        const query = decodeURIComponent(address.slice(address.indexOf('?') + 1));
        const encoded = encodeURIComponent(query).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
        assert.deepEqual(parseMinutesUri(`meetlog:/a%20b.txt?${encoded}`), of);
      }),
    );
  });
  it('is not that of a file beside it, to which a link in them would lead', () => {
    const address = minutesUri({ log: 'file:///logs/a.log', meeting: 0, format: 'markdown' }, 'a.md');
    assert.isDefined(parseMinutesUri(address));
    assert.isUndefined(parseMinutesUri(address.replace('a.md', 'a.log')));
  });
  it('is nothing else', () => {
    for (const other of [
      'file:///x',
      'meetlog:/x',
      'meetlog:/x?%',
      'meetlog:/x?[1,2,3]',
      'meetlog:/x?null',
      'meetlog:/x?["a",1.5,"b"]',
      'meetlog:/x?[1,1,"b"]',
      '',
    ]) {
      assert.isUndefined(parseMinutesUri(other));
    }
  });
});
