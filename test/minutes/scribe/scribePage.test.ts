import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { w3c } from '../../../server/src/meeting/dialects/w3c.js';
import { meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { originalTimesIn } from '../../../server/src/minutes/bugCompatible/originalStamps.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { lines, meeting, minutesOfText } from '../../helpers/logs.js';

const original = { bugCompatible: true };

/** The page of a scribe's meeting, whose lines are in a minute each. */
function pageOf(text: string, options = {}): string {
  const rows = text.replace(/\n$/, '').split('\n');
  const log = meetingLog(
    LogText.of(rows.map((row, index) => `10:${String(index).padStart(2, '0')}:00 ${row}\n`).join('')),
    'club.log',
    { dialect: w3c, wholeLog: true },
  );
  const [first] = log.meetings;
  if (!first) throw new Error('there is no meeting');
  return writerNamed('w3c-html')?.write(minutesOf(log, first, options), options) ?? '';
}

/** Its discussion, without anchors. */
function discussionOf(text: string, options = {}): string[] {
  const page = pageOf(`<ann> scribe: ann\n${text}`, options);
  const discussion = /<h2>Meeting minutes<\/h2>\n(.*)<\/section>/s.exec(page)?.[1];
  return (discussion ?? '')
    .replaceAll(/ id="?[0-9a-f]{4,5}"?/g, '')
    .split('\n')
    .filter((line) => line !== '');
}

describe('the page of a scribe’s meeting', () => {
  const log = lines`
    <RRSAgent> logging to https://chat.example/2031/03/14-tea-irc
    <ann> scribe: ann
    <ann> Meeting: Tea & Cake
    <ann> present+ bob, "Al"
    <bob> chair+
    <ann> Agenda: https://tea.example/agenda
    <ann> Topic: Pots
    <ann> bob: we have two
    <ann> ... or three
    <bob> hm
    <ann> Subtopic: Blue ones
    <ann> RESOLVED: keep them
    <ann> Topic: Cups
    <ann> ACTION: bob to wash
    `;

  it('has title, date, people, contents, discussion and lists', () => {
    const page = pageOf(log);
    assert.include(page, '<title>Tea &amp; Cake – 14 March 2031</title>');
    assert.include(page, '<p class="draft">Draft</p>\n<h1>Tea &amp; Cake</h1>\n<p class="date">14 March 2031</p>');
    assert.include(page, '<dt>Present</dt><dd>&quot;Al&quot;, bob</dd>\n<dt>Regrets</dt><dd>-</dd>');
    assert.include(page, '<dt>Chair</dt><dd>bob</dd>\n<dt>Scribe</dt><dd>ann</dd>');
    assert.match(page, /<a href="https:\/\/tea.example\/agenda">Agenda<\/a>\n<a href="[^"]+">IRC log<\/a>/);
    const contents = /<ol>\n(.*?)<\/ol>\n<\/nav>/s.exec(page)?.[1]?.replaceAll(/#[0-9a-f]{4}/g, '#');
    assert.equal(
      contents,
      lines`
        <li><a href="#">Pots</a>
        <ol>
        <li><a href="#">Blue ones</a></li>
        </ol>
        </li>
        <li><a href="#">Cups</a></li>
        <li class="app"><a href="#ActionSummary">Summary of action items</a></li>
        <li class="app"><a href="#ResolutionSummary">Summary of resolutions</a></li>
        `,
    );
    assert.match(
      page,
      /<div id="ActionSummary">\n<h2>Summary of action items<\/h2>\n<ol>\n<li><a href="#\w+">bob to wash</,
    );
  });

  it('loads nothing, and has no empty section', () => {
    assert.notMatch(pageOf(log), /<(?:link|img|script|iframe)|src=|<section><\/section>/);
  });

  it('shows each kind of line', () => {
    const shown = discussionOf(
      lines`
      <ann> bob: we have two
      <ann> … or three
      <ann> people drink
      <bob> <hm> & "so"
      <ann> ISSUE: too hot
      <ann> s/cold/hot/
      <bob> \`\`\`
      <bob> a  b
      <bob> \`\`\`
      <ann> [[
      <ann> see https://tea.example
      <ann> too
      <ann> ]]
      <ann> NamedAnchorHere: pots
      `.replaceAll('\\`', '`'),
    );
    assert.deepEqual(shown, [
      '<section><p class="phone s01"><cite>bob:</cite> we have two<br>',
      '<span>… or three</span></p>',
      '<p class="summary">people drink</p>',
      '<p class="irc"><cite>&lt;bob&gt;</cite> &lt;hm&gt; &amp; &quot;so&quot;</p>',
      '<p class="issue"><strong>ISSUE:</strong> too hot</p>',
      '<p class="irc"><cite>&lt;ann&gt;</cite> s/cold/hot/</p>',
      '<p class="irc"><cite>&lt;bob&gt;</cite> <code>a  b</code></p>',
      '<pre class="summary">',
      'see <a href="https://tea.example">https://<wbr>tea.example</a>',
      'too',
      '</pre>',
      '<p class="anchor" id="pots"><a href="#pots">⚓</a></p>',
    ]);
  });

  it('links only to known schemes, and shows no images of others', () => {
    const shown = discussionOf(lines`
      <ann> -> javascript://x/%0aalert(1) click
      <ann> -> vscode://x click
      <ann> --> https://tea.example/pot.png a pot
      <ann> Repo: tea/pot
      <ann> see #12
      `);
    assert.deepEqual(shown.slice(0, 3), [
      '<section><p class="summary">click</p>',
      '<p class="summary">click</p>',
      '<p class="summary"><a href="https://tea.example/pot.png">a pot</a></p>',
    ]);
    assert.include(shown.at(-1), 'see <a href="https://github.com/tea/pot/issues/12">#12</a>');
    const exact = discussionOf('<ann> -> javascript://x/%0aalert(1) a\n<ann> -> vscode://x "b"\n', original);
    assert.deepEqual(exact, ['<section><p class=summary>a</p>', '<p class=summary><a href="vscode://x">b</a></p>']);
  });

  it('follows the options in the log', () => {
    const shown = discussionOf(lines`
      <ann> scribeoptions: -emphasis -final -nokeeplines -urldisplay=full -nogithub
      <ann> bob: *two* https://tea.example/a
      <ann> ... of tea/pot#1
      `);
    assert.equal(
      shown.join(''),
      '<section><p class="phone s01"><cite>bob:</cite> <strong>two</strong> <a href="https://tea.example/a">https://tea.example/a</a> of tea/pot#1</p>',
    );
    assert.notInclude(pageOf('<ann> scribeoptions: -final\n'), 'Draft');
  });

  it('links topics to the recording', () => {
    const page = pageOf(lines`
      <ann> Recording: https://video.example/tea
      <ann> Topic: Before
      <ann> recording is starting
      <ann> Topic: Pots
      <ann> recording ends
      <ann> Topic: After
      `);
    assert.deepEqual(page.match(/<a class="recording" href="[^"]*"/g), [
      '<a class="recording" href="https://video.example/tea#t=60"',
    ]);
  });

  it('is that of scribe.perl if bug-compatible', () => {
    const page = pageOf(log, original);
    assert.include(page, '<h1>&ndash; DRAFT &ndash;<br>\nTea &amp; Cake</h1>\n<h2>14 March 2031</h2>');
    assert.include(page, '<section></section>\n\n<section>\n<h3 id=');
    assert.match(page, /<a href="https:\/\/tea\.example\/agenda"><img alt="Agenda\." title="Agenda" src="[^"]+">/);
    assert.match(
      page,
      /<p id=\w+ class="phone s01"><cite>bob:<\/cite> we have two<br>\n<span id=\w+>… or three<\/span><\/p>/,
    );
    assert.notMatch(page, /<(?:script|iframe)/);
    assert.include(pageOf('<ann> hm\n', original), '<h1>&ndash; DRAFT &ndash;<br>\n(MEETING TITLE)</h1>\n<h2></h2>');
  });

  it('folds long lists of names', () => {
    const names = Array.from({ length: 31 }, (_, index) => `n${String(index).padStart(2, '0')}`).join(', ');
    assert.include(pageOf(`<ann> present+ ${names}\n`), '<dd><details><summary>n00,</summary> n01, n02');
  });
});

describe('the page of a meeting that nobody scribed', () => {
  it('has what its minutes have', () => {
    const text = meeting(lines`
      10:01:00 <ann> #topic Pots
      10:02:00 <bob> #info two https://tea.example
      10:03:00 <ann> #agreed keep
      10:04:00 <ann> #action bob washes
      10:05:00 <ann> #idea more
      10:06:00 <ann> #rejected less
      `);
    const page =
      writerNamed('w3c-html')
        ?.write(minutesOfText(text), {})
        .replaceAll(/ id="[0-9a-f]{4}"/g, '') ?? '';
    assert.include(page, '<h3>Pots</h3>');
    assert.include(page, '<cite>&lt;bob&gt;</cite> two <a href="https://tea.example">');
    assert.include(page, '<strong>RESOLUTION:</strong> keep');
    assert.include(page, '<strong>ACTION:</strong> bob washes');
    assert.include(page, '<cite>&lt;ann&gt;</cite> IDEA: more');
    assert.include(page, '<cite>&lt;ann&gt;</cite> REJECTED: less');
    assert.include(page, '<dt>Present</dt><dd>ann, bob</dd>');
    assert.notInclude(page, 'Draft');
  });
});

describe('times in square brackets', () => {
  it('are misread as by scribe.perl, except in the layouts that it knows', () => {
    const times = (...rows: string[]) => rows.map(originalTimesIn(rows));
    assert.deepEqual(times('[18:20:05] <ann> x', '[18:20:06] --> bob'), [300, undefined]);
    assert.deepEqual(times('[18:20] <ann> x', '[18:21] --> bob'), [8 * 3600 + 20 * 60, undefined]);
    assert.deepEqual(times('[02:15:30 pm] <ann> x'), [5 * 3600 + 42 * 60]);
    assert.deepEqual(times('[18:20] <ann> x', '[18:21] == bob', ''), [undefined, undefined, undefined]);
    assert.deepEqual(times('#tea', '[2031-03-14 18:20:05] <ann> x', ''), [undefined, undefined, undefined]);
    assert.deepEqual(times('18:20:05 <ann> x'), [undefined]);
  });
});
