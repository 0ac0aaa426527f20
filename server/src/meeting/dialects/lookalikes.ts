import { perObject } from '../../log/text/perBlock.js';
import type { Dialect } from './dialect.js';
import { dialects } from './dialects.js';
import { bareOf, commandFinder } from './words.js';

/* Texts in which people see a command and bots do not: `＃topic`, `# topic`, `\#topic`, `#to​pic` with an invisible character. */

/** Why a bot does not see a command. */
export type Oddity = 'sign' | 'hidden' | 'formatting' | 'space' | 'backslash' | 'letters' | 'case' | 'other-sign';

/** A command as people read it at the start of a text. */
export interface SeenCommand {
  /** What people read, with a plain sign. */
  readonly word: string;
  /** Where it ends: a UTF-16 offset. */
  readonly wordEnd: number;
  /** The first reason for which it is no command to a bot; undefined if there is none. */
  readonly oddity: Oddity | undefined;
}

/** Characters that look like a command's sign. */
const likeSigns: Readonly<Record<string, string>> = { '#': '＃﹟♯⌗⋕', '!': '！﹗ǃ❗', '^': '＾ˆ⌃' };

/** Each sign, and the sign that people see in each character. `.` and `/` have too many other uses to have look-alikes. */
const plainSign: ReadonlyMap<string, string> = new Map([
  ...Object.entries(likeSigns).flatMap(([sign, likes]) => [sign, ...likes].map((like) => [like, sign] as const)),
  ['.', '.'],
  ['/', '/'],
]);

/** Spaces other than the usual one, and characters that show nothing: the inside of a character class. */
const hiddenClass = String.raw`\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u20e3\u3000\ufe0e\ufe0f\ufeff`;
/** IRC's codes for bold, colours and the like. */
const formattingPattern = String.raw`\x03(?:\d{1,2}(?:,\d{1,2})?)?|\x04(?:[\da-fA-F]{6})?|[\x02\x0f\x11\x12\x16\x1d-\x1f]`;

const hidden = new RegExp(`[${hiddenClass}]`, 'y');
const formatting = new RegExp(formattingPattern, 'y');
const blanks = /[ \t]+/y;

/** Letters of other alphabets that look like those in commands. */
const likeLetters: ReadonlyMap<string, string> = new Map(
  Object.entries({ а: 'a', с: 'c', е: 'e', һ: 'h', і: 'i', ј: 'j', о: 'o', р: 'p', ѕ: 's', т: 't', ο: 'o', ι: 'i' }),
);

/** The words of all bots without signs; the shortest are too common in talk. */
const bareWords = [
  ...new Set(dialects.flatMap(({ commands }) => commands.flatMap(({ words }) => words.map(bareOf)))),
].filter((word) => word.length >= 4);

const anySign = [...plainSign.keys()].join('').replace(/[\^\\]/g, String.raw`\$&`);
/** A word after a sign. Full stops and slashes are too common, unless they begin something. */
const word = String.raw`(?<=[^./]|[\s>].)(?:[${hiddenClass}]|${formattingPattern}){0,4}[ \t]{0,2}(?:${bareWords.join('|')})(?![a-z])`;
const oddLetter = String.raw`(?<=[#${likeSigns['#']}])[a-z]{0,12}[^\x00-\x7f]`;
const otherWord = String.raw`(?<=[\s>][!^.])[a-z]{3}`;

/**
 * What every line contains that may have something in it that people see as a command; commands contain it too. It begins with a
 * sign, by which most talk is skipped quickly.
 */
export const seenPattern = `[${anySign}](?:${word}|${oddLetter}|${otherWord})`;

/** What people see as a command's word at an offset of a line, known or not; undefined if they see none. */
export function seenAt(text: string, start: number): SeenCommand | undefined {
  const reader = new Reader(text, start);
  reader.skipUnseen();
  if (text[reader.at] === '\\') reader.take(1, 'backslash');
  const sign = reader.sign();
  if (sign === undefined) return undefined;
  reader.skipUnseen();
  reader.skip(blanks, 'space');
  const letters = reader.letters();
  const { oddity } = reader;
  // The end of bold or coloured text belongs to what began it.
  while (reader.skip(formatting, 'formatting'));
  return letters === '' ? undefined : { word: sign + letters, wordEnd: reader.at, oddity };
}

/** Reads a text as people see it. */
class Reader {
  at: number;
  oddity: Oddity | undefined;
  readonly #text: string;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  take(length: number, oddity?: Oddity): void {
    this.at += length;
    this.oddity ??= oddity;
  }

  skip(pattern: RegExp, oddity: Oddity): boolean {
    pattern.lastIndex = this.at;
    const length = pattern.exec(this.#text)?.[0].length ?? 0;
    if (length > 0) this.take(length, oddity);
    return length > 0;
  }

  skipUnseen(): void {
    while (this.skip(hidden, 'hidden') || this.skip(formatting, 'formatting'));
  }

  sign(): string | undefined {
    const typed = this.#text[this.at] ?? '';
    const sign = plainSign.get(typed);
    if (sign !== undefined) this.take(1, sign === typed ? undefined : 'sign');
    return sign;
  }

  letters(): string {
    let letters = '';
    for (;;) {
      const typed = this.#text[this.at] ?? '';
      const letter = typed.normalize('NFKC');
      const plain = likeLetters.get(letter) ?? letter;
      if (/^[a-z]$/i.test(plain)) {
        letters += plain;
        this.take(1, plain === typed ? undefined : 'letters');
      } else if (!this.#isWithinWord()) return letters;
    }
  }

  /** Skips what is invisible before another letter of the word. */
  #isWithinWord(): boolean {
    const { at, oddity } = this;
    this.skipUnseen();
    if (this.at > at && /^\p{L}/u.test(this.#text.slice(this.at, this.at + 1)) && !isSpace.test(this.#text[at] ?? '')) {
      return true;
    }
    [this.at, this.oddity] = [at, oddity];
    return false;
  }
}

const isSpace = /\s/;

/** What people mean by a word that they see, in a dialect. */
export interface MeantCommand {
  /** The bot's own word. */
  readonly word: string;
  /** Why the bot does not see it; undefined if it does. */
  readonly oddity: Oddity | undefined;
}

const wordByBare = perObject(
  ({ commands }: Dialect) =>
    new Map(commands.flatMap(({ words }) => words.map((word) => [bareOf(word), word] as const)).toReversed()),
);

/** The command of a dialect that people see in a word, perhaps with another bot's sign; undefined if there is none. */
export function meantBySeen({ word, oddity }: SeenCommand, dialect: Dialect): MeantCommand | undefined {
  const find = commandFinder(dialect);
  if (find(word)) return { word, oddity };
  const lower = word.toLowerCase();
  if (find(lower)) return { word: lower, oddity: oddity ?? 'case' };
  const own = bareOf(lower).length < 4 ? undefined : wordByBare(dialect).get(bareOf(lower));
  return own === undefined ? undefined : { word: own, oddity: 'other-sign' };
}
