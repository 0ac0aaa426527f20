import { printable, visibleLines } from './printable.js';

/*
 * All that the command line writes to its streams goes through here. Reports may hold names of files and what was said, so they are
 * made printable; what is printed is a document, whose format decides what it may hold.
 */

/** Reports something on a line of standard error. */
export function tell(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}

/** Reports something on the last line of a terminal, in place of what was there before. */
export function tellInPlace(line: string): void {
  process.stderr.write(`\r\u001b[K${printable(line)}`);
}

/** Prints a document to standard output; on a terminal, nothing in it is obeyed. */
export function print(text: string): void {
  process.stdout.write(process.stdout.isTTY ? visibleLines(text) : text);
}
