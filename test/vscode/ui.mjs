// Packs the extension, installs the package into VS Code's server, and uses it through the workbench as a person does.
// VS Code has its default settings, but no chat beside the editors. Leaves a screenshot of each step in .vscode-test/screenshots/.
//   VSCODE_RELEASE=newest   use the newest VS Code of npm packages, instead of the oldest
//   CHROME_PATH=…   the browser to use     ONLY=preview,editor   only these files of ui/runs/, each of which is a run
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from '../tools/pack.mjs';
import { cache, NoHost } from './host/install.mjs';
import { install, startBrowser, startServer } from './host/server.mjs';
import { fill, keys, tidy, viewport } from './ui/tidy.mjs';
import { Workbench } from './ui/workbench.mjs';

const screenshots = join(cache, 'screenshots');
const names = process.env.ONLY?.split(',') ?? readdirSync(join(import.meta.dirname, 'ui/runs')).map(withoutEnding);
/** How many workbenches are used side by side: one waits most of the time for what it draws. */
const seats = 2;

rmSync(screenshots, { recursive: true, force: true });
mkdirSync(screenshots, { recursive: true });
const taken = [];
try {
  const runs = await Promise.all(names.map(async (name) => ({ name, ...(await import(`./ui/runs/${name}.mjs`)) })));
  // Those that need a workbench of their own first: the others need not end together.
  const queue = [...runs.filter(({ isAlone }) => isAlone), ...runs.filter(({ isAlone }) => !isAlone)];
  const extensions = install(packed());
  await Promise.all(Array.from({ length: Math.min(seats, queue.length) }, () => useSeat(queue, extensions)));
} catch (error) {
  console.error(
    error instanceof NoHost ? `The run through VS Code's workbench cannot be made: ${error.message}.` : error,
  );
  process.exitCode = error instanceof NoHost ? 2 : 1;
} finally {
  for (const { browser, server } of taken) {
    await browser.close();
    server.stop();
  }
}

function withoutEnding(file) {
  return file.replace(/\.mjs$/, '');
}

/** Makes runs with a server and a browser of their own, and so settings and a clipboard that no other run changes. */
async function useSeat(queue, extensions) {
  // In newer releases it takes a third of a window of this size: VS Code then puts nothing beside anything.
  const settings = { 'workbench.secondarySideBar.defaultVisibility': 'hidden' };
  const server = await startServer({ extensions, settings, keys });
  const seat = { server, browser: await startBrowser(server) };
  taken.push(seat);
  await runAll(queue, seat);
}

/**
 * Makes runs of the queue until it is empty, in the same workbench, since to open one takes longer than most runs; and those that
 * fail once more, each in a fresh one.
 */
async function runAll(queue, seat) {
  let opened;
  for (let run = queue.shift(); run; run = queue.shift()) {
    const { name, use, isAlone, prepare } = run;
    opened ??= await open(seat, prepare);
    const isGood = await make(name, use, seat, opened);
    // What a failed run leaves behind is unknown.
    if (!isGood || isAlone || queue.length === 0 || !(await isTidied(seat, opened))) opened = await close(opened);
    // VS Code in a browser drops a key or a frame now and then: a fault of ours fails both times.
    if (!isGood && !(await makeAgain(run, seat))) process.exitCode = 1;
  }
  if (opened) await close(opened);
}

async function makeAgain({ name, use, prepare }, seat) {
  console.log(`${name}: once more, in a fresh workbench`);
  const opened = await open(seat, prepare);
  const isGood = await make(`${name}-again`, use, seat, opened);
  await close(opened);
  return isGood;
}

/** Makes a run, and tells whether all of it went well. Its lines and its screenshots begin with `name`. */
async function make(name, use, { server }, { page, folder }) {
  const say = (text) => console.log(text.replace(/^/gm, name.padEnd(15)));
  const workbench = new Workbench(server, page, folder, join(screenshots, name), say);
  await use(workbench);
  return workbench.failures === 0;
}

function isTidied({ server }, { page, folder }) {
  return tidy(new Workbench(server, page, folder)).then(
    () => true,
    (error) => console.log(`The next run has a fresh workbench: ${error.message}`),
  );
}

/** Opens a workbench on a fresh copy of the examples, or on what a run prepares in it: it returns the path of that. */
async function open({ browser, server }, prepare = (folder) => folder) {
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
