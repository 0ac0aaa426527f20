/**
 * Numbers for the URIs of open documents, from 0 on: code lenses name their document by one, since there are many lenses and URIs
 * are long. A number is never used twice, so what is left of a closed document cannot be mistaken for another's.
 */
export class DocumentNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #uris = new Map<number, string>();
  #next = 0;

  /** The number of a document that is open; the same until it is forgotten. */
  of(uri: string): number {
    const number = this.#numbers.get(uri) ?? this.#next++;
    this.#numbers.set(uri, number);
    this.#uris.set(number, uri);
    return number;
  }

  /** The URI of a number; undefined if there is none, or if its document was closed. */
  uriOf(number: number): string | undefined {
    return this.#uris.get(number);
  }

  /** To be called when a document is closed. */
  forget(uri: string): void {
    this.#uris.delete(this.#numbers.get(uri) ?? -1);
    this.#numbers.delete(uri);
  }
}
