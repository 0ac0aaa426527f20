import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../workbench.mjs';

/** A log is copied in the Explorer and pasted into a page of Markdown, and so is another file. */
export async function use(workbench) {
  const { page, folder } = workbench;
  const options = page.locator('.post-edit-widget');
  const choices = page.locator('.action-widget .monaco-list-row');
  const title = 'Insert Link with the Meeting’s Title';
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  writeFileSync(join(folder, 'notes.md'), '# Notes\n\n\n');

  /** Copies a file in the Explorer, and pastes it on a line of the page. */
  const paste = async (name, line) => {
    await workbench.file(name).click();
    await page.keyboard.press('Control+C');
    await page.getByRole('tab', { name: /notes\.md/ }).click();
    await workbench.goTo(line);
    await page.keyboard.press('Control+V');
  };
  const openOptions = () =>
    until(
      () => options.click(),
      () => choices.first().waitFor({ timeout: 3000 }),
    );
  /** Picks one of the options with the keyboard. */
  const choose = async (text) => {
    await openOptions();
    for (let at = 0; at < 5; at++) {
      if (await page.locator('.action-widget .monaco-list-row.focused', { hasText: text }).count()) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  };

  await workbench.step('the path of a log is pasted, as that of any file', async () => {
    await workbench.file('notes.md').dblclick({ timeout: 60_000 });
    await workbench.line('# Notes').waitFor();
    await paste('rooftop-garden.log', 3);
    await workbench.line('rooftop-garden.log').waitFor();
    await options.waitFor();
  });

  await workbench.step('a link with the title and the minutes are offered', async () => {
    await openOptions();
    await choices.filter({ hasText: title }).waitFor();
    await choices.filter({ hasText: 'Insert Minutes' }).waitFor();
    await page.keyboard.press('Escape');
  });

  await workbench.step('the link has the title of the meeting', async () => {
    await choose(title);
    await workbench.line('[Rooftop garden, spring plan](rooftop-garden.log)').waitFor();
  });

  await workbench.step('the minutes are inserted', async () => {
    await choose('Insert Minutes');
    await workbench.line('## People present').waitFor();
  });

  await workbench.step('an ordinary log is nothing but a file', async () => {
    await paste('web-server.log', 2);
    await workbench.line('web-server').waitFor();
    await openOptions();
    assert.equal(await choices.filter({ hasText: 'Insert Minutes' }).count(), 0);
    await page.keyboard.press('Escape');
  });
}
