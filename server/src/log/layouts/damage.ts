import { bareLength } from '../lineEnds.js';

/*
 * What happened to a log on its way: it was quoted in a mail, numbered, indented, printed with colours, or encoded as HTML. A
 * damaged log is read as if it were not, and all offsets are those of its lines as they are.
 */

/** How to undo the damage that most lines of a log have in common. */
export interface Damage {
  /** What is within lines, from the outside in; see `plainOf` for what each match stands for. */
  readonly marks: readonly RegExp[];
  /** What is then before a line's own text, from the outside in. Lines without it are read as they are. */
  readonly gutters: readonly RegExp[];
}

/** A line without its damage. */
export interface Cleaned {
  readonly text: string;
  /** Where a character of it is in the damaged line, in UTF-16 units; its length gives the end of that. */
  start(at: number): number;
  /** Where the part of the damaged line ends that gave what is before an offset. */
  end(at: number): number;
}

/** Undoes the damage of a line, without its line end. */
export function cleaned(damage: Damage, line: string): Cleaned {
  const { text, start, end } = unmarked(damage.marks, line, 0);
  let from = 0;
  let bare = text;
  for (const gutter of damage.gutters) {
    const length = gutter.exec(bare)?.[0].length ?? 0;
    from += length;
    if (length > 0) bare = bare.slice(length);
  }
  return from === 0
    ? { text, start, end }
    : { text: bare, start: (at) => start(at + from), end: (at) => end(at + from) };
}

/** The text of a whole line. */
export function undamaged(damage: Damage | undefined, line: string): string {
  return damage ? cleaned(damage, line).text : line;
}

/** The texts of rows, without their line ends. */
export function cleanedLines(damage: Damage, rows: readonly string[]): string[] {
  return rows.map((row) => cleaned(damage, row.slice(row.startsWith('\uFEFF') ? 1 : 0, bareLength(row))).text);
}

/** The text of a part of a damaged line, without what is before lines. */
export function plainText(damage: Damage | undefined, part: string): string {
  let text = part;
  for (const marks of damage?.marks ?? []) text = text.replace(marks, plainOf);
  return text;
}

/** The part of a row from `from` to `to`, without the damage within it; its offsets are those of the row. */
export function plainPart(damage: Damage | undefined, row: string, from: number, to: number): Cleaned {
  return unmarked(damage?.marks ?? [], row.slice(from, to), from);
}

/** The range in a damaged line of a part of it without damage, from one offset to another. */
export function rangeOf({ start, end }: Cleaned, from: number, to: number): { start: number; end: number } {
  return { start: start(from), end: to > from ? end(to) : start(from) };
}

/** The offset without damage of a character of a damaged line; undefined for one of the damage. */
export function offsetOf({ text, start, end }: Cleaned, character: number): number | undefined {
  let [from, to] = [0, text.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (end(middle + 1) > character) to = middle;
    else from = middle + 1;
  }
  return from < text.length && start(from) <= character ? from : undefined;
}

function unmarked(marks: readonly RegExp[], part: string, from: number): Cleaned {
  const shifted = (at: number) => from + at;
  let all: Cleaned = { text: part, start: shifted, end: shifted };
  for (const pattern of marks) {
    if (all.text.search(pattern) < 0) continue;
    const outer = all;
    const inner = without(pattern, outer.text);
    all = {
      text: inner.text,
      start: (at) => outer.start(inner.start(at)),
      end: (at) => outer.end(inner.end(at)),
    };
  }
  return all;
}

/** A text without what a pattern matches. */
function without(marks: RegExp, part: string): Cleaned {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let done = 0;
  const keep = (to: number) => {
    for (let at = done; at < to; at++) {
      starts.push(at);
      ends.push(at + 1);
    }
    text += part.slice(done, to);
  };
  for (const { 0: mark, index } of part.matchAll(marks)) {
    keep(index);
    done = index + mark.length;
    const plain = plainOf(mark);
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(index);
      ends.push(done);
    }
    text += plain;
  }
  keep(part.length);
  return { text, start: (at) => starts[at] ?? part.length, end: (at) => ends[at - 1] ?? starts[at] ?? 0 };
}

const named: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ', iexcl: '¡', iquest: '¿', szlig: 'ß', euro: '€' },
  ...{ hellip: '…', mdash: '—', ndash: '–', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»' },
  ...{ aelig: 'æ', AElig: 'Æ', oslash: 'ø', Oslash: 'Ø', oelig: 'œ', deg: '°', times: '×', bull: '•', middot: '·' },
};
/** What letters have above or below them, as combining characters. */
const accents: Readonly<Record<string, string>> = {
  ...{
    uml: '\u0308',
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    tilde: '\u0303',
    cedil: '\u0327',
    ring: '\u030a',
  },
  caron: '\u030c',
};

/** What an entity may be: of a name, or of a number. */
export const entity = String.raw`&(?:[A-Za-z]{2,8}|#\d{1,7}|#[Xx][\dA-Fa-f]{1,6});`;

/** What a mark stands for: an entity for its character, a backslash for what follows it, all others for nothing. */
export function plainOf(mark: string): string {
  if (mark === '\u00a0') return ' ';
  if (mark.startsWith('\\')) return mark.slice(1);
  return mark.startsWith('&') ? (characterOf(mark.slice(1, -1)) ?? mark) : '';
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) {
    const [, letter = '', accent = ''] = /^([A-Za-z])([a-z]+)$/.exec(name) ?? [];
    const above = accents[accent];
    return named[name] ?? named[name.toLowerCase()] ?? (above && (letter + above).normalize('NFC'));
  }
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isText = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isText ? String.fromCodePoint(code) : undefined;
}
