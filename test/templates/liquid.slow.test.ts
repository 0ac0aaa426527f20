import { assert } from 'chai';
import fc from 'fast-check';
import { filters, tags } from 'liquidjs';
import { TemplateError } from '../../server/src/minutes/template.js';
import { renderTemplate } from '../../server/src/templates/liquid.js';
import { runs } from '../helpers/edits.js';
import { meeting, minutesOfText } from '../helpers/logs.js';
import { inherited } from './inherited.js';

const minutes = minutesOfText(meeting('10:01 <ann> #agreed <b>*tea*</b> `x`_\n10:02 <ann> #action ann pours\n'));

const name = fc.constantFrom(
  ...inherited,
  'size',
  'first',
  'last',
  'title',
  'people',
  'topics',
  'items',
  'nick',
  'forloop',
  'tablerowloop',
  'block',
  'super',
  'superBlockRender',
  'empty',
  'blank',
  'nil',
  'x',
  'package.json',
  '/etc/passwd',
  '../../package.json',
);
const filter = fc.oneof(name, fc.constantFrom(...Object.keys(filters), 'html', 'markdown', 'rst', 'wrap', 'duration'));
const value = fc.oneof(
  name,
  name.map((one) => `"${one}"`),
  fc.integer({ min: -3, max: 99 }).map(String),
  fc.tuple(name, name).map(([of, one]) => `${of}.${one}`),
  fc.tuple(name, name).map(([of, one]) => `${of}["${one}"]`),
  fc.constant('(1..5)'),
);
const filtered = fc
  .tuple(value, fc.array(fc.tuple(filter, fc.array(value, { maxLength: 3 })), { maxLength: 3 }))
  .map(([first, more]) =>
    [first, ...more.map(([by, given]) => (given.length > 0 ? `${by}: ${given.join(', ')}` : by))].join(' | '),
  );
/** A piece of a template; two out of three are complete. */
const piece = fc.oneof(
  filtered.map((one) => `{{ ${one} }}`),
  fc.tuple(name, filtered).map(([to, one]) => `{% assign ${to} = ${one} %}`),
  fc
    .tuple(
      fc.constantFrom(...Object.keys(tags)),
      fc.array(fc.oneof(value, fc.constantFrom('in', 'x', ':', ',', '==', 'limit:', 'none'))),
    )
    .map(([tag, words]) => `{% ${tag} ${words.join(' ')} %}`),
  fc
    .tuple(name, value, filtered)
    .map(([one, of, what]) => `{% for ${one} in ${of} %}{{ ${what} }}{{ forloop.${one} }}{% endfor %}`),
  fc
    .tuple(name, value)
    .map(([one, of]) => `{% tablerow ${one} in ${of} cols:2 %}{{ tablerowloop.${one} }}{% endtablerow %}`),
  fc
    .tuple(name, name, filtered)
    .map(([one, to, what]) => `{% block ${one} %}{{ block.${to} }}{{ ${what} }}{% endblock %}`),
  fc.tuple(name, filtered).map(([to, what]) => `{% capture ${to} %}{{ ${what} }}{% endcapture %}{{ ${to} }}`),
  fc.constantFrom('{% layout none %}', '{% endfor %}', '{{', '%}', '{% raw %}', '{%- ', "{{ '", 'x'),
);

describe('a template', () => {
  it('always writes a text without code, or fails with a message', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const template = { name: 'random.liquid', text: pieces.join('') };
        let written = '';
        try {
          written = renderTemplate(template, minutes, 100);
        } catch (error) {
          assert.instanceOf(error, TemplateError);
          written = (error as Error).message.replaceAll(template.text, '');
        }
        assert.notMatch(written, /native code|function\s*\*?\s*\w*\(|=>|class \w+|root:|"dependencies"/);
      }),
      { numRuns: runs(1000) },
    );
  });
});
