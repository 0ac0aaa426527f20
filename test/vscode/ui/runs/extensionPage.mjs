import { strict as assert } from 'node:assert';

/** What a person sees of the extension before opening a log: its page among the extensions. */
export async function use(workbench) {
  const { page } = workbench;
  await workbench.step('the page of the extension has no broken picture', async () => {
    await workbench.file('web-server.log').waitFor({ timeout: 60_000 });
    await workbench.run('Extensions: Show Installed Extensions');
    await page.locator('.extension-list-item', { hasText: 'Meetlog' }).first().click();
    await page.locator('.extension-editor').waitFor();
    const readme = await shown(page, 'h1');
    const pictures = await readme.locator('img').evaluateAll((all) => all.map((image) => image.src));
    assert.deepEqual(pictures, []);
  });
}

/** The frame, in a frame, that shows a README with such an element. */
async function shown(page, selector) {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    for (const frame of page.frames()) {
      if (
        frame !== page.mainFrame() &&
        (await frame
          .locator(selector)
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    await page.waitForTimeout(200);
  }
  throw new Error(`No frame shows ${selector}.`);
}
