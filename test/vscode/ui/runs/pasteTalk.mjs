import { strict as assert } from 'node:assert';
import { until } from '../workbench.mjs';

/** Talk that was copied out of a chat client is pasted into a log. */
export async function use(workbench) {
  const { page } = workbench;
  const options = page.locator('.post-edit-widget');
  const copy = (text) => page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

  await workbench.step('talk from a chat client is pasted as it is', async () => {
    await workbench.file('rooftop-garden.log').dblclick({ timeout: 60_000 });
    await workbench.lens('Generate minutes').waitFor();
    await workbench.goTo(36);
    await page.keyboard.press('Control+End');
    await copy('kesh [6:12 PM]\nthe hose is here\nwanda [6:13 PM]\nthank you\n');
    await page.keyboard.press('Control+V');
    await workbench.line('kesh [6:12 PM]').waitFor();
    await options.waitFor();
  });

  await workbench.step('the layout of the log is offered', async () => {
    await until(
      () => options.click(),
      () => page.locator('.action-widget').getByText('Paste in the layout of the log').waitFor({ timeout: 3000 }),
    );
  });

  await workbench.step('and written if it is chosen', async () => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await workbench.line('18:12:00 <kesh> the hose is here').waitFor();
    await workbench.line('18:13:00 <wanda> thank you').waitFor();
    assert.equal(await workbench.line('6:12 PM').count(), 0);
  });

  await workbench.step('lines in the layout of the log are pasted without a question', async () => {
    await page.keyboard.press('Control+End');
    await copy('18:14:00 <kesh> see you\n18:15:00 <wanda> bye\n');
    await page.keyboard.press('Control+V');
    await workbench.line('18:15:00 <wanda> bye').waitFor();
    assert.equal(await options.count(), 0);
  });
}
