import { readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { build } from 'esbuild';
import { units } from '../units.mjs';
import type { Numbered } from './mutant.js';
import { switched } from './switched.js';

/**
 * Bundles tests into a folder, including all mutants, which are switched on one by one. Each bundle has its own modules, so that
 * test files do not share state. Returns the paths of the bundles that contain mutants.
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
