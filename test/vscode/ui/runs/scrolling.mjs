import { strict as assert } from 'node:assert';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../workbench.mjs';

/** Log and preview scroll together, but only when a person scrolls one of them. */
export async function use(workbench) {
  const { page, folder } = workbench;
  const frame = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  const preview = frame.locator('#minutes');
  const top = () => preview.evaluate(() => window.scrollY);
  const logFile = join(folder, 'orchard.log');

  /** The number of the first line that can be seen in the log. */
  const firstLine = () =>
    page.evaluate(() => {
      const editor = document.querySelector('.editor-instance');
      const { top } = editor.getBoundingClientRect();
      const numbers = [...editor.querySelectorAll('.margin .line-numbers')];
      return Math.min(
        ...numbers.filter((one) => one.getBoundingClientRect().top >= top).map((one) => +one.textContent),
      );
    });
  /** Asks again until what is asked stays the same while VS Code draws, and both sides hear of each other. */
  const rest = async (ask) => {
    for (let last; ; ) {
      const now = await ask();
      if (now === last) return now;
      last = now;
      // Nothing tells that nothing more is to come.
      await page.waitForTimeout(200);
      const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      await Promise.all([page.evaluate(drawn), preview.evaluate(drawn)]);
    }
  };
  /** Does something, and asserts that the log was not scrolled. VS Code itself may move it by a part of a line that is wrapped anew. */
  const unmoved = async (what, act) => {
    const before = await firstLine();
    await act();
    const after = await rest(firstLine);
    assert.ok(Math.abs(after - before) <= 1, `${what}: the log was scrolled from line ${before} to ${after}`);
  };
  const eventually = async (what, ask, isGood) => {
    const end = Date.now() + 30_000;
    for (;;) {
      const answer = await ask();
      if (isGood(answer)) return;
      assert.ok(Date.now() < end, `${what}; the last answer was ${answer}`);
      await page.waitForTimeout(50);
    }
  };
  /** A place of the preview, on the screen; without scrolling to it. */
  const pointAt = async (x, y) => {
    const box = await page.locator('iframe.webview.ready').last().boundingBox();
    return [box.x + (x < 0 ? box.width : 0) + x, box.y + y];
  };

  await workbench.step('a long log and its preview are opened', async () => {
    writeFileSync(logFile, longLog());
    await workbench.file('orchard.log').dblclick({ timeout: 60_000 });
    await workbench.lens('Preview').waitFor({ timeout: 60_000 });
    await workbench.run('Meetlog: Preview Minutes to the Side');
    await preview.getByRole('heading', { name: /Orchard, autumn meeting/ }).waitFor();
  });

  await workbench.step('the log stays where it is while a person types', async () => {
    await workbench.goTo(150);
    await rest(firstLine);
    for (const [line, text] of [
      [151, '#agreed the cider press is lent to the school'],
      [152, '#action hanno writes to the school'],
    ]) {
      await unmoved(text, async () => {
        // The first leads to the end of a row of a wrapped line.
        for (const key of ['End', 'End', 'Enter']) await page.keyboard.press(key);
        await page.keyboard.type(`09:49:30 <ines> ${text}`);
        await preview
          .locator('li', { hasText: text.replace(/#\w+ /, '') })
          .first()
          .waitFor();
        await workbench.cursorAt(line);
      });
    }
    await page.locator('.editor-instance').first().locator('.cursor').first().waitFor();
    await workbench.line('hanno writes to').waitFor();
  });

  for (const [name, there, back] of [
    ['side bar', 'View: Toggle Primary Side Bar Visibility', 'View: Toggle Primary Side Bar Visibility'],
    ['panel', 'View: Focus Problems (Errors, Warnings, Infos)', 'View: Hide Panel'],
  ]) {
    await workbench.step(`nothing scrolls when the ${name} is toggled`, async () => {
      await unmoved(`${name} there`, () => workbench.run(there));
      await unmoved(`${name} back`, () => workbench.run(back));
    });
  }

  await workbench.step('nothing scrolls when the theme changes', async () => {
    for (const theme of ['Default Dark Modern', 'Default Light Modern']) {
      await unmoved(theme, async () => {
        await workbench.wear(theme);
        await frame.locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
      });
    }
  });

  await workbench.step('nothing scrolls when the window changes its size', async () => {
    for (const [width, height] of [
      [1400, 620],
      [1000, 620],
      [1400, 860],
    ]) {
      await unmoved(`${width} × ${height}`, () => page.setViewportSize({ width, height }));
    }
  });

  await workbench.step('nothing scrolls when the log grows on disk', async () => {
    await workbench.run('File: Save');
    await until(
      () => page.waitForTimeout(200),
      () => assert.match(readFileSync(logFile, 'utf8'), /hanno writes to the school/),
    );
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });
    await unmoved('the log grew', async () => {
      appendFileSync(logFile, '11:20:00 <ines> #info the gate has a new lock\n');
      await preview.locator('li', { hasText: 'the gate has a new lock' }).first().waitFor();
    });
  });

  await workbench.step('a wheel in the preview scrolls the log, which does not scroll it back', async () => {
    const before = await firstLine();
    await page.mouse.move(...(await pointAt(200, 300)));
    await page.mouse.wheel(0, 900);
    await eventually('the log follows', firstLine, (line) => line > before + 20);
    await rest(top);
    const there = await top();
    await rest(firstLine);
    assert.equal(await top(), there);
  });

  await workbench.step('keys in the preview scroll the log', async () => {
    await page.mouse.click(...(await pointAt(5, 300)));
    await page.keyboard.press('End');
    await eventually('the log is at its end', firstLine, (line) => line > 340);
    await page.keyboard.press('Home');
    await eventually('the log is at its start', firstLine, (line) => line === 1);
  });

  await workbench.step('the scroll bar of the preview scrolls the log', async () => {
    const [x, y] = await pointAt(-5, 20);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + 300, { steps: 20 });
    await eventually('the log follows', firstLine, (line) => line > 50);
    await page.mouse.up();
    assert.equal(await preview.evaluate(() => getSelection().isCollapsed), true, 'that was no scroll bar');
  });

  await workbench.step('the log scrolls the preview', async () => {
    await page
      .locator('.editor-instance')
      .first()
      .hover({ position: { x: 200, y: 300 } });
    // However far a wheel is turned at once, the editor moves by some lines.
    const turn = async (far) => {
      await page.mouse.wheel(0, far);
      return firstLine();
    };
    await eventually(
      'the log is at its start',
      () => turn(-4000),
      (line) => line === 1,
    );
    await eventually('the preview is at its start', top, (height) => height === 0);
    await eventually(
      'the log is at line 100',
      () => turn(400),
      (line) => line > 100,
    );
    const row = preview.getByRole('heading', { name: /^Row 4/ });
    await eventually(
      'the preview follows',
      () => row.evaluate((it) => it.getBoundingClientRect().top),
      (it) => Math.abs(it) < 600,
    );
  });
}

/** A log of some hundred lines of talk in a dozen topics. */
function longLog() {
  const said = [
    'the ladders are back from the joiner and one of them has new rungs',
    'I counted forty crates in the barn, half of them without a bottom',
    '#info the early pears are in and the late ones need two more weeks',
    'the wasps are worse than last year, and nobody has found the nest',
    'who has the key to the cellar? It is not on its hook',
    '#idea label every row with the year in which it was planted',
    'we had a frost in May and the plums show it',
    'the neighbours would take what is left over',
    '#info rain is expected from Thursday on',
    'I can bring the small press, but not the big one',
    'that would be enough for the windfalls',
    'the fence on the north side leans a little more each week',
  ];
  const nicks = ['ines', 'hanno', 'petra', 'olaf'];
  const lines = ['#startmeeting Orchard, autumn meeting'];
  for (let topic = 1; topic <= 12; topic++) {
    lines.push(`#topic Row ${topic} and what is to be done there`);
    for (let one = 0; one < 28; one++) lines.push(said[(one + topic) % said.length]);
    lines.push(`#agreed row ${topic} is picked on a Saturday`, `#action petra sweeps row ${topic}`);
  }
  return lines
    .map((text, index) => {
      const time = new Date(Date.UTC(2031, 8, 6, 9) + index * 20_000).toISOString().slice(11, 19);
      return `${time} <${text.startsWith('#') ? 'ines' : nicks[index % nicks.length]}> ${text}\n`;
    })
    .join('');
}
