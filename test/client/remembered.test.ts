import { assert } from 'chai';
import type { Memento } from 'vscode';
import { Remembered } from '../../client/src/remembered.js';

/** A memento that returns only copies, as VS Code does after a reload. */
function memento(): Memento {
  const kept = new Map<string, string>();
  return {
    keys: () => [...kept.keys()],
    get: <T>(key: string, preset?: T) => {
      const value = kept.get(key);
      return value === undefined ? preset : JSON.parse(value);
    },
    update: async (key, value) => void kept.set(key, JSON.stringify(value)),
  };
}

describe('what is remembered', () => {
  it('is the last value set for each resource under a key', async () => {
    const memory = memento();
    const layouts = new Remembered<string>(memory, 'layouts', 10);
    const folders = new Remembered<string>(memory, 'savedTo', 10);
    assert.isUndefined(layouts.of('file:///a.log'));
    await layouts.set('file:///a.log', 'irssi');
    await layouts.set('file:///b.log', 'bip');
    await layouts.set('file:///a.log', 'mirc');
    await folders.set('file:///a.log', 'file:///minutes');
    assert.equal(layouts.of('file:///a.log'), 'mirc');
    assert.equal(layouts.of('file:///b.log'), 'bip');
    assert.equal(new Remembered<string>(memory, 'savedTo', 10).of('file:///a.log'), 'file:///minutes');
    // Under these keys, earlier versions wrote the same lists.
    assert.deepEqual(memory.get('layouts'), [
      ['file:///b.log', 'bip'],
      ['file:///a.log', 'mirc'],
    ]);
  });

  it('is forgotten when undone, or when too much was set since', async () => {
    const remembered = new Remembered<number>(memento(), 'key', 3);
    for (const [value, uri] of ['a', 'b', 'c'].entries()) await remembered.set(uri, value);
    await remembered.set('a', 7);
    await remembered.set('d', 8);
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((uri) => remembered.of(uri)),
      [7, undefined, 2, 8],
    );
    await remembered.set('c', undefined);
    assert.isUndefined(remembered.of('c'));
    assert.equal(remembered.of('a'), 7);
  });
});
