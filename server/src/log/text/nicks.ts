import { withoutCodes } from '../layouts/ircCodes.js';

/** The nicks of a log, each stored once under a number. It only grows, and all states of a document share it. */
export class Nicks {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  /** The number of a nick, starting at 0. Codes in it, such as the invisible ones that avoid pings, do not count. */
  number(nick: string): number {
    const known = this.#numbers.get(nick);
    if (known !== undefined) return known;
    const plain = withoutCodes(nick) || nick;
    const number = plain === nick ? this.#names.push(nick) - 1 : this.number(plain);
    this.#numbers.set(nick, number);
    return number;
  }

  /** The nick with a number; empty if there is none. */
  name(number: number): string {
    return this.#names[number] ?? '';
  }
}
