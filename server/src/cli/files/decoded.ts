const utf8 = new TextDecoder('utf-8');

/** The text of a file: UTF-8, or UTF-16 with a byte-order mark. Invalid bytes become U+FFFD. */
export function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return (isUtf16 ? new TextDecoder('utf-16le') : utf8).decode(bytes);
}
