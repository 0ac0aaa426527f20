// Checks every page that Meetlog writes in a headless browser, light and dark, with the accessibility checker axe: no page may
// violate its rules, load anything or run a script, and its charts must be readable in a narrow window too.
// CHROME_PATH=… is the browser to use.
import { createRequire } from 'node:module';
import { pages } from '../../dist/test/unit/tools/pages.mjs';
import { ensureHost, NoHost } from '../vscode/host/install.mjs';
import { startBrowser } from '../vscode/host/server.mjs';

const { source: axe } = createRequire(import.meta.url)('axe-core');
let failures = 0;

try {
  const browser = await startBrowser(ensureHost());
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme });
    for (const { name, html } of pages) await check(`${name}, ${colorScheme}`, await context.newPage(), html);
  }
  await browser.close();
} catch (error) {
  console.error(error instanceof NoHost ? `The pages cannot be checked: ${error.message}.` : error);
  process.exit(error instanceof NoHost ? 2 : 1);
}
console.log(`${pages.length * 2} pages, ${failures} with violations`);
process.exitCode = failures > 0 ? 1 : 0;

async function check(name, page, html) {
  const found = [];
  page.on('request', (request) => found.push(`it loads ${request.url()}`));
  page.on('dialog', (dialog) => found.push(`it runs a script: ${dialog.message()}`));
  await page.setContent(html);
  // Collapsed content is checked too.
  await page.$$eval('details', (all) => {
    for (const details of all) details.setAttribute('open', '');
  });
  await page.evaluate(axe);
  for (const width of [300, 800]) {
    await page.setViewportSize({ width, height: 600 });
    found.push(...(await page.evaluate(unreadable)).map((text) => `at ${width}: ${text}`));
  }
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
  for (const { id, help, nodes } of violations) found.push(`${id}: ${help}: ${nodes[0].html} (${nodes.length})`);
  if (passes.length === 0) found.push('axe found nothing to check');
  await page.close();
  if (found.length === 0) return;
  failures++;
  console.log(`✗ ${name}\n    ${found.join('\n    ')}`);
}

/** What is not readable in the charts of a page: text that is too small, outside the chart, or on top of other text. */
function unreadable() {
  const lies = (one, other) =>
    other.left < one.right && one.left < other.right && other.top < one.bottom && one.top < other.bottom;
  const faultsOf = (chart) => {
    const whole = chart.getBoundingClientRect();
    const texts = [...chart.querySelectorAll('text')].filter((text) => text.getClientRects().length > 0);
    const all = texts.map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }));
    // A band ends its text.
    const free = all.filter((_, index) => !texts[index].closest('g'));
    const under = (one) => free.find((other) => other !== one && lies(one.box, other.box));
    return [
      ...all.filter(({ box }) => box.height < 12).map(({ said }) => `${said} is small`),
      ...free
        .filter(({ box }) => box.left < whole.left || box.right > whole.right)
        .map(({ said }) => `${said} is cut off`),
      ...free.filter(under).map((one) => `${one.said} is on ${under(one).said}`),
    ];
  };
  return [...document.querySelectorAll('figure > svg')].flatMap(faultsOf);
}
