// Fetches the language servers that ours is measured beside from the npm registry into .bench/, once. No install script is run,
// nothing is compiled.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const wishes = 'test/tools/bench/peers';

/** Everything that is fetched lies here. */
const cache = resolve('.bench');

/** The folder of the peers' packages; says in one line why there is none. */
export function installPeers(): string | undefined {
  try {
    return ensurePackages();
  } catch (error) {
    const lines = String((error as { stderr?: string }).stderr || error).split('\n');
    const reasons = lines.filter((line) => line.trim() && !/^npm (?:warn|notice)|complete log/i.test(line));
    console.log(
      `The peers cannot be fetched from the npm registry, and are left out (${reasons.slice(0, 3).join('; ')}).`,
    );
    return undefined;
  }
}

function ensurePackages(): string {
  const lock = readFileSync(join(wishes, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(cache, 'stamp');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    console.log('Fetching the peers from the npm registry (once) …');
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(wishes, file), join(cache, file));
    npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], cache);
    writeFileSync(stamp, wanted);
  }
  return join(cache, 'node_modules');
}

function npm(args: readonly string[], cwd: string): void {
  const own = process.env.npm_execpath;
  const [program, first] = own ? [process.execPath, [own]] : ['npm', []];
  const shell = !own && process.platform === 'win32';
  execFileSync(program, [...first, ...args], { cwd, shell, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
}
