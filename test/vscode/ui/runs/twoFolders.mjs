import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../workbench.mjs';

export const isAlone = true;

const log = (lines) => `${lines.map((line, index) => `10:0${index}:00 ${line}`).join('\n')}\n`;

/** A workspace file. In a browser, VS Code would save a second after an edit. */
const workspaceOf = (...names) =>
  JSON.stringify({
    folders: names.map((path) => ({ path })),
    settings: { 'files.autoSave': 'off', 'editor.autoClosingBrackets': 'never' },
  });

/** Makes a workspace of two folders, one of which has a project file already. */
export function prepare(folder) {
  for (const [name, person, work] of [
    ['bees', 'bob', 'oil the saw'],
    ['wood', 'cid', 'order ladders'],
  ]) {
    mkdirSync(join(folder, name));
    writeFileSync(
      join(folder, name, `${name}.2031-03-07.log`),
      log([
        `<ann> #startmeeting All about ${name}`,
        `<ann> #action ${person} to ${work}`,
        `<${person}> ok`,
        `<ann> #agreed ${name} are good`,
        '<ann> #endmeeting',
      ]),
    );
  }
  writeFileSync(join(folder, 'bees/meetlog.json'), '{\n  "people": [{ "name": "Bob Bright", "nicks": ["bob"] }]\n}\n');
  const workspace = join(folder, 'all.code-workspace');
  writeFileSync(workspace, workspaceOf('bees', 'wood'));
  return workspace;
}

/** The views in a workspace of two folders, each with its own project file. */
export async function use(workbench) {
  const { page, folder } = workbench;
  const row = (text) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
  const doneIn = (name) => {
    const file = join(folder, name, 'meetlog.json');
    const { actions = [] } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    return actions.map(({ log: named, text }) => `${named}: ${text}`);
  };
  /** Ticks or unticks an action item, until both files say so. */
  const tick = (text, expected) =>
    until(
      () => row(text).locator('.monaco-checkbox, .custom-view-tree-node-item-checkbox').first().click(),
      async () => {
        const isDone = () => JSON.stringify([doneIn('bees'), doneIn('wood')]) === JSON.stringify(expected);
        for (let tenths = 0; tenths < 50 && !isDone(); tenths++) await page.waitForTimeout(100);
        assert.deepEqual([doneIn('bees'), doneIn('wood')], expected);
      },
    );
  const bees = 'bees.2031-03-07.log: bob to oil the saw';
  const wood = 'wood.2031-03-07.log: cid to order ladders';

  await workbench.step('Ctrl+T finds what was said in both folders before any log is open', async () => {
    await page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'wood' })
      .first()
      .waitFor({ timeout: 60_000 });
    // VS Code asks only once, perhaps before any extension runs.
    await until(
      async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+t');
      },
      async () => {
        await workbench.input.fill('#aregood', { timeout: 5000 });
        await workbench.pickRow('bees are good').waitFor({ timeout: 5000 });
      },
    );
    await workbench.pickRow('wood are good').waitFor();
    await page.keyboard.press('Escape');
  });

  await workbench.step('the views show the meetings of both folders, with the people of each', async () => {
    await until(
      async () => {
        // A second click would hide it again.
        if (!(await page.getByRole('button', { name: 'Decisions Section' }).isVisible()))
          await page.getByRole('tab', { name: 'Meetings' }).first().click({ timeout: 60_000 });
      },
      () => row('All about bees').waitFor({ timeout: 20_000 }),
    );
    await row('All about wood').waitFor();
    await row('Bob Bright').waitFor();
    await row('oil the saw').waitFor();
    await row('order ladders').waitFor();
    await row('bees are good').waitFor();
    await row('wood are good').waitFor();
  });

  await workbench.step(
    'what is typed in meetlog.json counts before it is saved, and no more once it is taken back',
    async () => {
      await until(
        () => page.keyboard.press('Control+p'),
        () => workbench.input.fill('meetlog.json', { timeout: 5000 }),
      );
      await workbench.pickRow('meetlog.json').click();
      await workbench.line('Bob Bright').click();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText('{ "people": [{ "name": "Bob Unsaved", "nicks": ["bob"] }] }');
      await row('Bob Unsaved').waitFor();
      assert.match(readFileSync(join(folder, 'bees/meetlog.json'), 'utf8'), /Bob Bright/);
      await workbench.run('File: Revert File');
      await row('Bob Bright').waitFor();
      await workbench.run('View: Close All Editors');
    },
  );

  await workbench.step('ticking an action item writes the project file of its folder', async () => {
    await tick('oil the saw', [[bees], []]);
    await row('oil the saw').getByText('done').waitFor();
    await tick('order ladders', [[bees], [wood]]);
    await row('order ladders').getByText('done').waitFor();
    assert.ok(!existsSync(join(folder, 'meetlog.json')));
    await tick('oil the saw', [[], [wood]]);
    await row('oil the saw').getByText('since').waitFor();
  });

  await workbench.step('a folder that is removed takes its meetings along, and brings them back', async () => {
    const file = join(folder, 'all.code-workspace');
    writeFileSync(file, workspaceOf('bees'));
    await row('All about wood').waitFor({ state: 'detached' });
    await row('order ladders').waitFor({ state: 'detached' });
    await row('wood are good').waitFor({ state: 'detached' });
    await row('All about bees').waitFor();
    writeFileSync(file, workspaceOf('bees', 'wood'));
    await row('All about wood').waitFor();
    await row('wood are good').waitFor();
  });
}
