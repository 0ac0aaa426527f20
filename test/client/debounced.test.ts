import { assert } from 'chai';
import { Debounced } from '../../client/src/debounced.js';

/** Longer than a test, in milliseconds. */
const later = 3000;

describe('what is debounced', () => {
  let runs = 0;
  let debounced: Debounced;
  beforeEach(() => {
    runs = 0;
    debounced = new Debounced(() => runs++);
  });
  const soon = () => new Promise((done) => setTimeout(done, 20));

  it('runs once for all requests, and again after a new request', async () => {
    debounced.in(later);
    for (let asked = 0; asked < 5; asked++) debounced.in(0);
    assert.equal(runs, 0);
    await soon();
    assert.equal(runs, 1);
    debounced.in(0);
    await soon();
    assert.equal(runs, 2);
  });

  it('runs after the last request, even if an earlier one had a shorter delay', async () => {
    debounced.in(0);
    debounced.in(later);
    await soon();
    assert.equal(runs, 0);
    debounced.dispose();
  });

  it('does not run once it is disposed', async () => {
    debounced.in(0);
    debounced.dispose();
    await soon();
    assert.equal(runs, 0);
  });
});
