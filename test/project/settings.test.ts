import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import type { ManifestSetting } from '../tools/generate/manifest.js';

const { properties } = JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration as {
  readonly properties: Readonly<Record<string, ManifestSetting>>;
};
const settings = Object.entries(properties);

describe('the settings in the settings editor', () => {
  it('are in order of use, not sorted by name', () => {
    assert.deepEqual(
      settings.map(([, { order }]) => order),
      settings.map((_, index) => index),
    );
    assert.deepEqual([settings[0]?.[0], settings.at(-1)?.[0]], ['meetlog.detection', 'meetlog.trace.server']);
  });
  for (const [key, { type, enum: values, enumItemLabels, enumDescriptions, ...setting }] of settings) {
    it(`need no settings.json: ${key}`, () => {
      // The settings editor can only show lists of texts.
      assert.include(['boolean', 'string', 'object', ...(key === 'meetlog.links' ? ['array'] : [])], type);
      assert.equal(type === 'object', setting.properties !== undefined);
      assert.equal(type === 'object', setting.additionalProperties === false);
      // VS Code shows an object as a table only if each property has a simple type.
      for (const property of Object.values(setting.properties ?? {})) {
        assert.equal(property.type, 'string');
        assert.match(property.description, /^[^`]+\.$/);
      }
    });
    it(`have a label and a description of every value: ${key}`, () => {
      for (const texts of [enumItemLabels, enumDescriptions]) {
        assert.lengthOf(texts ?? [], values?.length ?? 0);
        for (const text of texts ?? []) assert.match(text, /^\S/);
      }
    });
  }
});
