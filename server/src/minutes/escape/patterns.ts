/** One pattern for several: what any of them finds, the first before the others. All of them have the same flags. */
export function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), patterns[0]?.flags);
}
