import { type Rst, rst } from '../escape/rstDoor.js';
import { type LogFile, type Minutes, type MinutesItem, nickAndTime } from '../minutes.js';

/** How references and their targets are written. */
export interface ReferenceStyle {
  /** What a reference is called: by who gave an item, and when. */
  readonly name: (nick: string, when: string) => Rst;
  /** The same as a text that two names must not share. */
  readonly key: (nick: string, when: string) => string;
  readonly reference: (name: Rst) => Rst;
  readonly target: (name: Rst, address: Rst) => Rst;
  /** Where an item is in the log, and the log itself; undefined if readers have no way to it. */
  readonly address: (log: LogFile, anchor?: number) => Rst | undefined;
}

/** Names the items, and writes down where each name leads. */
export class References {
  readonly #style: ReferenceStyle;
  readonly #targets: Rst[] = [];
  readonly #taken = new Set<string>();
  readonly #tried = new Map<string, number>();

  constructor(style: ReferenceStyle) {
    this.#style = style;
  }

  /** A reference to an item's line in the log, by who gave it and when: a text if no target can be given for it. */
  to(item: MinutesItem, log: LogFile): Rst {
    const { name, reference, target, address } = this.#style;
    const place = address(log, item.anchor);
    if (!place) return rst`${nickAndTime(item.nick, item)}`;
    const when = this.#free(item.nick, String(item.time ?? item.line));
    const shown = name(item.nick, when);
    this.#targets.push(target(shown, place));
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

  /** A paragraph with a line for each reference, with its address; nothing if there are none. */
  targets({ log }: Minutes): Rst | undefined {
    if (!this.#style.address(log)) return undefined;
    return rst`\n\n${rst.join(this.#targets, rst`\n`)}`;
  }
}

/** `a`, `b`, … `z`, and then, where MeetBot fails, `aa`, `ab`, … */
function lettersOf(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : lettersOf(Math.floor(number / 26) - 1) + last;
}
