import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const left = new Set(['.git', '.vscode-test', 'dist', 'node_modules']);

/** Packs Meetlog as npm does, from a fresh copy of its sources. Returns the folder that was made, and the path of the package. */
export function packMeetlog(): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'meetlog-packed-'));
  const sources = join(folder, 'sources');
  cpSync('.', sources, { recursive: true, filter: (path) => !left.has(basename(path)) });
  symlinkSync(resolve('node_modules'), join(sources, 'node_modules'), 'junction');
  const npm = (...args: readonly string[]) =>
    execFileSync('npm', args, { cwd: sources, encoding: 'utf8', stdio: 'pipe', shell: process.platform === 'win32' });
  const [name = ''] = /meetlog-[\d.]+\.tgz/.exec(npm('pack', '--pack-destination', folder)) ?? [];
  return { folder, file: join(folder, name) };
}
