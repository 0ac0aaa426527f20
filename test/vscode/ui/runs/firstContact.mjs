import { strict as assert } from 'node:assert';

import { until, Workbench } from '../workbench.mjs';

/** What a person does who has just installed Meetlog. */
export async function use(workbench) {
  const { page, input } = workbench;
  const link = (text) => page.locator('.getting-started-step.expanded').getByRole('button', { name: text });

  await workbench.step('the walkthrough is opened', async () => {
    await workbench.file('rooftop-garden.log').waitFor({ timeout: 60_000 });
    await workbench.run('Welcome: Open Walkthrough...');
    await input.fill('Get Started with Meetlog');
    await workbench.pick('Get Started with Meetlog').click();
    await link('Open Example').waitFor();
  });

  await workbench.step('the walkthrough opens the example beside itself', async () => {
    await link('Open Example').click();
    await page.getByRole('tab', { name: /^example-meeting\.log/ }).waitFor();
    await workbench.lens('Generate minutes').waitFor();
  });

  await workbench.step('the walkthrough shows what the bot ignored', async () => {
    await page.getByRole('button', { name: /See what the bot ignored/ }).click();
    await link('Show Problems').click();
    await page.locator('.markers-panel').getByText('#todo').first().waitFor();
  });

  await workbench.step('the walkthrough generates minutes', async () => {
    await page.getByRole('button', { name: /Generate the minutes/ }).click();
    // The list closes if the focus moves just then.
    await until(
      () => link('Generate Minutes').click(),
      () => workbench.pick('Markdown').click({ timeout: 2500 }),
    );
    await page.getByRole('tab', { name: /^example-meeting\.md/ }).waitFor();
    await page.locator('.view-line', { hasText: '# Rooftop garden, spring plan' }).first().waitFor();
  });

  await workbench.step('a file that is not open is previewed from the menu of the Explorer', async () => {
    await workbench.file('rooftop-garden.log').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Preview Minutes' }).click();
    await page.getByRole('tab', { name: /^Minutes Rooftop garden/ }).waitFor();
  });

  await workbench.step('no picture on the page of the extension is broken', async () => {
    await page.keyboard.press('Control+Shift+X');
    await page.locator('.extensions-list').getByText('Meetlog', { exact: true }).first().click();
    const readme = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame').locator('body');
    await readme.getByText('Open projects meet in chat').first().waitFor();
    assert.deepEqual(
      await readme.evaluate((body) =>
        [...body.ownerDocument.images]
          .filter((image) => !image.complete || image.naturalWidth === 0)
          .map(({ src }) => src),
      ),
      [],
    );
  });

  await workbench.step('the walkthrough opens the folder of three meetings in a new window', async () => {
    await page.getByRole('tab', { name: /^Walkthrough/ }).click();
    await page.getByRole('button', { name: /Keep track of many meetings/ }).click();
    const opening = page.context().waitForEvent('page');
    await link('Open Example Folder').click();
    // That its logs are known is tested in the host.
    const other = new Workbench(workbench.server, await opening, workbench.folder, '');
    for (const name of ['meetlog.json', /^tool-library\.2031-04-02/])
      await other.file(name).waitFor({ timeout: 60_000 });
    await other.page.close();
  });
}
