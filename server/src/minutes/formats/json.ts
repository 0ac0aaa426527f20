import { generator } from '../generator.js';
import type { Minutes } from '../minutes.js';

/** The minutes themselves, as `minutes.schema.json` describes them: every other format can be written of what is read back. */
export function writeJson(minutes: Minutes): string {
  return `${JSON.stringify({ generator, ...minutes }, null, 2)}\n`;
}
