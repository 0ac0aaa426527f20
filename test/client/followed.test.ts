import { assert } from 'chai';
import { Followed } from '../../client/src/preview/followed.js';

describe('a log that goes with its preview', () => {
  /** What is reported of the first lines that the log shows one after the other; 40 lines can be seen. */
  const reported = (log: Followed, ...tops: number[]) => tops.filter((top) => log.isScrolledTo(top, top + 40));

  it('is scrolled by a person whenever nobody asked for it', () =>
    assert.deepEqual(reported(new Followed(10), 11, 12, 5), [11, 12, 5]));
  it('is not scrolled when its size changes, or by being opened', () => {
    assert.isEmpty(reported(new Followed(10), 10, 10));
    assert.deepEqual(reported(new Followed(undefined), 10, 10, 12), [12]);
  });
  it('does not report what the preview asked for, nor the way there', () => {
    const log = new Followed(10);
    log.askFor(100, 5);
    assert.isEmpty(reported(log, 30, 70, 95, 96));
    assert.deepEqual(reported(log, 101), [101]);
  });
  it('reports what leads away from it', () => {
    const log = new Followed(50);
    log.askFor(100, 5);
    assert.deepEqual(reported(log, 49, 60), [49, 60]);
  });
  it('is asked for one line after another, up and down, before it has shown any', () => {
    const log = new Followed(80);
    for (const line of [100, 120, 50]) log.askFor(line, 5);
    assert.isEmpty(reported(log, 95, 118, 45));
    // The first two are past.
    assert.deepEqual(reported(log, 60), [60]);
  });
  it('may not be able to go as far as it was asked to', () => {
    const log = new Followed(80);
    for (let line = 81; line <= 200; line++) log.askFor(line, 0);
    assert.isEmpty(reported(log, 100, 150));
    assert.deepEqual(reported(log, 149), [149]);
  });
  it('is opened at a line, wherever that is seen then', () => {
    const log = new Followed(80);
    log.awaits(300);
    assert.isEmpty(reported(log, 100, 280));
    assert.deepEqual(reported(log, 281), [281]);
  });
});
