/** A text for a terminal: control characters, which a chat may hold and a terminal would obey, are replaced by U+FFFD. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD');
}
