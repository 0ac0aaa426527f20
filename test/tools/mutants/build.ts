import { readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { build } from 'esbuild';
import { units } from '../units.mjs';
import type { Numbered } from './mutant.js';
import { switched } from './switched.js';

/**
 * Bundles tests with all mutants in them, which are switched on one by one, into a folder. Each bundle has modules of its own:
 * what one test file makes a module remember, the next does not see. Returns the paths of the bundles in which there are
 * mutants.
 */
export async function buildTests(tests: readonly string[], mutants: readonly Numbered[], folder: string) {
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = await build({
    ...units,
    entryPoints: [...tests],
    outdir: folder,
    outbase: '.',
    metafile: true,
    plugins: [
      {
        name: 'mutants',
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const own = mutants.filter(({ file }) => file === relative('.', path));
            return { contents: switched(readFileSync(path, 'utf8'), own), loader: 'ts' };
          }),
      },
    ],
  });
  const mutated = new Set(mutants.map(({ file }) => file));
  return Object.entries(metafile.outputs)
    .filter(([, { inputs }]) => Object.keys(inputs).some((file) => mutated.has(file)))
    .map(([output]) => output);
}
