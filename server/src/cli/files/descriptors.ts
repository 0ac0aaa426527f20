import { readSync, writeSync } from 'node:fs';
import { codeOf } from '../failure.js';

/*
 * Reading from and writing to file descriptors. Node's own streams lose data when a disk is full, and end the program when
 * standard error is closed.
 */

/** Reads everything from a file descriptor. Throws Node's errors. */
export function readAll(descriptor: number): Buffer {
  const parts: Buffer[] = [];
  for (;;) {
    const part = Buffer.allocUnsafe(65_536);
    const length = readSome(descriptor, part);
    if (length === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, length));
  }
}

/** Reads some bytes, waiting for them if the pipe is non-blocking; none at the end. Throws Node's errors. */
export function readSome(descriptor: number, part: Buffer): number {
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

/** Writes a whole text to a file descriptor. Throws Node's errors. */
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

/** A full or empty pipe fails instead of blocking if its creator made it non-blocking. */
function waitForOther(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

/** Whether an error means that the reader closed the pipe, as `head` does when it has seen enough. */
export function isClosed(error: unknown): boolean {
  return ['EPIPE', 'EOF'].includes(codeOf(error));
}
