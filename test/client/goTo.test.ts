import { assert } from 'chai';
import { personItem, timeItems } from '../../client/src/goTo.js';

describe('the items to go to', () => {
  it('are people, and bots with an icon of their own', () => {
    const person = { nick: 'ann', about: 'owner · 2 lines', line: 3, isBot: false };
    assert.deepEqual(personItem(person), { label: '$(person) ann', description: 'owner · 2 lines', line: 3 });
    assert.equal(personItem({ ...person, isBot: true }).label, '$(hubot) ann');
  });

  const labels = (...given: Parameters<typeof timeItems>) => timeItems(...given).map(({ label }) => label);

  it('are the places of a time, whatever is typed', () => {
    const place = { line: 3, text: 'ann: hi', about: '10:00:00' };
    const item = { label: '$(comment) ann: hi', description: '10:00:00', line: 3, alwaysShow: true };
    assert.deepEqual(timeItems('10', [place]), [item]);
  });
  it('are a hint that leads nowhere without a place', () => {
    assert.deepEqual(timeItems('', []), [{ label: 'Type a time to go to', alwaysShow: true }]);
    assert.match(labels('noon ', null).join(), /^“noon” is not a time, such as /);
    assert.deepEqual(labels('10:00', []), ['This log has no times']);
  });
});
