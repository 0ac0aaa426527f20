import type { Feed } from './feed.js';
import type { LogWriter } from './logWriter.js';
import type { Names } from './personNames.js';

/** What a converter knows of a file besides its text. */
export interface Context {
  readonly log: LogWriter;
  readonly names: Names;
  /** When a recording began, or the date of a page, in milliseconds since 1970; NaN if unknown. */
  readonly start: number;
}

/** Starts to convert a file, whose text is then fed to it. */
export type Converter = (context: Context) => Feed;

/** What is said of exports whose times have zones. */
export const inUtc = 'Times are in UTC.';
