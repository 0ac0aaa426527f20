/** Names that belong together, in any number of groups. */
export class NickGroups {
  readonly #groups = new Map<string, readonly string[]>();

  /** Whether two names are in one group. */
  areOne(a: string, b: string): boolean {
    return a === b || this.#groupOf(a).includes(b);
  }

  /** The names that would be in one group if two were joined. */
  together(a: string, b: string): readonly string[] {
    return this.areOne(a, b) ? this.#groupOf(a) : [...this.#groupOf(a), ...this.#groupOf(b)];
  }

  join(a: string, b: string): void {
    const group = this.together(a, b);
    for (const name of group) this.#groups.set(name, group);
  }

  /** The groups of some names, which may be alone in theirs, in their order. */
  all(names: readonly string[]): readonly (readonly string[])[] {
    return [...new Set(names.map((name) => this.#groupOf(name)))];
  }

  #groupOf(name: string): readonly string[] {
    const group = this.#groups.get(name) ?? [name];
    this.#groups.set(name, group);
    return group;
  }
}
