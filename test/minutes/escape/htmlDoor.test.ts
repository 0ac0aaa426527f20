import { assert } from 'chai';
import fc from 'fast-check';
import {
  type Html,
  html,
  lines,
  link,
  safeAddress,
  styleSheet,
  wrapped,
} from '../../../server/src/minutes/escape/htmlDoor.js';
import { elementsOf } from '../../helpers/htmlTree.js';

describe('the door of HTML', () => {
  const check = (made: Html, expected: string) => assert.equal(String(made), expected);

  it('escapes text for its place', () => {
    check(html`<b>${`<"&'>`}</b>`, `<b>&lt;"&amp;'&gt;</b>`);
    check(html`<b class="${`<"&'>`}"></b>`, '<b class="&lt;&quot;&amp;&#39;&gt;"></b>');
    check(html`<b class='x ${`<"&'>`}' id="${1}"></b>`, `<b class='x &lt;&quot;&amp;&#39;&gt;' id="1"></b>`);
  });
  it('inserts markup, lists and undefined unescaped', () => {
    check(html`${html`<b>`}${[1, '<', html`<i>`]}${undefined}${false}`, '<b>1&lt;<i>');
    check(lines(['<', undefined, false, html`<b>`]), '&lt;\n<b>');
  });
  it('does not let markup end an attribute', () =>
    check(html`<b class="${html`"'<i>${'"'}`}"></b>`, '<b class="&quot;&#39;<i>&quot;"></b>'));
  it('rejects values where they cannot be escaped', () => {
    const said = 'x';
    for (const made of [
      () => html`<${said}>`,
      () => html`<b ${said}>`,
      () => html`<b class=${said}>`,
      () => html`<b ${said}="x">`,
      () => html`<a href="${said}">`,
      () => html`<a href="#${said}">`,
      () => html`<a class="x" href="${said}">`,
      () => html`<img src='${said}'>`,
      () => html`<b onclick="${said}">`,
      () => html`<b style="${said}">`,
      () => html`<b data-x="1" title=x class="${'x'}" style="${said}">`,
      () => html`<style>${said}</style>`,
      () => html`<SCRIPT>${said}</SCRIPT>`,
      () => html`<!-- ${said} -->`,
      () => html`${said}<b class="`,
      () => html`<b`,
    ]) {
      assert.throws(made, 'where HTML cannot be escaped');
    }
  });
  it('is the only way to HTML', () => {
    // @ts-expect-error: A string is not HTML.
    const made: Html = '<b>';
    assert.isString(made);
    // @ts-expect-error: Nor is an object of the same shape.
    const alike: Html = { toString: () => '<b>' };
    check(html`${String(alike)}`, '&lt;b&gt;');
  });
  it('wraps lines of markup', () =>
    check(
      wrapped(html`<li>${'word '.repeat(20)}`, ' ', '  '),
      ` <li>${'word '.repeat(12)}word\n  ${'word '.repeat(6)}word`,
    ));
  it('makes style sheets that cannot be ended', () =>
    check(styleSheet('a > b { content: "</style>" }'), '<style>\na > b { content: "\\3c /style>" }\n</style>'));
});

describe('a link', () => {
  it('has escaped attributes and content', () => {
    assert.equal(
      String(link('http://a/?b&c"\'', '<b>', { className: 'x', rel: 'nofollow' })),
      '<a class="x" href="http://a/?b&amp;c&quot;&#39;" rel="nofollow">&lt;b&gt;</a>',
    );
    assert.equal(String(link('#l-1', html`<b>`)), '<a href="#l-1"><b></a>');
  });
  it('is only its content if pages must not link to its address', () =>
    assert.equal(String(link('javascript:xss', '<b>')), '&lt;b&gt;'));

  it('may have these addresses', () => {
    for (const address of [
      ...['http://a/b', 'HTTPS://a', 'irc://a', 'ftp://a', 'ssh://a', 'mailto:a@b', 'mailto://a'],
      ...['', '#l-1', 'a/b#c', '../a', '/a', '?a=b:c', './a:b', 'a/b:c', 'a%3Ab'],
    ]) {
      assert.equal(safeAddress(address), address);
    }
    assert.equal(safeAddress('http://a/ b\u3000\n'), 'http://a/%20b%E3%80%80%0A');
  });
  it('may not have these addresses', () => {
    for (const address of [
      ...['javascript:x', 'JavaScript:x', 'java\tscript:x', ' javascript:x', '\u0001javascript:x', 'javascript\n:x'],
      ...[
        'javascript://a/%0ax',
        'data:text/html,x',
        'vbscript:x',
        'file:///etc',
        'blob:x',
        'about:blank',
        'C:\\x',
        'x:y',
      ],
      ...['//a', '\\\\a', '/\\a', '\\/a', 'http:a', 'http:\\\\a', 'https:/a', ':', 'command:x', 'vscode:x'],
    ]) {
      assert.isUndefined(safeAddress(address), address);
    }
  });
  it('only leads to a known scheme according to a browser', () => {
    const part = fc.constantFrom(
      ...[
        'java',
        'script',
        ':',
        'data',
        'http',
        'HTTPS',
        'mailto',
        'file',
        '/',
        '//',
        '\\',
        '#',
        '?',
        '%3a',
        '&colon;',
        '.',
      ],
      ...[
        '\t',
        '\n',
        '\r',
        ' ',
        '\u0000',
        '\u001f',
        '\u00a0',
        '\u202e',
        '\ufeff',
        '\ud800',
        'x',
        '@',
        '&#58;',
        '"',
        "'",
        '>',
      ],
    );
    const address = fc.oneof(
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.string(),
    );
    const known = ['http:', 'https:', 'irc:', 'ftp:', 'mailto:', 'ssh:'];
    fc.assert(
      fc.property(address, fc.constantFrom('https://own.example/a/b', 'file:///a/b'), (given, base) => {
        const [, shown] = elementsOf(`<!DOCTYPE html><body>${link(given, 'x')}`).filter(({ name }) =>
          /^(?:body|a)$/.test(name),
        );
        const href = shown?.attributes.href;
        if (href === undefined || !URL.canParse(href, base)) return;
        const { protocol, host } = new URL(href, base);
        const own = new URL(base);
        if (known.some((scheme) => href.toLowerCase().startsWith(scheme))) assert.include(known, protocol);
        else assert.deepEqual([protocol, host], [own.protocol, own.host]);
      }),
      { numRuns: 5000 },
    );
  });
});
