import { assert } from 'chai';
import { Followed } from '../../client/src/preview/followed.js';

describe('a log that scrolls with its preview', () => {
  /** What is reported when the log shows these first lines in turn; 40 lines are visible. */
  const reported = (log: Followed, ...tops: number[]) => tops.filter((top) => log.isScrolledTo(top, top + 40));

  it('is scrolled by the user if nothing else requested it', () =>
    assert.deepEqual(reported(new Followed(10), 11, 12, 5), [11, 12, 5]));
  it('is not scrolled by changing its size or being opened', () => {
    assert.isEmpty(reported(new Followed(10), 10, 10));
    assert.deepEqual(reported(new Followed(undefined), 10, 10, 12), [12]);
  });
  it('does not report what the preview requested, nor the way there', () => {
    const log = new Followed(10);
    log.askFor(100, 5);
    assert.isEmpty(reported(log, 30, 70, 95, 96));
    assert.deepEqual(reported(log, 101), [101]);
  });
  it('reports scrolling away from it', () => {
    const log = new Followed(50);
    log.askFor(100, 5);
    assert.deepEqual(reported(log, 49, 60), [49, 60]);
  });
  it('may get several requests, up and down, before it has shown any line', () => {
    const log = new Followed(80);
    for (const line of [100, 120, 50]) log.askFor(line, 5);
    assert.isEmpty(reported(log, 95, 118, 45));
    // The first two have been passed.
    assert.deepEqual(reported(log, 60), [60]);
  });
  it('may not be able to scroll as far as requested', () => {
    const log = new Followed(80);
    for (let line = 81; line <= 200; line++) log.askFor(line, 0);
    assert.isEmpty(reported(log, 100, 150));
    assert.deepEqual(reported(log, 149), [149]);
  });
  it('is opened at a line, wherever that is then shown', () => {
    const log = new Followed(80);
    log.awaits(300);
    assert.isEmpty(reported(log, 100, 280));
    assert.deepEqual(reported(log, 281), [281]);
  });
});
