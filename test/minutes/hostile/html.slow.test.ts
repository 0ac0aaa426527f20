import { assert } from 'chai';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { isUrl } from '../../../server/src/meeting/links.js';
import { singleQuotedLink } from '../../../server/src/minutes/bugCompatible/unescapedHtml.js';
import { cleanText } from '../../../server/src/minutes/escape/clean.js';
import { pageUrl } from '../../../server/src/minutes/logFile.js';
import { allActions, allItems, type Minutes } from '../../../server/src/minutes/minutes.js';
import { indexed, writeIndex } from '../../../server/src/minutes/page/indexPage.js';
import { pageBody } from '../../../server/src/minutes/page/page.js';
import { votesApart } from '../../../server/src/minutes/votesApart.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { runs } from '../../helpers/edits.js';
import { hostileNick, hostileText } from '../../helpers/hostile.js';
import { elementsOf, type HtmlElement } from '../../helpers/htmlTree.js';
import { logOf, minutesOfText } from '../../helpers/logs.js';

const commands = ['#info', '#topic', '#agreed', '#accepted', '#rejected', '#idea', '#help', '#link', '#action'];

/** A log with such texts in every position, including its file name. */
const hostileLog = fc
  .record({
    owner: hostileNick,
    bob: hostileNick,
    file: hostileText.map((name) => `${name.replaceAll('/', '')}.log`),
    title: hostileText,
    name: hostileText,
    question: hostileText,
    items: fc.array(fc.tuple(fc.nat(8), hostileText), { maxLength: 8 }),
    said: hostileText,
    hasVote: fc.boolean(),
  })
  .map(({ owner, bob, file, title, name, question, items, said, hasVote }) => ({
    file,
    text: [
      `10:00:00 <${owner}> #startmeeting ${title}`,
      `10:00:02 <${owner}> #meetingname ${name}`,
      `10:00:03 <${owner}> #chair ${bob}`,
      `10:00:03 <${owner}> #topic ${said}`,
      ...items.map(([type, words], index) => `10:0${index + 1}:05 <${owner}> ${commands[type]} ${words}`),
      // The vote shows that the bot is one that allows only letters in the name of a meeting.
      ...(hasVote
        ? [
            `10:20:04 <${owner}> #startvote ${question}? ${said}, yes`,
            `10:20:05 <${bob}> #vote yes`,
            `10:20:06 <${owner}> #endvote`,
          ]
        : []),
      `10:30:06 <${owner}> #action ${bob} ${said}`,
      `10:30:07 <${bob}> ${said}`,
      `10:30:08 * ${bob.split(/\s/)[0]} ${said}`,
      `10:40:09 <${owner}> #endmeeting`,
    ].join('\n'),
  }))
  // With some nicks, no layout reads the lines.
  .filter(({ file, text }) => logOf(text, file).meetings.length > 0);

/** A length in pixels or percent. */
const share = /^[\d.]+%?$/;

/** The elements of our pages, and for each its allowed attributes, with patterns for their values. */
const ours: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  ...Object.fromEntries(
    'head body main title dl dt dd em b br details summary p figure figcaption table thead tbody td time tr pre'
      .split(' ')
      .map((name) => [name, {}]),
  ),
  html: { lang: /^en$/ },
  meta: { charset: /^UTF-8$/, name: /^[a-z-]+$/, content: /^[a-z\d=., -]+$/ },
  style: {},
  header: { 'data-line': /^\d+$/ },
  footer: {},
  section: { 'aria-labelledby': /^[a-z-]+$/ },
  h1: {},
  h2: { id: /^[a-z-]+$/ },
  h3: { 'data-line': /^\d+$/ },
  ul: { class: /^people$/ },
  ol: { class: /^(?:letters|log)$/ },
  li: { id: /^l-\d+$/, 'data-line': /^\d+$/ },
  i: { class: /^itemtype$/ },
  b: { class: /^(?:TOPIC|type [A-Z]+)$/ },
  th: { scope: /^(?:row|col)$/ },
  span: { class: /^(?:details|source|nick|tm|nka?|ac|topic|topicline|cmd|cmdline|hi|[A-Z]+)$/ },
  a: { class: /^source$/, href: /./, rel: /^nofollow noreferrer$/, id: /^l-\d+$/ },
  svg: {
    class: /^(?:times|shares|mark)$/,
    role: /^img$/,
    'aria-labelledby': /^[a-z -]+$/,
    ...{ x: share, y: /^\d+$/, width: share, height: /^\d+$/ },
    viewBox: /^[\d ]+$/,
    preserveAspectRatio: /^none$/,
  },
  title: { id: /^[a-z-]+$/ },
  desc: { id: /^[a-z-]+$/ },
  rect: { class: /^\w+$/, x: share, y: /^\d+$/, width: share, height: /^\d+$/, rx: /^2$/ },
  g: { 'data-line': /^\d+$/ },
  path: { class: /^\w+$/, d: /^[MVvhlz\d. -]+$/, 'data-line': /^\d+$/ },
  text: {
    class: /^faint(?: between)?$/,
    x: /^(?:-6|[\d.]+%?)$/,
    dx: /^6$/,
    y: /^\d+$/,
    'text-anchor': /^(?:end|middle)$/,
  },
};

/** A page contains only what our writers put there, and no link can lead to a script. */
function assertOurs(elements: readonly HtmlElement[]): void {
  for (const { name, attributes, text } of elements) {
    assert.property(ours, name, text);
    for (const [key, value] of Object.entries(attributes)) {
      assert.match(value, ours[name]?.[key] ?? /^(?!)/, `${name} ${key}`);
    }
    if (attributes.href !== undefined) assertSafe(attributes.href);
  }
}

const safeProtocols = ['http:', 'https:', 'irc:', 'ftp:', 'mailto:', 'ssh:'];

/** As a browser parses an address: it has a known scheme, or stays on the page's site, on the web or on disk. */
function assertSafe(address: string): void {
  const isRelative = !safeProtocols.some((protocol) => address.toLowerCase().startsWith(protocol));
  for (const base of ['https://own.example/minutes/x.html', 'file:///home/ann/x.html']) {
    if (!URL.canParse(address, base)) continue;
    const { protocol, host } = new URL(address, base);
    if (!isRelative) assert.include(safeProtocols, protocol, address);
    else assert.deepInclude(new URL(base), { protocol, host }, address);
  }
}

const written = (name: string, minutes: Minutes) => writerNamed(name)?.write(minutes, {}) ?? '';
const preview = (minutes: Minutes) => String(pageBody(minutes, { withLog: false }));
const textsOf = (elements: readonly HtmlElement[], name: string, className?: string) =>
  elements
    .filter((one) => one.name === name && (className === undefined || one.attributes.class === className))
    .map(({ text }) => text);
/** A URL as parsed by a browser, whoever encoded its quotes. */
const plainUrl = (url: string) => new URL(url.replaceAll('"', '%22')).href;
/** A text without whitespace, since some pages wrap lines. */
const bare = (text: string) => text.replace(/[\s\u180e]/g, '');

/** The headings in MeetBot's list of items. */
function headingsOf({ items, topics }: Minutes): string[] {
  const own = topics.flatMap(({ text, subtopics }) => [text, ...subtopics.map((one) => one.text)]);
  return items.length > 0 && topics.length > 0 ? ['Before the first topic', ...own] : own;
}
/** A person's entry in a list: those only named have no lines. */
const presence = ({ nick, lines }: Minutes['people'][number]) => bare(lines > 0 ? `${nick} (${lines})` : nick);
const isHeading = ({ type }: Minutes['items'][number]) => type === 'TOPIC' || type === 'SUBTOPIC';

describe('hostile chats in HTML', () => {
  const check = (test: (minutes: Minutes) => void, numRuns = 80) =>
    fc.assert(
      fc.property(hostileLog, ({ text, file }) => test(minutesOfText(text, file))),
      { numRuns: runs(numRuns) },
    );

  it('add no element, attribute or address', () =>
    check((minutes) => {
      for (const name of ['html', 'log-html', 'page']) assertOurs(elementsOf(written(name, minutes)));
      assertOurs(elementsOf(preview(minutes)));
    }));

  // biome-ignore lint/suspicious/noControlCharactersInRegex: there must be none.
  const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

  it('add no control characters to minutes, except in file names', () =>
    check((minutes) => {
      const { log: _, ...said } = minutes;
      JSON.stringify(said, (_key, value) => {
        if (typeof value === 'string') assert.notMatch(value, forbidden);
        return value;
      });
    }));

  it('add no control characters to pages', () =>
    check((minutes) => {
      for (const name of ['html', 'log-html', 'page']) assert.notMatch(written(name, minutes), forbidden);
    }));

  it('are shown in a web page as they were said', () =>
    check((minutes) => {
      const elements = elementsOf(written('page', minutes));
      assert.deepEqual(textsOf(elements, 'h1'), [minutes.title]);
      assert.deepEqual(
        elements.filter(({ attributes }) => attributes.id?.startsWith('l-')).map(({ text }) => text),
        minutes.entries.map(
          ({ time, nick, isAction, text }) => `${time} ${isAction ? `* ${nick}` : `<${nick}>`} ${text}`,
        ),
      );
      assert.deepEqual(
        textsOf(elements, 'h3'),
        minutes.topics.map(({ text, nick, time }) => `${text.trim() || '(no title)'} ${nick}, ${time}`),
      );
      const people = elements.filter(({ attributes }) => attributes.scope === 'row').map(({ text }) => text);
      assert.deepEqual(
        people,
        minutes.people.filter(({ lines }) => lines > 0).map(({ nick }) => nick),
      );
      const said = elements.filter(({ name }) => name === 'li').map(({ text }) => text);
      for (const item of allItems(votesApart(minutes)).filter((one) => !isHeading(one))) {
        assert.isTrue(
          said.some((text) => text.endsWith(`${orEmpty(item.text)} ${item.nick}, ${item.time}`)),
          item.text,
        );
      }
      for (const { question, options } of minutes.votes) {
        assert.include(textsOf(elements, 'b'), orEmpty(question));
        for (const { option } of options)
          assert.isTrue(
            said.some((text) => text.startsWith(`${option}: `)),
            option,
          );
      }
      assert.isTrue(textsOf(elements, 'footer')[0]?.endsWith(` from ${cleanText(minutes.log.file)}.`));
    }));

  it('are shown in MeetBot’s page as they were said', () =>
    check((minutes) => {
      const elements = elementsOf(written('html', minutes));
      assert.deepEqual(textsOf(elements, 'h1'), [minutes.title]);
      assert.deepEqual(textsOf(elements, 'b', 'TOPIC'), headingsOf(minutes));
      const said = new Set(elements.filter(({ name }) => name === 'li').map(({ text }) => bare(text)));
      for (const person of minutes.people) assert.isTrue(said.has(presence(person)), person.nick);
      for (const { text } of allActions(minutes)) assert.isTrue(said.has(bare(text)), text);
      for (const { type, text, nick, time } of allItems(minutes).filter((item) => !isHeading(item))) {
        const forms = ['', `${type}: `].map((label) => bare(`${label}${text} (${nick}, ${time})`));
        assert.isTrue(
          forms.some((form) => said.has(form)),
          text,
        );
      }
    }));

  it('are shown in MeetBot’s page of the log as they were said', () =>
    check((minutes) => {
      const [log] = textsOf(elementsOf(written('log-html', minutes)), 'pre');
      const rows = minutes.entries.map(({ time, nick, isAction, text }) =>
        isAction ? `${time} * ${nick} ${text}` : `${time} <${nick}> ${text}`,
      );
      assert.equal(log, rows.join('\n'));
    }));

  it('lead to the address that was said', () =>
    check((minutes) => {
      const links = minutes.items
        .concat(minutes.topics.flatMap(({ items }) => items))
        .flatMap(({ link }) => link ?? []);
      // The links to the log show nicks, which may equal a link that someone said.
      const isToLog = ({ attributes }: HtmlElement) => attributes.href?.startsWith(pageUrl(minutes.log) ?? '');
      const found = elementsOf(written('html', minutes)).filter((one) => one.name === 'a' && !isToLog(one));
      for (const { url } of links) {
        const shown = found.find(({ text }) => bare(text) === bare(url));
        if (isUrl(url)) assert.isDefined(shown, url);
        else assert.isUndefined(shown, url);
        const target = shown?.attributes.href ?? '';
        if (shown && URL.canParse(url)) assert.equal(plainUrl(target), plainUrl(url));
      }
    }));

  it('lead nowhere through the address of the log', () =>
    fc.assert(
      fc.property(hostileText, fc.boolean(), (base, bugCompatible) => {
        const minutes = minutesOfText('10:00 <ann> #startmeeting\n10:01 <bob> #info x\n', 'x.log', { bugCompatible });
        const page =
          writerNamed('html')?.write({ ...minutes, log: { ...minutes.log, pageBase: base } }, { bugCompatible }) ?? '';
        for (const { attributes } of elementsOf(page)) if (attributes.href) assertSafe(attributes.href);
        if (!bugCompatible) assertOurs(elementsOf(page));
      }),
      { numRuns: runs(400) },
    ));

  it('lead elsewhere from a bug-compatible page only through chat text', () => {
    for (const address of ['javascript:xss', '//a.example', "x' onx='xss"]) {
      const [, ...found] = elementsOf(String(singleQuotedLink(address, '<xss>'))).filter(({ within }) =>
        within.includes('body'),
      );
      assert.isEmpty(found);
    }
    const [made] = elementsOf(String(singleQuotedLink('javascript:xss', 'x'))).filter(({ name }) => name === 'a');
    assert.deepEqual(made?.attributes, { href: '#' });
  });

  it('do not change the structure of the index', () =>
    fc.assert(
      fc.property(hostileLog, hostileText, ({ text, file }, path) => {
        const minutes = minutesOfText(text, file);
        const page = writeIndex([indexed(minutes, [{ title: 'Web Page', path: `x/${path}` }])]);
        const elements = elementsOf(page);
        assertOurs(elements);
        for (const { attributes } of elements) {
          if (attributes.href !== undefined)
            assert.equal(decodeURIComponent(attributes.href), `x/${path.toWellFormed()}`);
        }
        const said = elements.filter(({ name }) => name === 'li').map((one) => one.text);
        for (const action of allActions(minutes)) {
          assert.isTrue(
            said.some((one) => one.startsWith(action.text)),
            action.text,
          );
        }
      }),
      { numRuns: runs(80) },
    ));

  it('keep pages valid', () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-trailing-whitespace': 'off', 'long-title': 'off' },
    });
    check((minutes) => {
      for (const name of ['html', 'log-html', 'page']) {
        const report = validator.validateStringSync(written(name, minutes));
        const messages = report.results.flatMap(({ messages: found }) =>
          found.map(({ ruleId, message, line }) => `${name} ${line} ${ruleId}: ${message}`),
        );
        assert.equal(messages.join('\n'), '');
      }
    }, 40);
  });
});

/** What the page shows for a text without special characters. */
function orEmpty(text: string): string {
  return text.trim() === '' ? '(empty)' : text;
}
