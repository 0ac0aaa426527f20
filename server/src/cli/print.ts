import { writeSync } from 'node:fs';
import { codeOf, reasonOf } from './failure.js';

/*
 * What is printed. Node's own streams lose what a full disk does not take, and end the program when nobody reads standard error
 * any more.
 */

/** Writes a text to a file descriptor, all of it. Throws Node's error if it cannot. */
export function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      waitForReader();
    }
  }
}

/** A pipe that is full does not block where whoever made it asked for that. */
function waitForReader(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

/** Whether an error means that the reader of a pipe has closed it, as `head` does once it has seen enough. */
export function isClosed(error: unknown): boolean {
  return ['EPIPE', 'EOF'].includes(codeOf(error));
}

/** Prints to standard output. Once nobody reads it, the program ends quietly; if it cannot be written, it ends with 2. */
export function print(text: string): void {
  try {
    writeAll(1, text);
  } catch (error) {
    if (isClosed(error)) process.exit();
    say(`meetlog: standard output cannot be written: ${reasonOf(error)}\n`);
    process.exit(2);
  }
}

/** Prints to standard error. Whether anyone reads it changes nothing. */
export function say(text: string): void {
  try {
    writeAll(2, text);
  } catch {
    // There is nowhere left to say it.
  }
}
