import { assert } from 'chai';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { meeting, minutesOfText } from '../../helpers/logs.js';

describe('empty sections', () => {
  const written = (format: string, text: string, changes = {}) =>
    writerNamed(format)?.write({ ...minutesOfText(meeting(text)), ...changes }, {}) ?? '';
  const action = '10:01:00 <ann> #action ann buys tea\n';
  const open = '10:01:00 <ann> #action somebody buys tea\n';

  it('are not in HTML', () => {
    assert.notMatch(written('html', '10:01:00 <ann> #topic x\n'), /<li>\s*<\/li>|<ol[^>]*>\s*<\/ol>/);
    assert.include(written('html', action), '<style>\nbody {');
    assert.include(written('log-html', action), '<style>\n');
  });
  it('are not in wiki pages', () => {
    for (const format of ['mediawiki', 'pmwiki']) {
      assert.include(written(format, action), 'Action items, by person');
      assert.notInclude(written(format, ''), 'Action items, by person');
      assert.include(written(format, ''), '(none)');
      assert.notInclude(written(format, action), '(none)');
    }
  });
  it('are marked as empty in Moin', () => {
    const people = /== Action items, by person ==\n\n(.*)/;
    assert.equal(people.exec(written('moin', ''))?.[1], ' * (none)');
    assert.include(people.exec(written('moin', action))?.[1] ?? '', 'ann');
  });
  it('are not in Markdown', () => {
    assert.include(written('markdown', ''), '\n- **Chairs:** ann\n');
    assert.notInclude(written('markdown', '', { chairs: [] }), 'Chairs');
    const all = written('markdown', action);
    for (const section of ['## Action items', '## People present']) assert.include(all, section);
    for (const section of ['## Action items', '## Decisions', '## Votes', '## Topics'])
      assert.notInclude(written('markdown', ''), section);
    // A single fact is shown too.
    const moment = { line: 1, time: null };
    const one = written('markdown', '', { start: moment, end: moment, date: null, duration: null, chairs: [] });
    assert.match(one, /^# [^\n]+\n\n- \*\*Started by:\*\* ann\n\n/);
  });
  it('are not in the web page', () => {
    assert.include(written('page', open), '<em>Unassigned</em>');
    for (const text of ['', action]) assert.notInclude(written('page', text), 'Unassigned');
    const headings = (text: string, changes = {}) =>
      [...written('page', text, changes).matchAll(/<h2[^>]*>([^<]*)/g)].map(([, name]) => name);
    assert.deepEqual(headings('', { people: [], entries: [] }), []);
    assert.includeMembers(headings(`${action}10:02:00 <ann> #topic x\n`), ['Action items', 'Topics', 'People']);
    assert.notIncludeMembers(headings(action), ['Topics', 'Votes', 'Decisions']);
  });
  it('have one line, if there is only one', () => {
    const one = { people: [{ nick: 'ann', lines: 1, chair: true }], topics: [], entries: [] };
    assert.match(written('page', '', one), /<h2[^>]*>People/);
    assert.include(written('page', '', one), '<td>100%</td>');
    assert.match(written('page', '10:02:00 <ann> #topic x\n', { people: [], entries: [] }), /<h2[^>]*>Topics/);
    const [entry] = minutesOfText(meeting('')).entries;
    assert.include(written('page', '', { people: [], entries: entry ? [entry] : [] }), 'Full log (1 line)');
  });
});

describe('what was said', () => {
  it('has no trailing spaces', () => {
    const { entries } = minutesOfText(meeting('10:01:00 <ann> well then  \t\n'));
    assert.equal(entries[1]?.text, 'well then');
  });
});

describe('times in minutes without a zone', () => {
  it('are those of the log', () => {
    const text = '[10:00:00] <ann> #startmeeting\n[10:00:05] <ann> #info x\n[10:01:00] <ann> #endmeeting\n';
    const { entries, zone, items } = minutesOfText(text);
    assert.equal(zone, '');
    assert.deepEqual(
      entries.map(({ time }) => time),
      ['10:00:00', '10:00:05', '10:01:00'],
    );
    assert.equal(items[0]?.time, '10:00:05');
  });
});
