import { existsSync, readdirSync, statSync } from 'node:fs';
import { assert } from 'chai';

/**
 * The most bytes of each bundle: somewhat more than it has, to leave room for rows in tables. Anyone who adds more decides here
 * that it is worth it.
 */
const ceilings: Readonly<Record<string, number>> = {
  'cli.js': 640_000,
  'client.browser.js': 595_000,
  // Everything that is loaded if no meeting log is open.
  'client.node.js': 79_000,
  'languageClient.node.js': 472_000,
  // Including the table of item types, from which its style is made.
  'preview.js': 21_000,
  // Including the converters of exports and RE2JS: a web extension's worker has but one file.
  'server.browser.js': 1_250_000,
  'server.js': 885_000,
  'isMeetingLog.js': 118_000,
  // Including parsers of JSON, CSV, HTML and subtitles, which are loaded only to convert an export.
  'conversion.js': 135_000,
  // Including RE2JS, which is loaded only if the settings have patterns for links.
  'linkPatterns.js': 155_000,
  // Including a parser of HTML, which is loaded only to verify minutes in HTML.
  'readHtml.js': 65_000,
  // Including the SDK of the Model Context Protocol with Zod and Ajv, which is loaded only by `meetlog mcp`.
  'mcp.js': 480_000,
  // Including LiquidJS, which is loaded only with the first template.
  'templateProcess.js': 140_000,
};

describe('the bundles', () => {
  it('are those with a known size', () =>
    assert.sameMembers(
      readdirSync('dist').filter((file) => file.endsWith('.js')),
      Object.keys(ceilings),
    ));

  for (const [bundle, ceiling] of Object.entries(ceilings)) {
    const { size } = statSync(`dist/${bundle}`);
    it(`are small: ${bundle} has ${size} bytes`, function () {
      // Bundles made by `npm run watch` are not minified, and have no licenses.
      if (!existsSync('dist/licenses.txt')) this.skip();
      assert.isAtMost(size, ceiling);
    });
  }
});
