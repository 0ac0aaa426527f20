// Packs the extension, installs the package into VS Code's server, and uses it through the workbench as a person does.
// Leaves a screenshot of each step in .vscode-test/screenshots/. CHROME_PATH=… names the browser to use.
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cache, NoHost, root } from './host/install.mjs';
import { startBrowser, startServer } from './host/server.mjs';

const screenshots = join(cache, 'screenshots');
const settings = {
  'editor.minimap.enabled': false,
  'files.simpleDialog.enable': true,
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'editor.fontSize': 13,
  'editor.occurrencesHighlight': 'off',
};

const folder = mkdtempSync(join(tmpdir(), 'meetlog-ui-'));
cpSync(join(root, 'examples'), folder, { recursive: true });
rmSync(screenshots, { recursive: true, force: true });
mkdirSync(screenshots, { recursive: true });

let server;
let browser;
let failures = 0;
try {
  server = await startServer({ vsix: pack(), settings });
  browser = await startBrowser(server);
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
  page.setDefaultTimeout(20_000);
  await page.goto(server.url(folder), { waitUntil: 'commit' });
  await use(page);
} catch (error) {
  console.error(
    error instanceof NoHost ? `The run through VS Code's workbench cannot be made: ${error.message}.` : error,
  );
  process.exitCode = error instanceof NoHost ? 2 : 1;
} finally {
  await browser?.close();
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (failures > 0) process.exitCode = 1;

/** Everything that a person does, step by step. */
async function use(page) {
  let number = 0;
  const step = async (name, run) => {
    try {
      await run();
      console.log(`  ✓ ${name}`);
    } catch (error) {
      failures++;
      console.log(`  ✗ ${name}\n${error.message}`);
    }
    const file = `${String(++number).padStart(2, '0')}-${name.replace(/\W+/g, '-')}.png`;
    await page.screenshot({ path: join(screenshots, file) });
  };
  const editor = page.locator('.editor-instance').first();
  const line = (text) => editor.locator('.view-line', { hasText: text }).first();
  const lens = (text) => page.locator('.codelens-decoration').getByText(text, { exact: true }).first();
  const pick = (text) => page.locator('.quick-input-list').getByText(text, { exact: true }).first();
  const input = page.locator('.quick-input-widget input').first();
  const run = async (command) => {
    await until(
      () => page.keyboard.press('F1'),
      async () => {
        await input.fill(`>${command}`, { timeout: 3000 });
        await pick(command).waitFor({ timeout: 3000 });
      },
    );
    await pick(command).click();
  };

  await step('an ordinary log is opened and stays one', async () => {
    await page.getByRole('treeitem', { name: 'web-server.log' }).dblclick({ timeout: 60_000 });
    await page.locator('.statusbar-item').getByText('Log', { exact: true }).waitFor();
    assert.equal(await page.locator('.codelens-decoration').count(), 0);
  });

  await step('the log of a meeting is opened and known', async () => {
    await page.getByRole('treeitem', { name: 'rooftop-garden.log' }).dblclick();
    await page.locator('.statusbar-item').getByText('Meeting Log', { exact: true }).waitFor();
    await lens('Generate minutes').waitFor();
    await lens('not ended · 3 topics · 2 actions · 5 people').waitFor();
    await lens('3 min · 1 link, 1 agreement, 1 action').waitFor();
  });

  await step('the outline leads to a topic', async () => {
    await page.getByRole('button', { name: /^Explorer Section/ }).click();
    await page.getByRole('button', { name: 'Outline Section' }).click();
    await page.getByRole('treeitem', { name: /drip line with a timer, so that/ }).waitFor();
    await page.getByRole('treeitem', { name: /^Watering rota/ }).click();
    await page
      .locator('.statusbar-item')
      .getByText(/Ln 20,/)
      .waitFor();
  });

  await step('a nick tells who it is', async () => {
    await line('heating mat').getByText('kesh', { exact: true }).hover();
    await page.locator('.monaco-hover:visible').getByText('chair, appointed at 18:00:40 by noor').waitFor();
  });

  await step('the problems are listed', async () => {
    await page.mouse.move(700, 5);
    await page.keyboard.press('Control+Shift+M');
    for (const text of [
      'No bot knows #todo',
      'teo is not a chair',
      'names nobody who is present',
      'No chair ends this meeting',
    ]) {
      await page.locator('.markers-panel').getByText(text).first().waitFor();
    }
  });

  await step('a quick fix repairs a command', async () => {
    await page.locator('.markers-panel').getByText('No bot knows #todo').dblclick();
    await page
      .locator('.statusbar-item')
      .getByText(/Ln 30,/)
      .waitFor();
    await run('View: Hide Panel');
    await run('Quick Fix...');
    await page.locator('.action-widget').getByText('Change to #action').waitFor();
    await page.keyboard.press('Enter');
    await line('#action wanda orders the drip line').waitFor();
    await lens('3 min · 1 idea, 1 link, 1 agreement, 2 actions').waitFor();
  });

  await step('minutes are generated from the palette', async () => {
    await run('Meetlog: Generate Minutes');
    await pick('Markdown').click();
    await page.locator('.editor-instance').nth(1).getByText('Rooftop garden, spring plan').first().waitFor();
    await run('View: Focus First Editor Group');
    await page.keyboard.press('Control+Home');
    await lens('Generate minutes').waitFor();
  });

  await step('minutes are generated from the lens', async () => {
    await until(
      () => lens('Generate minutes').click(),
      () => pick('Text').waitFor({ timeout: 3000 }),
    );
    await pick('Text').click();
    await page.locator('.editor-instance').nth(1).getByText('Meeting summary').first().waitFor();
  });

  await step('minutes are saved to a file', async () => {
    await run('View: Focus First Editor Group');
    await until(
      () => lens('Save minutes…').click(),
      () => pick('Text').waitFor({ timeout: 3000 }),
    );
    await pick('Text').click();
    await page.getByText('Save minutes', { exact: true }).waitFor();
    await until(
      () => page.waitForTimeout(200),
      async () => assert.match(await input.inputValue(), /rooftop-garden\.txt$/),
    );
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item').getByText('Saved rooftop-garden.txt').waitFor();
    assert.match(
      readFileSync(join(folder, 'rooftop-garden.txt'), 'utf8'),
      /^=+\n#rooftop-garden: Rooftop garden, spring plan\n/,
    );
  });

  await step('the language status tells what was found', async () => {
    await page.locator('.statusbar-item[id="status.languageStatus"]').click();
    await page.getByText('bot: minutebot').waitFor();
  });

  await step('the log is called an ordinary one', async () => {
    await page.keyboard.press('Escape');
    await run('Meetlog: Treat as Ordinary Log');
    await page.locator('.statusbar-item').getByText('Log', { exact: true }).waitFor();
    await lens('Generate minutes').waitFor({ state: 'detached' });
  });
}

/** Does something until it has had its effect: VS Code loses a click on what it draws anew just then, and a key while focus moves. */
async function until(act, effect) {
  for (let tries = 1; ; tries++) {
    await act();
    try {
      return await effect();
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
}

/** Packs the extension as it would be published. */
function pack() {
  const file = join(cache, 'meetlog.vsix');
  mkdirSync(cache, { recursive: true });
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const how = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  execFileSync(process.execPath, [vsce, 'package', ...how, '-o', file], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  console.log(`${file}: ${Math.round(statSync(file).size / 1024)} KB`);
  return file;
}
