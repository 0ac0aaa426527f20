import { isatty } from 'node:tty';
import type { Paint } from '../reports/paint.js';
import { printable, visibleLines } from '../reports/printable.js';
import { areColorsWanted, inColor } from './colors.js';
import { type FailureFacts, reasonOf } from './failure.js';
import { isClosed, writeAll } from './files/descriptors.js';

/*
 * Everything that the command line writes to its streams goes through here. Reports may contain file names and text from logs, so
 * they are made printable; documents may contain whatever their format allows.
 */

/** Whether reports are read on a terminal. */
export const isReportedToTerminal = isatty(2);

const isPrintedToTerminal = isatty(1);

/** Colours parts of reports that `printReport` prints to standard output. */
export const paintPrinted: Paint = inColor(areColorsWanted(isPrintedToTerminal));

/** Colours parts of reports on standard error. */
export const paintReported: Paint = inColor(areColorsWanted(isReportedToTerminal));

/** Reports a line on standard error. */
export function tell(line: string): void {
  say(`${printable(line)}\n`);
}

/** Reports an error in a line on standard error. */
export function tellFailure({ message }: Pick<FailureFacts, 'message'>): void {
  say(`${paintReported('error', 'meetlog:')} ${printable(message)}\n`);
}

/** Reports wrong usage on a line of standard error, in Commander's words. */
export function tellMisuse(error: string): void {
  say(`${printable(error).replace(/^error:/, (begin) => paintReported('error', begin))}\n`);
}

/** Reports lines on standard error that are already printable and have line ends. */
export function tellReport(lines: string): void {
  say(lines);
}

/** Reports something on the last line of a terminal, replacing what was there. */
export function tellInPlace(line: string): void {
  say(`\r\u001b[K${printable(line)}`);
}

/** Errors are ignored: a closed standard error must not stop the work. */
function say(text: string): void {
  try {
    writeAll(2, text);
  } catch {
    // There is nowhere left to report it.
  }
}

/** Prints a document to standard output; on a terminal, control characters are escaped. */
export function print(text: string): void {
  printReport(isPrintedToTerminal ? visibleLines(text) : text);
}

/**
 * Prints a report to standard output that is already printable; its colour codes are kept. If the reader closes the pipe, the
 * program ends quietly; if writing fails, it exits with 2.
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
