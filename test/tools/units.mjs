/** How esbuild bundles the unit tests: one file for each test file, run by mocha in Node; imported packages are external. */
export const units = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  // Modules have no `require` of their own.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
  },
  packages: 'external',
  alias: { vscode: './test/helpers/vscode.ts' },
  logLevel: 'warning',
};
