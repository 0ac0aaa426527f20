import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../workbench.mjs';

/** A person finds their way in a long log: to a time, to a person, and by the marks beside the scroll bar. */
export async function use(workbench) {
  const { page, folder, input } = workbench;
  writeFileSync(join(folder, 'allotments.log'), longLog());
  const rows = page.locator('.quick-input-list .monaco-list-row');
  const highlighted = page.locator('.view-overlays .cdr');

  await workbench.step('a long log has marks in its overview ruler', async () => {
    await workbench.file('allotments.log').dblclick({ timeout: 60_000 });
    await workbench.status('Meeting Log').waitFor();
    for (const color of ['purple', 'green', 'orange']) await untilMarked(page, color);
  });

  await workbench.step('the people of the meeting are listed', async () => {
    await workbench.run('Meetlog: Go to Person…');
    await workbench.pickRow('owner').waitFor();
    assert.match(await rows.first().innerText(), /first seen/);
  });

  await workbench.step('the first line of a person is shown as the list is filtered', async () => {
    await input.fill('wanda');
    await workbench.line('wanda is late').waitFor();
    assert.ok((await highlighted.count()) > 0);
    await workbench.cursorAt(1);
  });

  await workbench.step('Escape returns to the top', async () => {
    await page.keyboard.press('Escape');
    await workbench.line('#startmeeting').waitFor();
    await workbench.cursorAt(1);
  });

  await workbench.step('a time is explained before it is typed', async () => {
    await workbench.run('Meetlog: Go to Time…');
    await workbench.pickRow('Type a time').waitFor();
  });

  await workbench.step('what is not a time is said', async () => {
    await input.fill('half past');
    await workbench.pickRow('is not a time').waitFor();
  });

  await workbench.step('the line at a time is shown on each day', async () => {
    await input.fill('19:20');
    await workbench.pickRow('2031-03-15').waitFor();
    assert.equal(await rows.count(), 3);
    await page.keyboard.press('ArrowDown');
    await workbench.line('day 2, 19:20').waitFor();
    await workbench.cursorAt(1);
  });

  await workbench.step('the cursor goes there with Enter', async () => {
    await page.keyboard.press('Enter');
    await workbench.status(/Ln 2\d\d,/).waitFor();
    await workbench.line('day 2, 19:20').waitFor();
  });

  await workbench.step('minutes after the start are counted', async () => {
    await workbench.run('Meetlog: Go to Time…');
    await input.fill('+35');
    await workbench.pickRow('18:35:00').waitFor();
    await page.keyboard.press('Escape');
  });

  await workbench.step('the marks are legible in a dark theme', async () => {
    await workbench.wear('Default Dark Modern');
    for (const color of ['purple', 'green', 'orange']) await untilMarked(page, color);
  });

  await workbench.step('the marks come back after the server was killed', async () => {
    workbench.server.killLanguageServers();
    await workbench.goTo(1);
    await workbench.append(' again');
    for (const color of ['purple', 'green', 'orange']) await untilMarked(page, color);
  });
}

/** Three meetings on three days, one line a minute. */
function longLog() {
  return [1, 2, 3].flatMap((day) => Array.from({ length: 121 }, (_, minute) => lineOf(day, minute))).join('');
}

function lineOf(day, minute) {
  const time = `${18 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  const [nick, text] = saidAt(day, minute) ?? [
    ['noor', 'kesh', 'teo', 'kesh'][minute % 4],
    `day ${day}, ${time}, and what there is to say about the beds`,
  ];
  return `2031-03-${13 + day} ${time}:00\t${nick}\t${text}\n`;
}

function saidAt(day, minute) {
  if (minute === 0) return ['noor', `#startmeeting Allotments, day ${day}`];
  if (minute === 97) return ['wanda', 'wanda is late'];
  if (minute === 120) return ['noor', '#endmeeting'];
  const items = {
    5: ['noor', `#topic Bed ${minute}`],
    15: ['noor', `#agreed to dig bed ${minute}`],
    25: ['kesh', `#action kesh digs bed ${minute}`],
  };
  return items[minute % 30];
}

/** Waits until the overview ruler has pixels of a color. */
async function untilMarked(page, color) {
  await until(
    () => page.waitForTimeout(200),
    async () => assert.ok((await colorsIn(page)).includes(color), `no ${color} in the overview ruler`),
  );
}

/** The kinds of colors in the overview ruler of the first editor. */
async function colorsIn(page) {
  const pixels = await page.evaluate(() => {
    const canvas = document.querySelector('canvas.decorationsOverviewRuler');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const found = new Set();
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] > 100) found.add(data.slice(at, at + 3).join());
    return [...found];
  });
  return pixels.map((pixel) => colorOf(pixel.split(',').map(Number)));
}

function colorOf([red, green, blue]) {
  if (blue > green + 30 && red > green + 15) return 'purple';
  if (green > red + 30 && green > blue + 20) return 'green';
  return red > green + 30 && green > blue + 30 ? 'orange' : 'other';
}
