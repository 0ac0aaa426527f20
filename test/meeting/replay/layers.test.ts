import { assert } from 'chai';
import fc from 'fast-check';
import { Changing, Layers } from '../../../server/src/meeting/replay/layers.js';

const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const change = fc.tuple(key, fc.option(fc.nat(9), { nil: undefined }));
const rounds = fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 12 });

/** The contents of an ordinary map after the same changes. */
function model(changes: readonly (readonly [string, number | undefined])[]): Map<string, number> {
  const map = new Map<string, number>();
  for (const [name, value] of changes) {
    if (value === undefined) map.delete(name);
    else map.set(name, value);
  }
  return map;
}

function sorted<T>(entries: Iterable<[string, T]>): [string, T][] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('layers', () => {
  it('equal an ordinary map, however the changes are divided', () => {
    fc.assert(
      fc.property(rounds, (all) => {
        const layers = all.reduce((before, changes) => before.with(new Map(changes)), Layers.empty<number>());
        // The last change in a layer counts.
        const map = model(all.flatMap((changes) => [...new Map(changes)]));
        assert.deepEqual(sorted(layers.entries()), sorted(map));
        assert.equal(layers.size, map.size);
        for (const name of 'abcdefgh') assert.equal(layers.get(name), map.get(name));
      }),
    );
  });

  it('are equal if they have the same contents, whatever their history', () => {
    fc.assert(
      fc.property(rounds, rounds, (all, others) => {
        const [a, b] = [all, others].map((one) =>
          one.reduce((before, changes) => before.with(new Map(changes)), Layers.empty<number>()),
        ) as [Layers<number>, Layers<number>];
        const isSame = JSON.stringify(sorted(a.entries())) === JSON.stringify(sorted(b.entries()));
        assert.equal(a.equals(b), isSame);
        const again = Layers.empty<number>().with(new Map(a.entries()));
        assert.isTrue(a.equals(again) && again.equals(a));
      }),
    );
  });

  it('keep the order in which keys got a value', () => {
    const one = Layers.empty<number>().with(new Map([['b', 1], ['a', 2]])); // biome-ignore format: short
    const two = one.with(new Map([['c', 3], ['b', 4]])); // biome-ignore format: short
    assert.deepEqual([...two.entries()], [['b', 4], ['a', 2], ['c', 3]]); // biome-ignore format: short
  });

  it('are immutable, and share what a change does not touch', () => {
    const many = Layers.empty<number>().with(new Map(Array.from({ length: 100 }, (_, index) => [`k${index}`, index])));
    const changing = new Changing(many);
    changing.set('k1', undefined);
    changing.set('new', 7);
    assert.equal(changing.get('k1'), undefined);
    const changed = changing.frozen();
    assert.deepEqual([many.get('k1'), many.size, changed.get('k1'), changed.size], [1, 100, undefined, 100]);
    assert.equal(changing.frozen(), changed);
  });
});
