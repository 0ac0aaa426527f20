import { type Door, doorOf } from './markup.js';

/*
 * The doors of bug-compatible minutes: MeetBot escapes nothing that is said, or hardly anything. No other writer may use them.
 */

/** Escapes nothing, in whatever format. */
export function unescapedDoor<F extends string>(): Door<F> {
  return doorOf((said) => said);
}

/** MeetBot's reStructuredText escapes an underscore at the end of a word. */
export const originalRst: Door<'rst'> = doorOf((said) => said.replace(/_(?=[ -]|$)/g, '\\_'));
