import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A log is pasted into a new document, as by people who come from a chat. */
export async function use(workbench) {
  const { page, folder } = workbench;
  const log = readFileSync(join(folder, 'rooftop-garden.log'), 'utf8');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

  await workbench.step('a log that is pasted into a new document is found', async () => {
    await workbench.file('rooftop-garden.log').waitFor({ timeout: 60_000 });
    await workbench.run('File: New Untitled Text File');
    await workbench.status('Plain Text').waitFor();
    await page.evaluate((text) => navigator.clipboard.writeText(text), log);
    await page.keyboard.press('Control+V');
    await workbench.status('Meeting Log').waitFor();
    await workbench.goTo(1);
    await workbench.lens('Generate minutes').waitFor();
  });
}
