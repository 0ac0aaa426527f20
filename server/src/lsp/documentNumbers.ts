/**
 * Numbers for the URIs of open documents, starting at 0. Code lenses refer to their document by number, since there are many
 * lenses and URIs are long. Numbers are never reused, so lenses left over from a closed document cannot be mistaken for
 * another's.
 */
export class DocumentNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #uris = new Map<number, string>();
  #next = 0;

  /** The number of an open document; the same until it is forgotten. */
  of(uri: string): number {
    const number = this.#numbers.get(uri) ?? this.#next++;
    this.#numbers.set(uri, number);
    this.#uris.set(number, uri);
    return number;
  }

  /** The URI with a number; undefined if there is none or its document was closed. */
  uriOf(number: number): string | undefined {
    return this.#uris.get(number);
  }

  /** To be called when a document is closed. */
  forget(uri: string): void {
    this.#uris.delete(this.#numbers.get(uri) ?? -1);
    this.#numbers.delete(uri);
  }
}
