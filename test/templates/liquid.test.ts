import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { TemplateError, templateExtension } from '../../server/src/minutes/template.js';
import { renderTemplate } from '../../server/src/templates/liquid.js';
import { meeting, minutesOfText } from '../helpers/logs.js';
import { checkSnapshot } from '../helpers/snapshot.js';
import { inherited } from './inherited.js';

const minutes = minutesOfText(meeting('10:01 <ann> #agreed <b>*tea*</b> `x`_\n10:02 <ann> #action ann pours\n'));
const by = (text: string) => renderTemplate({ name: 'own.liquid', text }, minutes, 2000);

describe('a template', () => {
  it('has the variables of JSON, and lists of decisions and actions', () => {
    assert.equal(by('{{ channel }} {{ people[0].nick }} {{ log.file }}'), '#club ann club.log');
    assert.equal(by('{{ decisions.size }} {{ actions[0].text }} {{ unassigned_actions.size }}'), '1 ann pours 0');
    assert.equal(by('{{ actions_by_person[0].nick }}: {{ actions_by_person[0].actions[0].text }}'), 'ann: ann pours');
  });
  it('escapes for HTML, Markdown and reStructuredText', () => {
    assert.equal(by('{{ decisions[0].text | html }}'), '&lt;b&gt;*tea*&lt;/b&gt; `x`_');
    // Text in an attribute cannot end it.
    assert.equal(by(`{{ '"' | append: "'" | html }}`), '&quot;&#39;');
    assert.equal(by('{{ decisions[0].text | markdown }}'), '&lt;b>\\*tea\\*&lt;/b> \\`x\\`\\_');
    assert.equal(by('{{ decisions[0].text | rst }}'), '\\<b\\>\\*tea\\*\\</b\\> \\`x\\`\\_');
  });
  it('wraps lines and formats durations', () => {
    assert.equal(by('{{ 5400 | duration }}, {{ nothing | duration }}'), '1 h 30 min, ');
    assert.include(by(`{{ "${'word '.repeat(30)}" | wrap: "  " }}`), '\n  word');
  });
  it('does not run template code in chat text', () => {
    const said = minutesOfText(meeting('10:01 <ann> #info {{ title }} {% raw %}\n'));
    assert.equal(renderTemplate({ name: 'x', text: '{{ items[0].text }}' }, said, 2000), '{{ title }} {% raw %}');
  });

  const check = (text: string, message: RegExp) => assert.throws(() => by(text), TemplateError, message);
  it('fails with a message that says what is wrong, and where', () => {
    check('a\n{% for %}', /^own\.liquid: .*line:2/);
    check('{{ title | shout }}', /undefined filter: shout/);
    check('{% if x %}', /not closed/);
  });
  it('fails with a message in one line, without control characters, however long it is', () => {
    check(`{% ${'x'.repeat(5000)}\n\u001b[2J %}`, /^[^\p{Cc}]{100,400}$/u);
    check(`{{ title | \u001b[2J }}`, /^\P{Cc}+$/u);
  });

  it('may not run for long', () => {
    const long = { name: 'long.liquid', text: '{% for a in (1..999999) %}{{ a }}{% endfor %}' };
    assert.throws(
      () => renderTemplate(long, minutes, 50),
      TemplateError,
      /^long\.liquid: it took more than 0\.05 seconds\.$/,
    );
  });
  it('may not fill the memory', () => {
    const tooMuch = /^own\.liquid: it took more memory than a template may\.$/;
    check('{% assign x = "aa" %}{% for i in (1..64) %}{% assign x = x | append: x %}{% endfor %}{{ x }}', tooMuch);
    check(
      '{% capture x %}aa{% endcapture %}{% for i in (1..64) %}{% capture x %}{{ x }}{{ x }}{% endcapture %}{% endfor %}',
      tooMuch,
    );
    check('{% for i in (1..90000000) %}{% endfor %}', tooMuch);
  });
  it('may not be too long, write too much or be nested too deeply', () => {
    const million = '{% assign x = "a" %}{% for i in (1..20) %}{% assign x = x | append: x %}{% endfor %}';
    check('x'.repeat(1_000_001), /it is longer than 1,000,000 characters\.$/);
    check(`${million}{% for i in (1..60) %}{{ x }}{% endfor %}`, /it writes more than 50,000,000 characters\.$/);
    check(`${'{% if true %}'.repeat(20_000)}${'{% endif %}'.repeat(20_000)}`, /it is nested too deeply\.$/);
    for (const filter of ['html', 'markdown', 'rst', 'wrap'])
      check(`${million}{{ x | ${filter} }}`, /at most 1,000,000 characters/);
  });

  it('cannot read files or prototypes', () => {
    const names = ['package.json', '../../etc/passwd', ...inherited];
    for (const tag of ['include', 'render', 'layout']) {
      for (const name of names) check(`{% ${tag} "${name}" %}`, /ENOENT|Failed to lookup|illegal/);
    }
    for (const name of inherited) {
      const nothing = [
        '{{ NAME }}',
        '{{ title.NAME }}',
        '{{ people.NAME }}',
        '{{ people.NAME.name }}',
        '{{ people[0]["NAME"] }}',
      ];
      for (const text of nothing) assert.equal(by(text.replaceAll('NAME', name)), '', text);
      assert.equal(by(`{{ people | map: "${name}" }}{{ people[0] | map: "${name}" | join }}`), '', name);
      assert.equal(by(`{% block ${name} %}x{% endblock %}{% increment ${name} %}{% decrement ${name} %}`), 'x00', name);
      check(`{{ title | ${name} }}`, /undefined filter/);
      check(`{% ${name} %}`, /not found/);
    }
  });
  it('determines the file extension of its minutes', () => {
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
      checkSnapshot(`repair-cafe.${name.replace('.liquid', '')}`, renderTemplate(template, fixture, 2000));
    });
  }
});
