import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { assert } from 'chai';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { allItems, type Minutes } from '../../server/src/minutes/minutes.js';
import { writerNamed, writers } from '../../server/src/minutes/writers.js';
import { minutesOfText } from '../helpers/logs.js';

/** What somebody might write to break a document: markup of every kind, controls, directions, white space of every kind. */
const pieces = [
  ...[
    '<xss>',
    '</xss>',
    '<xss',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&lt;',
    '&#60;',
    '&',
    '" onx="',
    "' onx='",
    '</style><xss>',
    '</title><xss>',
  ],
  ...[
    'javascript:xss',
    'http://a.example/"><xss>',
    "http://a.example/'x",
    'https://b.example/_c_*d*',
    'data:text/html,<xss>',
    'http://',
    '://',
  ],
  ...[
    '{{ title }}',
    '{% xss %}',
    `$${'{xss}'}`,
    '{{',
    '}}',
    '{|',
    '|}',
    '[[xss]]',
    '[xss](javascript:xss)',
    '![x](y)',
    '[',
    ']',
    '{{{',
    '}}}',
  ],
  ...[
    "'''",
    "''",
    '~~~~',
    '__TOC__',
    '__',
    '----',
    '====',
    '=',
    '==x==',
    '* ',
    '# ',
    '; ',
    ': ',
    '| ',
    '> ',
    '- ',
    '+ ',
    '1. ',
    'a) ',
    '#. ',
  ],
  ...[
    '`',
    '``',
    '```',
    '*',
    '**',
    '_',
    '\\',
    '\\*',
    '::',
    '.. ',
    '.. _x:',
    ':x: ',
    'x_',
    '|x|',
    '~~',
    '%red%',
    '(:x:)',
    '@@',
    '<<Macro>>',
    'WikiWord',
  ],
  ...[
    '\u0000',
    '\u0002',
    '\u00034,5',
    '\u001b[31m',
    '\u0085',
    '\u2028',
    '\u202e',
    '\u2066',
    '\u200b',
    '\ud83d',
    '😀',
    'é',
    '漢',
    '\t',
    '\u00a0',
    ' ',
    'x',
  ],
];
const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 }));
const text = fc.array(piece, { maxLength: 10 }).map((parts) => parts.join('').replace(/[\r\n]/g, ' '));
const nick = text.map(
  (said) =>
    said
      .replace(/>/g, '')
      .trim()
      .replace(/^[@+%&~\s]+/, '')
      .trim() || 'x',
);

/** A log in which such texts stand in every position. */
const log = fc
  .record({
    owner: nick,
    bob: nick,
    title: text,
    topic: text,
    items: fc.array(fc.tuple(fc.nat(8), text), { maxLength: 8 }),
    said: text,
    name: text,
  })
  .map(({ owner, bob, title, topic, items, said, name }) =>
    [
      `10:00:00 <${owner}> #startmeeting ${title}`,
      `10:00:01 <${bob}> Meeting started ${said}`,
      `10:00:02 <${owner}> #meetingname ${name}`,
      `10:00:03 <${owner}> #chair ${bob}`,
      `10:00:04 <${owner}> #topic ${topic}`,
      ...items.map(([type, words]) => `10:00:05 <${owner}> ${commands[type]} ${words}`),
      `10:00:06 <${owner}> #action ${bob} ${said}`,
      `10:00:07 <${bob}> ${said}`,
      `10:00:08 * ${bob.split(' ')[0]} ${said}`,
      `10:00:09 <${owner}> #endmeeting`,
    ].join('\n'),
  );
const commands = ['#info', '#topic', '#agreed', '#accepted', '#rejected', '#idea', '#help', '#link', '#action'];

const written = (name: string, minutes: Minutes) => writerNamed(name)?.write(minutes, {}) ?? '';
const plain = writers.filter(({ name }) => name !== 'template');

describe('hostile chats', () => {
  const check = (test: (minutes: Minutes) => void, numRuns = 300) =>
    fc.assert(
      fc.property(log, (source) => test(minutesOfText(source))),
      { numRuns },
    );

  it('make no writer throw, nor lose a line', () => {
    fc.assert(
      fc.property(log, (source) => {
        for (const options of [{}, { bugCompatible: true }]) {
          const minutes = minutesOfText(source, 'club.log', options);
          for (const { write } of plain) assert.isNotEmpty(write(minutes, options));
        }
      }),
    );
  });

  it('make no writer throw with nicks and lines of 64 KB', () => {
    for (const filler of ['x', '<', '`', '*', '[', 'http://', ' ', '😀', 'WikiWord', '\\']) {
      const long = filler.repeat(65_536 / filler.length);
      const source = `10:00 <o${long}> #startmeeting ${long}\n10:01 <o${long}> #topic ${long}\n10:02 <o${long}> #action ${long}\n10:03 * ${long.trim() || 'x'} ${long}\n`;
      for (const { write } of plain) assert.isNotEmpty(write(minutesOfText(source), {}));
    }
  });

  it('leave Markdown with the structure of the minutes, and with their texts', () => {
    const parser = new MarkdownIt('commonmark').enable(['table', 'strikethrough']);
    check((minutes) => {
      const tokens = parser.parse(written('markdown', minutes), {});
      const types = new Set(tokens.map(({ type }) => type).filter((type) => !type.endsWith('_close')));
      for (const type of types) {
        assert.include(['heading_open', 'inline', 'paragraph_open', 'bullet_list_open', 'list_item_open'], type);
      }
      const inlines = tokens.filter(({ type }) => type === 'inline');
      const kinds = new Set(inlines.flatMap(({ children }) => children?.map(({ type }) => type) ?? []));
      kinds.delete('strong_open');
      kinds.delete('strong_close');
      for (const kind of kinds)
        assert.include(['text', 'text_special', 'link_open', 'link_close', 'code_inline'], kind);
      const shown = inlines.map(({ children }) => children?.map(({ content }) => content).join('') ?? '');
      for (const item of allItems(minutes)) {
        const words = item.text.trim().replace(/\s+/g, ' ').replace(/[<>]/g, '');
        const isShown = shown.some((line) => squeeze(line).includes(squeeze(words)));
        assert.isTrue(isShown, `${JSON.stringify(words)} in ${JSON.stringify(shown)}`);
      }
      const links = inlines.flatMap(({ children }) => children?.filter(({ type }) => type === 'link_open') ?? []);
      for (const link of links)
        assert.match(String(link.attrGet('href')), /^(?:(?:https?|irc|ftp|mailto|ssh):\/\/|club\.log(?:#L\d+)?$)/);
    });
  });

  it('leave reStructuredText that docutils reads without a word', function () {
    const python = ['/usr/bin/python3', 'python3'].find(
      (program) => spawnSync(program, ['-c', 'import docutils']).status === 0,
    );
    if (!python) return this.skip();
    const sources: string[] = fc
      .sample(log, { numRuns: 200, seed: 7 })
      .map((source) => written('rst', minutesOfText(source)));
    const script = `
import json, sys
from docutils.core import publish_doctree
out = []
for source in json.load(sys.stdin):
    tree = publish_doctree(source, settings_overrides={'report_level': 5, 'halt_level': 5, 'file_insertion_enabled': False, 'raw_enabled': False})
    bad = [m.astext() for m in tree.findall() if m.__class__.__name__ in ('system_message', 'problematic', 'image', 'raw', 'literal_block', 'comment')]
    out.append(bad)
json.dump(out, sys.stdout)`;
    const { stdout, stderr } = spawnSync(python, ['-c', script], {
      input: JSON.stringify(sources),
      encoding: 'utf8',
      maxBuffer: 1e8,
      timeout: 60_000,
    });
    const found: string[][] = JSON.parse(stdout || JSON.stringify([[stderr]]));
    for (const [index, bad] of found.entries()) assert.deepEqual(bad, [], sources[index]);
  });

  // What a wiki would take for markup in a line of text; each with the texts of the minutes taken out of its own entities.
  for (const [name, markup, start] of [
    [
      'mediawiki',
      /<|\[|\]|\{|\}|''|~~~|__|&(?!#\d+;)\w+;/,
      /^(?:=+ .* =+|\*+ (?:'''(.*)'''(.*)|''[A-Z]+:'' (.*)|(.*))|(?:Meeting|Generated).*|)$/,
    ],
    [
      'pmwiki',
      /<|\[|\]|\{|\}|''|\(:|@@|%(?!\w\w)|`|\$|\\\\/,
      /^(?:!+ .*|\*+ (?:'''(.*)'''(.*)|''[A-Z]+:'' (.*)|(.*))|(?:Meeting|Generated).*|)$/,
    ],
    [
      'moin',
      /<<|<|\[\[|\]\]|\{\{|\}\}|''|\|\||`|__|,,|~-|--\(|\^/,
      /^(?:=+ .* =+| +\* (?:''[A-Z]+:'' (.*)|(.*))|The discussion about (.*)|(?:Generated).*|)$/,
    ],
  ] as const) {
    it(`bring no markup into ${name}`, () =>
      check((minutes) => {
        const document = written(name, minutes).split('== Full log ==')[0] ?? '';
        for (const line of document.split('\n')) {
          const parts = start.exec(line);
          if (!parts && /^[A-Za-z.].* (?:\.|UTC|at)/.test(line)) continue;
          assert.isNotNull(parts, JSON.stringify(line));
          const said = (parts?.slice(1).join('') ?? '')
            .replaceAll("'''UNASSIGNED'''", '')
            .replace(/\[\[club\.log\.html\]\]/, '');
          assert.notMatch(said.replace(/(?:https?|ftp|irc|ssh|mailto):\/\/\S+/g, ''), markup, JSON.stringify(line));
        }
      }));
  }

  it('quote the log in Moin with more braces than it has', () =>
    check((minutes) => {
      const [, quoted = ''] = written('moin', minutes).split('== Full log ==\n\n');
      const [fence = ''] = quoted.split('\n');
      const inside = quoted.slice(fence.length, quoted.lastIndexOf('}'.repeat(fence.length)));
      assert.notInclude(inside, '}'.repeat(fence.length));
    }));

  it('lose nothing in JSON', () => {
    const validate = new Ajv({ strictTypes: false }).compile(
      JSON.parse(readFileSync('server/minutes.schema.json', 'utf8')),
    );
    check((minutes) => {
      const { generator: _, ...read } = JSON.parse(written('json', minutes));
      assert.isTrue(validate(JSON.parse(written('json', minutes))), JSON.stringify(validate.errors));
      assert.deepEqual(read, minutes);
      for (const { write } of plain) assert.equal(write(read, {}), write(minutes, {}));
    }, 50);
  });
});

/** A text without white space and URLs: how much of the one it shows, and how it shows the other, is a format's affair. */
function squeeze(said: string): string {
  return said.replace(/\S*\/\/\S*|[\s<>]/g, '');
}
