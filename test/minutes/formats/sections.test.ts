import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import type { Minutes } from '../../../server/src/minutes/minutes.js';
import { select } from '../../../server/src/minutes/select.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { lines, meeting, minutesOfText } from '../../helpers/logs.js';

const write = (name: string, minutes: Minutes) => writerNamed(name)?.write(minutes, {}) ?? '';

/** Checks the minutes in every format, without line breaks if the format wraps lines. */
function checkAll(minutes: Minutes, expected: Readonly<Record<string, string>>): void {
  for (const [name, part] of Object.entries(expected)) assert.include(write(name, minutes), part, name);
}

const withSubtopics = minutesOfText(
  meeting(lines`
    10:00:10 <ann> hello
    10:00:20 <ann> #info early
    10:01:00 <ann> [TOPIC] Tea
    10:02:00 <bob> #info hot
    10:03:00 <ann> #subtopic green
    10:04:00 <bob> #action bob pours
    10:05:00 <ann> #subtopic black
    10:06:00 <ann> [TOPIC] Cake
    10:07:00 <bob> #info none
    `),
);

describe('items before the first topic', () => {
  const first = 'Before the first topic';

  it('are below their own heading, in each of our formats', () =>
    checkAll(withSubtopics, {
      markdown: `## ${first}\n\n- early ([ann, 10:00:20](club.log#L3))\n\n## Topics\n\n### Tea\n`,
      text: `---------------\n\n* ${first}\n  * early  (ann, 10:00:20)\n\n* Tea  (ann, 10:01:00)\n`,
      html: `<li><b class="TOPIC">${first}</b>\n<ol class="letters">\n  <li><span class="INFO">early</span>`,
      page: `>${first}</h2>\n<ul>\n<li data-line="3">early `,
      rst: `* **${first}**\n\n  * early  (\`ann-10:00:20\`_)\n\n\n\n* **Tea**`,
      mediawiki: `* '''${first}'''\n** early  (ann, 10:00:20)\n\n* '''Tea'''`,
      pmwiki: `* '''${first}'''\n** early  (ann, 10:00:20)\n\n* '''Tea'''`,
      moin: `== Meeting summary ==\n\n=== ${first} ===\n\n * early (ann, 10:00:20)\n\n=== Tea ===\n`,
    }));
  it('are not, if there is no topic', () => {
    const minutes = minutesOfText(meeting('10:01:00 <ann> #info alone\n'));
    for (const name of ['markdown', 'text', 'html', 'page', 'rst', 'mediawiki', 'pmwiki', 'moin'])
      assert.notInclude(write(name, minutes), first, name);
    checkAll(minutes, {
      markdown: '## Notes\n\n- alone',
      page: '>Notes</h2>',
      text: '\n* alone',
      moin: '== Meeting summary ==\n\n * alone',
    });
  });
  it('have no heading in MeetBot’s minutes', () => {
    const minutes = minutesOfText(meeting('10:01:00 <ann> #info early\n10:02:00 <ann> #topic x\n'), 'club.log', {
      bugCompatible: true,
    });
    for (const name of ['text', 'html', 'rst', 'mediawiki', 'pmwiki'])
      assert.notInclude(writerNamed(name)?.write(minutes, { bugCompatible: true }), first, name);
  });
});

describe('subtopics', () => {
  it('are below their topic in every format, with their items', () =>
    checkAll(withSubtopics, {
      markdown:
        '### Tea\n\n- hot ([bob, 10:02:00](club.log#L5))\n\n#### green\n\n' +
        '- **ACTION:** bob pours ([bob, 10:04:00](club.log#L7))\n\n#### black\n\n### Cake\n',
      text:
        '  * hot  (bob, 10:02:00)\n  * SUBTOPIC: green  (ann, 10:03:00)\n    * ACTION: bob pours  (bob, 10:04:00)\n' +
        '  * SUBTOPIC: black  (ann, 10:05:00)\n\n* Cake',
      html: '<li><b class="TOPIC">green</b> <span class="details">(<a href="club.log.html#l-6">ann</a>, 10:03:00)</span>\n<ol class="letters">',
      page: '<li data-line="6"><b>green</b> <a class="source" href="#l-6">ann, 10:03:00</a><ul>\n<li data-line="7">',
      rst: '  * **green**  (`ann-10:03:00`_)\n\n    * *ACTION*: bob pours',
      mediawiki: "** '''green'''  (ann, 10:03:00)\n*** ''ACTION:'' bob pours",
      pmwiki: "** '''green'''  (ann, 10:03:00)\n*** ''ACTION:'' bob pours",
      moin: "==== green ====\n\n * ''ACTION:'' bob pours (bob, 10:04:00)\n\n==== black ====\n",
    }));
  it('have their items in the data', () => {
    const [tea] = withSubtopics.topics;
    assert.deepEqual(
      tea?.items.map(({ text }) => text),
      ['hot'],
    );
    assert.deepEqual(
      tea?.subtopics.map(({ text, items }) => [text, items.length]),
      [
        ['green', 1],
        ['black', 0],
      ],
    );
  });
  it('are selected, and in another time zone, with their items', () => {
    const [tea, ...others] = select(withSubtopics, { only: 'actions' }).topics;
    assert.isEmpty(others);
    assert.deepEqual(
      tea?.subtopics.map(({ text }) => text),
      ['green'],
    );
    const moved = select({ ...withSubtopics, date: '2031-01-02', zone: 'UTC' }, { timeZone: 'Asia/Tokyo' });
    assert.equal(moved.topics[0]?.subtopics[0]?.time, '19:03:00');
    assert.equal(moved.topics[0]?.subtopics[0]?.items[0]?.time, '19:04:00');
  });
});

describe('people who were only named', () => {
  const minutes = minutesOfText(meeting('10:01:00 <ann> #nick tove\n10:02:00 <bob> hi\n'));
  const title = 'Named, but said nothing';

  it('are separate from those who spoke', () =>
    checkAll(minutes, {
      markdown: `## People present\n\n- ann (3 lines)\n- bob (1 line)\n\n## ${title}\n\n- tove\n`,
      text: `* ann (3)\n* bob (1)\n\n\n\n${title}\n-----------------------\n\n* tove\n`,
      html: `  <li>bob (1)</li>\n</ol>\n<br><br>\n\n\n\n<h2>${title}</h2>\n<ol>\n  <li>tove</li>\n`,
      page: `</table>\n<p>${title}: tove</p>`,
      rst: `* bob (1)\n\n\n\n\n${title}\n-----------------------\n* tove`,
      mediawiki: `* bob (1)\n\n\n\n== ${title} ==\n\n* tove`,
      pmwiki: `* bob (1)\n\n\n\n!! ${title}\n\n* tove`,
      moin: ` * bob (1)\n\n== ${title} ==\n\n * tove`,
    }));
  it('have no section if there are none', () => {
    for (const name of ['markdown', 'text', 'html', 'page', 'rst', 'mediawiki', 'pmwiki', 'moin'])
      assert.notInclude(write(name, minutesOfText(meeting(''))), title, name);
  });
  it('are counted as present by MeetBot', () => {
    const said = meeting('10:01:00 <ann> #nick tove\n');
    const theirs = minutesOfText(said, 'club.log', { bugCompatible: true });
    assert.include(writerNamed('text')?.write(theirs, { bugCompatible: true }), '* tove (0)');
  });
});

describe('Markdown', () => {
  it('has decisions, votes and actions before the topics, like the page', () => {
    const minutes = minutesOfText(
      meeting(
        '10:00:10 <ann> #info x\n10:01:00 <ann> #topic y\n10:02:00 <ann> #agreed z\n10:03:00 <ann> #action ann w\n',
      ),
    );
    const headings = (name: string, pattern: RegExp) =>
      [...write(name, minutes).matchAll(pattern)].map(([, heading]) => heading);
    const expected = ['Decisions', 'Action items', 'Before the first topic', 'Topics'];
    assert.deepEqual(headings('markdown', /^## (.*)/gm), [...expected, 'People present']);
    assert.deepEqual(headings('page', /<h2[^>]*>([^<]*)/g), ['Timeline', ...expected, 'People', 'Log']);
  });
});

describe('a whole log', () => {
  const log = meetingLog(LogText.of('10:00 <ann> hi\n10:01 <bob> #topic Tea\n10:02 <bob> bye\n'), 'heat.log', {
    wholeLog: true,
  });
  const [first] = log.meetings;
  const minutes = first && minutesOf(log, first);

  it('has no starter and no channel', () => {
    if (!minutes) throw new Error('there is no meeting');
    for (const name of ['markdown', 'text', 'html', 'page', 'rst', 'mediawiki', 'pmwiki', 'moin', 'log-html']) {
      const text = write(name, minutes);
      assert.notMatch(text, /[gd] started by|Started by|, started by|Chairs|#heat|null|UTC/, name);
    }
    checkAll(minutes, {
      text: 'The log begins at 10:00:00.  The full logs',
      html: 'The log begins at 10:00:00\n',
      rst: 'The log begins at 10:00:00. The',
      mediawiki: 'The log begins at 10:00:00.',
      moin: '\n * 10:00:00\n * The log ends at 10:02:00.\n',
      'log-html': '<h1>Meeting log</h1>',
    });
  });
});
