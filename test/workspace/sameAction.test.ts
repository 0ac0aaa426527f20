import { assert } from 'chai';
import { comparedText, isSame, SameTexts } from '../../server/src/workspace/sameAction.js';
import { Dice } from '../helpers/dice.js';

const names = new Set(['ann', 'bob', 'cid']);

/** Compares two actions, each with its people before a bar, if there are any: `ann|oil the saw`. */
function same(a: string, b: string): boolean {
  return isSame(compared(a), compared(b));
}

function compared(action: string) {
  const [people = '', text = ''] = action.includes('|') ? action.split('|') : ['', action];
  return comparedText(text, new Set(people.split(' ').filter(Boolean)), (name) => names.has(name));
}

describe('two actions', () => {
  const pairs: readonly [about: string, a: string, b: string, isSame: boolean][] = [
    ['are the same in another case', 'oil the saw', 'Oil the Saw', true],
    ['are the same with other punctuation', 'oil the saw', 'oil the saw!', true],
    ['are the same without a nick', 'bob: oil the saw', 'oil the saw (bob)', true],
    ['are the same without a link', 'oil the saw', 'oil the saw https://example.org/1', true],
    [
      'are the same with nearly the same words',
      'cid orders twelve new ladders',
      'Cid to order twelve new ladders',
      true,
    ],
    ['are the same with four of five words', 'paint green fence with brushes', 'paint green fence from brushes', true],
    ['are the same as a promise and an order', 'bob oils the saw', 'bob: oil the saw', true],
    ['are the same as an intent', 'bob will oil the saw', 'bob to oil the saw', true],
    ['differ in more words', 'paint the green fence', 'paint the brown fence', false],
    ['differ in short words if there are no others', 'oil the saw', 'oil the axe', false],
    ['differ in numbers', 'review change 1234', 'review change 1235', false],
    ['differ in versions', 'announce release 4.2', 'announce release 4.3', false],
    ['are the same for one of the same people', 'ann bob|oil the saw', 'bob|oil the saw', true],
    ['are the same if only one names someone', 'bob|oil the saw', 'oil the saw', true],
    ['differ if they are for other people', 'ann|oil the saw', 'bob|oil the saw', false],
    ['that are only a nick and a link differ by the link', 'bob: https://a.org', 'bob: https://b.org', false],
    ['are compared in any script', 'смазать ржавую пилу', 'Смазать ржавую пилу.', true],
  ];
  for (const [about, a, b, expected] of pairs) {
    it(about, () => {
      assert.equal(same(a, b), expected);
      assert.equal(same(b, a), expected);
      const texts = new SameTexts<string>([compared(a), compared(b)]);
      texts.set('a', compared(a));
      assert.equal(texts.find(compared(b)), expected ? 'a' : undefined);
    });
  }
});

describe('many actions', () => {
  it('are found as by comparing all, whoever they are for', () => {
    const words = ['order', 'paint', 'review', 'ladder', 'fence', 'saw', 'door', 'write', 'mail', 'clean'];
    const dice = new Dice(7);
    const many = Array.from({ length: 12 }, (_, index) => `p${index}`).join(' ');
    const actions = Array.from({ length: 400 }, () => {
      const text = Array.from({ length: dice.whole(2, 7) }, () => dice.pick(words)).join(' ');
      return compared(`${dice.pick(['', 'ann', 'bob', 'ann bob', many])}|${text}`);
    });
    const texts = new SameTexts<number>(actions);
    let found = 0;
    for (const [index, action] of actions.entries()) {
      const all = actions.slice(0, index).some((other, at) => at % 3 !== 0 && isSame(action, other));
      assert.equal(texts.find(action) !== undefined, all, `${index}`);
      if (all) found++;
      texts.set(index, action);
      if (index % 3 === 0) texts.delete(index);
    }
    assert.isAbove(found, 50);
  });
});
