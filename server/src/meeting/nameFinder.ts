/** Where a name may stand in a text. */
export interface NameMatching {
  /** A text or a name as it is compared. */
  readonly folded: (text: string) => string;
  /** Whether the character at a place is of a word; names and texts are compared word by word, and sign by sign. */
  readonly isWord: (text: string, at: number) => boolean;
  readonly mayBegin: (text: string, start: number) => boolean;
  readonly mayEnd: (text: string, end: number) => boolean;
  /** Whether a name counts only if it is not part of a longer one. */
  readonly longestOnly: boolean;
}

/**
 * In whatever case, with no letter, digit or underscore on either side, and in no longer name. MeetBot goes by the same rule but
 * knows ASCII letters only, misses nicks that begin or end with a bracket or a dash, and gives `bob` what is meant for `bob-away`
 * where both are present.
 */
const byItself: NameMatching = {
  folded: (text) => text.toLowerCase(),
  isWord,
  mayBegin: (text, start) => !isWord(text, start - 1),
  mayEnd: (text, end) => !isWord(text, end),
  longestOnly: true,
};

/** Finds names in texts. To look at a text takes time of its length, however many names there are. */
export class NameFinder {
  readonly #root: Node = { next: new Map(), names: [] };
  readonly #by: NameMatching;

  constructor(names: Iterable<string>, by: NameMatching = byItself) {
    this.#by = by;
    for (const name of names) this.#add(name);
  }

  /** The names that stand in a text, each once, in no order. */
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

  /** The words and signs of a name; one more than may be, where there are too many. */
  #wordsOf(name: string): string[] {
    const words: string[] = [];
    for (let at = 0; at < name.length && words.length <= mostWords; ) {
      const end = wordEnd(name, at, this.#by.isWord);
      words.push(name.slice(at, end));
      at = end;
    }
    return words;
  }

  /** The names that stand in a text and begin with a word that ends at a place of it, the longest first. */
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

/** Names that have words in common at their beginning share nodes. */
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
 * A name of more words and signs is never found: nobody types it, and to look for it would take as long as it is for each sign of
 * a text.
 */
const mostWords = 32;

/** Of more names that differ in case only, the first are found: an action that names them is for all of them. */
const mostAlike = 20;

/** The matches, in the order of their starts and the longest first, that lie within no other. */
function longest(matches: readonly Match[]): Match[] {
  let last = 0;
  return matches.filter(({ end }) => {
    const isOutside = end > last;
    last = Math.max(last, end);
    return isOutside;
  });
}

/** Where the word at a place of a text ends, or the sign. */
function wordEnd(text: string, start: number, isOfWord: NameMatching['isWord']): number {
  let end = start + 1;
  if (isOfWord(text, start)) while (isOfWord(text, end)) end++;
  return end;
}

/** Whether a letter, a digit or an underscore is at a place of a text. */
export function isWord(text: string, at: number): boolean {
  return isAsciiWord(text, at) || (text.charCodeAt(at) > 127 && /[\p{L}\p{N}]/u.test(text.charAt(at)));
}

/** The same for those of ASCII. */
export function isAsciiWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code > 96 && code < 123) || (code > 47 && code < 58) || code === 95 || (code > 64 && code < 91);
}
