import { Failure, type FailureFacts } from './failure.js';
import { tellFailure } from './terminal.js';

/*
 * How commands end: with 0 when all is done, with 1 if there are findings (errors, no meeting), with 2 on wrong use and if a file
 * cannot be read or written. After a bad file they go on with the next.
 */

/** Does something that may fail. */
export async function attempt(run: () => void | Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    fail(error);
  }
}

/** Reports a failure, which becomes the exit code. */
export function fail(failure: FailureFacts): void {
  tellFailure(failure);
  endWith(failure.exitCode);
}

/** Ends with a code once all is done, unless a worse one is set already. */
export function endWith(code: number): void {
  process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
}
