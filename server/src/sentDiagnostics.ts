import type { Problem } from './meeting/problems.js';
import type { Settings } from './settings.js';

interface Sent {
  readonly found: readonly (readonly Problem[])[];
  readonly settings: Settings;
  readonly resultId: string;
}

/** Knows what was sent last of each document's problems, so that what is as it was need not be sent again. */
export class SentDiagnostics {
  readonly #sent = new Map<string, Sent>();
  #last = 0;

  /** The name of a state of a document's problems, given section by section: the same as long as the problems are. */
  resultId(uri: string, found: readonly (readonly Problem[])[], settings: Settings): string {
    const sent = this.#sent.get(uri);
    const isSame = sent?.settings === settings && areSame(sent.found, found);
    const resultId = isSame ? sent.resultId : String(++this.#last);
    this.#sent.set(uri, { found, settings, resultId });
    return resultId;
  }

  forget(uri: string): void {
    this.#sent.delete(uri);
  }
}

function areSame(before: Sent['found'], now: Sent['found']): boolean {
  return before.length === now.length && before.every((list, index) => isSame(list, now[index]));
}

/** Lists of sections that no edit has touched are the same objects. */
function isSame(a: readonly Problem[], b: readonly Problem[] | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
