import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { TemplateError, templateExtension, writeByTemplate } from '../../server/src/minutes/template.js';
import { meeting, minutesOfText } from '../helpers/logs.js';
import { checkSnapshot } from '../helpers/snapshot.js';

const minutes = minutesOfText(meeting('10:01 <ann> #agreed <b>*tea*</b> `x`_\n10:02 <ann> #action ann pours\n'));
const by = (text: string) => writeByTemplate(minutes, { template: { name: 'own.liquid', text } });

describe('a template', () => {
  it('sees what JSON has, and lists of decisions and actions', () => {
    assert.equal(by('{{ channel }} {{ people[0].nick }} {{ zone }}'), '#club ann UTC');
    assert.equal(by('{{ decisions.size }} {{ actions[0].text }} {{ unassigned_actions.size }}'), '1 ann pours 0');
    assert.equal(by('{{ actions_by_person[0].nick }}: {{ actions_by_person[0].actions[0].text }}'), 'ann: ann pours');
  });
  it('escapes for HTML, Markdown and reStructuredText', () => {
    assert.equal(by('{{ decisions[0].text | html }}'), '&lt;b&gt;*tea*&lt;/b&gt; `x`_');
    // Text that is put into an attribute cannot end it.
    assert.equal(by(`{{ '"' | append: "'" | html }}`), '&quot;&#39;');
    assert.equal(by('{{ decisions[0].text | markdown }}'), '&lt;b>\\*tea\\*&lt;/b> \\`x\\`\\_');
    assert.equal(by('{{ decisions[0].text | rst }}'), '\\<b\\>\\*tea\\*\\</b\\> \\`x\\`\\_');
  });
  it('fills lines and tells durations', () => {
    assert.equal(by('{{ 5400 | duration }}, {{ nothing | duration }}'), '1 h 30 min, ');
    assert.include(by(`{{ "${'word '.repeat(30)}" | wrap: "  " }}`), '\n  word');
  });
  it('runs no template language that somebody said', () => {
    const said = minutesOfText(meeting('10:01 <ann> #info {{ title }} {% raw %}\n'));
    const template = { name: 'x', text: '{{ items[0].text }}' };
    assert.equal(writeByTemplate(said, { template }), '{{ title }} {% raw %}');
  });

  const check = (text: string, message: RegExp) => assert.throws(() => by(text), TemplateError, message);
  it('is told what is wrong with it, and where', () => {
    check('a\n{% for %}', /^own\.liquid: .*line:2/);
    check('{{ title | shout }}', /undefined filter: shout/);
    check('{% if x %}', /not closed/);
    assert.throws(() => writeByTemplate(minutes, {}), TemplateError);
  });
  it('may not run for ever', () =>
    check('{% for a in (1..100000) %}{% for b in (1..100000) %}{{ a }}{% endfor %}{% endfor %}', /limit/)).timeout(
    20_000,
  );
  it('may not fill the memory', () => {
    check(
      '{% assign x = "aaaaaaaaaa" %}{% for i in (1..64) %}{% assign x = x | append: x %}{% endfor %}{{ x }}',
      /limit/,
    );
    check('x'.repeat(1_000_001), /limit/);
  });
  it('reads no file and no prototype', () => {
    check('{% include "package.json" %}', /ENOENT|Failed to lookup/);
    check('{% render "../../etc/passwd" %}', /ENOENT|Failed to lookup/);
    assert.equal(by('{{ title.constructor }}{{ people.__proto__ }}{{ people.constructor.name }}'), '');
  });

  it('decides what its minutes are called', () => {
    assert.equal(templateExtension('minutes.md.liquid'), '.md');
    assert.equal(templateExtension('minutes.liquid'), '.txt');
    assert.equal(templateExtension('minutes.html'), '.html');
    assert.equal(templateExtension('minutes'), '.txt');
    assert.equal(templateExtension('.liquid'), '.txt');
  });
});

describe('the templates of the examples', () => {
  const fixture = minutesOfText(readFileSync('test/fixtures/repair-cafe.log', 'utf8'), 'repair-cafe.log');
  for (const name of ['mail.txt.liquid', 'announcement.md.liquid']) {
    it(`write ${name}`, () => {
      const template = { name, text: readFileSync(`examples/templates/${name}`, 'utf8') };
      checkSnapshot(`repair-cafe.${name.replace('.liquid', '')}`, writeByTemplate(fixture, { template }));
    });
  }
});
