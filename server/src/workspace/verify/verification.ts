import type { Place } from '../../log/place.js';
import type { LogFacts } from './logFacts.js';
import { sourceOf } from './mappedText.js';
import type { Claim } from './statementClaims.js';
import type { LogLineRef, SupportedClaim, VerifyCode, VerifyFinding } from './verifyReport.js';

/** Collects what is found while minutes are held against one meeting. */
export class Verification {
  readonly findings: VerifyFinding[] = [];
  readonly claims: SupportedClaim[] = [];
  readonly #lineStarts: readonly number[];
  readonly #lineEnds: readonly number[];
  /** By index: what came of each statement. */
  readonly #results: ('supported' | 'finding' | 'prose')[] = [];

  constructor(text: string) {
    const [starts, ends] = linesOf(text);
    this.#lineStarts = starts;
    this.#lineEnds = ends;
  }

  /** Notes that a line of the log says what a statement does. */
  support({ statement, index }: Claim, facts: LogFacts, line: number): void {
    this.#results[index] ??= 'supported';
    this.claims.push({ place: this.placeOf(statement, 0, statement.text.length), source: { log: facts.name, line } });
  }

  /** Notes that everything exact of a statement is right, without one line that says it. */
  accept({ index }: Claim): void {
    this.#results[index] ??= 'supported';
  }

  /** Notes that nothing of a statement can be checked. */
  prose({ index }: Claim): void {
    this.#results[index] ??= 'prose';
  }

  /** Adds a finding in a part of a statement's text. */
  find(
    code: VerifyCode,
    { statement, index }: Claim,
    [start, end]: readonly [number, number],
    message: string,
    source?: LogLineRef,
  ): void {
    this.#results[index] = 'finding';
    this.findings.push({ code, place: this.placeOf(statement, start, end), message, source });
  }

  /** Adds a finding at an offset in the minutes. */
  findAt(code: VerifyCode, [start, end]: readonly [number, number], message: string, source?: LogLineRef): void {
    this.findings.push({ code, place: this.#place(start, end), message, source });
  }

  isDone(index: number): boolean {
    return this.#results[index] !== undefined;
  }

  isFinding(index: number): boolean {
    return this.#results[index] === 'finding';
  }

  get counts(): { readonly checked: number; readonly supported: number; readonly notChecked: number } {
    let [supported, prose, all] = [0, 0, 0];
    for (const result of this.#results) {
      if (result === undefined) continue;
      all++;
      if (result === 'supported') supported++;
      if (result === 'prose') prose++;
    }
    return { checked: all - prose, supported, notChecked: prose };
  }

  /** The place in the minutes of a part of a statement, up to the end of the line on which it begins. */
  placeOf(statement: Claim['statement'], start: number, end: number): Place {
    const from = sourceOf(statement, start);
    return this.#place(from, end > start ? sourceOf(statement, end - 1) + 1 : from);
  }

  #place(from: number, to: number): Place {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= from) low = middle;
      else high = middle - 1;
    }
    const start = this.#lineStarts[low] ?? 0;
    const lineEnd = this.#lineEnds[low] ?? start;
    return { line: low, start: Math.min(from, lineEnd) - start, end: Math.max(from, Math.min(to, lineEnd)) - start };
  }
}

function linesOf(text: string): [starts: number[], ends: number[]] {
  const starts = [0];
  const ends: number[] = [];
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) {
    ends.push(index);
    starts.push(index + end.length);
  }
  ends.push(text.length);
  return [starts, ends];
}
