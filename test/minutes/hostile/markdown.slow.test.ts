import { assert } from 'chai';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { cleanText } from '../../../server/src/minutes/escape/clean.js';
import { escapeForHover } from '../../../server/src/minutes/escape/markdownDoor.js';
import { writeMarkdown, writeTopicMarkdown } from '../../../server/src/minutes/formats/markdown.js';
import type { LogFile } from '../../../server/src/minutes/minutes.js';
import { renderTemplate } from '../../../server/src/templates/liquid.js';
import { runs } from '../../helpers/edits.js';
import {
  assertFilled,
  assertSameTree,
  type Draft,
  drafts,
  harmless,
  harmlessScribed,
  hostile,
  hostileScribed,
  squeezed,
  texts,
} from '../../helpers/hostileMinutes.js';
import { looseTexts, renderedTree } from '../../helpers/renderedTree.js';

/** The syntax of GitHub and GitLab. */
const fragments = [
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '```',
    '~',
    '~~',
    '~~~',
    '|',
    '|-|',
    '--- | ---',
    ':-',
    '-:',
    '\\',
    '\\*',
    '\\\n',
    '&',
    '&#',
    '<',
    '>',
  ],
  ...[
    '[',
    ']',
    '](',
    '](x)',
    '[x](javascript:x)',
    '![x](y)',
    '[x]: y',
    '[^x]',
    '[^x]: y',
    '[[x]]',
    '[[_TOC_]]',
    '[TOC]',
    '[ ]',
    '[x]',
    '[!NOTE]',
  ],
  ...[
    '# ',
    '#',
    '## ',
    ' #',
    '- ',
    '+ ',
    '* ',
    '1. ',
    '1) ',
    '> ',
    '>>>',
    '---',
    '===',
    '=',
    '***',
    '    ',
    '```x',
    ':::',
    '::include{file=x}',
  ],
  ...[
    'www.',
    'WWW.a.example',
    'www.x.example<img src=x onerror=alert(1)>',
    'HTTPS://x.example<script>',
    'http://a.example/[x](y)',
    'ftp://',
  ],
  ...[
    'xmpp:a@b.example/x',
    'a.b-c_d@e.example',
    'irc://x/`*_',
    'https://a.example/"x',
    '(http://a.example/(b))',
    'http://a.example..',
    '<http://a.example>',
  ],
  ...[
    '@octocat',
    '@a/b',
    '#45',
    'fixes #45',
    'closes: ',
    'Resolves ',
    'https://github.com/o/r/issues/45',
    'o/r#1',
    'GH-45',
    'gh-1',
    'GL-7',
  ],
  ...[
    'a5c3785ed8d6a35868bc169f07e40e889087fd2e',
    'a5c3785',
    'o@a5c3785',
    '!123',
    '~bug',
    '~"x y"',
    '%v1',
    '%"x"',
    '$12',
    '&12',
    '^alert#1',
  ],
  ...[
    '[vulnerability:1]',
    '[feature_flag:1]',
    '*iteration:1',
    ':tada:',
    ':+1:',
    ':100:',
    ':',
    '$',
    '$x$',
    '$$',
    '$`x`$',
    '{+x+}',
    '[-x-]',
    '%{x}',
    '/close',
    '@',
  ],
];

const markdownIt = new MarkdownIt('default', { html: true, linkify: true });
// As in VS Code's own preview.
markdownIt.linkify.set({ fuzzyLink: false });
markdownIt.normalizeLinkText = (url) => url;
markdownIt.normalizeLink = (url) => url;

const renderers: Readonly<Record<string, (markdown: string) => string>> = {
  'micromark, by the rules of cmark-gfm': (markdown) =>
    micromark(markdown, {
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
      // The renderer does not sanitise anything, so that harmful output is found.
      allowDangerousHtml: true,
      allowDangerousProtocol: true,
    }),
  marked: (markdown) => marked.parse(markdown, { gfm: true, async: false }),
  'markdown-it with linkify': (markdown) => markdownIt.render(markdown),
};

/** What GitHub and GitLab search text nodes for. */
const references: Readonly<Record<string, RegExp>> = {
  mention: /(?<![\w`])@[a-z\d_]/i,
  issue: /#\d|\b(?:GH|GL)-\d/i,
  commit: /[\da-f]{7}/i,
  emoji: /:(?!\d+:)[\w+-]+:|:(?:100|1234):/,
  'of GitLab': /[!&$]\d|~["\w]|%["\w{]|\[(?:vulnerability|feature_flag):|\*iteration:|\[\[|\[TOC\]|\{\+|\[-/,
  formula: /\$\S.*\$/,
};

describe('Markdown of hostile minutes', () => {
  const check = (test: (draft: Draft) => void, few: number) =>
    fc.assert(fc.property(drafts(fragments), test), { numRuns: runs(few), seed: 3 });
  const ways = {
    minutes: writeMarkdown,
    topic: (minutes: typeof harmless, options = {}) => writeTopicMarkdown(minutes, 1, options),
  };

  for (const [name, render] of Object.entries(renderers)) {
    for (const [what, write] of Object.entries(ways)) {
      for (const mentions of [false, true]) {
        it(`is read by ${name} as the ${what} with what was said${mentions ? ', mentions and all' : ''}`, () => {
          const expected = renderedTree(render(write(harmless, { mentions })), harmless.log);
          check((draft) => {
            const minutes = hostile(draft);
            const markdown = write(minutes, { mentions });
            assertFilled(renderedTree(render(markdown), minutes.log), expected, draft, markdown);
          }, 60);
        });
      }
    }
  }

  for (const [name, render] of Object.entries(renderers)) {
    it(`is read by ${name} as the discussion with what was said`, () => {
      const tree = (minutes: typeof harmless, markdown: string) => renderedTree(render(markdown), minutes.log);
      const expected = tree(harmlessScribed, writeMarkdown(harmlessScribed, {}));
      check((draft) => {
        const minutes = hostileScribed(draft);
        const markdown = writeMarkdown(minutes, {});
        assertFilled(tree(minutes, markdown), expected, draft, markdown);
      }, 60);
    });
  }

  it('shows what was said in hovers, which show no HTML', () =>
    fc.assert(
      fc.property(texts(fragments), (said) => {
        const html = marked.parse(`- ${escapeForHover(said)}`, { async: false });
        const expected = `⟨ul⟩⟨li⟩${cleanText(said)}⟨/li⟩⟨/ul⟩`;
        assertSameTree(squeezed(renderedTree(html, harmless.log)), squeezed(expected), html);
        assert.notInclude(html, '<!--');
      }),
      { numRuns: runs(500), seed: 4 },
    ));

  it('mentions no one and references nothing', () =>
    check((draft) => {
      const both = [hostile(draft), hostileScribed(draft)].map((minutes) => writeMarkdown(minutes, {}));
      for (const text of both.flatMap((written) => looseTexts(marked.parse(written, { async: false })))) {
        for (const [name, reference] of Object.entries(references)) assert.notMatch(text, reference, name);
      }
    }, 150));

  const noLog: LogFile = { base: '', file: '', pageBase: '', page: '' };
  it('does so on request', () => {
    const said = 'thanks @octocat, see #45, o/r#1 and a5c3785 :tada:';
    const minutes = { ...harmless, title: said };
    const text = (options: object) =>
      renderedTree(marked.parse(writeMarkdown(minutes, options), { async: false }), noLog);
    assert.include(writeMarkdown(minutes, { mentions: true }), said);
    assert.notInclude(writeMarkdown(minutes, {}), said);
    assert.equal(text({}), text({ mentions: true }));
    const topics = minutes.topics.map((topic) => ({ ...topic, text: said }));
    assert.include(writeTopicMarkdown({ ...minutes, topics }, 1, { mentions: true }), said);
    assert.notInclude(writeTopicMarkdown({ ...minutes, topics }, 1), '@octocat');
    const template = { name: 'x.md', text: '{{ title | markdown }}' };
    assert.equal(renderTemplate({ ...template, mentions: true }, minutes, 2000), said);
    assert.notInclude(renderTemplate(template, minutes, 2000), '#45');
  });
});
