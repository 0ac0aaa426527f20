/** Whether a character is one of a set, given its code point. */
export type CharacterSet = (code: number) => boolean;

const kept = new Map<string, CharacterSet>();
const mostKept = 200;

/**
 * The characters that a part of a regular expression for one character matches, such as `a`, `.`, `\d` or `[a-z]`. ASCII is looked
 * up in a table.
 */
export function characterSet(source: string): CharacterSet {
  const known = kept.get(source);
  if (known) return known;
  const pattern = new RegExp(`^(?:${source})$`, 'u');
  const ascii = Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));
  const set = (code: number) => (code < 128 ? ascii[code] === 1 : pattern.test(String.fromCodePoint(code)));
  if (kept.size === mostKept) kept.clear();
  kept.set(source, set);
  return set;
}
