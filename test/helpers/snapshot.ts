import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { assert } from 'chai';

/** Checks a text against a file in test/fixtures. With UPDATE=1 in the environment, the file is updated: read the difference. */
export function checkSnapshot(file: string, text: string): void {
  const path = `test/fixtures/${file}`;
  if (process.env.UPDATE) writeFileSync(path, text);
  assert.isTrue(existsSync(path), `${path} is missing: make it with UPDATE=1`);
  assert.equal(text, readFileSync(path, 'utf8'));
}
