/** A problem's code is a link to the page that explains it. */
export async function use(workbench) {
  const { page } = workbench;
  await workbench.step('a problem is explained', async () => {
    await workbench.file('rooftop-garden.log').dblclick({ timeout: 60_000 });
    await workbench.lens('Generate minutes').waitFor();
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel').getByText('teo is not a chair').first().waitFor();
    await page.locator('.markers-panel a').getByText('not-chair').first().click();
    const preview = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
    await preview.getByRole('heading', { name: 'not-chair' }).waitFor();
    await preview.getByRole('heading', { name: 'not-chair' }).evaluate((heading) => {
      const isSeen = () => Math.abs(heading.getBoundingClientRect().top) < innerHeight;
      return new Promise((seen) => {
        const look = () => (isSeen() ? seen() : requestAnimationFrame(look));
        look();
      });
    });
  });
}
