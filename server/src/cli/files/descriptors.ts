import { readSync, writeSync } from 'node:fs';
import { codeOf } from '../failure.js';

/*
 * Reading from file descriptors and writing to them. Node's own streams lose what a full disk does not take, and end the program
 * when nobody reads standard error any more.
 */

/** Reads all that there is to read from a file descriptor. Throws Node's error if it cannot. */
export function readAll(descriptor: number): Buffer {
  const parts: Buffer[] = [];
  for (;;) {
    const part = Buffer.allocUnsafe(65_536);
    const length = readSome(descriptor, part);
    if (length === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, length));
  }
}

/** Reads some bytes, and waits for them where the pipe does not; none at its end. */
function readSome(descriptor: number, part: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, part, 0, part.length, null);
    } catch (error) {
      if (codeOf(error) === 'EOF') return 0;
      if (codeOf(error) !== 'EAGAIN') throw error;
      waitForOther();
    }
  }
}

/** Writes a text to a file descriptor, all of it. Throws Node's error if it cannot. */
export function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      waitForOther();
    }
  }
}

/** A pipe that is full or empty does not block if whoever made it asked for that. */
function waitForOther(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

/** Whether an error means that the reader of a pipe has closed it, as `head` does once it has seen enough. */
export function isClosed(error: unknown): boolean {
  return ['EPIPE', 'EOF'].includes(codeOf(error));
}
