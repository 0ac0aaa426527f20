// Runs VS Code's server on a free port of the loopback interface, and opens workbenches in a browser.
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { ensureHost } from './install.mjs';

const program = ['out/server-main.js', '--accept-server-license-terms'];

/**
 * Starts a server with an own, empty profile, and with the extensions of a folder that `install` has made. Its pages tell what
 * extension tests print if they are `driven`: newer releases then show no notifications.
 */
export async function startServer({ extensions, settings = {}, keys = [], driven = false } = {}) {
  const { vscode, modules, node } = ensureHost();
  const profile = mkdtempSync(join(tmpdir(), 'meetlog-vscode-'));
  const user = join(profile, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify(settings));
  writeFileSync(join(user, 'keybindings.json'), JSON.stringify(keys));
  const env = cleanEnvironment();
  const common = [...program, '--server-data-dir', profile];
  if (extensions) common.push('--extensions-dir', extensions);

  const port = await freePort();
  const flags = ['--without-connection-token', '--disable-workspace-trust'];
  if (driven) flags.push('--enable-smoke-test-driver');
  const quiet = ['--telemetry-level', 'off', '--disable-getting-started-override', '--force-disable-user-env'];
  const server = spawn(node, [...common, '--host', '127.0.0.1', '--port', String(port), ...flags, ...quiet], {
    cwd: vscode,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: extension hosts and language servers end with it.
    detached: process.platform !== 'win32',
  });
  const stop = () => {
    try {
      process.kill(process.platform === 'win32' ? server.pid : -server.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', stop);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  await listening(server);
  return {
    vscode,
    modules,
    /** The address of a workbench on a folder or a `.code-workspace` file. The authority of all its URIs is this one. */
    url: (path, payload = []) => {
      const kind = path.endsWith('.code-workspace') ? 'workspace' : 'folder';
      const pairs = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload];
      return `http://localhost:${port}/?${kind}=${encodeURIComponent(uriPath(path))}&payload=${encodeURIComponent(JSON.stringify(pairs))}`;
    },
    remote: (path) => `vscode-remote://localhost:${port}${uriPath(path).split('/').map(encodeURIComponent).join('/')}`,
    /** Kills the language servers that this VS Code has started, as if they had crashed. False where that cannot be done. */
    killLanguageServers: () => {
      const found = descendants(server.pid).filter(({ command }) => /\bdist\/server\.js\b/.test(command));
      for (const { id } of found) process.kill(id, 'SIGKILL');
      return found.length > 0;
    },
    stop,
  };
}

/** Installs a package into a new folder for extensions, which servers may share. */
export function install(vsix) {
  const { vscode, node } = ensureHost();
  const folder = mkdtempSync(join(tmpdir(), 'meetlog-extensions-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const args = ['--server-data-dir', folder, '--extensions-dir', folder, '--install-extension', vsix];
  const done = spawnSync(node, [...program, ...args], { cwd: vscode, env: cleanEnvironment(), encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${vsix} could not be installed:\n${done.stdout}${done.stderr}`);
  return folder;
}

/** The processes that a process has started, and those that they have; none where the system does not show them as Linux does. */
function descendants(parent) {
  const ids = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  const all = ids.flatMap((id) => {
    try {
      const [, from] = /.*\) \S+ (\d+)/s.exec(readFileSync(`/proc/${id}/stat`, 'utf8'));
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return [{ id: Number(id), parent: Number(from), command }];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
  const below = (one) => all.filter((other) => other.parent === one).flatMap((other) => [other, ...below(other.id)]);
  return below(parent);
}

/** Starts a browser for the workbenches of a server. */
export async function startBrowser({ modules }) {
  const { executablePath, env } = findBrowser(modules);
  const { chromium } = createRequire(join(modules, 'x.js'))('playwright-core');
  // Only localhost has a name: a test neither needs the internet nor talks to it.
  const alone = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost';
  return chromium.launch({
    executablePath,
    env,
    // People have scroll bars.
    ignoreDefaultArgs: ['--hide-scrollbars'],
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', alone],
  });
}

/**
 * Has the pages of a context load an extension as a web extension. It must come from the page's own origin, so its folder is
 * linked among the server's static files; and it is named in the configuration that the server writes into the page, before the
 * page's scripts run.
 */
export async function loadWebExtension(context, { vscode }, folder, tests) {
  const link = `web-extension-${process.pid}`;
  rmSync(join(vscode, link), { force: true });
  symlinkSync(folder, join(vscode, link), 'junction');
  process.once('exit', () => rmSync(join(vscode, link), { force: true }));
  await context.addInitScript(
    ({ link, tests }) => {
      const configure = () => {
        const meta = document.getElementById('vscode-workbench-web-configuration');
        if (!meta) return;
        const base = new URL('../', globalThis._VSCODE_FILE_ROOT);
        const uri = (path) => ({
          scheme: base.protocol.slice(0, -1),
          authority: base.host,
          path: base.pathname + link + path,
        });
        const settings = JSON.parse(meta.dataset.settings);
        const options = { extensions: [uri('')], extensionTestsPath: uri(tests) };
        settings.developmentOptions = { ...settings.developmentOptions, ...options };
        meta.dataset.settings = JSON.stringify(settings);
      };
      document.addEventListener('readystatechange', configure, { once: true });
    },
    { link, tests },
  );
}

/** A path as it stands in a URI: with slashes, and one in front. */
function uriPath(path) {
  return path.replaceAll('\\', '/').replace(/^(?!\/)/, '/');
}

/** The environment without what a VS Code around us would tell ours; and without its gallery of extensions. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{}' };
}

function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

function listening(server) {
  return new Promise((done, failed) => {
    let said = '';
    const timer = setTimeout(() => failed(new Error(`VS Code's server does not start:\n${said}`)), 60_000);
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (data) => {
        said += data;
        if (!said.includes('Extension host agent listening')) return;
        clearTimeout(timer);
        done();
      });
    }
    server.once('exit', (code) => failed(new Error(`VS Code's server ended with ${code}:\n${said}`)));
  });
}
