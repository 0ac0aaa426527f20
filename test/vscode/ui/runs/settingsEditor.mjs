import { strict as assert } from 'node:assert';
import { until } from '../workbench.mjs';

/** The settings as the settings editor shows them. */
export async function use(workbench) {
  const { page } = workbench;
  const editor = page.locator('.settings-editor');
  const labels = editor.locator('.setting-item-contents .setting-item-label');
  const search = async (text) => {
    await editor.locator('.suggest-input-container').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  };

  await workbench.step('the settings are in the order of use, and only links are for settings.json', async () => {
    await workbench.file('rooftop-garden.log').waitFor({ timeout: 60_000 });
    // VS Code draws only the settings in view.
    await page.setViewportSize({ width: 1400, height: 2600 });
    await workbench.run('Preferences: Open Settings (UI)');
    await search('@ext:meetlog.meetlog');
    await labels.filter({ hasText: 'Detection' }).first().waitFor();
    const seen = [];
    await editor.locator('.settings-tree-container').hover();
    for (let turn = 0; turn < 20 && seen.at(-1) !== 'Server'; turn++) {
      for (const label of await labels.allInnerTexts()) if (!seen.includes(label)) seen.push(label);
      // The editor has nothing for lists of objects.
      const inJson = editor.locator('.setting-item-contents', { hasText: 'Edit in settings.json' });
      for (const text of await inJson.allInnerTexts()) assert.match(text, /Links/);
      await page.mouse.wheel(0, 1500);
      await page.waitForTimeout(150);
    }
    const places = ['Detection', 'Layout', 'Bot', 'Severity', 'Format', 'Server'].map((label) => seen.indexOf(label));
    assert.ok(places[0] >= 0, seen.join(', '));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      seen.join(', '),
    );
  });

  await workbench.step('the severities are a table', async () => {
    await search('@id:meetlog.diagnostics.severity');
    const table = editor.locator('.setting-list-object-widget');
    for (const code of ['unknown-command', 'vote-mismatch']) await table.getByText(code, { exact: true }).waitFor();
  });

  await workbench.step('the layouts are offered by their titles', async () => {
    await search('@id:meetlog.layout');
    const title = page.locator('.select-box-dropdown-list-container').getByText(/^irssi: 20:58/);
    await until(
      () => editor.locator('.setting-item-control select').first().click(),
      () => title.first().waitFor({ timeout: 3000 }),
    );
  });
}
