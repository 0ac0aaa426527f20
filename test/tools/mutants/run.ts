import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Numbered } from './mutant.js';

/** A bundle of tests, the mutants that it reaches, and how long it runs, in milliseconds. */
export interface Covering {
  readonly test: string;
  readonly hits: ReadonlySet<number>;
  readonly time: number;
}

export type Outcome = 'killed' | 'timeout' | 'survived' | 'uncovered';

/** Runs each bundle once without a mutant. A bundle that fails is reported and left out, since it would kill every mutant. */
export async function covering(tests: readonly string[]): Promise<Covering[]> {
  const folder = mkdtempSync(join(tmpdir(), 'meetlog-hits-'));
  const record = async (test: string, index: number): Promise<Covering[]> => {
    const file = join(folder, `${index}.json`);
    const start = performance.now();
    const result = await mocha([test], { HITS: file }, 600_000);
    if (result !== 'survived') {
      console.error(`${test} fails without a mutant, and is left out.`);
      return [];
    }
    return [{ test, hits: new Set(JSON.parse(readFileSync(file, 'utf8'))), time: performance.now() - start }];
  };
  const recorded = await each(tests, record);
  rmSync(folder, { recursive: true });
  return recorded.flat();
}

/**
 * Runs the tests that reach a mutant, those of its own file first and then the fast ones, until one fails: first a few at once,
 * since these kill most mutants, and then the others.
 */
export async function outcomeOf(mutant: Numbered, all: readonly Covering[]): Promise<Outcome> {
  const tests = all
    .filter(({ hits }) => hits.has(mutant.id))
    .sort((a, b) => Number(isOwn(b.test, mutant)) - Number(isOwn(a.test, mutant)) || a.time - b.time);
  if (tests.length === 0) return 'uncovered';
  for (const some of [tests.slice(0, atFirst), tests.slice(atFirst)]) {
    if (some.length === 0) continue;
    const usual = some.reduce((sum, { time }) => sum + time, 0);
    const files = some.map(({ test }) => test);
    const outcome = await mocha(files, { MUTANT: String(mutant.id) }, 10_000 + 5 * usual);
    if (outcome !== 'survived') return outcome;
  }
  return 'survived';
}

const atFirst = 5;

/** `test/features/hover.test.ts` tests `server/src/features/hover.ts`. */
function isOwn(test: string, { file }: Numbered): boolean {
  return test.endsWith(file.replace(/^server\/src/, 'test').replace(/\.ts$/, '.test.mjs'));
}

const program = resolve('node_modules/mocha/bin/mocha.js');
const options = ['--no-config', '--bail', '--reporter', 'dot', '--timeout', '0'];

function mocha(tests: readonly string[], env: Record<string, string>, timeout: number) {
  const args = [program, ...options, '--require', './test/tools/mutants/switch.cjs', ...tests];
  const child = spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, ...env } });
  return new Promise<'killed' | 'timeout' | 'survived'>((done) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      done('timeout');
    }, timeout);
    child.on('exit', (code) => {
      clearTimeout(timer);
      done(code === 0 ? 'survived' : 'killed');
    });
  });
}

/** Processes each element of a list, as many at once as there are processors; returns the results in order. */
export async function each<T, R>(list: readonly T[], run: (one: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const rest = list.entries();
  const work = async () => {
    for (const [index, one] of rest) results[index] = await run(one, index);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}
