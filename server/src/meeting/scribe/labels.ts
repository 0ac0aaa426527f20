/* Labels: `Topic: …`, `present+ …`, `scribe- …`. */

/** What stands behind a label. A full-width colon is a colon, and `+:` is `+`. */
export type Mark = ':' | '+' | '-' | '=';

/** A line that begins with a label. Offsets are UTF-16 units of the text. */
export interface LabelLine {
  /** In lower case, with one space in it at most. */
  readonly label: string;
  readonly mark: Mark;
  /** Where the label begins, where its mark ends, and where what follows begins, without spaces. */
  readonly start: number;
  readonly markEnd: number;
  readonly textStart: number;
  /** What follows, without spaces at its end. */
  readonly text: string;
}

const pattern = /^ *((?:sub-topic|(?:previous|next) +meeting|[a-z]+) *)([:：=]|[-+][:：]?) */i;

/** The label at the start of a text, known or not; undefined if there is none. */
export function labelIn(text: string): LabelLine | undefined {
  const found = pattern.exec(text);
  if (!found) return undefined;
  const [whole, words = '', sign = ''] = found;
  const label = words.toLowerCase().trim().replace(/ +/, ' ');
  const mark = sign[0] === '：' ? ':' : (sign[0] as Mark);
  const trailing = whole.length - whole.trimEnd().length;
  return {
    label,
    mark,
    start: whole.length - whole.trimStart().length,
    markEnd: whole.length - trailing,
    textStart: whole.length,
    text: withoutTrailingSpaces(text.slice(whole.length)),
  };
}

/** Without the spaces at its end: only U+0020. */
export function withoutTrailingSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 32) end--;
  return text.slice(0, end);
}
