import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { colorRules, faultsOf } from '../axe.mjs';
import { until } from '../workbench.mjs';

/** Everything that a person does with the preview, step by step. */
export async function use(workbench) {
  const { page } = workbench;
  // The webview is a frame in a frame; the frames of one that was closed stay for a while.
  const frame = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  const preview = frame.locator('#minutes');
  const item = (text) => preview.locator('li[data-line]', { hasText: text });
  const top = () => preview.evaluate(() => window.scrollY);

  await workbench.step('a preview is opened from the lens', async () => {
    await workbench.file('rooftop-garden.log').dblclick({ timeout: 60_000 });
    await workbench.lens('Preview').waitFor({ timeout: 60_000 });
    await until(
      () => workbench.lens('Preview').click(),
      () => preview.getByRole('heading', { name: /Rooftop garden, spring plan/ }).waitFor({ timeout: 3000 }),
    );
    await item('Buy a drip line').first().waitFor();
  });

  await workbench.step('the preview follows what is typed, and keeps its place', async () => {
    await preview.evaluate((minutes) => Object.assign(minutes.querySelector('h1'), { kept: true }));
    await workbench.goTo(33);
    await page.waitForTimeout(500);
    const before = await top();
    assert.ok(before > 0);
    await workbench.append(' and a ladder');
    await item('a drill for the shelf and a ladder').first().waitFor();
    assert.ok(await preview.evaluate((minutes) => minutes.querySelector('h1').kept), 'the page was drawn anew');
    assert.ok(Math.abs((await top()) - before) < 40, `${before} became ${await top()}`);
  });

  await workbench.step('the item at the cursor is marked', async () => {
    await workbench.goTo(23);
    await preview.locator('[aria-current]', { hasText: 'a drip line with a timer' }).waitFor();
  });

  await workbench.step('the log scrolls with the preview', async () => {
    await page.setViewportSize({ width: 1400, height: 420 });
    await workbench.goTo(1);
    await page.waitForTimeout(400);
    await preview.hover({ position: { x: 60, y: 60 } });
    await until(
      () => page.mouse.wheel(0, 4000),
      () => workbench.line('anything else?').waitFor({ timeout: 2000 }),
    );
  });

  await workbench.step('the preview scrolls with the log', async () => {
    const before = await top();
    assert.ok(before > 0);
    await page.waitForTimeout(400);
    await workbench.line('anything else?').hover();
    // However far a wheel is turned at once, the editor moves by a few lines.
    for (let turns = 0; turns < 60 && (await top()) > 0; turns++) {
      await page.mouse.wheel(0, -400);
      await page.waitForTimeout(50);
    }
    assert.equal(await top(), 0);
    await workbench.line('#startmeeting').waitFor();
    await page.setViewportSize({ width: 1400, height: 860 });
  });

  await workbench.step('a click and a key in the preview lead to the log', async () => {
    await preview.locator('section', { hasText: 'Topics' }).last().getByText('Buy a drip line').first().click();
    await workbench.cursorAt(29);
    await preview.locator('[data-line="31"] a.source').first().focus();
    await page.keyboard.press('Enter');
    await workbench.cursorAt(31);
  });

  await workbench.step('the preview is locked', async () => {
    await workbench.run('Meetlog: Toggle Preview Locking');
    await page.getByRole('tab', { name: /^\[Minutes\]/ }).waitFor();
    await workbench.run('Meetlog: Toggle Preview Locking');
  });

  for (const [name, theme] of [
    ['dark', 'Default Dark Modern'],
    ['high contrast', 'Default High Contrast'],
    ['light high contrast', 'Default High Contrast Light'],
    ['light', 'Default Light Modern'],
  ]) {
    await workbench.step(`the preview wears the theme, ${name}`, async () => {
      await workbench.wear(theme);
      await frame.locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
      const [ground, editorGround] = await preview.evaluate(({ ownerDocument: { body } }) => {
        const probe = body.ownerDocument.createElement('i');
        probe.style.backgroundColor = 'var(--vscode-editor-background)';
        body.append(probe);
        const grounds = [body, probe].map((element) => getComputedStyle(element).backgroundColor);
        probe.remove();
        return grounds;
      });
      assert.equal(ground, editorGround);
      assert.deepEqual(await faultsOf(preview, colorRules), []);
    });
  }

  await workbench.step('the preview follows the log again after the server was killed', async () => {
    assert.ok(workbench.server.killLanguageServers() || !existsSync('/proc'));
    await workbench.goTo(33);
    await workbench.append(' and a saw');
    await item('and a saw').first().waitFor();
  });

  await workbench.step('the preview comes back after a reload', async () => {
    await page.waitForTimeout(500);
    await page.reload({ waitUntil: 'commit' });
    await preview.getByRole('heading', { name: /Rooftop garden, spring plan/ }).waitFor({ timeout: 60_000 });
    await page.getByRole('tab', { name: /^Minutes Rooftop garden/ }).waitFor();
  });
}
