import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../workbench.mjs';

/** What it chooses for its log is remembered, and VS Code keeps that log for a while after its editor is closed. */
export const isAlone = true;

/** Everything that a person does with a log and its minutes, step by step. */
export async function use(workbench) {
  const { page, folder, input } = workbench;
  await workbench.step('an ordinary log is opened and stays one', async () => {
    await workbench.file('web-server.log').dblclick({ timeout: 60_000 });
    await workbench.status('Log').waitFor();
    assert.equal(await page.locator('.codelens-decoration').count(), 0);
  });

  await workbench.step('the log of a meeting is opened and known', async () => {
    await workbench.file('rooftop-garden.log').dblclick();
    await workbench.status('Meeting Log').waitFor();
    await workbench.lens('Generate minutes').waitFor();
    await workbench.lens('not ended · 3 topics · 2 actions · 5 people').waitFor();
    await workbench.lens('3 min · 1 link, 1 agreement, 1 action').waitFor();
  });

  await workbench.step('the outline leads to a topic', async () => {
    await page.getByRole('button', { name: /^Explorer Section/ }).click();
    await page.getByRole('button', { name: 'Outline Section' }).click();
    await page.getByRole('treeitem', { name: /drip line with a timer, so that/ }).waitFor();
    await page.getByRole('treeitem', { name: /^Watering rota/ }).click();
    await workbench.cursorAt(20);
  });

  await workbench.step('a nick tells who it is', async () => {
    await workbench.line('heating mat').getByText('kesh', { exact: true }).hover();
    await page.locator('.monaco-hover:visible').getByText('chair, appointed at 18:00:40 by noor').waitFor();
  });

  await workbench.step('the problems are listed', async () => {
    await page.mouse.move(700, 5);
    await page.keyboard.press('Control+Shift+M');
    for (const text of [
      'No bot knows #todo',
      'teo is not a chair',
      'names no one present',
      'This meeting is never ended',
    ]) {
      await page.locator('.markers-panel').getByText(text).first().waitFor();
    }
  });

  await workbench.step('a quick fix repairs a command', async () => {
    await page.locator('.markers-panel').getByText('No bot knows #todo').dblclick();
    await workbench.cursorAt(30);
    await workbench.run('View: Hide Panel');
    await workbench.run('Quick Fix...');
    await page.locator('.action-widget').getByText('Change to #action').waitFor();
    await page.keyboard.press('Enter');
    await workbench.line('#action wanda orders the drip line').waitFor();
    await workbench.goTo(20);
    await workbench.lens('3 min · 1 idea, 1 link, 1 agreement, 2 actions').waitFor();
  });

  await workbench.step('minutes are generated from the palette', async () => {
    await workbench.run('Meetlog: Generate Minutes');
    await workbench.pick('Markdown').click();
    await page.locator('.editor-instance').nth(1).getByText('Rooftop garden, spring plan').first().waitFor();
    await workbench.goTo(1);
    await workbench.lens('Generate minutes').waitFor();
  });

  await workbench.step('minutes are generated from the lens', async () => {
    await until(
      () => workbench.lens('Generate minutes').click(),
      () => workbench.pick('Text').waitFor({ timeout: 3000 }),
    );
    await workbench.pick('Text').click();
    await page.locator('.editor-instance').nth(1).getByText('Meeting summary').first().waitFor();
  });

  const save = async (proposed, path) => {
    await workbench.run('View: Focus First Editor Group');
    await until(
      () => workbench.lens('Save…').click(),
      () => workbench.pick('Text').waitFor({ timeout: 3000 }),
    );
    await workbench.pick('Text').click();
    await page.getByText('Save Minutes', { exact: true }).waitFor();
    await until(
      () => page.waitForTimeout(200),
      async () => assert.equal(await input.inputValue(), join(folder, proposed)),
    );
    await input.fill(join(folder, path));
    // The dialog reads the folder that is named.
    await page.waitForTimeout(1000);
    await page.keyboard.press('Enter');
  };

  await workbench.step('minutes are saved to a file', async () => {
    await save('rooftop-garden.txt', 'templates/minutes.txt');
    await page.getByText('Saved templates/minutes.txt.').first().waitFor();
    const saved = readFileSync(join(folder, 'templates/minutes.txt'), 'utf8');
    assert.match(saved, /^=+\nRooftop garden, spring plan\n/);
  });

  await workbench.step('where they were saved is remembered, and no file is replaced without a question', async () => {
    writeFileSync(join(folder, 'templates/minutes.txt'), 'kept');
    await save('templates/rooftop-garden.txt', 'templates/minutes.txt');
    await page
      .getByText(/already exists/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    assert.equal(readFileSync(join(folder, 'templates/minutes.txt'), 'utf8'), 'kept');
  });

  await workbench.step('the language status tells what was found', async () => {
    await page.locator('.statusbar-item[id="status.languageStatus"]').click();
    await page.getByText('bot: minutebot, rules of MeetBot').waitFor();
    await page.getByText('100% of lines read').waitFor();
  });

  await workbench.step('the language status is right after the server was killed', async () => {
    await page.keyboard.press('Escape');
    assert.ok(workbench.server.killLanguageServers() || !existsSync('/proc'));
    await workbench.goTo(1);
    await workbench.append(', and more');
    await page.locator('.statusbar-item[id="status.languageStatus"]').click();
    await page.getByText(/1 meeting · \d problems/).waitFor();
    await page
      .locator('.breadcrumbs-control')
      .getByText(/spring plan, and more/)
      .waitFor();
    assert.equal(await page.locator('.notification-list-item').count(), 0);
  });

  await workbench.step('another layout is chosen, and remembered', async () => {
    await page.keyboard.press('Escape');
    await workbench.run('Meetlog: Choose Layout…');
    await input.fill('weechat');
    await workbench.pick(/^WeeChat: /).click();
    // Read in the wrong layout, the log holds no meeting.
    await workbench.lens('Generate minutes').waitFor({ state: 'detached' });
    await workbench.run('Meetlog: Choose Layout…');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'weechat · current' }).waitFor();
    await input.fill('Automatic');
    await workbench.pick('Automatic').click();
    await workbench.lens('Generate minutes').waitFor();
  });

  await workbench.step('the log is called an ordinary one', async () => {
    await page.keyboard.press('Escape');
    await workbench.run('Meetlog: Treat as Ordinary Log');
    await workbench.status('Log').waitFor();
    await workbench.lens('Generate minutes').waitFor({ state: 'detached' });
  });
}
