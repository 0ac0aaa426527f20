import { stampSource } from '../server/src/log/layouts/stamp.js';

/** The TextMate grammar, which colours a log before the server runs. It uses Oniguruma's regular expressions. */

/** A command as typed, with its sign: `#topic`, `[topic]`, `!topic`. */
export interface CommandWord {
  readonly text: string;
  /**
   * Whether it opens a topic. Only the server knows whether a bot accepted it, so the grammar does not make its argument a
   * heading.
   */
  readonly isTopic: boolean;
  /** Whether it is case-insensitive. */
  readonly anyCase: boolean;
}

/**
 * The grammar for logs with these commands, link schemes (without colon) and names of lists, in the form that VS Code reads from
 * JSON.
 */
export function grammar(words: readonly CommandWord[], schemes: readonly string[], lists: readonly string[] = []) {
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Meeting Log',
    scopeName: `text.${language}`,
    patterns: [include('event'), include('action'), include('message')],
    repository: {
      message: { patterns: [...heads.map((head) => message(...head)), messageWithoutTime] },
      action: { patterns: actions.map(action) },
      event: { patterns: events },
      command: { patterns: [...commandPatterns(words), ...listPatterns(lists)] },
      url: {
        match: String.raw`\b(?:${schemes.join('|')})://\S*[^\s.,;:!?*'"”’»…)\]}]`,
        name: scope('markup.underline.link'),
      },
    },
  };
}

const language = 'meeting-log';

// The parts of a line.

const time = String.raw`((?:[A-Z][a-z]{2}\d{2} )?[\[(]?${stampSource}[\])]?)`;
const channel = String.raw`(?: #\S+:)?`;
const prefix = '([@+%&~!• ]*)';
const noPrefix = '()';

/** The starts of messages, with a group each for what precedes the nick, its prefix, the nick, and what follows it. */
const heads: readonly (readonly [string, string, string, string, string?])[] = [
  // 10:00 <@ann> hello
  [
    String.raw`(${channel}\s*<(?:#[^\s:<>]+:)?)`,
    String.raw`([@+%&~!• ]*(?!@?\S+:\S+>)|)`,
    '([^>!]+?)',
    String.raw`(\s*(?:(?<=[\w\[\]\\\`^{|}-])[@+%&~•]\s*)?(?:![^>]*)?> ?)`,
    '\\s*',
  ],
  // 10:00	@ann	hello
  [String.raw`(\t)`, prefix, String.raw`([^\s@+%&~*-][^\t]*)`, String.raw`(\t)`],
  // 10:00 @ann | hello
  [String.raw`(\s+)`, prefix, String.raw`([^\s@+%&~|*<-][^\s|]*)`, String.raw`( \|)`],
  // 10:00 >ann< hello
  [String.raw`( >(?:[#&+!][^\s:<>]+:)?)`, noPrefix, String.raw`([^\s<>]+)`, '(< ?)'],
  // 10:00 (ann) hello
  [String.raw`( \()`, noPrefix, '([^)]+)', String.raw`(\))`],
  // 10:00 From Ann Lee: hello
  [String.raw`([ \t]+From +)`, noPrefix, '([^:]+?)', '((?: {1,2}to {1,2}[^:]+)? ?:)'],
  // 10:00 ann: hello
  [
    String.raw`( (?:[<>] )?\[?|(?=[^\s:：\d\])][^\s:：]*：))`,
    noPrefix,
    String.raw`([^\s:：<>*|\[\]!]{1,64})`,
    String.raw`((?:![^\s:]*)?\]?(?::(?= |$)|：))`,
  ],
  // 10:00 - Ann Lee: hello
  [String.raw`( (?:- )?\u200e?)`, noPrefix, String.raw`([^\s:(][^:(]*)`, String.raw`( \(@[^\s:]+:[^\s)]+\): )`],
  [String.raw`( - \u200e?)`, noPrefix, String.raw`([^\s:*][^:]*)`, '(: )'],
  // 10:00 Ann Lee: hello
  ['( )', noPrefix, String.raw`([A-Z][^\s:]* [^:]{1,40})`, '(: )'],
];

const said = { end: '$', patterns: [include('command'), include('url')] };

const nickScopes = [
  'punctuation.definition.nick.begin',
  'variable.annotation.prefix',
  'entity.name.tag.nick',
  'punctuation.definition.nick.end',
] as const;

function message(before: string, prefixOfNick: string, nick: string, behind: string, indent = '') {
  return {
    begin: `^${indent}${time}${before}${prefixOfNick}${nick}${behind}`,
    beginCaptures: captures('constant.numeric.time', ...nickScopes),
    ...said,
  };
}

const messageWithoutTime = {
  begin: String.raw`^(<)${prefix}([^>]+?)(\s*>)`,
  beginCaptures: captures(...nickScopes),
  ...said,
};

/** The starts of actions, with the scopes of their groups. */
const actions: readonly (readonly [begin: string, ...scopes: string[]])[] = [
  [
    String.raw`^\s*${time}(\s*\*)\s(@[^\s:]+:\S+)`,
    'constant.numeric.time',
    'keyword.operator.action',
    'entity.name.tag.nick',
  ],
  [
    String.raw`^\s*${time}( - \*)\s([A-Z]\S*(?: [A-Z][a-z]+){1,2})(?= )`,
    'constant.numeric.time',
    'keyword.operator.action',
    'entity.name.tag.nick',
  ],
  [
    String.raw`^\s*${time}(${channel}\s*(?:< )?(?:(?:- )?\*{1,3}(?: \|)?|-\*-|—|•|⚡))\s*[@+%&~!•]?([^\s*:!]+)`,
    'constant.numeric.time',
    'keyword.operator.action',
    'entity.name.tag.nick',
  ],
  [String.raw`^(\*)\s([^\s*]+)`, 'keyword.operator.action', 'entity.name.tag.nick'],
];

function action([begin, ...scopes]: readonly [string, ...string[]]) {
  return {
    begin,
    beginCaptures: captures(...scopes),
    end: '$',
    contentName: scope('markup.italic.action'),
    patterns: [include('url')],
  };
}

/** Lines that no one says: joins, parts, and notes of the programs that write logs. */
const events = [
  {
    match: String.raw`^\s*${time}(\s*(?:\*{3} |-!-|-->|<--|<->|--\t|== |→|⇐|ℹ|[<>-]{2,3} \||«\w+» \|).*)$`,
    captures: captures('constant.numeric.time', 'comment.line.event'),
  },
  {
    match: String.raw`^(?:--- |===? |-!- |(?:-->|<--|---)\t|\*{4} |Session (?:Start|Time|Close)).*$`,
    name: scope('comment.line.event'),
  },
];

// Commands at the start of a message.

function commandPatterns(words: readonly CommandWord[]) {
  return [
    ...beginnings(words.filter(({ isTopic }) => isTopic)).map((match) => ({
      match,
      captures: captures('keyword.control.topic'),
    })),
    ...beginnings(words.filter(({ isTopic }) => !isTopic)).map((match) => ({
      match,
      captures: captures('keyword.control.command'),
    })),
  ];
}

/** A pattern for case-insensitive words and one for case-sensitive ones, if there are any. */
function beginnings(words: readonly CommandWord[]): string[] {
  return [
    { flags: '(?i)', typed: words.filter(({ anyCase }) => anyCase) },
    { flags: '', typed: words.filter(({ anyCase }) => !anyCase) },
  ].flatMap(({ flags, typed }) => (typed.length > 0 ? [String.raw`${flags}\G\s*(${bySign(typed)})`] : []));
}

/**
 * `present+` and the like, with which nobody begins talk. All else in a meeting with a scribe is left to the server: `Topic:`,
 * `ACTION:` and `s/old/new/` are talk in other meetings, and only the whole log shows which kind it is.
 */
function listPatterns(lists: readonly string[]) {
  if (lists.length === 0) return [];
  const match = String.raw`(?i)\G\s*((?:${lists.map(escaped).join('|')})\+(?![+\d]))`;
  return [{ match, captures: captures('keyword.control.command') }];
}

/** One alternative for each sign. */
function bySign(words: readonly CommandWord[]): string {
  const signed = new Map<string, string[]>();
  for (const { text } of words) {
    const [, sign = '', word = '', closing = ''] = /^(\W*)(.*?)(\W*)$/.exec(text) ?? [];
    const form = `${escaped(sign)}(?:WORDS)${escaped(closing)}${closing ? '' : endOfWord(sign)}`;
    signed.set(form, [...(signed.get(form) ?? []), word]);
  }
  return [...signed].map(([form, of]) => form.replace('WORDS', of.join('|'))).join('|');
}

/** A `#word` ends after its last word character; the words of other bots must be followed by whitespace or nothing. */
function endOfWord(sign: string): string {
  return sign === '#' ? String.raw`(?!\w)` : String.raw`(?!\S)`;
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

// Names in a grammar.

function scope(name: string): string {
  return `${name}.${language}`;
}

function captures(...names: readonly string[]) {
  return Object.fromEntries(names.map((name, at) => [at + 1, { name: scope(name) }]));
}

function include(name: string) {
  return { include: `#${name}` };
}
