import { assert } from 'chai';
import fc from 'fast-check';
import type { DocumentLink } from 'vscode-languageserver';
import { documentLinks } from '../../server/src/features/documentLinks.js';
import { finish } from '../../server/src/log/steps.js';
import type { LinkPattern } from '../../server/src/meeting/linkPatterns.js';
import type { MeetingLog } from '../../server/src/meeting/meetingLog.js';
import { linkFor } from '../helpers/linkPatterns.js';
import { lines, logOf, meeting } from '../helpers/logs.js';
import { marked, withRanges } from '../helpers/marked.js';

const issues = linkFor('#(\\d+)', 'https://e.org/issues/$1');
const bugs = linkFor('[Bb]ug #?(\\d+)', 'https://e.org/bugs/$1');

function linksIn(log: MeetingLog, patterns: readonly LinkPattern[] = [], linkTooltips = true): DocumentLink[] {
  return finish(documentLinks(log, patterns, { linkTooltips }));
}

describe('links', () => {
  /** The links must be the marked ranges, and lead to these addresses, or to what their texts say. */
  const check = (source: string, targets?: readonly string[], settings?: readonly LinkPattern[]) => {
    const { text, ranges } = marked(source);
    const log = logOf(text);
    const found = linksIn(log, settings);
    assert.equal(
      withRanges(
        text,
        found.map(({ range }) => range),
      ),
      source,
    );
    const texts = ranges.map(({ start, end }) =>
      log.text.at({ line: start.line, start: start.character, end: end.character }),
    );
    assert.deepEqual(
      found.map(({ target }) => target),
      [...(targets ?? texts)],
    );
    return found;
  };

  it('are all URLs, without punctuation at their ends', () =>
    check(lines`
      10:00 <ann> #startmeeting
      10:01 <ann> see «http://a.example/x_(y)».
      10:01 <ann> («https://b.example»), «ftp://c.example/»..., '«http://d.example/a,b»'?
      10:02 <bot> Useful Commands: «https://d.example/m#t».
      `));

  it('are as many as there are on a line, the same one again', () =>
    check('10:00 <ann> «http://a.example» «http://a.example» «http://b.example/?q=1&r=2»\n', [
      'http://a.example',
      'http://a.example',
      'http://b.example/?q=1&r=2',
    ]));

  it('are also in lines of no one, outside meetings, and in any text', () => {
    check('10:00 -!- ann changed the topic to: «http://a.example»\nno line of a log: «http://b.example»\n');
    check('only «http://a.example»');
  });

  it('only have schemes that minutes link', () =>
    check('10:00 <ann> file:///etc javascript://x mailto:a@b.example http:// xhttps:/ «irc://a.example/tea»\n'));

  it('of items end where the bot ends them', () => {
    const text = '10:01 <ann> #link see «http://a.example/<x>http://b» tea\n10:01 <ann> #info «http://a.example/»<x>\n';
    check(meeting(text), ['http://a.example/%3Cx%3Ehttp://b', 'http://a.example/']);
  });

  it('encode what is in no URL, and then say where they lead', () => {
    const [link] = check('10:00 <ann> «http://a.example/[ö]»\n', ['http://a.example/%5B%C3%B6%5D']);
    assert.equal(link?.tooltip, 'http://a.example/%5B%C3%B6%5D');
    assert.isUndefined(check('10:00 <ann> «http://a.example/»\n')[0]?.tooltip);
    assert.isUndefined(linksIn(logOf('http://a.example/ö'), [], false)[0]?.tooltip);
  });

  it('are what a damaged log meant, where that is in the log', () => {
    const rows = ['#startmeeting', '#link «https://a.example/?a=1&amp;b=2»', 'I like tea', 'so do I', '#endmeeting'];
    const targets = ['https://a.example/?a=1&b=2'];
    check(rows.map((said) => `&gt; 10:00:00 &lt;ann&gt; ${said}\n`).join(''), targets);
  });

  it('are what the patterns of the settings match in what is said, and say where they lead', () => {
    const [link] = check(
      '10:00 <#1> see «#12», «bug 7»\n10:00 <ann> #info «Bug #7»\n',
      ['https://e.org/issues/12', 'https://e.org/bugs/7', 'https://e.org/bugs/7'],
      [issues, bugs],
    );
    assert.equal(link?.tooltip, 'https://e.org/issues/12');
    check('10:00 <ann> see #12\n');
  });

  it('of patterns are never in URLs or in each other', () => {
    check('10:00 <ann> «http://a.example/#12» «#13»\n', ['http://a.example/#12', 'https://e.org/issues/13'], [issues]);
    check(
      '10:00 <ann> «#13» «http://a.example/»\n',
      ['https://e.org/issues/13', 'http://a.example/'],
      [issues, linkFor(' http', 'https://e.org/before')],
    );
    const long = linkFor('#\\d+-\\d', 'https://e.org/long');
    const early = linkFor('a#', 'https://e.org/early');
    check('10:00 <ann> «#12-3» «a#»12\n', ['https://e.org/long', 'https://e.org/early'], [issues, long, early]);
    const same = linkFor('#\\d+', 'https://e.org/same');
    check('10:00 <ann> «#1»\n', ['https://e.org/issues/1'], [issues, same]);
  });

  it('change with the settings', () => {
    const log = logOf('10:00 <ann> #1 bug 2\n');
    const targets = (settings: readonly LinkPattern[]) => linksIn(log, settings).map(({ target }) => target);
    assert.deepEqual(targets([issues]), ['https://e.org/issues/1']);
    assert.deepEqual(targets([bugs]), ['https://e.org/bugs/2']);
    assert.isEmpty(targets([]));
  });

  it('of blocks that an edit does not touch are kept', () => {
    const log = logOf('10:00 <ann> see http://a.example/ and #1\n'.repeat(2000));
    const settings = [issues];
    const first = linksIn(log, settings);
    assert.lengthOf(first, 4000);
    const steps = documentLinks(log, settings, { linkTooltips: true });
    let count = 0;
    while (!steps.next().done) count++;
    assert.isAtMost(count, 3);
    assert.deepEqual(linksIn(log, settings), first);
  });

  it('never overlap, and are within their lines', () => {
    const piece = fc.constantFrom(
      'http://',
      'a.example',
      '<',
      '#1',
      ' ',
      '\n',
      '10:00 <a> ',
      '#link ',
      '&amp;',
      'bug 2',
      '"',
    );
    const text = fc.string({ unit: piece, maxLength: 40 });
    const wide = linkFor('.{1,9}', 'https://e.org/$0');
    fc.assert(
      fc.property(text, (said) => {
        const log = logOf(meeting(said));
        let [line, end] = [-1, 0];
        for (const { range } of linksIn(log, [wide, issues, bugs])) {
          assert.equal(range.start.line, range.end.line);
          if (range.start.line !== line) [line, end] = [range.start.line, 0];
          assert.isAtLeast(range.start.character, end);
          assert.isAbove(range.end.character, range.start.character);
          end = range.end.character;
          assert.isAtMost(end, log.text.text(line).length);
        }
      }),
    );
  });
});
