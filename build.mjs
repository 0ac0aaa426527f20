// Bundles the extension, the server and the command line into dist/; with --tests, the tests into dist/test/ as well.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const common = { bundle: true, sourcemap: 'linked', logLevel: 'warning', legalComments: 'linked', minify: true };
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };
const browser = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
const program = { ...node, banner: { js: '#!/usr/bin/env node' } };

const bundles = [
  { ...node, entryPoints: ['client/src/main.node.ts'], outfile: 'dist/client.node.js', external: ['vscode'] },
  {
    ...browser,
    entryPoints: ['client/src/main.browser.ts'],
    outfile: 'dist/client.browser.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...program, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.js' },
  { ...browser, entryPoints: ['server/src/main.browser.ts'], outfile: 'dist/server.browser.js', format: 'iife' },
  { ...program, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js' },
];

// One file for each test file, run by mocha in Node; the packages that they import stay outside.
const units = {
  ...node,
  entryPoints: ['test/*/**/*.test.ts', 'test/bench/bench.ts'],
  outdir: 'dist/test/unit',
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  splitting: true,
  packages: 'external',
  minify: false,
};

// One file for each extension host of VS Code, with everything in it.
const suite = { minify: false, sourcemap: 'inline', external: ['vscode'], entryPoints: ['test/vscode/entry.ts'] };
const suites = [
  { ...node, ...suite, outfile: 'dist/test/vscode.node.js', define: { HOST: '"node"' } },
  { ...browser, ...suite, outfile: 'dist/test/vscode.browser.js', format: 'cjs', define: { HOST: '"browser"' } },
];

rmSync('dist', { recursive: true, force: true });
await Promise.all(
  [...bundles, ...(process.argv.includes('--tests') ? [units, ...suites] : [])].map((options) => build(options)),
);
