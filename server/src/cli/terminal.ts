import { isatty } from 'node:tty';
import { printable, visibleLines } from '../reports/printable.js';
import { reasonOf } from './failure.js';
import { isClosed, writeAll } from './files/descriptors.js';

/*
 * All that the command line writes to its streams goes through here. Reports may hold names of files and what was said, so they
 * are made printable; what is printed is a document, whose format decides what it may hold.
 */

/** Whether reports are read on a terminal. */
export const isReportedToTerminal = isatty(2);

/** Reports something on a line of standard error. */
export function tell(line: string): void {
  say(`${printable(line)}\n`);
}

/** Reports something on the last line of a terminal, in place of what was there before. */
export function tellInPlace(line: string): void {
  say(`\r\u001b[K${printable(line)}`);
}

/** Whether anyone reads reports changes nothing. */
function say(text: string): void {
  try {
    writeAll(2, text);
  } catch {
    // There is nowhere left to say it.
  }
}

/**
 * Prints a document to standard output; on a terminal, nothing in it is obeyed. Once nobody reads it, the program ends quietly;
 * if it cannot be written, it ends with 2.
 */
export function print(text: string): void {
  try {
    writeAll(1, isatty(1) ? visibleLines(text) : text);
  } catch (error) {
    if (isClosed(error)) process.exit();
    tell(`meetlog: standard output cannot be written: ${reasonOf(error)}`);
    process.exit(2);
  }
}
