import { strict as assert } from 'node:assert';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { colorRules, faultsOf } from '../axe.mjs';
import { newThemes, until } from '../workbench.mjs';

/** The meetings of a bakery: in the second, an item and a topic are empty, and a nick is long. */
const log = `18:00:00 <noor> #startmeeting Bread, first
18:01:00 <noor> #topic Ovens
18:02:00 <teo> #info the big one is warm
18:03:00 <noor> #endmeeting
19:00:00 <noor> #startmeeting Bread, second
19:01:00 <noor> #topic Ovens and what is to be baked in them next week
19:02:00 <teo> #info the big one is still warm
19:02:10 <teo> #info
19:02:20 <somebody_who_likes_long_nicks> #idea bake on Saturdays
19:03:00 <noor> #agreed the small one goes to the school
19:04:00 <noor> #action teo carries the small oven
19:06:00 <noor> #topic Jam
19:07:00 <teo> #info eighty jars
19:09:00 <noor> #rejected no more plums
19:12:00 <noor> #topic
19:14:00 <noor> #action teo asks for figs
19:20:00 <noor> #endmeeting
20:00:00 <noor> #startmeeting Bread, third
20:01:00 <noor> #info done
20:02:00 <noor> #endmeeting
`;

/** Themes, and the widths of the page in each. High contrast has borders of its own; other themes differ only in their colors. */
const widths = {
  'Default Light Modern': [300, 700, 1400],
  'Default High Contrast': [300, 700, 1400],
  'Default High Contrast Light': [700],
  'Default Dark Modern': [700],
  'Solarized Light': [700],
  ...Object.fromEntries(Object.keys(newThemes).map((theme) => [theme, [700]])),
};

/** What a person does in the preview itself: its toolbar, its charts, finding, all themes and widths. */
export async function use(workbench) {
  const { page, folder } = workbench;
  const frame = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  const preview = frame.locator('#minutes');
  const button = (name) => frame.getByRole('toolbar', { name: 'Minutes' }).getByRole('button', { name });
  const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);
  const heading = (title) => preview.getByRole('heading', { name: new RegExp(`Bread, ${title}`) });

  await workbench.step('a preview of a log with several meetings is opened', async () => {
    writeFileSync(join(folder, 'bakery.log'), log);
    await workbench.file('bakery.log').dblclick({ timeout: 60_000 });
    await workbench.lens('Preview').first().waitFor({ timeout: 60_000 });
    await workbench.goTo(5);
    await workbench.run('Meetlog: Preview Minutes to the Side');
    await heading('second').waitFor();
    await frame.getByText('2 of 3', { exact: true }).waitFor();
  });

  await workbench.step('an empty item and an empty topic are named', async () => {
    assert.equal(await preview.getByText('(empty)').count(), 1);
    await preview.getByRole('heading', { name: '(no title)' }).waitFor();
  });

  await workbench.step('the next and the previous meeting are shown, in the log as well', async () => {
    await button('Next Meeting').click();
    await frame.getByText('3 of 3', { exact: true }).waitFor();
    await heading('third').waitFor();
    assert.equal(await button('Next Meeting').getAttribute('aria-disabled'), 'true');
    assert.ok(await isFocused(button('Next Meeting')), 'the focus is lost');
    await page.keyboard.press('ArrowLeft');
    assert.ok(await isFocused(button('Previous Meeting')));
    for (const title of ['second', 'first']) {
      await page.keyboard.press('Enter');
      await heading(title).waitFor();
    }
    assert.ok(await isFocused(button('Previous Meeting')), 'the focus is lost');
    await button('Next Meeting').click();
    await heading('second').waitFor();
  });

  await workbench.step('the toolbar is one tab stop, with arrows between its buttons', async () => {
    await page.keyboard.press('Home');
    assert.ok(await isFocused(button('Copy')));
    for (const name of ['Save…', 'Generate…', 'Show Log']) {
      await page.keyboard.press('ArrowRight');
      assert.ok(await isFocused(button(name)), name);
    }
    await page.keyboard.press('Tab');
    assert.equal(await frame.locator('#toolbar :focus').count(), 0);
    await page.keyboard.press('Shift+Tab');
    assert.ok(await isFocused(button('Show Log')));
  });

  await workbench.step('the minutes that are shown are copied', async () => {
    await button('Copy').click();
    await workbench.status(/^Copied/).waitFor();
  });

  for (const name of ['Generate…', 'Save…']) {
    await workbench.step(`${name} asks for the format`, async () => {
      await button(name).click();
      await workbench.pick('reStructuredText').waitFor();
      await page.keyboard.press('Escape');
      await workbench.pick('reStructuredText').waitFor({ state: 'hidden' });
    });
  }

  await workbench.step('the preview is locked, and keeps its focus', async () => {
    await button('Lock').click();
    await page.getByRole('tab', { name: /^\[Minutes\]/ }).waitFor();
    await frame.locator('[data-command="lock"][aria-pressed="true"]').waitFor();
    assert.ok(await isFocused(button('Lock')));
    await page.keyboard.press('Enter');
    await frame.locator('[data-command="lock"][aria-pressed="false"]').waitFor();
  });

  await workbench.step('a topic and a mark of the chart lead to the log', async () => {
    const chart = preview.locator('svg').first();
    await chart.getByRole('link', { name: 'Jam' }).click();
    await workbench.cursorAt(12);
    await chart.locator('[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    for (let key = 0; key < 2; key++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await workbench.cursorAt(11);
  });

  await workbench.step('Ctrl+F in the preview finds text in it', async () => {
    // The browser of the tests lacks the data by which a browser compares words, so what it is asked for is noted.
    await preview.evaluate(() => {
      window.find = (text) => {
        window.sought = text;
        return document.body.innerText.includes(text);
      };
    });
    await frame.locator('footer').click();
    const find = page.locator('.simple-find-part.visible');
    await until(
      () => page.keyboard.press('Control+f'),
      () => find.waitFor({ timeout: 3000 }),
    );
    await page.keyboard.type('eighty');
    assert.equal(await find.locator('input').inputValue(), 'eighty');
    await until(
      () => page.waitForTimeout(200),
      async () => assert.equal(await preview.evaluate(() => window.sought), 'eighty'),
    );
    await page.keyboard.press('Escape');
    await find.waitFor({ state: 'hidden' });
  });

  await workbench.step('the context menu has what the toolbar has, and all of VS Code', async () => {
    const entry = (name) => page.getByRole('menuitem', { name });
    const open = () =>
      until(
        async () => {
          // Closes one that came late.
          await page.keyboard.press('Escape');
          await frame.locator('footer').click({ button: 'right' });
        },
        () => entry('Copy Minutes').waitFor({ timeout: 10_000 }),
      );
    // VS Code takes no click on a menu that has just appeared.
    const choose = (name, effect) =>
      until(
        async () => {
          if (await entry(name).isVisible()) await entry(name).click();
        },
        () => effect.waitFor({ timeout: 5000 }),
      );
    await open();
    for (const name of ['Copy', 'Save Minutes As…', 'Show Log']) await entry(name).first().waitFor();
    await choose('Copy Minutes', workbench.status(/^Copied/));
    await open();
    await choose('Save Minutes As…', workbench.pick('reStructuredText'));
    await page.keyboard.press('Escape');
  });

  await workbench.step('the log is shown again when another editor hides it', async () => {
    await workbench.run('View: Focus First Editor Group');
    await workbench.file('web-server.log').dblclick();
    await page.getByRole('tab', { name: 'web-server.log', selected: true }).waitFor();
    await button('Show Log').click();
    await page.getByRole('tab', { name: 'bakery.log', selected: true }).waitFor();
    assert.equal(await page.getByRole('tab', { name: 'bakery.log' }).count(), 1);
    await workbench.cursorAt(11);
  });

  await workbench.run('View: Toggle Primary Side Bar Visibility');
  for (const [theme, some] of Object.entries(widths)) {
    for (const width of some) {
      await workbench.step(`nothing is wrong with the page in ${theme} at ${width}`, async () => {
        if (width === some[0]) await workbench.wear(theme);
        await frame.locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
        await page.setViewportSize({ width: 2 * width + 48, height: 860 });
        await until(
          () => page.waitForTimeout(200),
          async () => assert.ok(Math.abs((await preview.evaluate(() => window.innerWidth)) - width) < 40),
        );
        // What does not depend on colors is the same in all themes.
        const rules = theme === Object.keys(widths)[0] ? undefined : colorRules;
        assert.deepEqual(await faultsOf(preview, rules), []);
        assert.ok(await preview.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'too wide');
        const heads = preview.locator('thead th');
        assert.ok((await heads.count()) > 0);
        const isBroken = await heads.evaluateAll((all) =>
          all.some(({ firstChild }) => {
            const range = document.createRange();
            return firstChild.data.split(' ').some((word) => {
              const from = firstChild.data.indexOf(word);
              range.setStart(firstChild, from);
              range.setEnd(firstChild, from + word.length);
              return range.getClientRects().length > 1;
            });
          }),
        );
        assert.ok(!isBroken, 'a word is broken');
        const cold = await preview
          .locator('svg .bar')
          .first()
          .evaluate((bar) => getComputedStyle(bar).fill);
        assert.notEqual(cold, 'rgb(47, 111, 159)');
      });
    }
  }

  await workbench.step('without its log, the preview says so, and makes no minutes', async () => {
    await page.setViewportSize({ width: 1400, height: 860 });
    await workbench.run('View: Focus First Editor Group');
    await workbench.run('View: Close All Editors in Group');
    rmSync(join(folder, 'bakery.log'));
    await page.reload({ waitUntil: 'commit' });
    await preview.getByText('bakery.log cannot be opened.').waitFor({ timeout: 60_000 });
    assert.equal(await button('Copy').getAttribute('aria-disabled'), 'true');
    assert.equal(await button('Lock').getAttribute('aria-disabled'), null);
  });
}
