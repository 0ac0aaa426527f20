import { createRequire } from 'node:module';

const { source } = createRequire(import.meta.url)('axe-core');

/** The rules that depend on colors, and so on the theme. */
export const colorRules = ['color-contrast', 'link-in-text-block'];

/** What the accessibility checker axe has against the page of an element, by all its rules or only by those of a list. */
export async function faultsOf(element, runOnly) {
  if (!(await element.evaluate(() => 'axe' in globalThis))) await element.evaluate(source);
  return element.evaluate(async (_, runOnly) => {
    // All that is right would take long to tell.
    const options = { resultTypes: ['violations'], ...(runOnly && { runOnly }) };
    const { violations } = await globalThis.axe.run(document, options);
    return violations.map(({ id, nodes }) => [id, nodes[0].html]);
  }, runOnly);
}
