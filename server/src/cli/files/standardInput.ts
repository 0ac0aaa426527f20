import { type Decoded, decoded } from './decoded.js';
import { readAll } from './descriptors.js';

/** The name of standard input in reports. */
export const standardInput = 'standard input';

/** Whether an argument means standard input. A file with that name is `./-`. */
export function isStandardInput(path: string): boolean {
  return path === '-';
}

let known: Decoded | undefined;

/** The text of standard input, which can be read only once. Throws Node's errors. */
export function inputText(): Decoded {
  known ??= decoded(readAll(0));
  return known;
}
