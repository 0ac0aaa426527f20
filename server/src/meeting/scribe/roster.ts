import { withoutTrailingSpaces } from './labels.js';
import { folded, NameList, namesIn, nickKey } from './nameLists.js';
import type { ChatRecord } from './record.js';

/** What somebody is in a meeting. */
export type Role = 'chair' | 'scribe' | 'present' | 'regrets';

/** Somebody got or lost a role. Changes are in the order of their lines. */
export interface RoleChange {
  /** 0-based, counted from the meeting's first line; of an inserted line, where it belongs. */
  readonly line: number;
  readonly role: Role;
  /** As it was written. */
  readonly name: string;
  readonly on: boolean;
  readonly by: string;
}

/** A nick of a list of scribes, and the real name behind `=` or `/`. */
interface ScribeName {
  readonly nick: string;
  readonly real: string | undefined;
}

const scribeName = /^([^ ,/=]+)(?: *[=/] *([^ ].*))?$/;

/** A list such as `dom, ann = Ann Smith`; undefined if a text is none. */
export function scribeList(text: string): ScribeName[] | undefined {
  const list: ScribeName[] = [];
  for (const [index, part] of text.split(',').entries()) {
    const name = withoutTrailingSpaces(index === 0 ? part : part.replace(/^ +/, ''));
    const [, nick, real] = scribeName.exec(name) ?? [];
    if (nick === undefined) return undefined;
    list.push({ nick, real });
  }
  return list;
}

type Giver = Pick<ChatRecord, 'line' | 'at' | 'nick'>;

/** Who is what in a meeting, and how that changed. */
export class Roster {
  readonly changes: RoleChange[] = [];
  readonly #lists = { chair: new NameList(), present: new NameList(), regrets: new NameList() };
  /** The current scribes by nick key; `*` is everybody. */
  readonly #scribes = new Map<string, string>();
  /** Nick keys, since the same people speak in most lines. */
  readonly #keys = new Map<string, string>();
  /** All who ever scribed, by fold, in order; and the names to show for nick keys. */
  readonly #scribed: string[] = [];
  readonly #shownAs = new Map<string, string>();

  isScribe(nick: string): boolean {
    const key = this.#keys.get(nick) ?? nickKey(nick);
    this.#keys.set(nick, key);
    return this.#scribes.has(key) || this.#scribes.has('*');
  }

  /** The names with a role, sorted by folded name; scribes, of all times, in order of appearance. */
  names(role: Role): string[] {
    if (role !== 'scribe') return this.#lists[role].sorted();
    const first = new Map(this.#scribed.toReversed().map((name) => [folded(name), name]));
    const distinct = this.#scribed.filter((name) => first.get(folded(name)) === name && first.delete(folded(name)));
    return distinct.map((key) => this.#shownAs.get(key) ?? key);
  }

  has(role: Exclude<Role, 'scribe'>, name: string): boolean {
    return this.#lists[role].has(name);
  }

  add(role: Exclude<Role, 'scribe'>, names: readonly string[], record: ChatRecord): void {
    for (const name of names) if (this.#lists[role].add(name)) this.#change(role, name, true, record);
  }

  remove(role: Exclude<Role, 'scribe'>, names: readonly string[], record: ChatRecord): void {
    for (const name of names) {
      const known = this.#lists[role].remove(name);
      if (known !== undefined) this.#change(role, known, false, record);
    }
  }

  set(role: Exclude<Role, 'scribe'>, names: readonly string[], record: ChatRecord): void {
    const before = new Map(this.#lists[role].clear().map((name) => [folded(name), name]));
    for (const name of names) {
      if (this.#lists[role].add(name) && !before.delete(folded(name))) this.#change(role, name, true, record);
    }
    for (const name of before.values()) this.#change(role, name, false, record);
  }

  addScribes(list: readonly ScribeName[], record: Giver): void {
    for (const { nick, real } of list) {
      const key = nickKey(nick);
      if (!this.#scribes.has(key)) this.#change('scribe', nick, true, record);
      this.#scribes.set(key, nick);
      this.#scribed.push(key);
      if (real) this.#shownAs.set(key, real);
      else if (!this.#shownAs.get(key)) this.#shownAs.set(key, nick);
    }
  }

  setScribes(list: readonly ScribeName[], record: Giver): void {
    const stay = new Set(list.map(({ nick }) => nickKey(nick)));
    for (const [key, nick] of this.#scribes) if (!stay.has(key)) this.#dropScribe(key, nick, record);
    this.addScribes(list, record);
  }

  removeScribes(text: string, record: ChatRecord): void {
    for (const name of namesIn(text)) {
      const key = nickKey(/^[^ /=]*/.exec(name)?.[0] ?? '');
      const known = this.#scribes.get(key);
      if (known !== undefined) this.#dropScribe(key, known, record);
    }
  }

  /** A real name without a nick: it joins the list of all scribes, and changes nothing else. */
  addScribeName(name: string): void {
    this.#scribed.push(name);
  }

  #dropScribe(key: string, nick: string, record: Giver): void {
    this.#scribes.delete(key);
    this.#change('scribe', nick, false, record);
  }

  #change(role: Role, name: string, on: boolean, { line, at, nick }: Giver): void {
    this.changes.push({ line: at ?? line, role, name, on, by: nick });
  }
}
