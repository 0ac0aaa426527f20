import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { check, converted } from './checkConverted.js';

const noDate = 'Neither the page nor its name has a date.';

describe('the log as a page', () => {
  it('may be that of MeetBot, with links or without', () =>
    check(
      'log-page',
      '<html><head><title>#lamps log</title><style>.tm {}</style></head><body><pre>' +
        '<a name="l-1"></a><span class="tm">20:58:03</span><span class="nk"> &lt;ada&gt;</span> <span class="cmd">#info </span><span class="cmdline">1 &amp;lt; 2</span>\n' +
        '<a href="#l-2" name="l-2"><span class="tm">20:58:04</span></a><span class="nk"> &lt;@finn&gt;</span> see &lt;b&gt;\n' +
        '<a name="l-3"></a><span class="tm">20:58:05 </span><span class="nka">* ada</span> <span class="ac">lights a lamp</span>\n' +
        '</pre></body></html>',
      ['20:58:03 <ada> #info 1 &lt; 2', '20:58:04 <finn> see <b>', '20:58:05 * ada lights a lamp'],
      [noDate],
    ));
  it('may be that of MeetBot with Pygments', () =>
    check(
      'log-page',
      '<div class="highlight"><pre><a name="l-1"></a><span class="cp">20:58:03 </span><span class="nt">&lt;ada&gt; </span>#info one\n' +
        '<a name="l-2"></a><span class="cp">20:58:04 </span><span class="k">* </span><span class="gi">ada waves\n</span>' +
        '<span class="cp">20:58:05 </span><span class="k">*** </span>finn has joined\n</pre></div>',
      ['20:58:03 <ada> #info one', '20:58:04 * ada waves', '20:58:05 -!- finn has joined'],
      [noDate],
    ));
  it('may be Fedora’s, which has a line for each part, and messages of several lines', () =>
    check(
      'log-page',
      '<pre>\n    \n        <a name="l-1"></a>\n        <span class="tm">20:58:03</span>\n' +
        '        <span class="nk"> &lt;@ada:lamps.example&gt; </span> \n        !info one\n20:58:09 two\n        <br/>\n    \n' +
        '        <a name="l-2"></a>\n        <span class="tm">20:58:04</span>\n        <span class="nk"> &lt;@finn:lamps.example&gt; </span>\n        hi\n        <br/>\n</pre>',
      ['20:58:03 <ada> !info one', '20:58:03 <ada> 20:58:09 two', '20:58:04 <finn> hi'],
      [noDate],
    ));
  it('may be a table of irclog2html, with the date in its title', () =>
    check(
      'log-page',
      '<html><head><title>IRC logs of #lamps for Friday, 2031-03-14</title></head><body><table class="irclog">\n' +
        '<tr id="t20:58:03"><th class="nick" style="background: #77f">ada</th><td class="text"><a href="https://a.example">https://a.example</a> &lt;x&gt;</td><td class="time"><a href="#t20:58:03" class="time">20:58</a></td></tr>\n' +
        '<tr id="t20:58:04"><td class="action" colspan="2">* ada waves</td><td class="time"><a href="#t20:58:04">20:58</a></td></tr>\n' +
        '<tr id="t20:58:05"><td class="join" colspan="2">*** finn has joined #lamps</td><td><a href="#t20:58:05" class="time">20:58</a></td></tr>\n' +
        '</table></body></html>',
      [
        '2031-03-14 20:58:03 <ada> https://a.example <x>',
        '2031-03-14 20:58:04 * ada waves',
        '2031-03-14 20:58:05 -!- finn has joined #lamps',
      ],
      [],
    ));
  it('has the date of its name, and may run past midnight', () =>
    check(
      'log-page',
      '<pre><span class="tm">23:59:58</span><span class="nk"> &lt;ada&gt;</span> a\n<span class="tm">00:00:02</span><span class="nk"> &lt;ada&gt;</span> b\n</pre>',
      ['2031-03-14 23:59:58 <ada> a', '2031-03-15 00:00:02 <ada> b'],
      [],
      {},
      'lamps.2031-03-14-20.58.log.html',
    ));
  it('says that very long lines are cut', async () => {
    const { log, notes } = await converted(
      'log-page',
      `<pre><span class="tm">20:58:03</span> &lt;ada&gt; ${'x'.repeat(1_000_100)}\n</pre>`,
    );
    assert.isBelow(log.length, 1_000_100);
    assert.deepEqual(notes, ['Only the beginning of very long lines is kept.', noDate]);
  });
  for (const file of ['repair-cafe.log.html', 'repair-cafe.bug-compatible.log.html'])
    it(`gives everything that was said: ${file}`, async () => {
      const { log } = await converted('log-page', readFileSync(`test/fixtures/${file}`, 'utf8'));
      const said = (text: string) =>
        text
          .replace(/^\d\d:\d\d(?::\d\d)?\s*/gm, '')
          .split('\n')
          .filter((line) => /^[<*]/.test(line))
          .map((line) => line.replace(/\s+/g, ' ').trim());
      assert.includeMembers(said(log), [
        '<wilma> #startmeeting Repair café',
        '* ida sits down',
        '<jörn> hello <all> & good evening',
      ]);
    });
});

describe('a copy of Fedora’s log page', () => {
  it('has a nick, a time and a text on lines of their own', () =>
    check(
      'pasted-page',
      '<@ada:lamps.example>\n20:58:03\n!startmeeting Lamps\n<@finn:lamps.example>\n20:58:04\nhi\n<@x:y>\nall\n<@ada:lamps.example>\n20:58:05\n',
      ['20:58:03 <ada> !startmeeting Lamps', '20:58:04 <finn> hi', '20:58:04 <finn> <@x:y>', '20:58:04 <finn> all'],
      ['Neither the text nor its name has a date.', '1 message without text is left out.'],
    ));
});
