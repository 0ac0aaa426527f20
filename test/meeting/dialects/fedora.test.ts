import { assert } from 'chai';
import { checkWords, inDialect } from '../../helpers/dialects.js';

describe('Fedora’s bot', () => {
  it('has lost an alias', () => checkWords('fedora', 'rejected accept halp topic', 'reject startvote'));
  it('names a meeting by its start', () => {
    const named = (dialect: string, title = 'Tea & Cake') =>
      inDialect(`10:00 <ann> #startmeeting ${title}\n`, dialect).meetings[0]?.name;
    assert.equal(named('fedora'), 'tea_&_cake');
    assert.isUndefined(named('fedora', ' '));
    assert.isUndefined(named('meetbot'));
  });
});
