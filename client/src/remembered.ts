import type { Memento, Uri } from 'vscode';

/** Remembers a value for each of the most recently set resources. */
export class Remembered<V> {
  readonly #memory: Memento;
  readonly #key: string;
  readonly #most: number;

  /** Keeps at most `most` values under a key of a memento. */
  constructor(memory: Memento, key: string, most: number) {
    this.#memory = memory;
    this.#key = key;
    this.#most = most;
  }

  of(uri: Uri | string): V | undefined {
    const name = uri.toString();
    return this.#all().find(([known]) => known === name)?.[1];
  }

  /** Replaces the value of a resource; undefined removes it. */
  async set(uri: Uri | string, value: V | undefined): Promise<void> {
    const name = uri.toString();
    const others = this.#all().filter(([known]) => known !== name);
    const added = value === undefined ? [] : [[name, value] as const];
    await this.#memory.update(this.#key, [...others, ...added].slice(-this.#most));
  }

  /** Oldest first. */
  #all(): readonly (readonly [uri: string, value: V])[] {
    return this.#memory.get(this.#key, []);
  }
}
