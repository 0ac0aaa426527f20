import { until } from '../workbench.mjs';

/** What the menu of actions offers on a line of talk, on a problem and on an item, and what it does. */
export async function use(workbench) {
  const { page } = workbench;
  const menu = page.locator('.action-widget');
  /** Opens the menu on a part of a line, in which an action is then offered. */
  const choose = async (line, part, action) => {
    await until(
      async () => {
        await page.keyboard.press('Escape');
        await menu.waitFor({ state: 'detached', timeout: 3000 }).catch(() => undefined);
        await workbench.line(line).getByText(part).first().click({ timeout: 5000 });
        await page.keyboard.press('Control+.');
      },
      () => menu.getByText(action).first().waitFor({ timeout: 5000 }),
    );
  };
  /** Takes the first action, which has the focus. */
  const take = () => page.keyboard.press('Enter');

  await workbench.step('a line of talk can be recorded', async () => {
    await workbench.file('rooftop-garden.log').dblclick({ timeout: 60_000 });
    await workbench.lens('Generate minutes').waitFor({ timeout: 60_000 });
    await choose('are still hiding', 'hiding', 'Record as #info');
  });
  await workbench.step('and is, in its place', async () => {
    await take();
    await workbench.line('#info mine are still hiding').waitFor();
  });
  await workbench.step('a problem has its fixes first', async () => {
    await choose('wanda orders', '#todo', 'Change to #action');
    await take();
    await workbench.line('#action wanda orders').waitFor();
  });
  await workbench.step('an action can be assigned', async () => {
    await choose('Rosalind asks', '#action', 'Assign to');
  });
  await workbench.step('and is', async () => {
    await take();
    await workbench.line('#action kesh: Rosalind asks').waitFor();
  });
}
