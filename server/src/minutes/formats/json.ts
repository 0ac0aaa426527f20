import { generator } from '../generator.js';
import type { Minutes } from '../minutes.js';

/** The minutes of a meeting, as the format `json` writes them: all other formats are written of this. Lines are 1-based. */
export interface WrittenMinutes extends Minutes {
  /** Meetlog and its version. */
  readonly generator: string;
}

/** The minutes themselves, as `minutes.schema.json` describes them: every other format can be written of what is read back. */
export function writeJson(minutes: Minutes): string {
  const written: WrittenMinutes = { generator, ...minutes };
  return `${JSON.stringify(written, null, 2)}\n`;
}
