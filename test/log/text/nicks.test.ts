import { assert } from 'chai';
import { Nicks } from '../../../server/src/log/text/nicks.js';

describe('the nicks of a log', () => {
  it('are stored once, each under its number', () => {
    const nicks = new Nicks();
    assert.deepEqual(
      ['ann', 'bob', 'ann', ''].map((nick) => nicks.number(nick)),
      [0, 1, 0, 2],
    );
    assert.deepEqual(
      [0, 1, 2].map((number) => nicks.name(number)),
      ['ann', 'bob', ''],
    );
  });

  it('are empty for unused numbers', () => assert.equal(new Nicks().name(7), ''));
});
