/** The addresses of a log, and where each is first. */
export class Addresses<T> {
  readonly #known = new Map<string, T>();
  /** In alphabetical order; made when it is first needed. */
  #sorted: readonly string[] | undefined;

  add(url: string, thing: T): void {
    if (!this.#known.has(url)) this.#known.set(url, thing);
  }

  /** Where an address is first; a slash at its end does not count. */
  get(url: string): T | undefined {
    return this.#known.get(url) ?? this.#known.get(url.endsWith('/') ? url.slice(0, -1) : `${url}/`);
  }

  /** The address that another is a part of, or that it was made from; undefined if there is none. */
  near(url: string): { readonly url: string; readonly thing: T } | undefined {
    const folder = url.slice(0, url.lastIndexOf('/') + 1);
    const isFolder = /^[a-z]+:\/\/[^/]+\/./i.test(folder);
    const near = this.#startingWith(url) ?? this.#startOf(url) ?? (isFolder ? this.#startingWith(folder) : undefined);
    const thing = near === undefined ? undefined : this.#known.get(near);
    return near === undefined || thing === undefined ? undefined : { url: near, thing };
  }

  #startingWith(start: string): string | undefined {
    const found = this.#at(start);
    return found?.startsWith(start) ? found : undefined;
  }

  /** The longest address that another begins with. */
  #startOf(url: string): string | undefined {
    // Addresses that are a start of it are in the order before it, each a start of what it has in common with its neighbour.
    let start = url;
    for (let tries = 0; tries < mostTries; tries++) {
      const before = this.#before(start);
      if (before === undefined || start.startsWith(before)) return before;
      start = start.slice(0, commonLength(start, before));
      if (this.#known.has(start)) return start;
    }
    return undefined;
  }

  /** The first address that is not before a text. */
  #at(text: string): string | undefined {
    return this.#order[this.#countBefore(text)];
  }

  #before(text: string): string | undefined {
    return this.#order[this.#countBefore(text) - 1];
  }

  #countBefore(text: string): number {
    let low = 0;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#order[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  get #order(): readonly string[] {
    this.#sorted ??= [...this.#known.keys()].sort();
    return this.#sorted;
  }
}

/** How many neighbours are tried. */
const mostTries = 20;

function commonLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}
