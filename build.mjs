// Bundles the extension, the server and the command line into dist/; with --tests, the tests into dist/test/ as well.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const common = {
  bundle: true,
  sourcemap: 'linked',
  logLevel: 'warning',
  legalComments: 'none',
  minify: true,
  metafile: true,
};
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };
const browser = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
const program = { ...node, banner: { js: '#!/usr/bin/env node' } };

/** Leaves what is imported by `import()` to a bundle of its own, which is read only then. A web extension has but one file. */
const parts = {
  name: 'parts',
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path)}`, external: true } : undefined,
    ),
};

/** The worker that renders templates in a browser is put into the server's bundle as a text: a web extension has but one file. */
const worker = await build({
  ...browser,
  entryPoints: ['server/src/templates/worker.ts'],
  format: 'iife',
  sourcemap: false,
  write: false,
});
const define = { templateWorker: JSON.stringify(worker.outputFiles[0].text) };

const bundles = [
  {
    ...node,
    entryPoints: ['client/src/main.node.ts'],
    outfile: 'dist/client.node.js',
    external: ['vscode'],
    plugins: [parts],
    // By `require`, as VS Code gives its own modules to nothing else.
    supported: { 'dynamic-import': false },
  },
  ...['client/src/languageClient.node.ts', 'server/src/meeting/isMeetingLog.ts'].map((entry) => ({
    ...node,
    entryPoints: [entry],
    outfile: `dist/${basename(entry, '.ts')}.js`,
    external: ['vscode'],
  })),
  {
    ...browser,
    entryPoints: ['client/src/main.browser.ts'],
    outfile: 'dist/client.browser.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...browser, entryPoints: ['client/src/preview/webview.ts'], outfile: 'dist/preview.js', format: 'iife' },
  { ...program, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.js' },
  {
    ...browser,
    entryPoints: ['server/src/main.browser.ts'],
    outfile: 'dist/server.browser.js',
    format: 'iife',
    define,
  },
  { ...program, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js' },
  // LiquidJS is in here alone: most people have no template, and would wait for it at every start.
  { ...node, entryPoints: ['server/src/templates/process.ts'], outfile: 'dist/templateProcess.js' },
];

// One file for each test file, run by mocha in Node; the packages that they import stay outside.
const units = {
  ...node,
  entryPoints: [
    'test/*/**/*.test.ts',
    'test/tools/bench/bench.ts',
    'test/tools/bench/floorProcess.ts',
    'test/tools/bench/hardProcess.ts',
    'test/tools/bench/openingProcess.ts',
    'test/tools/bench/start.ts',
    'test/tools/golden.ts',
    'test/tools/pages.ts',
    'test/tools/corpus.ts',
    'test/tools/regexps.ts',
  ],
  outdir: 'dist/test/unit',
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  // Modules have no `require` of their own.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
  },
  splitting: true,
  packages: 'external',
  alias: { vscode: './test/helpers/vscode.ts' },
  minify: false,
};

// One file for each extension host of VS Code, with everything in it.
const suite = { minify: false, sourcemap: 'inline', external: ['vscode'], entryPoints: ['test/vscode/entry.ts'] };
const suites = [
  { ...node, ...suite, outfile: 'dist/test/vscode.node.js', define: { HOST: '"node"' } },
  { ...browser, ...suite, outfile: 'dist/test/vscode.browser.js', format: 'cjs', define: { HOST: '"browser"' } },
];

rmSync('dist', { recursive: true, force: true });
const tests = process.argv.includes('--tests') ? [units, ...suites] : [];
const [built] = await Promise.all([all(bundles), all(tests)]);
writeFileSync('dist/licenses.txt', licenses([worker, ...built]));

function all(list) {
  return Promise.all(list.map((options) => build(options)));
}

/** The licenses of the packages that are in the bundles. */
function licenses(results) {
  const files = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const packages = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? []);
  return [...new Set(packages)].sort().map(licenseOf).join('\n\n');
}

function licenseOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}`;
}
