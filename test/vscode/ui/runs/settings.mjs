import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../workbench.mjs';

/** Whatever shows a log follows its layout, be it chosen for the log or set for the folder. */
export async function use(workbench) {
  const { page, folder, input } = workbench;
  // Of the meeting itself: where the outline had only talk before, VS Code shows what comes into it collapsed.
  const outline = page.getByRole('treeitem', { name: /^Rooftop garden, spring plan/ });
  const breadcrumb = page.locator('.breadcrumbs-control').getByText(/^Watering rota/);
  const sticky = page.locator('.sticky-widget').getByText('Seedlings');
  const lenses = page.locator('.codelens-decoration:visible');
  const chevrons = page.locator('.editor-instance').first().locator('.codicon-folding-expanded');
  const token = page
    .locator('.view-line', { hasText: '#topic Watering rota' })
    .first()
    .getByText('noor', { exact: true });
  const preview = page
    .frameLocator('iframe.webview.ready')
    .last()
    .frameLocator('iframe#active-frame')
    .locator('#minutes');
  const colour = () => token.evaluate((element) => getComputedStyle(element).color);
  let meeting;

  // A click on the item also closes what the one before it opened.
  const status = (...texts) =>
    until(
      () => page.locator('.statusbar-item[id="status.languageStatus"]').click(),
      async () => {
        for (const text of texts)
          await page.locator('.hover-language-status').getByText(text).first().waitFor({ timeout: 3000 });
      },
    );
  const showsMeeting = async () => {
    for (const shown of [outline, breadcrumb, sticky, lenses]) await shown.first().waitFor();
    await chevrons.first().waitFor({ state: 'attached' });
    await preview.getByRole('heading', { name: /Rooftop garden, spring plan/ }).waitFor();
    await status(/1 meeting · \d problems/, 'MeetBot, Supybot: 20:58:58 <nick> text');
  };
  const showsNone = async (layout) => {
    for (const shown of [outline, breadcrumb, sticky, lenses, chevrons])
      await shown.first().waitFor({ state: 'detached' });
    await preview.getByText(/no meeting/i).waitFor();
    await status(/^Log not read/, 'the chosen layout does not fit its lines', layout);
    // Who has just chosen a layout is not asked for one.
    assert.equal(await page.locator('.notification-list-item', { hasText: 'cannot read' }).count(), 0);
  };

  await workbench.step('a log is shown with its outline, breadcrumbs, sticky scroll and preview', async () => {
    await workbench.file('rooftop-garden.log').dblclick({ timeout: 60_000 });
    await workbench.status('Meeting Log').waitFor();
    await page.getByRole('button', { name: /^Explorer Section/ }).click();
    await page.getByRole('button', { name: 'Outline Section' }).click();
    await page.setViewportSize({ width: 1400, height: 500 });
    await workbench.run('Meetlog: Preview Minutes to the Side');
    await workbench.goTo(36);
    await workbench.goTo(23);
    await showsMeeting();
    meeting = await colour();
  });

  await workbench.step('the layouts are shown by their titles', async () => {
    await workbench.run('Meetlog: Choose Layout…');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'current' }).waitFor();
    await workbench.pick(/found: supybot, 100% of lines read · current/).waitFor();
  });

  await workbench.step('everything follows the layout that is chosen', async () => {
    await input.fill('weechat');
    await workbench.pick(/^WeeChat: /).click();
    await showsNone('WeeChat: ');
    await until(
      () => page.waitForTimeout(100),
      async () => assert.notEqual(await colour(), meeting),
    );
    await workbench.run('Meetlog: Choose Layout…');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'weechat · current' }).waitFor();
    await input.fill('Automatic');
    await workbench.pick('Automatic').click();
    await showsMeeting();
    await until(
      () => page.waitForTimeout(100),
      async () => assert.equal(await colour(), meeting),
    );
  });

  await workbench.step('everything follows the settings of the folder', async () => {
    mkdirSync(join(folder, '.vscode'), { recursive: true });
    const set = (settings) => writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
    set({ 'meetlog.layout': 'weechat' });
    await showsNone('WeeChat: ');
    set({});
    await showsMeeting();
    // Its commands have other signs, so that only the greeting in the log starts a meeting, without title and topics.
    set({ 'meetlog.bot': 'maubot' });
    for (const shown of [outline, breadcrumb, sticky]) await shown.first().waitFor({ state: 'detached' });
    await preview.getByText('not in the log').first().waitFor();
    set({});
    await showsMeeting();
  });

  await workbench.step('the log was not changed', async () => {
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });
}
