// Checks every page that Meetlog writes in a headless browser, light and dark, with the accessibility checker axe: no page may
// violate its rules, load anything or run a script, and its charts must be readable in a narrow window too.
// CHROME_PATH=… is the browser to use.
import { createRequire } from 'node:module';
import { pages } from '../../dist/test/unit/tools/pages.mjs';
import { ensureHost, NoHost } from '../vscode/host/install.mjs';
import { startBrowser } from '../vscode/host/server.mjs';
import { colorRules } from '../vscode/ui/axe.mjs';

const { source: axe } = createRequire(import.meta.url)('axe-core');
/** How many pages are checked side by side. */
const seats = 2;
const schemes = ['light', 'dark'];
const queue = [...pages];
let failures = 0;

try {
  const browser = await startBrowser(ensureHost());
  await Promise.all(Array.from({ length: seats }, async () => checkAll(await browser.newPage())));
  await browser.close();
} catch (error) {
  console.error(error instanceof NoHost ? `The pages cannot be checked: ${error.message}.` : error);
  process.exit(error instanceof NoHost ? 2 : 1);
}
console.log(`${pages.length * schemes.length} pages, ${failures} with violations`);
process.exitCode = failures > 0 ? 1 : 0;

/** Checks pages of the queue until it is empty. */
async function checkAll(page) {
  let found = [];
  page.on('request', (request) => found.push(`it loads ${request.url()}`));
  page.on('dialog', (dialog) => {
    found.push(`it runs a script: ${dialog.message()}`);
    return dialog.dismiss();
  });
  for (let next = queue.shift(); next; next = queue.shift()) {
    // Its policy would hold for the next page as well.
    await page.goto('about:blank');
    for (const colorScheme of schemes) {
      found = [];
      await page.emulateMedia({ colorScheme });
      found.push(...(await (colorScheme === schemes[0] ? faultsOf(page, next.html) : colorFaultsOf(page))));
      if (found.length === 0) continue;
      failures++;
      console.log(`✗ ${next.name}, ${colorScheme}\n    ${found.join('\n    ')}`);
    }
  }
}

/** Shows a page, and says what is wrong with it. */
async function faultsOf(page, html) {
  const found = [];
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
  return [...found, ...(await violationsIn(page))];
}

/** What is wrong with the page that is shown in another color scheme: its text and its charts are the same. */
function colorFaultsOf(page) {
  return violationsIn(page, colorRules);
}

async function violationsIn(page, runOnly) {
  const { violations, count } = await page.evaluate(async (runOnly) => {
    // All that is right would take long to tell.
    const { violations, passes } = await globalThis.axe.run({
      resultTypes: ['violations'],
      ...(runOnly && { runOnly }),
    });
    return { violations, count: passes.length };
  }, runOnly);
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html} (${nodes.length})`);
  return count > 0 ? found : [...found, 'axe found nothing to check'];
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
