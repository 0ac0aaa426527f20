/** What the menu of actions looks like on a line of talk, and on a problem. */
export async function use(workbench) {
  const { page } = workbench;
  const menu = page.locator('.action-widget');
  await workbench.step('a line of talk is recorded', async () => {
    await workbench.file('rooftop-garden.log').dblclick({ timeout: 60_000 });
    await workbench.lens('Generate minutes').waitFor();
    await workbench.line('are still hiding').click();
    await page.keyboard.press('Control+.');
    await menu.getByText('Record as #info').waitFor();
  });
  await workbench.step('a problem has its fixes first', async () => {
    await page.keyboard.press('Escape');
    await workbench.line('wanda orders').getByText('#todo').click();
    await page.keyboard.press('Control+.');
    await menu.getByText('Change to #action').waitFor();
  });
  await workbench.step('an action is assigned', async () => {
    await page.keyboard.press('Escape');
    await workbench.line('teo brings').getByText('#action').click();
    await page.keyboard.press('Control+.');
    await menu.getByText('Assign to').first().waitFor();
  });
}
