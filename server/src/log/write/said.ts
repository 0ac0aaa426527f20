import type { LineKind } from '../logLine.js';

/** What is to be written, independent of a layout. */
export interface Said {
  /** What happens: someone says or does something, joins, changes nick, … */
  readonly kind: LineKind;
  /** Who, without channel prefixes; the old nick for a change of nick. */
  readonly nick: string;
  /**
   * As in a reading: what is said, the new nick, or what follows the nick. Empty for a join and the like: the layout's own words.
   */
  readonly text: string;
  /** Seconds since midnight by the log's own clock; by default the time of what is around it. */
  readonly time?: number | undefined;
}
