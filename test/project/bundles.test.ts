import { existsSync, readdirSync, statSync } from 'node:fs';
import { assert } from 'chai';

/**
 * How many bytes each bundle may have at most: so much more than it has that rows of tables find room. Whoever adds more to one
 * decides here that it is worth it.
 */
const ceilings: Readonly<Record<string, number>> = {
  'cli.js': 258_000,
  'client.browser.js': 505_000,
  // All that is read where no meeting log is open.
  'client.node.js': 37_200,
  'languageClient.node.js': 472_000,
  // With the table of item types, from which its style is made.
  'preview.js': 21_000,
  'server.browser.js': 510_000,
  'server.js': 404_000,
  'isMeetingLog.js': 55_000,
  // With LiquidJS, which only the first template reads.
  'templateProcess.js': 140_000,
};

describe('the bundles', () => {
  it('are those of which the size is known', () =>
    assert.sameMembers(
      readdirSync('dist').filter((file) => file.endsWith('.js')),
      Object.keys(ceilings),
    ));

  for (const [bundle, ceiling] of Object.entries(ceilings)) {
    const { size } = statSync(`dist/${bundle}`);
    it(`are small: ${bundle} has ${size} bytes`, function () {
      // What `npm run watch` makes is not minified, and has no licenses.
      if (!existsSync('dist/licenses.txt')) this.skip();
      assert.isAtMost(size, ceiling);
    });
  }
});
