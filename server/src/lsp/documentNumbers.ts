/** Numbers for URIs, from 0 on. */
export class Numbers {
  readonly #uris: string[] = [];

  of(uri: string): number {
    const known = this.#uris.indexOf(uri);
    return known >= 0 ? known : this.#uris.push(uri) - 1;
  }

  /** The URI of a number; empty where there is none. */
  named(number: number): string {
    return this.#uris[number] ?? '';
  }
}
