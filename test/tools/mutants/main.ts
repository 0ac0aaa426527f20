/*
 * Changes the sources a little in many places, and reports which changes no example notices:
 *
 *     npm run test:mutants -- --count 400 --seed 1 --only minutes/formats --slow
 *
 * All changes are in one build of the tests, and switched on one by one, each in its own process.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildTests } from './build.js';
import { isEqual } from './equal.js';
import type { Numbered } from './mutant.js';
import { mutantsOf } from './mutantsOf.js';
import { pick } from './pick.js';
import { shown, summary } from './report.js';
import { covering, each, outcomeOf } from './run.js';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    /** Only files whose paths contain this. */
    only: { type: 'string', default: '' },
    /** Also run the slow tests, for mutants that the others leave. */
    slow: { type: 'boolean', default: false },
  },
});

const folders = ['features', 'meeting', 'minutes', 'workspace'].map((room) => join('server/src', room));
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .sort();

function mutantsIn(file: string): { size: number; mutants: Omit<Numbered, 'id'>[] } {
  const source = readFileSync(file, 'utf8');
  const mutants = mutantsOf(source).filter((mutant) => !isEqual(file, mutant));
  return { size: source.length, mutants: mutants.map((mutant) => ({ ...mutant, file })) };
}

const sources = folders.flatMap(filesIn).filter((file) => file.endsWith('.ts') && file.includes(values.only));
const mutated = sources.map(mutantsIn).filter(({ mutants }) => mutants.length > 0);
const picked = pick(mutated, Number(values.count), Number(values.seed));
const mutants = picked.map((mutant, id) => ({ ...mutant, id }));
const tests = filesIn('test').filter(
  (file) => file.endsWith('.test.ts') && (values.slow || !file.endsWith('.slow.test.ts')),
);

const started = performance.now();
const seconds = () => Math.round((performance.now() - started) / 1000);
const all = await covering(await buildTests(tests, mutants, 'dist/test/mutants'));
process.stdout.write(`${all.length} test files, ${seconds()} s\n`);
const outcomes = await each(mutants, async (mutant) => {
  const outcome = await outcomeOf(mutant, all);
  if (outcome === 'survived' || outcome === 'uncovered') process.stdout.write(shown(mutant, outcome));
  return outcome;
});
process.stdout.write(summary(outcomes));
process.stdout.write(`${seconds()} s\n`);
