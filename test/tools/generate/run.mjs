// Bundles the generator, with the tables that it reads, and runs it: `npm run generate`, `npm run generate -- --check`.
import { build } from 'esbuild';

await build({
  entryPoints: ['test/tools/generate/main.ts'],
  outfile: 'dist/generate/main.mjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
await import('../../../dist/generate/main.mjs');
