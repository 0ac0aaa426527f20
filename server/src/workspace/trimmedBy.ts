/**
 * A text without the characters at its ends that match; each pattern is for one character. A regular expression such as `\.+$`
 * would take time proportional to the square of a long run.
 */
export function trimmedBy(text: string, start: RegExp | undefined, end: RegExp): string {
  let from = 0;
  while (start && from < text.length) {
    const sign = String.fromCodePoint(text.codePointAt(from) ?? 0);
    if (!start.test(sign)) break;
    from += sign.length;
  }
  let to = text.length;
  while (to > from) {
    const pair = text.codePointAt(to - 2) ?? 0;
    const sign = to - from > 1 && pair > 0xffff ? String.fromCodePoint(pair) : text.charAt(to - 1);
    if (!end.test(sign)) break;
    to -= sign.length;
  }
  return text.slice(from, to);
}
