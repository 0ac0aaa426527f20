// Takes the pictures of README and docs/ in the newest VS Code with its default settings.
//   ONLY=preview,page   take only these     CHROME_PATH=…   the browser to use
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pack } from '../tools/pack.mjs';

// Before the modules are loaded that read it.
process.env.VSCODE_RELEASE ??= 'newest';
const { cache, root } = await import('./host/install.mjs');
const { install, startBrowser, startServer } = await import('./host/server.mjs');
const { until, Workbench } = await import('./ui/workbench.mjs');

const log = 'rooftop-garden.log';
const outputs = join(root, 'docs/pictures');

/** Chat and its side bar are off: they take up a third of a small window. */
const settings = { 'chat.disableAIFeatures': true, 'workbench.secondarySideBar.defaultVisibility': 'hidden' };

/** What a person does for each picture. It gives the locator of what the picture shows; by default it shows the whole window. */
const pictures = {
  async screenshot(workbench) {
    await workbench.page.setViewportSize({ width: 1480, height: 860 });
    await openPreview(workbench);
    await workbench.run('Explorer: Focus on Outline View');
    await workbench.page.getByRole('button', { name: 'Explorer Section: garden' }).click();
    await workbench.goTo(19);
    await workbench.page.getByRole('treeitem', { name: /^Action: teo/ }).waitFor();
    await moveAway(workbench);
  },
  async preview(workbench) {
    await openPreview(workbench);
    await workbench.run('View: Close Primary Side Bar');
    await workbench.goTo(23);
    await moveAway(workbench);
    return workbench.page.locator('.part.editor');
  },
  async problem(workbench) {
    const { page } = workbench;
    await page.setViewportSize({ width: 1000, height: 620 });
    await workbench.run('View: Close Primary Side Bar');
    await until(
      () => workbench.line('Compost').getByText('#topic').hover(),
      () => page.locator('.monaco-hover:visible', { hasText: 'chair' }).waitFor({ timeout: 5000 }),
    );
    return page.locator('.part.editor');
  },
  async items(workbench) {
    await workbench.page.setViewportSize({ width: 1000, height: 620 });
    await workbench.run('View: Close Primary Side Bar');
    await workbench.page.keyboard.press('Control+Shift+O');
    await workbench.input.fill('@action');
    await workbench.pickRow('Action').waitFor();
    await moveAway(workbench);
  },
  async completion(workbench) {
    await workbench.page.setViewportSize({ width: 1000, height: 620 });
    await workbench.run('View: Close Primary Side Bar');
    await workbench.goTo(24);
    await workbench.append('\n18:05:41 <noor> #to');
    await workbench.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: '#topic' }).first().waitFor();
    return workbench.page.locator('.part.editor');
  },
  async record(workbench) {
    const { page } = workbench;
    await page.setViewportSize({ width: 1000, height: 620 });
    await workbench.run('View: Close Primary Side Bar');
    await until(
      async () => {
        await page.keyboard.press('Escape');
        await workbench.line('it was always me').getByText('always').first().click();
        await page.keyboard.press('Control+.');
      },
      () => page.locator('.action-widget').getByText('Record as').first().waitFor({ timeout: 5000 }),
    );
    return page.locator('.part.editor');
  },
  async meetings(workbench) {
    const { page } = workbench;
    const row = (text) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
    await page.getByRole('tab', { name: 'Meetings' }).first().click({ timeout: 60_000 });
    await row('2031-04-02').click({ timeout: 60_000 });
    await page.getByRole('tab', { name: /tool-library\.2031-04-02/ }).waitFor();
    await row('twelve new ladders').waitFor();
    await moveAway(workbench);
  },
  async verify(workbench) {
    const { page } = workbench;
    await page.setViewportSize({ width: 1000, height: 620 });
    await workbench.file('tool-library').click();
    await workbench.file('minutes-2031-03-19.md').dblclick();
    await workbench.run('View: Close Primary Side Bar');
    await workbench.run('Meetlog: Check Minutes Against Log…');
    const finding = page.locator('.squiggly-warning').first();
    await finding.waitFor({ timeout: 60_000 });
    await until(
      () => finding.hover({ force: true }),
      () => page.locator('.monaco-hover:visible', { hasText: 'wrong-person' }).waitFor({ timeout: 5000 }),
    );
    return page.locator('.part.editor');
  },
  async formats(workbench) {
    await workbench.run('Meetlog: Generate Minutes');
    await workbench.pick('Markdown').waitFor();
    await moveAway(workbench);
    return workbench.page.locator('.quick-input-widget');
  },
  async layouts(workbench) {
    await workbench.run('Meetlog: Choose Layout…');
    await workbench.pickRow('MeetBot').waitFor();
    await moveAway(workbench);
    return workbench.page.locator('.quick-input-widget');
  },
  async page({ page, folder }) {
    const args = ['minutes', '--format', 'page', join(folder, log)];
    execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...args], { stdio: 'ignore' });
    await page.goto(pathToFileURL(join(folder, 'rooftop-garden.page.html')).href);
  },
};

async function openPreview(workbench) {
  const minutes = workbench.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  await workbench.run('Meetlog: Preview Minutes to the Side');
  await minutes.getByRole('heading', { name: /Rooftop garden/ }).waitFor();
}

/** Moves the mouse to where it shows no hover. */
function moveAway({ page }) {
  return page.mouse.move(200, 8);
}

const vsix = join(cache, 'meetlog.vsix');
mkdirSync(cache, { recursive: true });
mkdirSync(outputs, { recursive: true });
pack(['-o', vsix]);
const server = await startServer({ extensions: install(vsix), settings });
const browser = await startBrowser(server);
for (const name of process.env.ONLY?.split(',') ?? Object.keys(pictures)) await take(name);
await browser.close();
server.stop();

async function take(name) {
  // The window's title is the folder's name.
  const folder = join(mkdtempSync(join(tmpdir(), 'meetlog-')), 'garden');
  cpSync(join(root, 'examples'), folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
  await page.goto(server.url(folder), { waitUntil: 'commit' });
  const workbench = new Workbench(server, page, folder, join(cache, 'screenshots', name));
  await workbench.file(log).dblclick({ timeout: 60_000 });
  await workbench.lens('Preview').waitFor({ timeout: 60_000 });
  const shown = (await pictures[name](workbench)) ?? page;
  // What has just been drawn, or still fades.
  await page.waitForTimeout(1500);
  await shown.screenshot({ path: join(outputs, `${name}.png`) });
  await page.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
  console.log(`docs/pictures/${name}.png`);
}
