/* Lists of names as a scribe's tools keep them: `present+ Ann, Bob`. */

/** A name as it is compared: `Straße` and `STRASSE` are one. */
export function folded(name: string): string {
  return name.toUpperCase().toLowerCase();
}

/** A nick as it is compared: folded, without the `_` that clients add when a nick is taken. */
export function nickKey(nick: string): string {
  let end = nick.length;
  while (end > 0 && nick.charCodeAt(end - 1) === 95) end--;
  return folded(nick.slice(0, end));
}

/** The names in a text, which only commas separate. Empty ones stay, except at the end: so the tools split it. */
export function namesIn(text: string): string[] {
  const names = text.split(',').map(withoutSpaces);
  while (names.at(-1) === '') names.pop();
  return names;
}

function withoutSpaces(text: string): string {
  let from = 0;
  let to = text.length;
  while (to > from && text.charCodeAt(to - 1) === 32) to--;
  while (from < to && text.charCodeAt(from) === 32) from++;
  return text.slice(from, to);
}

/** Names by folded name, each as last written. */
export class NameList {
  readonly #names = new Map<string, string>();

  has(name: string): boolean {
    return this.#names.has(folded(name));
  }

  /** Returns whether it is new. */
  add(name: string): boolean {
    const key = folded(name);
    const isNew = !this.#names.has(key);
    this.#names.set(key, name);
    return isNew;
  }

  /** Returns the name as it was written; undefined if it is not in the list. */
  remove(name: string): string | undefined {
    const key = folded(name);
    const known = this.#names.get(key);
    this.#names.delete(key);
    return known;
  }

  /** Returns the names. */
  clear(): string[] {
    const names = [...this.#names.values()];
    this.#names.clear();
    return names;
  }

  /** The names by their folded form, in the order of its code points. */
  sorted(): string[] {
    const entries = [...this.#names].map(([key, name]) => ({ key, name }));
    return entries.sort((a, b) => byCodePoint(a.key, b.key)).map(({ name }) => name);
  }
}

/** Compares texts by code points, as programs do in the locale C; JavaScript compares code units. */
export function byCodePoint(a: string, b: string): number {
  const [one, other] = [[...a], [...b]];
  const index = one.findIndex((sign, at) => sign !== other[at]);
  if (index < 0) return one.length - other.length;
  return (one[index]?.codePointAt(0) ?? 0) - (other[index]?.codePointAt(0) ?? -1);
}
