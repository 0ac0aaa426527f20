// Packs the extension as it is published, from what `npm run build` made.
//   --out FILE             where to, by default meetlog-VERSION.vsix
//   --baseImagesUrl URL    where the pictures of the README are; without it, the packed README has none
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { withPictures } from './readmePictures.mjs';

const root = resolve(import.meta.dirname, '../..');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { values } = parseArgs({ options: { out: { type: 'string', short: 'o' }, baseImagesUrl: { type: 'string' } } });
const out = resolve(values.out ?? `${name}-${version}.vsix`);
// A copy of what is packed: the README of the project stays as it is.
const folder = mkdtempSync(join(tmpdir(), 'meetlog-pack-'));
try {
  npm(['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
  execFileSync('tar', ['-xzf', `${name}-${version}.tgz`], { cwd: folder });
  const copy = join(folder, 'package');
  const readme = join(copy, 'README.md');
  writeFileSync(readme, withPictures(readFileSync(readme, 'utf8'), values.baseImagesUrl));
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const how = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  execFileSync(process.execPath, [vsce, 'package', ...how, '-o', out], {
    cwd: copy,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function npm(args) {
  const own = process.env.npm_execpath;
  const [program, ...first] = own ? [process.execPath, own] : ['npm'];
  execFileSync(program, [...first, ...args], {
    cwd: root,
    shell: !own && process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
