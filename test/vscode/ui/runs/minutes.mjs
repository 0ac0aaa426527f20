import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../workbench.mjs';

/** A person generates minutes, saves them, and follows their links. */
export async function use(workbench) {
  const { page, folder } = workbench;
  const tab = (name) => page.getByRole('tab', { name }).first();
  const text = (wanted) => page.locator('.view-line', { hasText: wanted }).first();
  writeFileSync(
    join(folder, 'heat.log'),
    `10:00:00 <ann> #startmeeting Heat\n${'10:00:30 <bob> talk\n'.repeat(40)}10:02:00 <ann> #agreed a new boiler\n10:09:00 <ann> #endmeeting\n`,
  );
  writeFileSync(join(folder, 'talk.log'), '10:00:00 <ann> hello\n10:01:00 <bob> #info tea\n');

  await workbench.step('minutes are generated under the name of the log', async () => {
    await workbench.file('heat.log').dblclick({ timeout: 60_000 });
    await workbench.status('Meeting Log').waitFor();
    await workbench.run('Meetlog: Generate Minutes');
    await workbench.pick('Markdown').click();
    await tab(/^heat\.md/).waitFor();
    await text('# Heat').waitFor();
  });

  await workbench.step('a second run takes up the same tab', async () => {
    await workbench.goTo(1);
    await workbench.run('Meetlog: Generate Minutes');
    await workbench.pick('Markdown').click();
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await tab(/^heat\.md/).waitFor();
    assert.equal(await page.getByRole('tab', { name: /heat/ }).count(), 2);
    assert.equal(await page.locator('.editor-group-container').count(), 2);
  });

  await workbench.step('Ctrl+S saves them beside the log', async () => {
    await text('# Heat').click();
    await page.keyboard.press('Control+s');
    await until(
      () => page.waitForTimeout(200),
      () => assert.match(readFileSync(join(folder, 'heat.md'), 'utf8'), /\(heat\.log#L42\)/),
    );
    assert.equal(await page.locator('.monaco-dialog-box').count(), 0);
  });

  await workbench.step('a link in live minutes leads to the line of the log', async () => {
    await workbench.run('View: Close All Editors');
    await workbench.file('heat.log').dblclick();
    await workbench.status('Meeting Log').waitFor();
    await workbench.run('Meetlog: Open Live Minutes to the Side');
    await workbench.pick('Markdown').click();
    // The link goes over two rows, and each has a span of it.
    const end = page.locator('.view-line .detected-link', { hasText: 'heat.log#L42' }).last();
    await until(
      () => end.click({ modifiers: ['Control'], timeout: 5000 }),
      () =>
        page.locator('.editor-group-container.active .active-line-number').getByText('42').waitFor({ timeout: 15_000 }),
    );
    await workbench.status('Meeting Log').waitFor();
    await page.locator('.view-line', { hasText: '#agreed a new boiler' }).first().waitFor();
  });

  await workbench.step('minutes have what is chosen on the way to their format', async () => {
    await workbench.run('View: Close All Editors');
    await workbench.file('heat.log').dblclick();
    await workbench.status('Meeting Log').waitFor();
    await workbench.run('Meetlog: Save Minutes As…');
    await workbench.input.fill('More');
    await workbench.pick('More Options…').click();
    await workbench.pick('Decisions Only').click();
    await page.getByPlaceholder('Select a format (decisions only)').waitFor();
    await workbench.input.fill('Template');
    await workbench.pick('Template').click();
    await workbench.pick('Mail').waitFor();
    await page.keyboard.press('Escape');
  });

  await workbench.step('a chat without a meeting is offered as a whole', async () => {
    await workbench.file('talk.log').dblclick();
    await workbench.run('Meetlog: Treat as Meeting Log');
    await workbench.status('Meeting Log').waitFor();
    await workbench.run('Meetlog: Generate Minutes');
    await page.getByRole('button', { name: 'Use Whole Log' }).click();
    await workbench.pick('Markdown').click();
    // With its text, the page of minutes takes the focus.
    await text('## Notes').waitFor();
    await until(
      () => tab(/^talk\.log/).click(),
      () => workbench.status('Meeting Log').waitFor({ timeout: 3000 }),
    );
    await workbench.run('Meetlog: Copy Topic as Markdown');
    assert.equal(await page.locator('.notification-list-item .codicon-error').count(), 0);
  });
}
