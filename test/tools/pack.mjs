// Packs the extension into a .vsix file; arguments go to `vsce package`.
//   --baseImagesUrl URL   the address below which the pictures of the README can be fetched. Without it the packed README has
//                         none: VS Code shows no picture of a relative path.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withoutPictures } from './readmePictures.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const plainReadme = 'dist/README.md';

/** Packs what `dist` holds; `args` are those of `vsce package`. */
export function pack(args) {
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const all = ['package', '--no-dependencies', '--allow-missing-repository', ...args, ...readme(args)];
  execFileSync(process.execPath, [vsce, ...all], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

function readme(args) {
  if (args.some((arg) => arg.startsWith('--baseImagesUrl'))) return [];
  writeFileSync(join(root, plainReadme), withoutPictures(readFileSync(join(root, 'README.md'), 'utf8')));
  return ['--readme-path', plainReadme, '--no-rewrite-relative-links'];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) pack(process.argv.slice(2));
