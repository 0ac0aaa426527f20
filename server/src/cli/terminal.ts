import { isatty } from 'node:tty';
import type { Paint } from '../reports/paint.js';
import { printable, visibleLines } from '../reports/printable.js';
import { areColorsWanted, inColor } from './colors.js';
import { type FailureFacts, reasonOf } from './failure.js';
import { isClosed, writeAll } from './files/descriptors.js';

/*
 * All that the command line writes to its streams goes through here. Reports may hold names of files and what was said, so they
 * are made printable; what is printed is a document, whose format decides what it may hold.
 */

/** Whether reports are read on a terminal. */
export const isReportedToTerminal = isatty(2);

const isPrintedToTerminal = isatty(1);

/** Marks parts of what is printed to standard output by `printReport`. */
export const paintPrinted: Paint = inColor(areColorsWanted(isPrintedToTerminal));

/** Marks parts of what is reported on standard error. */
export const paintReported: Paint = inColor(areColorsWanted(isReportedToTerminal));

/** Reports something on a line of standard error. */
export function tell(line: string): void {
  say(`${printable(line)}\n`);
}

/** Reports what went wrong on a line of standard error. */
export function tellFailure({ message }: Pick<FailureFacts, 'message'>): void {
  say(`${paintReported('error', 'meetlog:')} ${printable(message)}\n`);
}

/** Reports wrong use, as Commander says it, on a line of standard error. */
export function tellMisuse(error: string): void {
  say(`${printable(error).replace(/^error:/, (begin) => paintReported('error', begin))}\n`);
}

/** Reports lines on standard error that are printable already, each with its line end. */
export function tellReport(lines: string): void {
  say(lines);
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

/** Prints a document to standard output; on a terminal, nothing in it is obeyed. */
export function print(text: string): void {
  printReport(isPrintedToTerminal ? visibleLines(text) : text);
}

/**
 * Prints a report to standard output that is printable already, whose colors the terminal obeys. Once nobody reads it, the
 * program ends quietly; if it cannot be written, it ends with 2.
 */
export function printReport(text: string): void {
  try {
    writeAll(1, text);
  } catch (error) {
    if (isClosed(error)) process.exit();
    tellFailure({ message: `standard output cannot be written: ${reasonOf(error)}` });
    process.exit(2);
  }
}
