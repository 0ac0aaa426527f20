import { assert } from 'chai';
import type { MinutesItem } from '../../../server/src/minutes/minutes.js';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { harmless } from '../../helpers/hostileMinutes.js';

describe('references in reStructuredText', () => {
  it('have unique names, ignoring case', () => {
    const [item] = harmless.items;
    assert.isDefined(item);
    const items = ['Ann', 'ann', 'ANN', 'ann'].map((nick) => ({ ...item, nick }) as MinutesItem);
    const written = writerNamed('rst')?.write({ ...harmless, items }, {}) ?? '';
    for (const name of ['Ann-10:00:02', 'ann-10:00:02a', 'ANN-10:00:02b', 'ann-10:00:02c'])
      assert.include(written, `.. _\`${name}\`: `);
  });
});
