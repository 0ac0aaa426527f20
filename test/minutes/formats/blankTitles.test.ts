import { assert } from 'chai';
import { writerNamed } from '../../../server/src/minutes/writers.js';
import { harmless } from '../../helpers/hostileMinutes.js';

describe('titles with nothing visible', () => {
  const blank = {
    ...harmless,
    title: '\u0002 ',
    topics: harmless.topics.map((topic) => ({ ...topic, text: '\u200b' })),
  };
  for (const [name, title, topic] of [
    ['markdown', '# (no title)\n', '### (no title)\n'],
    ['rst', '==========\n(no title)\n==========\n', '* (no title)  (`'],
    ['moin', '= (no title) =\n', '=== (no title) ===\n'],
    ['mediawiki', '= (no title) =\n', "* '''(empty)'''  ("],
    ['pmwiki', '! (no title)\n', "* '''(empty)'''  ("],
  ] as const) {
    it(`are replaced in ${name}`, () => {
      const written = writerNamed(name)?.write(blank, {}) ?? '';
      assert.include(written, title);
      assert.include(written, topic);
    });
  }
});
