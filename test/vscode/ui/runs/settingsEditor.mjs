import { strict as assert } from 'node:assert';
import { until } from '../workbench.mjs';

/** The settings as the settings editor shows them. */
export async function use(workbench) {
  const { page } = workbench;
  const editor = page.locator('.settings-editor');

  await workbench.step('the settings are in the order of use, and none is for settings.json only', async () => {
    await workbench.file('rooftop-garden.log').waitFor({ timeout: 60_000 });
    await page.setViewportSize({ width: 1400, height: 1000 });
    await workbench.run('Preferences: Open Settings (UI)');
    await editor.locator('.suggest-input-container').click();
    await page.keyboard.type('@ext:meetlog.meetlog');
    await editor.locator('.setting-item-label', { hasText: 'Detection' }).waitFor();
    const labels = [];
    await until(
      async () => {
        for (const label of await editor.locator('.setting-item-contents .setting-item-label').allInnerTexts())
          if (!labels.includes(label)) labels.push(label);
        assert.equal(await editor.getByText('Edit in settings.json').count(), 0);
        await editor.locator('.settings-tree-container').hover();
        await page.mouse.wheel(0, 500);
        await page.waitForTimeout(300);
      },
      () => assert.ok(labels.includes('Server'), labels.join(', ')),
    );
    const [layout, severity, format, trace] = ['Layout', 'Severity', 'Format', 'Server'].map((label) =>
      labels.indexOf(label),
    );
    assert.ok(0 <= layout && layout < severity && severity < format && format < trace, labels.join(', '));
  });

  await workbench.step('the severities are a table', async () => {
    await until(
      async () => {
        await editor.locator('.settings-tree-container').hover();
        await page.mouse.wheel(0, -600);
      },
      () => editor.locator('.setting-list-object-widget').getByText('unknown-command').waitFor({ timeout: 1000 }),
    );
    await editor.locator('.setting-list-object-widget').getByText('vote-mismatch').waitFor();
  });

  await workbench.step('the layouts are offered by their titles', async () => {
    await page.keyboard.press('Escape');
    await editor.locator('.suggest-input-container').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('meetlog.layout');
    await editor.locator('.setting-item-control select, .setting-item-control .monaco-select-box').first().click();
    await page
      .locator('.select-box-dropdown-list-container')
      .getByText(/^irssi: 20:58/)
      .first()
      .waitFor();
  });
}
