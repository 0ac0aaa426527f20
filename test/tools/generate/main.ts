// Writes everything that is generated from the program's tables and types. With --check, it only reports stale files.
import { readFileSync, writeFileSync } from 'node:fs';
import { outputs } from './outputs.js';

const isCheck = process.argv.includes('--check');
const stale = outputs
  .map(({ path, text }) => ({ path, text: text() }))
  .filter(({ path, text }) => readFileSync(path, 'utf8') !== text);

for (const { path, text } of stale) {
  if (!isCheck) writeFileSync(path, text);
  console.log(isCheck ? `${path} is stale: run npm run generate.` : `${path} is written.`);
}
if (isCheck && stale.length > 0) process.exitCode = 1;
