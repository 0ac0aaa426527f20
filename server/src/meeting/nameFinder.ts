/** Rules for finding names in a text. */
export interface NameMatching {
  /** Normalises a text or name for comparison. */
  readonly folded: (text: string) => string;
  /** Whether a character is part of a word; names and texts are compared word by word, and sign by sign. */
  readonly isWord: (text: string, at: number) => boolean;
  readonly mayBegin: (text: string, start: number) => boolean;
  readonly mayEnd: (text: string, end: number) => boolean;
  /** Whether a name counts only if it is not part of a longer one. */
  readonly longestOnly: boolean;
}

/**
 * Ignores case. A name must not be next to a letter, digit or underscore, or part of a longer name. MeetBot has a similar rule,
 * but only knows ASCII letters, misses nicks that begin or end with a bracket or a dash, and assigns `bob` what is meant for
 * `bob-away` if both are present.
 */
const byItself: NameMatching = {
  folded: (text) => text.toLowerCase(),
  isWord,
  mayBegin: (text, start) => !isWord(text, start - 1),
  mayEnd: (text, end) => !isWord(text, end),
  longestOnly: true,
};

/** Finds names in texts. Searching a text takes time linear in its length, however many names there are. */
export class NameFinder {
  readonly #root: Node = { next: new Map(), names: [] };
  readonly #by: NameMatching;

  constructor(names: Iterable<string>, by: NameMatching = byItself) {
    this.#by = by;
    for (const name of names) this.#add(name);
  }

  /** The names in a text, each once, in no particular order. */
  find(text: string): ReadonlySet<string> {
    const { folded: fold, isWord: isOfWord, mayBegin, longestOnly } = this.#by;
    const folded = fold(text);
    const matches: Match[] = [];
    for (let at = 0; at < folded.length; ) {
      const end = wordEnd(folded, at, isOfWord);
      const first = this.#root.next.get(folded.slice(at, end));
      if (first && mayBegin(folded, at)) matches.push(...this.#matchesBehind(folded, end, first));
      at = end;
    }
    return new Set((longestOnly ? longest(matches) : matches).flatMap(({ names }) => names));
  }

  #add(name: string): void {
    const words = this.#wordsOf(this.#by.folded(name));
    if (words.length === 0 || words.length > mostWords) return;
    let node = this.#root;
    for (const word of words) {
      let next = node.next.get(word);
      if (!next) {
        next = { next: new Map(), names: [] };
        node.next.set(word, next);
      }
      node = next;
    }
    if (node.names.length < mostAlike) node.names.push(name);
  }

  /** The words and signs of a name; one more than the maximum if there are too many. */
  #wordsOf(name: string): string[] {
    const words: string[] = [];
    for (let at = 0; at < name.length && words.length <= mostWords; ) {
      const end = wordEnd(name, at, this.#by.isWord);
      words.push(name.slice(at, end));
      at = end;
    }
    return words;
  }

  /** The names in a text whose first word ends at a given offset, longest first. */
  #matchesBehind(text: string, firstEnd: number, first: Node): Match[] {
    const found: Match[] = [];
    let end = firstEnd;
    for (let node: Node | undefined = first; node; ) {
      if (node.names.length > 0 && this.#by.mayEnd(text, end)) found.push({ end, names: node.names });
      if (node.next.size === 0 || end >= text.length) break;
      const next = wordEnd(text, end, this.#by.isWord);
      node = node.next.get(text.slice(end, next));
      end = next;
    }
    return found.reverse();
  }
}

/** A trie node: names that begin with the same words share nodes. */
interface Node {
  readonly next: Map<string, Node>;
  /** The names that end here. */
  readonly names: string[];
}

interface Match {
  readonly end: number;
  readonly names: readonly string[];
}

/**
 * A name with more words and signs is never found: no one types it, and looking for it would take time proportional to its length
 * for each sign of a text.
 */
const mostWords = 32;

/** At most this many names that differ only in case are found: an action that names them is for all of them. */
const mostAlike = 20;

/** The matches that are not within another, given in the order of their starts, longest first. */
function longest(matches: readonly Match[]): Match[] {
  let last = 0;
  return matches.filter(({ end }) => {
    const isOutside = end > last;
    last = Math.max(last, end);
    return isOutside;
  });
}

/** Where the word or sign at an offset of a text ends. */
function wordEnd(text: string, start: number, isOfWord: NameMatching['isWord']): number {
  let end = start + 1;
  if (isOfWord(text, start)) while (isOfWord(text, end)) end++;
  return end;
}

/** Whether there is a letter, digit or underscore at an offset of a text. */
export function isWord(text: string, at: number): boolean {
  return isAsciiWord(text, at) || (text.charCodeAt(at) > 127 && /[\p{L}\p{N}]/u.test(text.charAt(at)));
}

/** The same for ASCII. */
export function isAsciiWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code > 96 && code < 123) || (code > 47 && code < 58) || code === 95 || (code > 64 && code < 91);
}
