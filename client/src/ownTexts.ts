import type { Memento, TextDocument } from 'vscode';

const key = 'ownTexts';
const maxTexts = 200;

/**
 * Remembers generated minutes as long as no one edits them: those from a template may contain the full log and nothing that
 * identifies them as minutes. Only a fingerprint of each text is kept.
 */
export class OwnTexts {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** To be called before a text is opened or saved. */
  async add(text: string): Promise<void> {
    const added = fingerprint(text);
    const others = this.#all().filter((known) => known !== added);
    await this.#memory.update(key, [...others, added].slice(-maxTexts));
  }

  /** Whether a document is one of them. Reads the whole document. */
  has(document: Pick<TextDocument, 'getText'>): boolean {
    const all = this.#all();
    return all.length > 0 && all.includes(fingerprint(document.getText()));
  }

  /** The oldest first. */
  #all(): readonly string[] {
    return this.#memory.get(key, []);
  }
}

/** The length of a text and a 53-bit hash (cyrb53), ignoring line ends and trailing whitespace, which editors change. */
function fingerprint(text: string): string {
  const bare = text.replaceAll('\r\n', '\n').trimEnd();
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < bare.length; at++) {
    const code = bare.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${bare.length}:${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}`;
}
