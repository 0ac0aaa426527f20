/** What a wiki treats as markup, according to its documentation and its parser. */
export interface Wiki {
  /** Markup at the start of a line. */
  readonly blocks: readonly (readonly [name: string, pattern: RegExp])[];
  /** Markup within a line: `known` is a URL with a known scheme, which is a link that shows itself. */
  readonly inline: RegExp;
}

const known = String.raw`(?<![\p{L}\d_.+-])(?:https?|ftp|irc|ssh|mailto):\/\/(?:(?!'')[^\s<>"])+`;

/** Combines patterns, with known URLs first. */
function inline(...patterns: readonly RegExp[]): RegExp {
  return new RegExp([`(?<known>${known})`, ...patterns.map(({ source }) => source)].join('|'), 'gmu');
}

/** MediaWiki's Parser.php, with the schemes in $wgUrlProtocols and some that wikis add. */
const mediaWiki: Wiki = {
  blocks: [
    ['heading', /^=+ ?(?=.*=$)/],
    ['list', /^[*#:;]+ ?/],
    ['preformatted', /^ /],
    ['rule', /^-{4,}/],
    ['table', /^\{\||^\|/],
  ],
  inline: inline(
    /'{2,}|[<>[\]{}]|__\p{L}+__|~{3,5}/u,
    /\b(?:RFC|PMID)\s+\d+|\bISBN\s+[\d-]/u,
    /\b(?:[a-zA-Z][a-zA-Z\d.+-]*:\/\/|(?:bitcoin|geo|magnet|mailto|news|sips?|sms|tel|urn|xmpp|javascript|data|file):)\S/u,
  ),
};

/** PmWiki's stdmarkup.php and wikiwords.php; InterMap names and attachments with a colon are links, like URLs. */
const pmWiki: Wiki = {
  blocks: [
    ['heading', /^!{1,6} ?/],
    ['list', /^[*#]+ ?/],
    ['definition', /^:+[^:]+:/],
    ['indented', /^-+[<>]|^\s/],
    ['rule', /^-{4,}/],
    ['table', /^\|\|/],
    ['question', /^[QA]:/],
  ],
  inline: inline(
    /'{2,}|'[-+^_]|[[\]{}`]|<<|>>|\(:|:\)|@@|\|\||~\w|\$\w|\\+$|\^/u,
    /%[a-zA-Z][-,=:#\w\s'".]*%/u,
    /\b[a-zA-Z][-\w]*:[^\s<>"{}|\\^`()[\]']/u,
    /\b\p{Lu}[\p{L}\d]*(?:\p{Lu}[\p{Ll}\d]|[\p{Ll}\d]\p{Lu})[\p{L}\d]*/u,
  ),
};

/** MoinMoin 1.9's text_moin_wiki.py, with its smileys. */
const moin: Wiki = {
  blocks: [
    ['heading', /^=+ (?=.*=$)/],
    ['definition', /^\s+[^\n]*?::(?=\s)/],
    ['list', /^ +\* /],
    ['comment', /^##/],
    ['rule', /^-{4,}/],
  ],
  inline: inline(
    /'{2,}|__|\^|,,|~[-+]|[-+]~|--\(|\)--|-{4,}|`|\{\{|\}\}|<<|>>|\[\[[^\]]*\]\]|\[\[|\|\||\/\*|\*\/|@/u,
    /\b[A-Za-z][A-Za-z.+-]*:\S/u,
    /(?<![\p{L}\d])(?:\p{Lu}[\p{Ll}\d]+){2,}/u,
    /(?<!\S)(?:X-\(|:D|<:\(|:o|:\(|:\)|B\)|:\)\)|;\)|\/!\\|<!>|\(!\)|:-\?|:\\|>:>|\|\)|:-\(|:-\)|B-\)|:-\)\)|;-\)|\|-\)|\(\.\/\)|\{\w+\}|\{\*\})(?!\S)/u,
  ),
};

export const wikis = { mediawiki: mediaWiki, pmwiki: pmWiki, moin };

/** A page as parsed by its wiki: `⟨list⟩`, `⟨'''⟩`; numeric character references are these characters, named ones are markup. */
export function wikiTree(page: string, { blocks, inline: markup }: Wiki): string {
  return page
    .split('\n')
    .map((line) => {
      const [name, pattern] = blocks.find(([, one]) => one.test(line)) ?? [];
      const start = pattern?.exec(line)?.[0] ?? '';
      return `${name ? `⟨${name} ${start.trim()}⟩` : ''}${inlineTree(line.slice(start.length), markup)}`;
    })
    .join('\n');
}

function inlineTree(text: string, markup: RegExp): string {
  const tree = text.replace(markup, (found, known?: string) => (known === undefined ? `⟨${shown(found)}⟩` : found));
  return tree
    .replace(/&[a-zA-Z\d\u0080-\uffff]+;/g, '⟨$&⟩')
    .replace(/&#(\d+);/g, (_, number) => String.fromCodePoint(Number(number)));
}

/** A link in double brackets leads to the log: its target is a URL without markup. */
function shown(found: string): string {
  return /^\[\[(?!\w+:(?!\/\/))[\w\-.~:/?#@!$&+,;=%]+\]\]$/.test(found) ? 'link' : found;
}
