import { safeNick } from './safeText.js';

/**
 * The nicks of people, by whatever identifies them in an export. A nick stays as it was when it was first needed, and no two
 * people have the same.
 */
export class Names {
  readonly #byId = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #given: ReadonlyMap<string, string>;

  /** Takes names that are known from elsewhere, by ids: perhaps of many who never speak. */
  constructor(given: ReadonlyMap<string, string> = new Map()) {
    this.#given = given;
  }

  /** The nick of someone, the first of these names that is free, unless it is known already. */
  of(id: string, ...names: readonly string[]): string {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const nicks = [this.#given.get(id) ?? '', ...names].map(safeNick).filter((nick) => nick !== '');
    const nick = nicks.find((one) => !this.#isTaken(one)) ?? this.#numbered(nicks[0] ?? (safeNick(id) || 'unknown'));
    this.#byId.set(id, nick);
    this.#taken.add(nick.toLowerCase());
    return nick;
  }

  /** The nick of someone who is known by nothing but this name. */
  safe(name: string): string {
    return safeNick(name) || 'unknown';
  }

  known(id: string): string | undefined {
    return this.#given.has(id) ? this.of(id) : this.#byId.get(id);
  }

  all(): ReadonlyMap<string, string> {
    return this.#byId;
  }

  #isTaken(nick: string): boolean {
    return this.#taken.has(nick.toLowerCase());
  }

  /** A nick that may be taken, with a number if it is. */
  #numbered(nick: string): string {
    if (!this.#isTaken(nick)) return nick;
    let number = 2;
    while (this.#isTaken(`${nick} ${number}`)) number++;
    return `${nick} ${number}`;
  }
}
