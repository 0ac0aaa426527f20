import { type Door, doorOf } from './markup.js';

/* The doors of bug-compatible minutes: MeetBot escapes chat text hardly or not at all. No other writer may use them. */

/** Escapes nothing, in any format. */
export function unescapedDoor<F extends string>(): Door<F> {
  return doorOf((said) => said);
}

/** MeetBot's reStructuredText escapes an underscore at the end of a word. */
export const originalRst: Door<'rst'> = doorOf((said) => said.replace(/_(?=[ -]|$)/g, '\\_'));
