import { counted } from '../reports/counted.js';
import type { FailureFacts } from './failure.js';
import { isReportedToTerminal, tell, tellFailure, tellInPlace } from './terminal.js';

/** So many files are named at the end on a terminal. Of more, it is said how many there are. */
const mostNamed = 5;

/**
 * Reports progress: on a terminal in a single line that is updated, elsewhere as the names of written files; at the end, what
 * failed.
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

  /** Records a failure and sets its exit code, unless a worse one is already set. */
  failed(about: string, { exitCode, message }: FailureFacts): void {
    this.exitCode = Math.max(this.exitCode, exitCode);
    this.warned(about, message);
  }

  /** Reports a warning. */
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

/** A failure and the file it is about, unless the message says so itself. */
export function withName(about: string, message: string): string {
  return message.includes(about) ? message : `${about}: ${message}`;
}

/** A failure whose message says what failed. */
export function named(about: string, failure: FailureFacts): FailureFacts {
  return { ...failure, message: withName(about, failure.message) };
}
