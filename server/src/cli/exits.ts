import { Failure, type FailureFacts } from './failure.js';
import { tellFailure } from './terminal.js';

/*
 * Exit codes: 0 on success, 1 for findings (errors, no meeting), 2 for wrong usage and files that cannot be read or written.
 * After a bad file, commands continue with the next one.
 */

/** Runs something that may fail. */
export async function attempt(run: () => void | Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    fail(error);
  }
}

/** Reports a failure and sets its exit code. */
export function fail(failure: FailureFacts): void {
  tellFailure(failure);
  endWith(failure.exitCode);
}

/** Sets the exit code, unless a worse one is already set. */
export function endWith(code: number): void {
  process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
}
