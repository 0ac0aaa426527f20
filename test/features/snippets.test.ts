import { assert } from 'chai';
import { plainOf, snippetOf } from '../../server/src/features/snippets.js';

describe('snippets', () => {
  it('have places to fill in, equal ones together', () => {
    const pieces = [[1, 'ann'] as const, ': ', [2, 'tea'] as const, ', ', [1, 'ann'] as const];
    assert.equal(snippetOf(pieces), '§{1:ann}: §{2:tea}, §{1}'.replaceAll('§', '$'));
    assert.equal(plainOf(pieces), 'ann: tea, ann');
  });
  it('escape text', () => {
    const text = String.raw`$1 {a} \b`;
    assert.equal(snippetOf([text, [1, text]]), String.raw`\$1 {a\} \\b§{1:\$1 {a\} \\b}`.replace('§', '$'));
    assert.equal(plainOf([text]), text);
  });
});
