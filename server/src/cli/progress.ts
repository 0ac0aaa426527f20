import { counted } from '../reports/counted.js';
import type { FailureFacts } from './failure.js';
import { isReportedToTerminal, tell, tellFailure, tellInPlace } from './terminal.js';

/** So many files are named at the end on a terminal. Of more, it is said how many there are. */
const mostNamed = 5;

/**
 * Reports how long work goes on: on a terminal in one line that is written anew, elsewhere by the names of the files that were
 * written; at the end, what failed.
 */
export class Progress {
  exitCode = 0;
  readonly #quiet: boolean;
  readonly #isTerminal = isReportedToTerminal;
  readonly #messages: string[] = [];
  #files = 0;
  #isLineOpen = false;
  readonly #named: string[] = [];

  constructor(quiet: boolean) {
    this.#quiet = quiet;
  }

  at(number: number, total: number, name: string): void {
    if (!this.#isTerminal || total <= 1) return;
    tellInPlace(`${number} of ${total}: ${name}`);
    this.#isLineOpen = true;
  }

  wrote(path: string): void {
    this.#files++;
    if (this.#files <= mostNamed) this.#named.push(path);
    if (!this.#quiet && !this.#isTerminal) tell(path);
  }

  /** What failed becomes the exit code, unless a worse one is set already. */
  failed(about: string, { exitCode, message }: FailureFacts): void {
    this.exitCode = Math.max(this.exitCode, exitCode);
    this.warned(about, message);
  }

  /** What a user should know, though nothing failed. */
  warned(about: string, message: string): void {
    this.#messages.push(withName(about, message));
  }

  end(meetings: number): void {
    if (this.#isLineOpen) tellInPlace('');
    if (this.#isTerminal && !this.#quiet) this.#tellFiles(meetings);
    for (const message of this.#messages) tellFailure({ message });
  }

  #tellFiles(meetings: number): void {
    if (this.#files > mostNamed) tell(`${counted(this.#files, 'file')} of ${counted(meetings, 'meeting')} written`);
    else for (const path of this.#named) tell(path);
  }
}

/** What failed, and of what, unless it says so itself. */
export function withName(about: string, message: string): string {
  return message.includes(about) ? message : `${about}: ${message}`;
}

/** A failure that says what failed. */
export function named(about: string, failure: FailureFacts): FailureFacts {
  return { ...failure, message: withName(about, failure.message) };
}
