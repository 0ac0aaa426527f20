import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../workbench.mjs';

const log = `10:00:02 <RRSAgent> logging to https://example.org/2031/04/02-bees-irc
10:00:05 <ines> Meeting: Beekeepers
10:00:12 <ines> present+ Ines, Hanno, Petra
10:00:20 <ines> regrets+ Olaf
10:00:31 <hanno> scribe+
10:00:40 <ines> chair: Ines
10:01:05 <hanno> Topic: Spring inspection
10:01:30 <hanno> ines: all nine hives came through the winter
10:01:44 <hanno> ... two of them are short of stores
10:02:10 <petra> I can bring fondant
10:02:31 <hanno> ACTION: Petra to bring fondant on Sunday
10:02:50 <petra> s/Sunday/Friday/
10:03:20 <hanno> RESOLVED: The weak hives are fed until the cherries bloom
10:04:02 <hanno> Topic: Swarm rota
10:04:20 <hanno> petra: the telephone is mine until he is back
10:04:41 <ines> s/he/she/
10:05:30 <hanno> Subtopic: Spare boxes
10:05:45 <hanno> ines: four, without frames
10:06:10 <hanno> ACTION: Hanno to order frames
10:06:30 <petra> s/Frames/twelve frames/
10:07:05 <ines> rrsagent, draft minutes
10:07:06 <RRSAgent> I have made the request to generate https://example.org/2031/04/02-bees-minutes.html ines
`;

/** What a person sees of a meeting with a scribe: its outline and colors, what corrections do, and its discussion. */
export async function use(workbench) {
  const { page, folder } = workbench;
  const preview = page
    .frameLocator('iframe.webview.ready')
    .last()
    .frameLocator('iframe#active-frame')
    .locator('#minutes');
  const treeitem = (name) => page.getByRole('treeitem', { name });
  /** How a part of a line is drawn. */
  const styleOf = (line, part) =>
    workbench.line(line).evaluate((row, part) => {
      const spans = [...row.querySelectorAll('span > span')];
      const { color, fontWeight } = getComputedStyle(spans.find(({ textContent }) => textContent.includes(part)));
      return { color, isBold: Number(fontWeight) >= 600 };
    }, part);
  /** Repairs the problem of a line by its first Quick Fix, of which `title` is a part. */
  const repair = async (number, title) => {
    await workbench.goTo(number);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await until(
      async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+.');
      },
      () => page.locator('.action-widget .monaco-list-row.focused', { hasText: title }).waitFor({ timeout: 3000 }),
    );
    await page.keyboard.press('Enter');
  };

  await workbench.step('a meeting with a scribe is found', async () => {
    writeFileSync(join(folder, 'bees.log'), log);
    await workbench.file('bees.log').dblclick({ timeout: 60_000 });
    await workbench.status('Meeting Log').waitFor();
    await workbench.lens('Generate minutes').waitFor();
  });

  await workbench.step('its outline has topics, and items as they were corrected', async () => {
    await page.getByRole('button', { name: /^Explorer Section/ }).click();
    await page.getByRole('button', { name: 'Outline Section' }).click();
    for (const name of [/^Beekeepers/, /^Spring inspection/, /^Swarm rota/, /Petra to bring fondant on Friday/]) {
      await treeitem(name).first().waitFor();
    }
    assert.equal(await treeitem(/Topic:|Sunday/).count(), 0);
    await treeitem(/^Swarm rota/).click();
    await workbench.cursorAt(14);
  });

  await workbench.step('labels, topics and people look like what they are', async () => {
    await until(
      () => page.waitForTimeout(100),
      async () => {
        const talk = await styleOf('I can bring', 'bring');
        for (const [line, part] of [
          ['RESOLVED:', 'RESOLVED'],
          ['Hanno to order', 'ACTION'],
          ['scribe+', 'scribe+'],
          ['present+', 'present+'],
          ['s/Sunday', 's/'],
        ]) {
          assert.notEqual((await styleOf(line, part)).color, talk.color, part);
        }
        assert.ok((await styleOf('Topic: Spring', 'Spring')).isBold, 'a topic is bold');
        assert.ok(!talk.isBold, 'and talk is not');
      },
    );
  });

  await workbench.step('a correction says what it changed', async () => {
    await until(
      async () => {
        await page.mouse.move(700, 5);
        await workbench.line('s/Sunday').getByText('Sunday').first().hover();
      },
      () =>
        page
          .locator('.monaco-hover:visible', { hasText: /Correction by petra/ })
          .first()
          .waitFor({ timeout: 3000 }),
    );
    await page.locator('.monaco-hover:visible', { hasText: 'line 11' }).first().waitFor();
  });

  await workbench.step('corrections that miss are problems', async () => {
    await page.mouse.move(700, 5);
    await page.keyboard.press('Control+Shift+M');
    for (const code of ['misplaced-correction', 'failed-correction']) {
      await page.locator('.markers-panel').getByText(code).first().waitFor();
    }
  });

  await workbench.step('and are repaired', async () => {
    await workbench.run('View: Hide Panel');
    await repair(16, 's/until he/until she/');
    await workbench.line('s/until he/until she/').waitFor();
    await repair(20, 's/frames/twelve frames/');
    await workbench.line('s/frames/twelve frames/').waitFor();
  });

  await workbench.step('the minutes have the discussion', async () => {
    await workbench.run('Meetlog: Preview Minutes to the Side');
    for (const name of [/^Beekeepers/, 'Discussion', /Spring inspection/, /Swarm rota/, /Spare boxes/]) {
      await preview.getByRole('heading', { name }).first().waitFor();
    }
    const text = (await preview.innerText()).replace(/\s+/g, ' ');
    for (const said of [
      'all nine hives came through the winter … two of them are short of stores',
      'the telephone is mine until she is back',
      'Hanno to order twelve frames',
      'Petra to bring fondant on Friday',
      'I can bring fondant',
    ]) {
      assert.ok(text.includes(said), `${said} is not in: ${text}`);
    }
    assert.doesNotMatch(text, /s\/|Sunday|present\+/);
  });

  await workbench.step('a click in the discussion leads to the log', async () => {
    await preview.getByText('the telephone is mine').first().click();
    await workbench.cursorAt(15);
  });
}
