import { strict as assert } from 'node:assert';
import { until } from '../workbench.mjs';

/** What is proposed to a person who adds lines to a log, with VS Code's own settings. */
export async function use(workbench) {
  const { page } = workbench;
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  const row = (text) => rows.filter({ hasText: text }).first();
  const labels = () => page.locator('.suggest-widget.visible .monaco-list-row .label-name').allTextContents();
  const propose = () =>
    until(
      () => page.keyboard.press('Control+Space'),
      () => rows.first().waitFor({ timeout: 3000 }),
    );
  const closed = () => rows.first().waitFor({ state: 'detached' });

  await workbench.step('an empty line begins like the others', async () => {
    await workbench.file('rooftop-garden.log').dblclick({ timeout: 60_000 });
    await workbench.lens('not ended · 3 topics · 2 actions · 5 people').waitFor({ timeout: 60_000 });
    await workbench.goTo(24);
    await workbench.append('\n');
    await propose();
    assert.match((await labels())[0], /^18:05:40 <kesh>/);
  });

  await workbench.step('and is accepted', async () => {
    await page.keyboard.press('Enter');
    await closed();
    await workbench.cursorAt(25);
  });

  await workbench.step('a command is proposed while it is typed', async () => {
    await page.keyboard.type('#to');
    await row('#topic').waitFor();
    await row('chairs only').waitFor();
    assert.equal((await labels())[0], '#topic');
  });

  await workbench.step('and is accepted with Enter', async () => {
    await page.keyboard.press('Enter');
    await closed();
    await page.keyboard.type(' Pumps');
    await workbench.line('18:05:40 <kesh> #topic Pumps').waitFor();
  });

  await workbench.step('no word of talk is proposed', async () => {
    await page.keyboard.type(' for the tap');
    await page.waitForTimeout(1000);
    assert.equal(await rows.count(), 0);
  });

  await workbench.step('those who are no chairs are proposed behind #chair', async () => {
    await workbench.append('\n18:05:41 <kesh> #chair ');
    await row('wanda').waitFor();
    assert.deepEqual((await labels()).sort(), ['teo', 'wanda']);
    await page.keyboard.type('w');
    await page.keyboard.press('Tab');
    await workbench.line('18:05:41 <kesh> #chair wanda').waitFor();
  });

  await workbench.step('only what anyone may give is proposed to others', async () => {
    await workbench.append('\n18:05:42 <teo> #');
    await row('#info').waitFor();
    assert.equal((await labels()).includes('#topic'), false);
  });

  await workbench.step('a new meeting is proposed in an empty document', async () => {
    await page.keyboard.press('Escape');
    await workbench.run('File: New Untitled Text File');
    await workbench.run('Change Language Mode');
    await workbench.input.fill('Meeting Log');
    await workbench.pick('Meeting Log').click();
    await propose();
    await row('Meeting').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '10:00:00 <nick> #startmeeting Title' }).first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('ann');
    await page.locator('.view-line', { hasText: '10:00:00 <ann> #action ann does something' }).first().waitFor();
  });
}
