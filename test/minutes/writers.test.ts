import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import fc from 'fast-check';
import { allItems } from '../../server/src/minutes/minutes.js';
import { writers as allWriters, writerNamed } from '../../server/src/minutes/writers.js';
import { anyCharacter } from '../helpers/anyCharacter.js';
import { meeting, minutesOfText } from '../helpers/logs.js';
import { checkSnapshot } from '../helpers/snapshot.js';

/** Those that need no template. */
const writers = allWriters.filter(({ name }) => name !== 'template');
const repaired = { bugCompatible: false };
const compatible = { bugCompatible: true };

describe('minutes', () => {
  const log = readFileSync('test/fixtures/repair-cafe.log', 'utf8');
  const fixture = minutesOfText(log, 'repair-cafe.log');
  const asMeetBot = minutesOfText(log, 'repair-cafe.log', compatible);

  for (const { name, extension, write } of writers) {
    it(`are written as ${name}`, () => checkSnapshot(`repair-cafe${extension}`, write(fixture, repaired)));
  }
  for (const name of ['text', 'html', 'log-html', 'rst', 'mediawiki', 'pmwiki']) {
    const writer = writerNamed(name);
    it(`are written as ${name} with all bugs of MeetBot`, () =>
      checkSnapshot(`repair-cafe.bug-compatible${writer?.extension}`, writer?.write(asMeetBot, compatible) ?? ''));
  }

  it('are in languages that editors know', () => {
    const languages = Object.fromEntries(writers.map(({ name, languageId }) => [name, languageId]));
    assert.deepEqual(languages, {
      markdown: 'markdown',
      text: 'plaintext',
      html: 'html',
      'log-html': 'html',
      page: 'html',
      'w3c-html': 'html',
      rst: 'restructuredtext',
      mediawiki: 'plaintext',
      pmwiki: 'plaintext',
      moin: 'plaintext',
      json: 'json',
    });
  });
  it('have formats with unique names and extensions', () => {
    for (const key of ['name', 'extension'] as const) {
      const values = writers.map((writer) => writer[key]);
      assert.deepEqual(values, [...new Set(values)]);
    }
  });

  it('are the same for the same log', () => {
    for (const { write } of writers) assert.equal(write(fixture, repaired), write(fixture, repaired));
  });

  it('need no entries if the log is not written', () => {
    const bare = minutesOfText(log, 'repair-cafe.log', { withoutEntries: true });
    assert.isEmpty(bare.entries);
    assert.deepEqual({ ...bare, entries: fixture.entries }, fixture);
    for (const { name, writesLog, write } of writers) {
      assert.equal(write(bare, repaired) === write(fixture, repaired), writesLog !== true, name);
    }
  });

  it('have items with the number of their line among those said', () => {
    for (const { line, anchor } of allItems(fixture)) assert.equal(fixture.entries[anchor - 1]?.line, line);
  });

  it('are written for any chat text', () => {
    const nick = fc.string({
      unit: fc.constantFrom('a', '<b>', '*', '|', '\u0000', '`', '"', '😀', '\u202e'),
      minLength: 1,
      maxLength: 8,
    });
    const word = fc.constantFrom('#topic', '#info', '#action', '#link', '#agreed', '#idea', '#undo', '#meetingtopic');
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('<script>', '](x)', '\\', '```', '"', "'", '\t'),
        fc.string({ unit: anyCharacter, maxLength: 1 }),
      ),
    });
    const row = fc
      .tuple(word, nick, text)
      .map(([command, who, said]) => `10:01 <${who.replace('>', '')}> ${command} ${said}\n`);
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const minutes = minutesOfText(meeting(rows.join('').replaceAll('\r', '')));
        for (const { write } of writers) {
          for (const options of [repaired, compatible]) assert.isString(write(minutes, options));
        }
      }),
    );
  });
});

describe('what MeetBot loses', () => {
  const write = (name: string, text: string, options = repaired) =>
    writerNamed(name)?.write(minutesOfText(text, 'club.log', options), options) ?? '';
  const one = meeting('10:01 <ann> #action somebody sweeps\n');
  const two = meeting('10:01 <ann> #action somebody sweeps\n10:01 <ann> #action nobody cooks\n');
  const mixed = meeting('10:01 <ann> #action ann sweeps\n10:01 <ann> #action nobody cooks\n');

  it('is the list of actions in its text', () => {
    assert.include(write('text', one), 'Action items\n------------\n\n* somebody sweeps\n');
    assert.include(write('text', meeting('')), 'Action items\n------------\n\n* (none)\n');
    assert.notInclude(write('text', one, compatible), 'Action items\n---');
  });

  it('is a single unassigned action', () => {
    assert.include(write('text', mixed), '* ann\n  * ann sweeps\n* **UNASSIGNED**\n  * nobody cooks\n');
    assert.include(write('text', mixed, compatible), '* ann\n  * ann sweeps\n\n');
    assert.include(write('html', mixed), '<li><b>UNASSIGNED</b><ol>\n    <li>nobody cooks</li>');
    assert.notInclude(write('html', mixed, compatible), 'UNASSIGNED');
  });

  it('is every action by person if none is assigned', () => {
    for (const name of ['text', 'html']) {
      assert.include(write(name, two), 'UNASSIGNED');
      assert.notInclude(write(name, two, compatible), 'by person');
    }
  });

  it('is nothing if there are no actions', () => {
    for (const name of ['text', 'html', 'markdown']) assert.notInclude(write(name, meeting('')), 'by person');
  });

  it('is the safety of its page, in title and owner', () => {
    const text = '10:00 <a&b> #startmeeting <u>x</u>\n10:01 <a&b> #endmeeting\n';
    assert.include(write('html', text), '<h1>#club: &lt;u&gt;x&lt;/u&gt;</h1>');
    assert.include(write('html', text), 'started by a&amp;b at');
    assert.include(write('html', text, compatible), '<title>#club: <u>x</u></title>');
  });

  it('is the target of a link without a URL', () => {
    const text = meeting('10:01 <ann> #link javascript:alert(1) x\n');
    assert.notInclude(write('html', text), '<a href="javascript');
    assert.include(write('text', text), '* LINK: javascript:alert(1) x  (ann, 10:01:00)');
    assert.include(write('text', text, compatible), '* LINK: javascript:alert(1) x   (ann, 10:01:00)');
  });

  it('is every meeting that was not ended', () => {
    const text = '10:00 <ann> #startmeeting\n10:01 <ann> #info x\n';
    assert.include(write('text', text), 'This meeting was not ended: its log has no #endmeeting.');
    assert.include(write('html', text), 'This meeting was not ended: its log has no #endmeeting\n');
    assert.include(write('markdown', text), '**Not ended:** the log has no `#endmeeting`');
  });
});
