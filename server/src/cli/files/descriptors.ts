import { writeSync } from 'node:fs';
import { codeOf } from '../failure.js';

/*
 * Writing to file descriptors. Node's own streams lose what a full disk does not take, and end the program when nobody reads
 * standard error any more.
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
