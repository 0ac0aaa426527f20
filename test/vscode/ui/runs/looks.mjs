import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { themes, until } from '../workbench.mjs';

const log = `10:00:00 <ann> #startmeeting Plans
10:00:30 <bob> hello
10:01:00 <ann> #topic Tea
10:02:00 <bob> #topic Compost
10:03:00 <ann> welcome
10:04:00 <ann> bob: thanks
10:05:00 <ann> Agenda: sweeping
10:06:00 <ann> #agreed green
10:07:00 <bob> #action bob sweeps
10:08:00 <ann> #endmeeting
`;

/** How a log looks: its colours in every theme, its lenses in a narrow editor, and its outline. */
export async function use(workbench) {
  const { page, folder, input } = workbench;
  /** How a word of a line is drawn: VS Code makes one element of all that looks alike. */
  const styleOf = (line, word) =>
    workbench.line(line).evaluate((row, word) => {
      const parts = [...row.querySelectorAll('span > span')];
      const { color, fontWeight } = getComputedStyle(parts.find(({ textContent }) => textContent.includes(word)));
      return { color, isBold: Number(fontWeight) >= 600 };
    }, word);

  await workbench.step('a log is opened', async () => {
    writeFileSync(join(folder, 'plans.meetlog'), log);
    await workbench.file('plans.meetlog').dblclick({ timeout: 60_000 });
    await workbench.lens('Generate minutes').waitFor();
  });

  await workbench.step('its outline is searched by types', async () => {
    await workbench.goTo(1);
    await until(
      () => page.keyboard.press('Control+Shift+o'),
      () => input.waitFor({ timeout: 3000 }),
    );
    await input.fill('@action');
    await page.locator('.quick-input-list').getByText('Action: bob sweeps').first().waitFor();
    await input.fill('@agreed');
    await page.locator('.quick-input-list').getByText('Agreed: green').first().waitFor();
    await page.locator('.quick-input-list').getByText('Action: bob sweeps').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
  });

  for (const theme of Object.keys(themes)) {
    await workbench.step(`chairs, topics and people look like what they are in ${theme}`, async () => {
      await workbench.wear(theme);
      await until(
        () => page.waitForTimeout(100),
        async () => {
          const plain = await styleOf('hello', 'hello');
          assert.ok((await styleOf('welcome', 'ann')).isBold, 'a chair is bold');
          assert.ok(!(await styleOf('hello', 'bob')).isBold, 'and nobody else');
          assert.ok((await styleOf('Tea', 'Tea')).isBold, 'a topic is bold');
          // What the bot refused, and a word that is nobody's nick, are talk.
          assert.deepEqual(await styleOf('Compost', 'Compost'), plain);
          assert.deepEqual(await styleOf('Agenda', 'Agenda'), plain);
        },
      );
    });
  }

  await workbench.step('whom a line is for has a colour', async () => {
    await workbench.wear('Default Light Modern');
    await until(
      () => page.waitForTimeout(100),
      async () => assert.notEqual((await styleOf('thanks', 'bob')).color, (await styleOf('welcome', 'welcome')).color),
    );
  });

  await workbench.step('no row of lenses is wider than a narrow editor', async () => {
    await workbench.file('rooftop-garden.log').dblclick();
    await workbench.lens('not ended · 3 topics · 2 actions · 5 people').waitFor();
    const spaces = () =>
      page.evaluate(() => {
        const edge = document
          .querySelector('.editor-instance .lines-content')
          .parentElement.getBoundingClientRect().right;
        const rows = [...document.querySelectorAll('.codelens-decoration')];
        return { edge, spaces: rows.map((row) => edge - row.getBoundingClientRect().right) };
      });
    const pause = () => page.waitForTimeout(100);
    await until(pause, async () => assert.ok((await spaces()).spaces.length > 3, 'there are rows of lenses'));
    await workbench.run('View: Toggle Primary Side Bar Visibility');
    // With it, the editor would be narrower still.
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 808, height: 860 });
    await until(pause, async () => {
      const { edge, spaces: left } = await spaces();
      assert.ok(edge <= 808, `the editor ends at ${edge}`);
      // Some may be below the end of the window.
      assert.ok(left.length > 0);
      for (const space of left) assert.ok(space > 20, `${space}`);
    });
  });
}
