import { assert } from 'chai';
import { Mover } from '../../client/src/preview/page/mover.js';

describe('what moves the page of the preview', () => {
  let mover: Mover;
  beforeEach(() => {
    mover = new Mover();
  });

  it('is the user from an input to the end of its scrolling', () => {
    mover.input();
    assert.deepEqual([mover.scrolled(), mover.scrolled()], [true, true]);
    mover.ended();
    assert.isFalse(mover.scrolled());
  });
  it('is the page without any input', () => assert.isFalse(mover.scrolled()));
  it('is the page after it is changed, even after an input without effect', () => {
    mover.input();
    mover.change();
    assert.isFalse(mover.scrolled());
  });
  it('is the page if it is changed while the user scrolls, until the next input', () => {
    mover.input();
    assert.isTrue(mover.scrolled());
    mover.change();
    assert.isFalse(mover.scrolled());
    mover.input();
    assert.isTrue(mover.scrolled());
  });
  it('is the user if the next input comes before the end of the last scrolling is reported', () => {
    mover.input();
    mover.scrolled();
    mover.input();
    mover.ended();
    assert.isTrue(mover.scrolled());
  });
});
