import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../workbench.mjs';

const log = (lines) => `${lines.map((line, index) => `10:0${index}:00 ${line}`).join('\n')}\n`;

/** The views about all meetings of a workspace. */
export async function use(workbench) {
  const { page, folder } = workbench;
  const row = (text) => page.locator('.sidebar .monaco-list-row', { hasText: text }).first();
  const bees = /Bees.*1 error/;
  const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  // Other meetings would need scrolling.
  for (const name of ['tool-library', 'rooftop-garden.log']) rmSync(join(folder, name), { recursive: true });
  mkdirSync(join(folder, 'bees'));
  writeFileSync(
    join(folder, 'bees/bees.2031-03-07.log'),
    log([
      '<ann> #startmeeting Bees',
      '<ann> #topic Hives',
      '<ann> #action bob to oil the saw',
      '<bob> ok',
      '<ann> #agreed two new hives',
      '<ann> #endmeeting',
    ]),
  );
  writeFileSync(
    join(folder, 'bees/bees.2031-03-14.log'),
    log([
      '<ann> #startmeeting Bees',
      '<ann> #topic Honey',
      '<ann> #action cid <img src=x> orders twelve ladders',
      '<cid> ok, and $(zap) that',
      '<ann> #agreed honey is sold in jars',
      '<bob> #topik Wax',
    ]),
  );

  await workbench.step('the view shows the meetings of the workspace', async () => {
    await until(
      async () => {
        // A second click would hide it again.
        if (!(await page.getByRole('button', { name: 'Decisions Section' }).isVisible()))
          await page.getByRole('tab', { name: 'Meetings' }).first().click({ timeout: 60_000 });
      },
      () => row('2031-03-14').waitFor({ timeout: 20_000 }),
    );
    await row(bees).waitFor();
    // A click on what was deleted, and is listed until that is noticed, would open it.
    await row('Rooftop').waitFor({ state: 'hidden' });
  });

  await workbench.step('a click opens the log at the meeting', async () => {
    // All three views are drawn anew once the logs have been read, and a click is lost in what is drawn anew.
    for (const text of [bees, 'oil the saw', 'two new hives']) await row(text).waitFor();
    await until(
      () => row(bees).click(),
      () => workbench.line('honey is sold').waitFor({ timeout: 10_000 }),
    );
    await workbench.cursorAt(1);
  });

  await workbench.step('action items are listed by person', async () => {
    await row('oil the saw').waitFor();
    await row('<img src=x> orders twelve ladders').waitFor();
    assert.equal(await page.locator('.sidebar img[src=x]').count(), 0);
    assert.ok(!existsSync(join(folder, 'meetlog.json')));
  });

  await workbench.step('ticking one writes meetlog.json, and unticking takes it back', async () => {
    const box = row('oil the saw').locator('.monaco-checkbox, .custom-view-tree-node-item-checkbox').first();
    const done = () => (existsSync(join(folder, 'meetlog.json')) ? read('meetlog.json').actions.length : 0);
    // A click is lost if the tree is drawn anew at that moment.
    const click = (count) =>
      until(
        () => box.click(),
        async () => {
          for (let tenths = 0; tenths < 50 && done() !== count; tenths++) await page.waitForTimeout(100);
          assert.equal(done(), count);
        },
      );
    await click(1);
    const [{ log: file, text, state, date }] = read('meetlog.json').actions;
    assert.deepEqual([file, text, state], ['bees/bees.2031-03-07.log', 'bob to oil the saw', 'done']);
    assert.match(date, /^\d{4}-\d\d-\d\d$/);
    await row('oil the saw').getByText('done').waitFor();
    await click(0);
    await row('oil the saw').getByText('since').waitFor();
    await click(1);
    await row('oil the saw').getByText('done').waitFor();
  });

  await workbench.step('decisions can be filtered', async () => {
    await row('two new hives').waitFor();
    await workbench.run('Meetlog: Filter Decisions…');
    await workbench.input.fill('jars');
    await page.keyboard.press('Enter');
    await row('two new hives').waitFor({ state: 'detached' });
    await row('honey is sold in jars').waitFor();
  });

  await workbench.step('a filter without a match says so', async () => {
    await workbench.run('Meetlog: Filter Decisions…');
    await workbench.input.fill('nothing like this');
    await page.keyboard.press('Enter');
    await page.getByText('No decision matches the filter.').waitFor();
    await page.getByRole('button', { name: 'Clear Filter' }).click();
    await row('two new hives').waitFor();
  });

  await workbench.step('Ctrl+T finds an action item of a log that is not open', async () => {
    await until(
      () => page.keyboard.press('Control+t'),
      () => workbench.input.fill('#oilsaw', { timeout: 5000 }),
    );
    // Until the server has answered, the list is drawn anew.
    await until(
      () =>
        workbench
          .pickRow('bob: oil the saw')
          .click({ timeout: 5000 })
          .catch(() => undefined),
      () => workbench.cursorAt(3),
    );
  });

  await workbench.step('Check All Logs shows problems of logs that are not open', async () => {
    await workbench.run('Meetlog: Check All Logs');
    await page
      .getByText(/Meetlog: Checked \d+ logs/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Show Problems' }).first().click();
    await page.locator('.markers-panel').getByText('bees.2031-03-14.log').first().waitFor();
  });

  await workbench.step('the views are readable in a dark theme', async () => {
    await workbench.wear('Default Dark Modern');
    await row('oil the saw').waitFor();
  });
}
