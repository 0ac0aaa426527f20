import { strict as assert } from 'node:assert';
import { until } from '../workbench.mjs';

/** What an editor highlights in a log: nothing at first, and then the person at the cursor. */
export async function use(workbench) {
  const { page } = workbench;
  const highlights = page.locator('.view-overlays .wordHighlight, .view-overlays .wordHighlightStrong');
  const words = page.locator('.view-overlays .wordHighlightText');
  const click = async (line, text) => {
    await until(
      () => workbench.line(line).getByText(text, { exact: true }).first().click(),
      () => page.locator('.editor-instance .cursor').first().waitFor(),
    );
  };

  await workbench.step('nothing is highlighted at first sight', async () => {
    await workbench.file('rooftop-garden.log').dblclick({ timeout: 60_000 });
    await workbench.lens('not ended · 3 topics · 2 actions · 5 people').waitFor();
    // VS Code highlights with a delay.
    await page.waitForTimeout(1000);
    assert.equal((await words.count()) + (await highlights.count()), 0);
  });

  await workbench.step('the lines and mentions of a person are', async () => {
    await click('heating mat', 'kesh');
    await highlights.first().waitFor();
    assert.ok((await page.locator('.view-overlays .wordHighlightStrong').count()) > 5);
    // After #chair, and in the list of the bot.
    assert.ok((await page.locator('.view-overlays .wordHighlight').count()) >= 2);
    assert.equal(await words.count(), 0);
  });

  await workbench.step('and nothing is for a time or a word of talk', async () => {
    await workbench.goTo(3);
    await highlights.first().waitFor({ state: 'detached' });
    await page.waitForTimeout(1000);
    assert.equal((await words.count()) + (await highlights.count()), 0);
    // The last word of the line, which occurs again below.
    await workbench.goTo(4);
    for (const key of ['End', 'Control+ArrowLeft', 'Control+ArrowLeft']) await page.keyboard.press(key);
    await page.waitForTimeout(1000);
    assert.equal((await words.count()) + (await highlights.count()), 0);
  });
}
