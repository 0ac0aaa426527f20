import { generator } from '../generator.js';
import type { Minutes } from '../minutes.js';

/** The minutes of a meeting, as the format `json` writes them: all other formats are made from this. Lines are 1-based. */
export interface WrittenMinutes extends Minutes {
  /** Meetlog and its version. */
  readonly generator: string;
}

/** The minutes themselves, as described by `minutes.schema.json`: every other format can be made from this. */
export function writeJson(minutes: Minutes): string {
  const written: WrittenMinutes = { generator, ...minutes };
  return `${JSON.stringify(written, null, 2)}\n`;
}
