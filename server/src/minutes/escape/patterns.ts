/** Combines patterns with the same flags into one that matches whatever any of them does; earlier patterns take precedence. */
export function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), patterns[0]?.flags);
}
