// Runs the suites inside a real VS Code, in its Node and in its web extension host: in a desktop VS Code where there is one,
// else in VS Code's own server from npm packages, seen through a headless browser.
//   VSCODE_PATH=…          the desktop VS Code to use     VSCODE_HOST=npm|desktop   which of the two to use
//   CHROME_PATH=…          the browser to use             VSCODE_VERBOSE=1          print the whole console
//   VSCODE_RELEASE=newest   use the newest VS Code of npm packages, instead of the oldest
//   VSCODE_KINDS=node|browser   run them in one extension host only
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { desktopVsCode, NoDesktop } from './host/desktop.mjs';
import { cache, NoHost, release, root } from './host/install.mjs';
import { loadWebExtension, startBrowser, startServer } from './host/server.mjs';

const mark = '¦ ';
const kinds = (process.env.VSCODE_KINDS ?? 'node,browser').split(',');
/** In milliseconds, for all suites in one extension host. A fourth of it will do on a quiet machine. */
const timeLimit = 600_000;
const settings = {
  // In a browser, VS Code saves a second after an edit: a slow machine would give later tests the edits of earlier ones.
  'files.autoSave': 'off',
  // No one looks.
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'workbench.reduceMotion': 'on',
};

try {
  const failed = await runInDesktop().catch((error) => {
    if (!(error instanceof NoDesktop) || process.env.VSCODE_HOST === 'desktop') throw error;
    console.log(`${error.message}: using the VS Code of npm packages.`);
    return runInBrowser();
  });
  if (failed.length > 0) throw new Error(`failed in: ${failed.join(', ')}`);
} catch (error) {
  const missing = error instanceof NoHost || error instanceof NoDesktop;
  console.error(missing ? `The tests inside VS Code cannot run: ${error.message}.` : error);
  process.exit(missing ? 2 : 1);
}

async function runInDesktop() {
  if (process.env.VSCODE_HOST === 'npm') throw new NoDesktop('VSCODE_HOST is npm');
  if (release === 'newest') throw new NoDesktop('The newest VS Code is asked for');
  const vscodeExecutablePath = await desktopVsCode();
  const { runTests } = await import('@vscode/test-electron');
  const failed = [];
  for (const kind of kinds) {
    // Short paths: a profile holds a socket, whose path may have about a hundred characters.
    const profile = mkdtempSync(join(tmpdir(), 'vsc-'));
    const quiet = ['--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'];
    await withFolder(async (folder) => {
      const launchArgs = [
        folder,
        `--user-data-dir=${join(profile, 'u')}`,
        `--extensions-dir=${join(profile, 'e')}`,
        ...quiet,
      ];
      if (kind === 'browser') launchArgs.push('--extensionDevelopmentKind=web');
      const extensionTestsPath = join(root, `dist/test/vscode.${kind}.js`);
      const options = { vscodeExecutablePath, extensionDevelopmentPath: root, extensionTestsPath, launchArgs };
      await runTests(options).catch(() => failed.push(kind));
    });
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return failed;
}

/** Runs the suites in both extension hosts side by side. Each has its own server and browser, and so its settings and clipboard. */
async function runInBrowser() {
  const hosts = [];
  try {
    const done = await Promise.all(
      kinds.map(async (kind) => {
        const host = await startHost(kind);
        hosts.push(host);
        return { host, isGood: await run(host) };
      }),
    );
    const failed = [];
    for (const { host } of done.filter(({ isGood }) => !isGood)) {
      // VS Code in a browser drops a message or a frame now and then: a fault of ours fails both times.
      console.log('\nOnce more, in a fresh workbench:');
      if (!(await run(host))) failed.push(host.kind);
    }
    return failed;
  } finally {
    for (const { browser, server } of hosts) {
      await browser.close();
      server.stop();
    }
  }
}

async function startHost(kind) {
  const server = await startServer({ settings, driven: true });
  return { kind, server, browser: await startBrowser(server) };
}

function run({ kind, server, browser }) {
  return withFolder((folder) => runPage(server, browser, kind, folder));
}

/** Runs the suites in one workbench. Their lines are printed; all else only where something goes wrong. */
async function runPage(server, browser, kind, folder) {
  const say = (text) => console.log(text.replace(/^/gm, `${kind} `.padEnd(8)));
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const tests = `/dist/test/vscode.${kind}.js`;
  const noise = [];
  let summary = false;
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
    if (process.env.VSCODE_VERBOSE || !text.startsWith(mark)) noise.push(text);
    if (text.startsWith(mark)) say(text.slice(mark.length));
    summary ||= /^¦ \d+ passed, \d+ failed$/.test(text);
  });
  const result = new Promise((done) => {
    page.exposeFunction('codeAutomationExit', done);
    page.on('crash', () => done('the page crashed'));
    setTimeout(() => done(`no result within ${timeLimit / 1000} s`), timeLimit).unref();
  });
  const payload = [
    ['extensionDevelopmentPath', server.remote(root)],
    ['extensionTestsPath', server.remote(join(root, tests))],
  ];
  if (kind === 'browser') await loadWebExtension(context, server, root, tests);
  await page.goto(server.url(folder, kind === 'node' ? payload : []), { waitUntil: 'commit' });
  const code = await result;
  if (!summary || process.env.VSCODE_VERBOSE) {
    await page.screenshot({ path: join(cache, `failed-${kind}.png`) });
    say(`ended with ${code}. The console said last:\n${noise.slice(-40).join('\n')}`);
  }
  await context.close();
  return code === 0 && summary;
}

/** Gives a fresh copy of the examples to work in. */
async function withFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'meetlog-folder-'));
  cpSync(join(root, 'examples'), folder, { recursive: true });
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
