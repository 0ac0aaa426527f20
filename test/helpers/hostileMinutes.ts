import { assert } from 'chai';
import fc from 'fast-check';
import type { ShownKind } from '../../server/src/meeting/scribe/shown.js';
import { cleanNick, cleanText, isBlank } from '../../server/src/minutes/escape/clean.js';
import { linkTarget } from '../../server/src/minutes/escape/urls.js';
import { logUrl, pageUrl } from '../../server/src/minutes/logFile.js';
import type {
  LogFile,
  Minutes,
  MinutesItem,
  MinutesParagraph,
  MinutesScribe,
  MinutesTopic,
  Moment,
} from '../../server/src/minutes/minutes.js';
import { inlineOf, lineBreak } from '../../server/src/minutes/scribe/inline.js';
import { nameKey } from '../../server/src/minutes/scribe/namesPresent.js';
import { anyCharacter } from './anyCharacter.js';
import { controls } from './hostile.js';

/*
 * Minutes in which all chat text is hostile, and their twins, in which each such text is a harmless word. The documents of both
 * must be equal except for these texts: same tree, same targets, and nothing lost.
 */

/** Text that breaks documents in many formats, or looks as if it could. */
const common = [
  ...[
    'x',
    ' ',
    '  ',
    '\t',
    'ann',
    '1',
    '漢',
    'é',
    '😀',
    '\u00a0',
    '.',
    ',',
    '!',
    '?',
    '-',
    '/',
    '\\',
    '(',
    ')',
    '[',
    ']',
    '"',
    "'",
  ],
  ...['\u200f', '\n', '\r', ...controls],
  ...[
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'HTTP://a.example',
    'mailto:a@b.example',
  ],
  ...[
    'http://a.example/b',
    'https://a.example/_c_*d*?e=1&f;g',
    'http://',
    'ftp://a.example',
    '//a.example',
    'https://a.example/<x>',
  ],
  ...[
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '&lt;',
    '&#60;',
    '&copy;',
    'a@b.example',
    '<script>alert(1)</script>',
    'www.a.example',
  ],
];

/** Texts of randomly joined fragments. None of them is blank. */
export function texts(fragments: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...fragments) },
    { weight: 4, arbitrary: fc.constantFrom(...common) },
    { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 3 }) },
  );
  return fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => {
    const text = pieces.join('');
    return isBlank(text) ? 'x' : text;
  });
}

/** The number of texts in the minutes below. */
const count = 26;
/** And in their discussion. */
const discussionCount = 22;

/** Hostile minutes and the texts in them. */
export interface Draft {
  readonly texts: readonly string[];
  readonly base: string;
  /** Those of the discussion. */
  readonly more: readonly string[];
}

export function drafts(fragments: readonly string[]): fc.Arbitrary<Draft> {
  const base = fc.oneof(
    fc.constantFrom('', 'https://a.example/logs/', 'javascript:alert(1)//', '//x/'),
    texts(fragments),
  );
  const all = fc.array(texts(fragments), { minLength: count, maxLength: count });
  // Two people with the same name would have each other's actions, and two files with the same name could not be distinguished.
  const people = all.filter((said) => new Set([said[0], said[1], said[18]]).size === 3 && said[19] !== said[20]);
  const more = fc.array(texts(fragments).map(withoutNamedLinks), {
    minLength: discussionCount,
    maxLength: discussionCount,
  });
  return fc.record({ texts: people, base, more }).filter(hasDistinctPeople);
}

/** Whoever is listed as present is none of those who only spoke, whatever case their names are in. */
function hasDistinctPeople({ texts: said, more }: Draft): boolean {
  const names = [said[0], said[1], said[18], more[0]].map((name = '') => nameKey(cleanNick(name)));
  const isPlain = more.every((said, index) => withoutNamedLinks(`${more[index - 1] ?? ''}${lineBreak}${said}`) !== 'x');
  return isPlain && new Set(names).size === names.length;
}

/** In a discussion, such links are shown by their text: see the tests of these. */
function withoutNamedLinks(said: string): string {
  const pieces = inlineOf(said.split(lineBreak).map(cleanText).join(lineBreak), { emphasis: false });
  return pieces.some((piece) => 'url' in piece && piece.kind !== 'issue' && piece.text !== '') ? 'x' : said;
}

/** The word instead of a text: not markup in any format. */
const word = (index: number) => `qwq${String(index).padStart(2, '0')}qwq`;

function textOf({ texts: said, more }: Draft, index: number): string {
  return said[index] ?? more[index - count] ?? '';
}

export function hostile({ texts: said, base }: Draft): Minutes {
  // As in `fromMeeting.ts`, nicks are never blank.
  return minutesOf((index) => said[index] ?? '', base);
}

export const harmless: Minutes = minutesOf(word, '');

/** The same minutes with a scribe's discussion. */
export function hostileScribed(draft: Draft): Minutes {
  return { ...hostile(draft), scribe: scribeOf((index) => textOf(draft, index)) };
}

export const harmlessScribed: Minutes = { ...harmless, scribe: scribeOf(word) };

/**
 * Replaces the words in a text with the texts they represent. Whitespace is removed: how much of it is shown depends on the
 * format.
 */
export function filled(document: string, draft: Draft): string {
  return squeezed(document.replace(/qwq(\d\d)qwq/g, (_, index) => cleanText(textOf(draft, Number(index)))));
}

/** The tree of a document must be that of the harmless one with a draft's texts instead of its words. */
export function assertFilled(tree: string, harmlessTree: string, draft: Draft, document: string): void {
  assertSameTree(squeezed(tree), filled(harmlessTree, draft), document);
}

/** The trees must be equal; a failure shows where they differ. */
export function assertSameTree(actual: string, expected: string, document: string): void {
  let at = 0;
  while (at < actual.length && actual[at] === expected[at]) at++;
  const around = (tree: string) => tree.slice(Math.max(0, at - 60), at + 80);
  assert.equal(around(actual), around(expected), process.env.VERBOSE && document);
}

export function squeezed(document: string): string {
  return document.replace(/\s+/g, '');
}

/** A target, with a harmless name if it is a line of the log. */
export function targetName(target: string, log: LogFile): string {
  for (const [name, address] of [
    ['LOG', logUrl(log)],
    ['PAGE', pageUrl(log)],
  ] as const) {
    const start = linkTarget(address ?? '');
    // An underscore may be percent-encoded in URLs.
    const plain = target.replace(/%5F$/, '_');
    if (plain.startsWith(start) && /^(?:#|$)/.test(plain.slice(start.length))) return name + plain.slice(start.length);
  }
  return target;
}

/** Whether a target is a URL with a scheme that may become a link. */
export function isKnown(target: string): boolean {
  return /^(?:https?|irc|ftp|mailto|ssh):\/\/./.test(target);
}

function minutesOf(say: (index: number) => string, base: string): Minutes {
  let line = 0;
  const moment = (): Moment => {
    line++;
    return { line, time: `10:00:${String(line).padStart(2, '0')}` };
  };
  const item = (nick: number, type: MinutesItem['type'], text: number): MinutesItem => ({
    ...moment(),
    nick: say(nick),
    type,
    text: say(text),
    anchor: line,
    ...(type === 'LINK' && { link: { prefix: '', url: say(text), suffix: '' } }),
    ...(type === 'ACTION' && { assignees: nick === 0 ? [say(0)] : [] }),
  });
  const topic = (text: number, items: readonly MinutesItem[]): MinutesTopic => ({
    ...item(2, 'TOPIC', text),
    items,
    subtopics: [],
  });
  return {
    channel: say(3),
    title: say(4),
    name: say(5),
    date: '2031-09-09',
    zone: 'UTC',
    owner: say(0),
    chairs: [say(0), say(1)],
    isStartMissing: true,
    restarts: [{ line: 2, time: '10:00:00' }],
    bot: null,
    start: moment(),
    end: null,
    duration: null,
    items: [item(1, 'INFO', 6), item(1, 'LINK', 7)],
    topics: [
      topic(8, [
        item(0, 'INFO', 9),
        item(2, 'INFO', 10),
        item(0, 'ACTION', 11),
        item(1, 'ACTION', 12),
        item(1, 'AGREED', 13),
      ]),
      {
        ...topic(14, []),
        subtopics: [{ ...item(2, 'SUBTOPIC', 24), items: [item(0, 'IDEA', 25)] }],
      },
    ],
    votes: [
      {
        ...moment(),
        nick: say(1),
        question: say(15),
        options: [
          { option: say(16), voters: [say(0), say(1)] },
          { option: say(17), voters: [] },
        ],
        end: null,
        outcome: null,
      },
    ],
    people: [0, 1, 18].map((index) => ({ nick: say(index), lines: 5 - (index % 5), chair: index === 0 })),
    log: { base, file: say(19), pageBase: base, page: say(20) },
    scribe: null,
    entries: [21, 22].map((index) => ({ ...moment(), nick: say(index), isAction: index === 22, text: say(23) })),
  };
}

/** A discussion with a paragraph of each kind, in which the first texts are those of the items. */
function scribeOf(say: (index: number) => string): MinutesScribe {
  let line = 0;
  const paragraph = (kind: ShownKind, nick: number, said: readonly number[], more: Partial<MinutesParagraph> = {}) => {
    line++;
    const lines = said.map((index) => cleanText(say(index)));
    const own = { line, time: `10:00:${String(line).padStart(2, '0')}`, kind, nick: say(nick), lines };
    return { ...own, speaker: null, data: null, isInserted: false, recordingAt: null, ...more };
  };
  return {
    title: null,
    date: null,
    present: [say(0), say(26)],
    regrets: [say(27)],
    chairs: [say(0)],
    scribes: [say(28)],
    links: { agenda: say(29), log: say(30), minutes: null, previous: null, next: null },
    recording: null,
    discussion: [
      paragraph('narration', 0, [31, 32]),
      paragraph('topic', 2, [8]),
      paragraph('speech', 0, [33, 34], { speaker: cleanText(say(35)) }),
      paragraph('remark', 1, [36, 37]),
      paragraph('verbatim', 0, [38, 39]),
      paragraph('verbatim-remark', 1, [40]),
      paragraph('failed-edit', 2, [41]),
      paragraph('subtopic', 0, [24]),
      paragraph('bot', 1, [42]),
      paragraph('action', 0, [11]),
      paragraph('resolution', 2, [43]),
      paragraph('issue', 1, [44]),
      paragraph('bot-item', 1, [45], { data: cleanText(say(46)) }),
      paragraph('slideset', 0, [47]),
    ],
    display: { isFinal: false, emphasis: false, keepLines: true, issueLinks: false, urlDisplay: 'break' },
  };
}
