/** The nicks of a log, each kept once under a number. It only grows: all states of a document share one. */
export class Nicks {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  /** The number of a nick, from 0 on. */
  number(nick: string): number {
    const known = this.#numbers.get(nick);
    if (known !== undefined) return known;
    const number = this.#names.length;
    this.#numbers.set(nick, number);
    this.#names.push(nick);
    return number;
  }

  /** The nick of a number; empty if there is none. */
  name(number: number): string {
    return this.#names[number] ?? '';
  }
}
