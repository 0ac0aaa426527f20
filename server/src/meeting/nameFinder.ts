/**
 * Finds names in texts. A name stands in a text in whatever case, with no letter, digit or underscore on either side of it, and within no longer name that
 * stands there. MeetBot goes by the same rule but knows ASCII letters only, misses nicks that begin or end with a bracket or a dash, and gives `bob` what is
 * meant for `bob-away` where both are present. To look at a text takes time of its length, however many names there are.
 */
export class NameFinder {
  readonly #root: Node = { next: new Map(), names: [] };

  constructor(names: Iterable<string>) {
    for (const name of names) this.#add(name);
  }

  /** The names that stand in a text, each once, in no order. */
  find(text: string): ReadonlySet<string> {
    const folded = text.toLowerCase();
    const matches: Match[] = [];
    for (let at = 0; at < folded.length; at = wordEnd(folded, at)) {
      if (!isWord(folded, at - 1)) this.#matchesAt(folded, at, matches);
    }
    return new Set(longest(matches).flatMap(({ names }) => names));
  }

  #add(name: string): void {
    const folded = name.toLowerCase();
    let node = this.#root;
    let depth = 0;
    for (let at = 0; at < folded.length; depth++) {
      if (depth === mostWords) return;
      const end = wordEnd(folded, at);
      const word = folded.slice(at, end);
      let next = node.next.get(word);
      if (!next) {
        next = { next: new Map(), names: [] };
        node.next.set(word, next);
      }
      node = next;
      at = end;
    }
    if (depth > 0) node.names.push(name);
  }

  /** Adds what stands at a place of a text to the matches, the longest first. */
  #matchesAt(text: string, start: number, matches: Match[]): void {
    const found: Match[] = [];
    let node: Node | undefined = this.#root;
    for (let at = start; at < text.length; ) {
      const end = wordEnd(text, at);
      node = node.next.size > 0 ? node.next.get(text.slice(at, end)) : undefined;
      if (!node) break;
      at = end;
      if (node.names.length > 0 && !isWord(text, end)) found.push({ end, names: node.names });
    }
    matches.push(...found.reverse());
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

/** A name of more words and signs is never found: nobody types it, and to look for it would take as long as it is for each sign of a text. */
const mostWords = 32;

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
function wordEnd(text: string, start: number): number {
  let end = start + 1;
  if (isWord(text, start)) while (isWord(text, end)) end++;
  return end;
}

/** Whether a letter, a digit or an underscore stands at a place of a text. */
function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (code > 96 && code < 123) || (code > 47 && code < 58) || code === 95 || (code > 64 && code < 91);
  return code >= 128 && /[\p{L}\p{N}]/u.test(text[at] as string);
}
