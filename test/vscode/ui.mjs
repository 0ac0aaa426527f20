// Packs the extension, installs the package into VS Code's server, and uses it through the workbench as a person does.
// VS Code has its default settings, but no chat beside the editors. Leaves a screenshot of each step in .vscode-test/screenshots/.
//   VSCODE_RELEASE=newest   use the newest VS Code of npm packages, instead of the oldest
//   CHROME_PATH=…   the browser to use     ONLY=preview,editor   only these files of ui/runs/, each of which is a run
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from '../tools/pack.mjs';
import { cache, NoHost } from './host/install.mjs';
import { startBrowser, startServer } from './host/server.mjs';
import { fill, tidy, viewport } from './ui/tidy.mjs';
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
  const runs = await Promise.all(names.map(async (name) => ({ name, ...(await import(`./ui/runs/${name}.mjs`)) })));
  // To open a workbench takes longer than most runs.
  await runInOne(runs.filter(({ isAlone }) => !isAlone));
  for (const run of runs.filter(({ isAlone }) => isAlone)) await runInOne([run]);
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

/** Makes runs one after the other in the same workbench, and those that fail once more, each in a fresh one. */
async function runInOne(runs) {
  let opened;
  for (const [index, { name, use, prepare }] of runs.entries()) {
    opened ??= await open(prepare);
    console.log(`\n${name}`);
    const isGood = await make(name, use, opened);
    // What a failed run leaves behind is unknown.
    if (!isGood || index === runs.length - 1 || !(await isTidied(opened))) opened = await close(opened);
    // VS Code in a browser drops a key or a frame now and then: a fault of ours fails both times.
    if (!isGood && !(await makeAgain(name, use, prepare))) process.exitCode = 1;
  }
}

async function makeAgain(name, use, prepare) {
  console.log('\nOnce more, in a fresh workbench:');
  const opened = await open(prepare);
  const isGood = await make(`${name}-again`, use, opened);
  await close(opened);
  return isGood;
}

/** Makes a run, and tells whether all of it went well. Its screenshots begin with `name`. */
async function make(name, use, { page, folder }) {
  const workbench = new Workbench(server, page, folder, join(screenshots, name));
  await use(workbench);
  return workbench.failures === 0;
}

function isTidied({ page, folder }) {
  return tidy(new Workbench(server, page, folder)).then(
    () => true,
    (error) => console.log(`The next run has a fresh workbench: ${error.message}`),
  );
}

/** Opens a workbench on a fresh copy of the examples, or on what a run prepares in it: it returns the path of that. */
async function open(prepare = (folder) => folder) {
  const folder = mkdtempSync(join(tmpdir(), 'meetlog-ui-'));
  fill(folder);
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(30_000);
  await page.goto(server.url(prepare(folder)), { waitUntil: 'commit' });
  return { page, folder };
}

async function close({ page, folder }) {
  await page.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Packs the extension as it would be published. */
function packed() {
  const file = join(cache, 'meetlog.vsix');
  mkdirSync(cache, { recursive: true });
  pack(['-o', file]);
  console.log(`${file}: ${Math.round(statSync(file).size / 1024)} KB`);
  return file;
}
