import type { ProblemList } from '../meeting/problems/findProblems.js';
import type { Problem, Related } from '../meeting/problems/problemTable.js';
import type { Settings } from '../settings.js';

interface Sent {
  readonly found: readonly ProblemList[];
  readonly settings: Settings;
  readonly resultId: string;
}

/** Knows what was sent last of each document's problems, so that what is as it was need not be sent again. */
export class SentDiagnostics {
  readonly #sent = new Map<string, Sent>();
  #last = 0;

  /** The name of a state of a document's problems, given list by list: the same as long as the problems are. */
  resultId(uri: string, found: readonly ProblemList[], settings: Settings): string {
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

/** Lists that no edit has touched are the same objects. */
function isSame(a: ProblemList, b: ProblemList | undefined): boolean {
  return a === b || (a.length === b?.length && a.every((problem, index) => sameProblem(problem, b[index] as Problem)));
}

function sameProblem(a: Problem, b: Problem): boolean {
  return (
    a.code === b.code &&
    samePlace(a, b) &&
    a.related?.length === b.related?.length &&
    (a.related ?? []).every((place, index) => samePlace(place, b.related?.[index] as Related))
  );
}

function samePlace(a: Related, b: Related): boolean {
  return a.line === b.line && a.start === b.start && a.end === b.end && a.message === b.message;
}
