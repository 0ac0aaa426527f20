/*
 * What happened to a log on its way: it was quoted in a mail, numbered, indented, printed with colours, or encoded as HTML. A
 * damaged log is read as if it were not, and all offsets are those of its lines as they are.
 */

/** How to undo the damage that most lines of a log have in common. */
export interface Damage {
  /** What is before a line's own text, from the outside in. Lines without it are read as they are. */
  readonly gutters: readonly RegExp[];
  /** What is within lines; see `plainOf` for what each match stands for. */
  readonly marks: RegExp | undefined;
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
  let from = 0;
  let bare = line;
  for (const gutter of damage.gutters) {
    const length = gutter.exec(bare)?.[0].length ?? 0;
    from += length;
    if (length > 0) bare = bare.slice(length);
  }
  return unmarked(damage, bare, from);
}

/** The text of a part of a damaged line, without what is before lines. */
export function plainText(damage: Damage | undefined, part: string): string {
  return damage?.marks ? part.replace(damage.marks, plainOf) : part;
}

/** The same with offsets, which `from` is added to. */
export function unmarked({ marks }: Damage, part: string, from: number): Cleaned {
  if (!marks || part.search(marks) < 0) {
    return { text: part, start: (at) => from + at, end: (at) => from + at };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let done = 0;
  const keep = (to: number) => {
    for (let at = done; at < to; at++) {
      starts.push(from + at);
      ends.push(from + at + 1);
    }
    text += part.slice(done, to);
  };
  for (const { 0: mark, index } of part.matchAll(marks)) {
    keep(index);
    done = index + mark.length;
    const plain = plainOf(mark);
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(from + index);
      ends.push(from + done);
    }
    text += plain;
  }
  keep(part.length);
  return { text, start: (at) => starts[at] ?? from + part.length, end: (at) => ends[at - 1] ?? starts[at] ?? from };
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** What a mark stands for: an entity for its character, a backslash for what follows it, all others for nothing. */
export function plainOf(mark: string): string {
  if (mark === '\u00a0') return ' ';
  if (mark.startsWith('\\')) return mark.slice(1);
  if (!mark.startsWith('&')) return '';
  const entity = mark.replaceAll('amp;', '').slice(1, -1).toLowerCase();
  if (entity === '') return '&';
  const character = named[entity];
  if (character !== undefined) return character;
  const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  const isText = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isText ? String.fromCodePoint(code) : mark;
}
