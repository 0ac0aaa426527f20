// Packs the extension, installs the package into VS Code's server, and uses it through the workbench as a person does.
// VS Code has its default settings, but no chat beside the editors. Leaves a screenshot of each step in .vscode-test/screenshots/.
//   VSCODE_RELEASE=newest   use the newest VS Code of npm packages, instead of the oldest
//   CHROME_PATH=…   the browser to use     ONLY=preview,editor   only these files of ui/runs/, each of which is a run
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from '../tools/pack.mjs';
import { cache, NoHost, root } from './host/install.mjs';
import { startBrowser, startServer } from './host/server.mjs';
import { Workbench } from './ui/workbench.mjs';

const screenshots = join(cache, 'screenshots');
const names = process.env.ONLY?.split(',') ?? readdirSync(join(import.meta.dirname, 'ui/runs')).map(withoutEnding);

rmSync(screenshots, { recursive: true, force: true });
mkdirSync(screenshots, { recursive: true });
let server;
let browser;
try {
  // In newer releases it takes a third of a window of this size: VS Code then puts nothing beside anything.
  const settings = { 'workbench.secondarySideBar.defaultVisibility': 'hidden' };
  server = await startServer({ vsix: packed(), settings });
  browser = await startBrowser(server);
  for (const name of names) {
    const { use } = await import(`./ui/runs/${name}.mjs`);
    if (await open(name, use)) continue;
    // VS Code in a browser drops a key or a frame now and then: a fault of ours fails both times.
    console.log('\nOnce more, in a fresh workbench:');
    if (!(await open(`${name}-again`, use))) process.exitCode = 1;
  }
} catch (error) {
  console.error(
    error instanceof NoHost ? `The run through VS Code's workbench cannot be made: ${error.message}.` : error,
  );
  process.exitCode = error instanceof NoHost ? 2 : 1;
} finally {
  await browser?.close();
  server?.stop();
}

function withoutEnding(file) {
  return file.replace(/\.mjs$/, '');
}

/**
 * Makes a run in a workbench of its own, on a fresh copy of the examples, and tells whether all of it went well. Its
 * screenshots begin with `name`.
 */
async function open(name, use) {
  const folder = mkdtempSync(join(tmpdir(), 'meetlog-ui-'));
  cpSync(join(root, 'examples'), folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
  page.setDefaultTimeout(30_000);
  await page.goto(server.url(folder), { waitUntil: 'commit' });
  const workbench = new Workbench(server, page, folder, join(screenshots, name));
  await use(workbench);
  await page.close();
  rmSync(folder, { recursive: true, force: true });
  return workbench.failures === 0;
}

/** Packs the extension as it would be published. */
function packed() {
  const file = join(cache, 'meetlog.vsix');
  mkdirSync(cache, { recursive: true });
  pack(['-o', file]);
  console.log(`${file}: ${Math.round(statSync(file).size / 1024)} KB`);
  return file;
}
