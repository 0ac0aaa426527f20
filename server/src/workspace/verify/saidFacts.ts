import { finish, mapped, type Steps } from '../../log/steps.js';
import type { LogEntry } from '../../minutes/minutes.js';
import { Addresses } from './addresses.js';
import { addressesIn, keyOf, stemsIn } from './comparedWords.js';
import { secondsOfTime } from './dates.js';
import { keysOf } from './inlineText.js';
import { numbersOf, type Said } from './meetingFacts.js';
import { mostLines, type Near, Nearest, push } from './nearest.js';

/** What was said in one meeting. Minutes need little of it, so each index is made when something is first looked for in it. */
export class SaidFacts {
  readonly #entries: () => Steps<readonly LogEntry[]>;
  #lines: Lines | undefined;
  #near: Nearest<Said> | undefined;
  #addresses: Addresses<Said> | undefined;
  #numbers: ReadonlySet<string> | undefined;
  readonly #keys = new WeakMap<Said, string>();

  /** `entries` are what bots that read the log in their own way show of its lines. */
  constructor(
    readonly all: readonly Said[],
    entries: () => Steps<readonly LogEntry[]>,
  ) {
    this.#entries = entries;
  }

  /** Prepares for lines of a log in minutes, for prose, or both, in small steps. */
  *preparing({ lines, prose }: { readonly lines: boolean; readonly prose: boolean }): Steps<void> {
    if (lines) yield* this.#indexingLines();
    if (prose) yield* this.#indexingStems();
  }

  /** Lines on which a text was said, whoever did; with a nick before it, by whom. */
  like(key: string): readonly Said[] {
    return this.#byKey.like(key);
  }

  /** The line on which a text was said at a time, in seconds. */
  when(key: string, time: number): Said | undefined {
    return this.#byKey.when(key, time);
  }

  /** Those with most of the given stems, the best first. */
  near(stems: ReadonlySet<string>): readonly Near<Said>[] {
    return this.#stems.near(stems);
  }

  /** Whether some stems are together in one line. */
  hasTogether(stems: ReadonlySet<string>): boolean {
    const [first, ...others] = stems;
    if (first === undefined) return false;
    const lines = others.map((stem) => new Set(this.#stems.with(stem)));
    return this.#stems.with(first).some((line) => lines.every((some) => some.has(line)));
  }

  /** What was said on some lines before and after one. */
  around(line: number, reach: number): readonly Said[] {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.line ?? 0) < line - reach) low = middle + 1;
      else high = middle;
    }
    return this.all.slice(low, low + 2 * reach + 1).filter((one) => one.line <= line + reach);
  }

  /** Whether a stem is in the log at all. */
  hasStem(stem: string): boolean {
    return this.#stems.with(stem).length > 0;
  }

  /** Whether words, as `keyOf` has them, were said one after the other. */
  says(key: string): boolean {
    if (this.#byKey.like(key).length > 0) return true;
    const lines = Array.from(stemsIn(key), (stem) => this.#stems.with(stem));
    const fewest = lines.reduce((least, one) => (one.length < least.length ? one : least), lines[0] ?? []);
    // What is said that often is not looked for.
    if (lines.length === 0 || fewest.length >= mostLines) return true;
    return fewest.some((one) => this.#keyOf(one).includes(` ${key} `));
  }

  /** Whether anyone said a number, as digits or as a word. */
  hasNumber(number: string): boolean {
    this.#numbers ??= numbersOf(this.all);
    return this.#numbers.has(number.replace(/^[+-]/, ''));
  }

  /** The addresses in the log, and the first line of each. */
  get addresses(): Addresses<Said> {
    this.#addresses ??= finish(this.#findingAddresses());
    return this.#addresses;
  }

  #keyOf(one: Said): string {
    const known = this.#keys.get(one) ?? ` ${keyOf(one.text)} `;
    this.#keys.set(one, known);
    return known;
  }

  get #byKey(): Lines {
    return this.#lines ?? finish(this.#indexingLines());
  }

  get #stems(): Nearest<Said> {
    return this.#near ?? finish(this.#indexingStems());
  }

  *#indexingLines(): Steps<Lines> {
    const made = new Lines();
    yield* mapped(this.all, (one) => {
      const nick = keyOf(one.nick);
      for (const key of keysOf(one.text)) {
        if (key !== '') made.add(key, one);
        made.add(`${nick} ${key}`.trim(), one);
      }
    });
    yield* mapped(yield* this.#entries(), (entry) =>
      made.add(`${keyOf(entry.nick)} ${keyOf(entry.text)}`.trim(), saidAs(entry)),
    );
    this.#lines = made;
    return made;
  }

  *#indexingStems(): Steps<Nearest<Said>> {
    const made = new Nearest<Said>();
    yield* mapped(this.all, (one) => made.add(one));
    this.#near = made;
    return made;
  }

  *#findingAddresses(): Steps<Addresses<Said>> {
    const made = new Addresses<Said>();
    const note = (one: Said) => {
      for (const { url } of addressesIn(one.text)) made.add(url, one);
    };
    yield* mapped(this.all, note);
    yield* mapped(yield* this.#entries(), (entry) => note(saidAs(entry)));
    return made;
  }
}

function saidAs({ line, nick, text, time }: LogEntry): Said {
  return { line: line - 1, nick, text, time: time === null ? undefined : secondsOfTime(time) };
}

/** Lines by what they say. */
class Lines {
  readonly #byKey = new Map<string, Said[]>();
  /** The lines with a text that is said very often, by text and time. */
  readonly #often = new Map<string, Said>();

  add(key: string, one: Said): void {
    const isOften = push(this.#byKey, key, one);
    if (isOften && !this.#often.has(`${key}@${one.time}`)) this.#often.set(`${key}@${one.time}`, one);
  }

  like(key: string): readonly Said[] {
    return this.#byKey.get(key) ?? [];
  }

  when(key: string, time: number): Said | undefined {
    return this.like(key).find((one) => one.time === time) ?? this.#often.get(`${key}@${time}`);
  }
}
