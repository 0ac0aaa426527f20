import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/install.mjs';
import { firstTheme, until } from './workbench.mjs';

/** What a run finds in its folder, and changes as it likes. */
const examples = join(root, 'examples');
/** The size of a window when a run begins, in pixels. */
export const viewport = { width: 1400, height: 860 };

/** Puts the examples into a folder. */
export function fill(folder) {
  cpSync(examples, folder, { recursive: true });
}

/** Keys that close an editor, and panel and notifications: the palette would take longer. */
export const keys = [
  { key: 'ctrl+alt+f1', command: 'workbench.action.revertAndCloseActiveEditor' },
  {
    key: 'ctrl+alt+f2',
    command: 'runCommands',
    args: { commands: ['workbench.action.closePanel', 'notifications.clearAll'] },
  },
];

/**
 * Brings a workbench to where the next run finds it as if it were new: no editor, panel or notification, the first theme, the
 * files at the side, and the examples among them. What else a run has changed stays, such as the layout that it chose for a log.
 */
export async function tidy(workbench) {
  const { page, folder } = workbench;
  await page.setViewportSize(viewport);
  await page.keyboard.press('Escape');
  await closeEditors(page);
  await until(
    () => page.keyboard.press('Control+Alt+F2'),
    async () => {
      for (const gone of ['.part.panel', '.notification-list-item']) {
        await page.locator(gone).first().waitFor({ state: 'hidden', timeout: 2000 });
      }
    },
  );
  if (!(await page.locator('.explorer-folders-view').isVisible())) await workbench.run('View: Show Explorer');
  await showSections(page);
  // VS Code forgets where the cursor was in a file only if it sees the file gone.
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  const listed = page.locator('.explorer-folders-view .monaco-list-row');
  await listed.first().waitFor({ state: 'detached' });
  fill(folder);
  for (const name of readdirSync(examples)) await listed.filter({ hasText: name }).first().waitFor();
  await workbench.wears(firstTheme);
}

async function showSections(page) {
  for (const [section, isOpen] of [
    ['Outline Section', false],
    [/^Explorer Section/, true],
  ]) {
    const button = page.getByRole('button', { name: section });
    if ((await button.getAttribute('aria-expanded')) !== String(isOpen)) await button.click();
  }
}

/** Closes all editors, without a question about what is not saved. */
async function closeEditors(page) {
  const tabs = page.locator('.part.editor .tab');
  for (let left = await tabs.count(); left > 0; left = await tabs.count()) {
    await until(
      () => page.keyboard.press('Control+Alt+F1'),
      () => tabs.nth(left - 1).waitFor({ state: 'detached', timeout: 2000 }),
    );
  }
}
