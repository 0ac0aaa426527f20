import { decoded } from './decoded.js';
import { readAll } from './descriptors.js';

/** What standard input is called in reports. */
export const standardInput = 'standard input';

/** Whether a path among the arguments is standard input. A file of that name is `./-`. */
export function isStandardInput(path: string): boolean {
  return path === '-';
}

let known: string | undefined;

/** The text of standard input, which can be read once only. Throws Node's error if it cannot be read. */
export function inputText(): string {
  known ??= decoded(readAll(0));
  return known;
}
