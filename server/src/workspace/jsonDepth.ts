/** The parser of JSON calls itself for each level. */
const deepest = 50;

/** Where a text of JSON is nested too deeply for its parser: an offset in UTF-16 units; undefined if nowhere. */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index: offset } of text.matchAll(/"(?:[^"\\\r\n]|\\.)*"?|[[\]{}]/g)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth = Math.max(0, depth - 1);
    if (depth > deepest) return offset;
  }
  return undefined;
}
