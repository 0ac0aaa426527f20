/** The nicks of a log, each stored once under a number. It only grows, and all states of a document share it. */
export class Nicks {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  /** The number of a nick, starting at 0. */
  number(nick: string): number {
    const known = this.#numbers.get(nick);
    if (known !== undefined) return known;
    const number = this.#names.length;
    this.#numbers.set(nick, number);
    this.#names.push(nick);
    return number;
  }

  /** The nick with a number; empty if there is none. */
  name(number: number): string {
    return this.#names[number] ?? '';
  }
}
