import { type Rst, rst } from '../escape/rstDoor.js';
import type { LogFile, Minutes, MinutesItem } from '../minutes.js';

/** How references and their targets are written. */
export interface ReferenceStyle {
  /** What a reference is called: by who gave an item, and when. */
  readonly name: (nick: string, when: string) => Rst;
  /** The same as a text that two names must not share. */
  readonly key: (nick: string, when: string) => string;
  readonly reference: (name: Rst) => Rst;
  readonly target: (name: Rst, address: Rst) => Rst;
  /** Where an item is in the log, and the log itself. */
  readonly address: (log: LogFile, anchor?: number) => Rst;
}

/** Names the items, and writes down where each name leads. */
export class References {
  readonly #style: ReferenceStyle;
  readonly #names: { readonly name: Rst; readonly item: MinutesItem }[] = [];
  readonly #taken = new Set<string>();
  readonly #tried = new Map<string, number>();

  constructor(style: ReferenceStyle) {
    this.#style = style;
  }

  /** A reference to an item's line in the log, by who gave it and when. */
  to(item: MinutesItem): Rst {
    const { name, reference } = this.#style;
    const when = this.#free(item.nick, String(item.time ?? item.line));
    const shown = name(item.nick, when);
    this.#names.push({ name: shown, item });
    return reference(shown);
  }

  /** A time with the first letters that make it a name of its own. Those that were tried for the same name are all taken. */
  #free(nick: string, time: string): string {
    const { key } = this.#style;
    const stem = key(nick, time);
    let tried = this.#tried.get(stem) ?? -1;
    const when = () => (tried < 0 ? time : time + lettersOf(tried));
    while (this.#taken.has(key(nick, when()))) tried++;
    this.#tried.set(stem, tried);
    this.#taken.add(key(nick, when()));
    return when();
  }

  /** A line for each item named, with its address. */
  targets({ log }: Minutes): Rst {
    const { target, address } = this.#style;
    const lines = this.#names.map(({ name, item }) => target(name, address(log, item.anchor)));
    return rst.join(lines, rst`\n`);
  }
}

/** `a`, `b`, … `z`, and then, where MeetBot fails, `aa`, `ab`, … */
function lettersOf(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : lettersOf(Math.floor(number / 26) - 1) + last;
}
