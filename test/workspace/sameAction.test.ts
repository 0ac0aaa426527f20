import { assert } from 'chai';
import { comparedText, isSame } from '../../server/src/workspace/sameAction.js';
import { SameTexts } from '../../server/src/workspace/sameTexts.js';
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
  const words = ['order', 'paint', 'review', 'ladder', 'fence', 'saw', 'door', 'write', 'mail', 'clean'];
  const others = ['hammer', 'drill', 'broom', 'wrench', 'socket', 'window', 'shelf', 'garden', 'bench', 'paper'];
  const many = Array.from({ length: 12 }, (_, index) => `p${index}`).join(' ');
  /** The texts of actions with so many of some words. */
  const written = (dice: Dice, count: number, [least, most]: readonly [number, number], known: readonly string[]) =>
    Array.from({ length: count }, () => {
      const text = Array.from({ length: dice.whole(least, most) }, () => dice.pick(known)).join(' ');
      return compared(`${dice.pick(['', 'ann', 'bob', 'ann bob', many])}|${text}`);
    });

  for (const [about, lengths, known] of [
    ['', [2, 7], words],
    [' of many words', [6, 40], [...words, ...others, ...words.map((word) => `un${word}`)]],
  ] as const) {
    it(`${about} are found as by comparing all, whoever they are for`.trim(), () => {
      const actions = written(new Dice(7), 600, lengths, known);
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
  }

  it('of the same words and for one person are compared with few others, however many there are', () => {
    /** How often one text is compared with another while so many are added. */
    const comparisons = (count: number): number => {
      let compares = 0;
      const dice = new Dice(11);
      const actions = Array.from({ length: count }, () => {
        const said = Array.from({ length: 4 }, () => dice.pick([...words, ...others])).join(' ');
        const { people, ...text } = compared(`ann|${said} number ${dice.whole(1, 1_000_000)}`);
        return {
          ...text,
          get people() {
            compares++;
            return people;
          },
        };
      });
      const texts = new SameTexts<number>(actions);
      for (const [index, action] of actions.entries()) {
        if (texts.find(action) === undefined) texts.set(index, action);
      }
      return compares;
    };
    assert.isBelow(comparisons(4000) / comparisons(1000), 6);
  });
});
