import { spokenLines } from './safeText.js';

/** What is left out, and how it is said: of one, and of several. */
const leftOut = {
  untimed: ['message without a readable time', 'messages without a readable time'],
  empty: ['message without text', 'messages without text'],
  encrypted: ['encrypted message', 'encrypted messages'],
  deleted: ['deleted message', 'deleted messages'],
  reaction: ['reaction', 'reactions'],
  unknown: ['entry that is not a message', 'entries that are not messages'],
  cue: ['subtitle without readable times', 'subtitles without readable times'],
  unread: ['line that fits nothing', 'lines that fit nothing'],
} as const;

export type LeftOut = keyof typeof leftOut;

/** How many messages are compared to find out whether the newest is first. */
const compared = 200;
/** How many characters are written at once. */
const batch = 65_536;

interface Entry {
  readonly stamp: string;
  readonly lines: string;
}

/**
 * Writes the one layout that all files are converted to: `YYYY-MM-DD HH:MM:SS <nick> text`. A message of several lines becomes
 * several lines with the same head, so that each command counts. Messages in the opposite order are turned round.
 */
export class LogWriter {
  messages = 0;
  readonly #out: (text: string) => void;
  readonly #notes: string[] = [];
  readonly #left = new Map<LeftOut, number>();
  #first: Entry[] | undefined = [];
  #reversed: string[] | undefined;
  #pending: string[] = [];
  #pendingLength = 0;
  #stamp = '';

  constructor(out: (text: string) => void) {
    this.#out = out;
  }

  /** Writes what someone said or did. `stamp` is that of `stampOf`; without one, the message gets that of the one before it. */
  say(stamp: string | undefined, nick: string, text: string, isAction = false): void {
    const lines = spokenLines(text);
    if (lines.length === 0) {
      this.leaveOut('empty');
      return;
    }
    this.#write(stamp, (isAction ? actionHead : spokenHead)(nick), lines);
  }

  /** Writes what happened, in words that logs have for it: `ann has joined`. */
  event(stamp: string | undefined, text: string): void {
    this.#write(stamp, '-!- ', spokenLines(text).slice(0, 1), true);
  }

  #write(stamp: string | undefined, head: string, lines: readonly string[], isEvent = false): void {
    if (stamp === undefined && this.#stamp === '') {
      this.leaveOut('untimed');
      return;
    }
    this.#stamp = stamp ?? this.#stamp;
    if (!isEvent) this.messages++;
    this.#add({ stamp: this.#stamp, lines: lines.map((line) => `${this.#stamp} ${head}${line}\n`).join('') });
  }

  /** Counts something that is not in the log. */
  leaveOut(what: LeftOut): void {
    this.#left.set(what, (this.#left.get(what) ?? 0) + 1);
  }

  /** Something that users should know, as a sentence; each is said once. */
  note(sentence: string): void {
    if (!this.#notes.includes(sentence)) this.#notes.push(sentence);
  }

  /** Writes what is still to be written, and returns all notes. */
  end(): readonly string[] {
    this.#decideOrder();
    if (this.#reversed) {
      for (let index = this.#reversed.length - 1; index >= 0; index--) this.#put(this.#reversed[index] ?? '');
      this.note('Its newest message is first: the order is turned round.');
    }
    this.#flush();
    const counts = [...this.#left].map(([what, count]) => {
      const [one, many] = leftOut[what];
      return count === 1 ? `1 ${one} is left out.` : `${count} ${many} are left out.`;
    });
    return [...this.#notes, ...counts];
  }

  #add(entry: Entry): void {
    if (this.#first) {
      this.#first.push(entry);
      if (this.#first.length >= compared) this.#decideOrder();
    } else if (this.#reversed) this.#reversed.push(entry.lines);
    else this.#put(entry.lines);
  }

  #decideOrder(): void {
    const first = this.#first;
    if (!first) return;
    this.#first = undefined;
    let balance = 0;
    for (let index = 1; index < first.length; index++)
      balance += Math.sign(compare(first[index]?.stamp ?? '', first[index - 1]?.stamp ?? ''));
    if (balance < 0) this.#reversed = [];
    for (const entry of first) this.#add(entry);
  }

  #put(lines: string): void {
    this.#pending.push(lines);
    this.#pendingLength += lines.length;
    if (this.#pendingLength >= batch) this.#flush();
  }

  #flush(): void {
    if (this.#pendingLength > 0) this.#out(this.#pending.join(''));
    this.#pending = [];
    this.#pendingLength = 0;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function spokenHead(nick: string): string {
  return `<${nick}> `;
}

/** In an action, a name ends at the first space. One with spaces is written as its owner typed it. */
function actionHead(nick: string): string {
  return nick.includes(' ') ? `<${nick}> /me ` : `* ${nick} `;
}
