import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { manifestSettings, withSettings } from '../tools/generate/manifest.js';
import { withTables } from '../tools/generate/markdown.js';
import { outputs } from '../tools/generate/outputs.js';

describe('generated files', () => {
  for (const { path, text } of outputs) {
    it(`${path} is up to date with \`npm run generate\``, () => {
      assert.equal(readFileSync(path, 'utf8'), text(), `${path} is stale: run npm run generate`);
    });
  }

  it('keep everything in a page except its tables', () => {
    const stale = 'a\n<!-- generated: problems -->\nyesterday’s\n<!-- end of generated -->\nb <!-- c -->\n';
    const text = withTables(stale);
    assert.match(text, /^a\n<!-- generated: problems -->\n\n\| Code \|/);
    assert.match(text, /\|\n\n<!-- end of generated -->\nb <!-- c -->\n$/);
    assert.notInclude(text, 'yesterday');
    assert.equal(withTables(text), text);
  });

  it('reject marks of unknown tables, and marks without an end', () => {
    assert.throws(() => withTables('<!-- generated: birds -->\n<!-- end of generated -->\n'), 'birds');
    const open = '<!-- generated: bots -->\nkept\n<!-- generated: bots -->\n<!-- end of generated -->\n';
    assert.throws(() => withTables(open), 'No end of');
  });

  it('keep everything in the manifest except its settings', () => {
    const configuration = { title: 'Meetlog', properties: { 'meetlog.mine': { default: 1 } } };
    const written = withSettings({ contributes: { configuration } });
    assert.deepEqual(written, { contributes: { configuration: { ...configuration, properties: manifestSettings } } });
  });
});
