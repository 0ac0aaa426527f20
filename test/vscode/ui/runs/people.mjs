import { strict as assert } from 'node:assert';
import { until } from '../workbench.mjs';

/** How a person is found in a log, and renamed, with VS Code's own keys. */
export async function use(workbench) {
  const { page } = workbench;
  const nick = (line) => workbench.line(line).getByText('kesh', { exact: true }).first();
  const peek = page.locator('.peekview-widget');

  await workbench.step('a person is hovered where a line mentions one', async () => {
    await workbench.file('rooftop-garden.log').dblclick({ timeout: 60_000 });
    await workbench.lens('not ended · 3 topics · 2 actions · 5 people').waitFor({ timeout: 60_000 });
    // Behind the nick in `#chair kesh`.
    await workbench.goTo(8);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await workbench.run('Show or Focus Hover');
    await page.locator('.monaco-hover:visible', { hasText: 'chair, appointed' }).waitFor();
    await page.keyboard.press('Escape');
  });

  await workbench.step('Shift+F12 lists all lines and mentions', async () => {
    await until(
      () => nick('heating mat').click(),
      () => page.locator('.view-overlays .wordHighlightStrong').first().waitFor({ timeout: 5000 }),
    );
    await page.keyboard.press('Shift+F12');
    await peek.getByText('References').first().waitFor();
    assert.ok((await peek.locator('.monaco-list-row').count()) > 5);
    await page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
  });

  await workbench.step('F12 goes to the first line of a person', async () => {
    // The references may leave the log scrolled so that its sticky lines are over the nick.
    await workbench.goTo(1);
    await until(
      () => nick('heating mat').click(),
      () => page.locator('.view-overlays .wordHighlightStrong').first().waitFor({ timeout: 5000 }),
    );
    await page.keyboard.press('F12');
    await workbench.cursorAt(7);
  });

  await workbench.step('F2 renames a nick everywhere', async () => {
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'kesh');
    await box.fill('zoe');
    await page.keyboard.press('Enter');
    await workbench.line('<zoe>').waitFor();
    await workbench.line('Current chairs: zoe noor').waitFor();
    assert.equal(await page.locator('.view-line', { hasText: 'kesh' }).count(), 0);
    await workbench.lens('not ended · 3 topics · 2 actions · 5 people').waitFor();
  });

  await workbench.step('the bot is not renamed, and VS Code says why', async () => {
    await workbench.line('Current chairs').getByText('minutebot').first().click();
    await page.keyboard.press('F2');
    await page
      .getByText(/is the bot: its replies show/)
      .first()
      .waitFor();
  });
}
