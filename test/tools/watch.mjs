// Rebuilds what changes, and runs the affected tests of examples: first all of them, then those whose bundles differ.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const folder = 'dist/test/unit';
const mocha = 'node_modules/mocha/bin/mocha.js';
const hashes = new Map();

/** The bundles of tests that have changed since the last call. A chunk's name contains its hash. */
function changed() {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));
  return files.filter((file) => {
    if (!file.endsWith('.test.mjs') || file.endsWith('.slow.test.mjs')) return false;
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
    const isNew = hashes.get(file) !== hash;
    hashes.set(file, hash);
    return isNew;
  });
}

function run(tests) {
  if (tests.length > 0) spawnSync(process.execPath, [mocha, '--reporter', 'dot', ...tests], { stdio: 'inherit' });
}

const builder = spawn(process.execPath, ['build.mjs', '--tests', '--watch'], { stdio: ['inherit', 'pipe', 'inherit'] });
for await (const line of createInterface({ input: builder.stdout })) {
  console.log(line);
  if (line === 'watch: done') run(changed());
}
