import { assert } from 'chai';
import { listed, named } from '../../server/src/meeting/listed.js';

describe('names in a message', () => {
  it('are shortened if they are longer than any nick, but not within a character', () => {
    assert.equal(named('x'.repeat(60)), 'x'.repeat(60));
    assert.equal(named('x'.repeat(61)), `${'x'.repeat(60)}…`);
    assert.equal(named(`${'x'.repeat(59)}😀y`), `${'x'.repeat(59)}\ufffd…`);
  });
  it('are listed, but only the first of very many', () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index + 1}`);
    assert.equal(listed(['ann', 'bob']), 'ann, bob');
    assert.equal(listed(names(20)), names(20).join(', '));
    assert.equal(listed(names(2_021)), `${names(20).join(', ')} and 2,001 more`);
    assert.equal(
      listed(names(2), (name) => `${name}: 1`),
      'n1: 1, n2: 1',
    );
  });
});
