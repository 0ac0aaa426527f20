// Bundles the extension, the server and the command line into dist/; with --tests, the tests into dist/test/ as well. With
// --watch, it rebuilds what changes, for debugging: not minified, and without the licenses.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build, context } from 'esbuild';
import { units } from './test/tools/units.mjs';

const isWatching = process.argv.includes('--watch');
const withTests = process.argv.includes('--tests');

const common = {
  bundle: true,
  sourcemap: 'linked',
  logLevel: 'warning',
  legalComments: 'none',
  minify: !isWatching,
  metafile: true,
  // Its other build, which Node would load, cannot be bundled.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
};
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };
const browser = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
const program = { ...node, banner: { js: '#!/usr/bin/env node' } };

/** Leaves what is imported by `import()` to a separate bundle, which is read only then. A web extension has only one file. */
const parts = {
  name: 'parts',
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path)}`, external: true } : undefined,
    ),
};

/**
 * Leaves what few need, and large libraries of it, to bundles that are read only then: converters of exports, patterns of links,
 * minutes in HTML, the server for assistants.
 */
const seldom = {
  name: 'seldom',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/(?:conversion|linkPatterns|mcp|readHtml)\.js$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path)}`, external: true } : undefined,
    ),
};

/** Of the worker that renders templates in a browser: its bundle, and the files that it is made of. */
const templateWorker = {
  ...browser,
  entryPoints: ['server/src/templates/worker.ts'],
  format: 'iife',
  sourcemap: false,
  logLevel: 'silent',
  write: false,
};
let workerInputs = templateWorker.entryPoints;

/** Puts that worker into the server's bundle as a text, the constant `templateWorker`: a web extension has but one file. */
const workerAsText = {
  name: 'workerAsText',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^templateWorker$/ }, ({ path }) => ({ path, namespace: 'text' }));
    onLoad({ filter: /./, namespace: 'text' }, async () => {
      const watchFiles = () => workerInputs.map((file) => resolve(file));
      try {
        const worker = await build(templateWorker);
        workerInputs = inputsOf(worker);
        const text = JSON.stringify(worker.outputFiles[0].text);
        return { contents: `export const templateWorker = ${text}`, watchFiles: watchFiles() };
      } catch ({ errors }) {
        return { errors, watchFiles: watchFiles() };
      }
    });
  },
};

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
  { ...program, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.js', plugins: [seldom] },
  {
    ...browser,
    entryPoints: ['server/src/main.browser.ts'],
    outfile: 'dist/server.browser.js',
    format: 'iife',
    inject: ['templateWorker'],
    plugins: [workerAsText],
  },
  { ...program, entryPoints: ['server/src/cli/main.ts'], outfile: 'dist/cli.js', plugins: [seldom] },
  { ...node, entryPoints: ['server/src/convert/conversion.ts'], outfile: 'dist/conversion.js' },
  { ...node, entryPoints: ['server/src/meeting/linkPatterns.ts'], outfile: 'dist/linkPatterns.js' },
  { ...node, entryPoints: ['server/src/workspace/verify/readHtml.ts'], outfile: 'dist/readHtml.js' },
  { ...node, entryPoints: ['server/src/cli/mcp/mcp.ts'], outfile: 'dist/mcp.js' },
  // LiquidJS is in here alone: most people have no template, and would wait for it at every start.
  { ...node, entryPoints: ['server/src/templates/process.ts'], outfile: 'dist/templateProcess.js' },
];

const unitTests = {
  ...node,
  ...units,
  entryPoints: [
    'test/*/**/*.test.ts',
    'test/tools/bench/bench.ts',
    'test/tools/bench/floorProcess.ts',
    'test/tools/bench/hardProcess.ts',
    'test/tools/bench/openingProcess.ts',
    'test/tools/bench/start.ts',
    'test/tools/golden.ts',
    'test/tools/mutants/main.ts',
    'test/tools/pages.ts',
    'test/tools/corpus.ts',
    'test/tools/tryLayouts.ts',
    'test/tools/regexps.ts',
  ],
  outdir: 'dist/test/unit',
  splitting: true,
  minify: false,
};

// One file for each extension host of VS Code, with everything in it.
const suite = { minify: false, sourcemap: 'inline', external: ['vscode'], entryPoints: ['test/vscode/entry.ts'] };
const suites = [
  { ...node, ...suite, outfile: 'dist/test/vscode.node.js', define: { HOST: '"node"' } },
  { ...browser, ...suite, outfile: 'dist/test/vscode.browser.js', format: 'cjs', define: { HOST: '"browser"' } },
];

rmSync('dist', { recursive: true, force: true });
const tests = withTests ? [unitTests, ...suites] : [];
if (isWatching) await watch([...bundles, ...tests]);
else {
  const [built] = await Promise.all([all(bundles), all(tests)]);
  writeFileSync('dist/licenses.txt', licenses([...workerInputs, ...built.flatMap(inputsOf)]));
}

function all(list) {
  return Promise.all(list.map((options) => build(options)));
}

/**
 * Rebuilds whatever changes, until the process is ended. Prints when bundles are being made and when all of them are, and in
 * between all problems that there are, whichever bundle was made anew: `.vscode/tasks.json` reads these lines.
 */
async function watch(list) {
  const problems = new Map();
  let running = list.length;
  const begin = () => console.log('watch: bundling');
  const end = () => {
    for (const line of new Set([...problems.values()].flat())) console.log(line);
    console.log('watch: done');
  };
  const reporting = (bundle) => ({
    name: 'reporting',
    setup: ({ onStart, onEnd }) => {
      let isFirst = true;
      onStart(() => {
        if (!isFirst && running++ === 0) begin();
        isFirst = false;
      });
      onEnd(({ errors, warnings }) => {
        const lines = (severity, messages) => messages.map((message) => problemLine(severity, message));
        problems.set(bundle, [...lines('error', errors), ...lines('warning', warnings)]);
        if (--running === 0) end();
      });
    },
  });
  const watched = (options) => ({
    ...options,
    logLevel: 'silent',
    plugins: [...(options.plugins ?? []), reporting(options)],
  });

  begin();
  const contexts = await Promise.all(list.map((options) => context(watched(options))));
  for (const one of contexts) await one.watch();
}

function problemLine(severity, { text, location }) {
  const { file, line, column } = location ?? { file: 'build.mjs', line: 1, column: 0 };
  return `${file}:${line}:${column + 1}: ${severity}: ${text.replaceAll('\n', ' ')}`;
}

function inputsOf({ metafile }) {
  return Object.keys(metafile.inputs);
}

/** The licenses of the packages that are in the bundles, which are made of these files. */
function licenses(files) {
  const packages = files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? []);
  return [...new Set(packages)].sort().map(licenseOf).join('\n\n');
}

function licenseOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}`;
}
