import { assert } from 'chai';
import { detectLayout } from '../../../server/src/log/detect/detectLayout.js';
import { layouts } from '../../../server/src/log/layouts/layouts.js';
import { splitRows } from '../../../server/src/log/lineEnds.js';

describe('detection of the layout', () => {
  for (const layout of layouts) {
    it(`finds ${layout.name} by its samples`, () => {
      const samples = layout.samples.flatMap(([line, kind]) =>
        ['other', 'continuation'].includes(kind) ? [] : [line],
      );
      const found = detectLayout(samples);
      assert.equal(found.layout.name, layout.name);
      assert.equal(found.confidence, 1);
    });
  }

  const check = (text: string, confidence: number) =>
    assert.equal(detectLayout(splitRows(text)).confidence, confidence);

  it('has the share of lines that are read as its confidence', () =>
    check('10:00 <a> x\nprose\n10:01 <b> y\nprose\n', 0.5));
  it('skips blank lines', () => check('\n\n10:00 <a> x\n \n', 1));
  it('has no confidence in prose or empty text', () => {
    check('Dear all,\nthe minutes are below.\n', 0);
    check('', 0);
  });
});
