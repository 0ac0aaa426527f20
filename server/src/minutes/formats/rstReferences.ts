import { type Rst, rst } from '../escape/rstDoor.js';
import { type LogFile, type Minutes, type MinutesItem, nickAndTime } from '../minutes.js';

/** How references and their targets are written. */
export interface ReferenceStyle {
  /** The name of a reference: who gave an item, and when. */
  readonly name: (nick: string, when: string) => Rst;
  /** A key for the name: two names with the same key are the same to Docutils. */
  readonly key: (nick: string, when: string) => string;
  readonly reference: (name: Rst) => Rst;
  readonly target: (name: Rst, address: Rst) => Rst;
  /** The address of an item in the log, or of the log itself; undefined if readers cannot get to it. */
  readonly address: (log: LogFile, anchor?: number) => Rst | undefined;
}

/** Names the items, and collects the target of each name. */
export class References {
  readonly #style: ReferenceStyle;
  readonly #targets: Rst[] = [];
  readonly #taken = new Set<string>();
  readonly #tried = new Map<string, number>();

  constructor(style: ReferenceStyle) {
    this.#style = style;
  }

  /** A reference to an item's line in the log, named by who gave it and when; plain text if it has no target. */
  to(item: MinutesItem, log: LogFile): Rst {
    const { name, reference, target, address } = this.#style;
    const place = address(log, item.anchor);
    if (!place) return rst`${nickAndTime(item.nick, item)}`;
    const when = this.#free(item.nick, String(item.time ?? item.line));
    const shown = name(item.nick, when);
    this.#targets.push(target(shown, place));
    return reference(shown);
  }

  /** A time with the first letters that make it a unique name. All those already tried for the same name are taken. */
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

  /** A paragraph with a line for each reference and its address; empty if there are none. */
  targets({ log }: Minutes): Rst | undefined {
    if (!this.#style.address(log)) return undefined;
    return rst`\n\n${rst.join(this.#targets, rst`\n`)}`;
  }
}

/** `a`, `b`, … `z`, and then (where MeetBot fails) `aa`, `ab`, … */
function lettersOf(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : lettersOf(Math.floor(number / 26) - 1) + last;
}
