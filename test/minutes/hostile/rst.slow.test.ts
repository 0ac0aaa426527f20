import { spawnSync } from 'node:child_process';
import { assert } from 'chai';
import fc from 'fast-check';
import { writeRst } from '../../../server/src/minutes/formats/rst.js';
import type { Minutes } from '../../../server/src/minutes/minutes.js';
import { renderTemplate } from '../../../server/src/templates/liquid.js';
import { runs } from '../../helpers/edits.js';
import {
  assertFilled,
  drafts,
  harmless,
  harmlessScribed,
  hostile,
  hostileScribed,
  isKnown,
  targetName,
} from '../../helpers/hostileMinutes.js';

const fragments = [
  ...[
    '*',
    '**',
    '`',
    '``',
    '_',
    '__',
    'x_',
    'x__',
    '|',
    '|x|',
    '|x|_',
    '[1]_',
    '[#]_',
    '[x]_',
    ':x:`y`',
    '`x`_',
    '`x <y>`_',
    '_`x`',
    '\\',
    '\\\\',
    '\\ ',
  ],
  ...[
    '::',
    ' ::',
    ':',
    ':x: y',
    ':x:',
    '.. ',
    '..',
    '.. raw:: html',
    '.. _x: y',
    '.. [1] x',
    '.. |x| image:: y',
    '.. include:: /etc/passwd',
    '__ x',
    '>>> x',
  ],
  ...[
    '- ',
    '+ ',
    '* ',
    '• ',
    '1. ',
    '(1) ',
    'a) ',
    'iv. ',
    '#. ',
    '-a',
    '--all',
    '/V',
    '+x',
    '| ',
    '+---+',
    '=== ===',
    '====',
    '----',
    '....',
    '~~~~',
    '""""',
  ],
  ...[
    'javascript:',
    'JavaScript:x',
    'data:x',
    'tel:1',
    'urn:x',
    'mailto:x',
    'https:x',
    'http:x',
    'x@y',
    'a.b@c.d',
    'https://a.example:80/x:y@z',
    'http://a|b',
  ],
  ...[
    'http://a,javascript:x',
    'http://a"javascript:x',
    ')[',
    ')',
    '(',
    '}',
    '>',
    '<x>',
    'PEP 8',
    'RFC 2822',
    '\n\n.. raw:: html\n\n   <b>x</b>',
    '\u00ad',
  ],
  ...[
    '\u3000',
    '漢字',
    'e\u0301',
    'x'.repeat(80),
    'xx '.repeat(20),
    'ann-10:00:02',
    'full logs',
    'Meeting summary',
    '?x=&y',
    '%',
    '%zz',
  ],
];

/** What Docutils parses: elements as `⟨list_item⟩…⟨/list_item⟩`, references with their targets, and its warnings. */
const script = `
import json, sys
from docutils import nodes
from docutils.core import publish_doctree
def flat(node):
    if isinstance(node, nodes.Text): return node.astext()
    if isinstance(node, nodes.target): return ''
    # What Docutils only notes: it shows warnings and worse.
    if isinstance(node, nodes.system_message) and node['level'] < 2: return ''
    inner = ''.join(flat(child) for child in node.children)
    if isinstance(node, nodes.reference): return '\\u0001' + node.get('refuri', '?') + '\\u0002' + inner + '\\u0003'
    name = node.__class__.__name__
    return '⟨' + name + '⟩' + inner + '⟨/' + name + '⟩'
settings = {'report_level': 5, 'halt_level': 5, 'file_insertion_enabled': False, 'raw_enabled': True}
json.dump([flat(publish_doctree(s, settings_overrides=dict(settings))) for s in json.load(sys.stdin)], sys.stdout)
`;

const python = ['/usr/bin/python3', 'python3'].find(
  (program) => spawnSync(program, ['-c', 'import docutils']).status === 0,
);

/** The trees of many documents, parsed by one process. */
function trees(documents: readonly string[]): string[] {
  const { stdout, stderr } = spawnSync(python ?? '', ['-c', script], {
    input: JSON.stringify(documents),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return JSON.parse(stdout || JSON.stringify([stderr]));
}

/** A tree in which a link that shows its own known URL is text, and targets in the log have their names. */
function named(tree: string, { log }: Minutes): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these marks are in no text.
  return tree.replace(/\u0001([^\u0002]*)\u0002([^\u0003]*)\u0003/g, (_, target: string, text: string) =>
    isKnown(target) && target === text ? text : `⟨a ${targetName(target, log)}⟩${text}⟨/a⟩`,
  );
}

describe('reStructuredText of hostile minutes', () => {
  const sample = fc.sample(drafts(fragments), { numRuns: runs(80), seed: 7 });

  for (const [what, made, twin] of [
    ['minutes', hostile, harmless],
    ['discussion', hostileScribed, harmlessScribed],
  ] as const)
    it(`is read by Docutils as the ${what} with what was said`, function () {
      if (!python) return this.skip();
      const minutes = sample.map(made);
      const documents = minutes.map((one) => writeRst(one, {}));
      const [expected = '', ...read] = trees([writeRst(twin, {}), ...documents]);
      for (const [index, tree] of read.entries()) {
        const draft = sample[index];
        const one = minutes[index];
        if (draft && one) {
          assertFilled(named(tree, one), named(expected, harmless), draft, documents[index] ?? '');
        }
      }
      assert.lengthOf(read, sample.length);
    });

  it('is the same wherever a template puts it and wraps its lines', function () {
    if (!python) return this.skip();
    const text = '{{ title | rst | wrap }}\n\n* {{ owner | rst | wrap: "  " }}\n\n{{ channel | rst }}\n';
    const write = (one: Minutes) => renderTemplate({ name: 'x.rst', text }, one, 2000);
    const [expected = '', ...read] = trees([harmless, ...sample.map(hostile)].map(write));
    for (const [index, draft] of sample.entries()) {
      assertFilled(named(read[index] ?? '', harmless), named(expected, harmless), draft, write(hostile(draft)));
    }
  });
});
