import { assert } from 'chai';
import { addEntries, changed, removeEntry } from '../../server/src/workspace/projectEdit.js';

const saw = { log: 'a.log', text: 'oil the saw', state: 'done' };
const tea = { log: 'b.log', text: 'boil water', state: 'done', date: '2031-03-14' };
const cake = { log: 'c.log', text: 'eat cake', state: 'done' };

describe('removing an entry from the project’s file', () => {
  const removed = (text: string, entry: object) => {
    const change = removeEntry(text, 'actions', [entry]);
    return change && changed(text, change);
  };
  const withEntries = (...entries: readonly object[]) => {
    const text = '{\n  "quorum": 3\n}\n';
    const change = addEntries(text, 'actions', entries);
    return change ? changed(text, change) : '';
  };

  it('takes back what adding it did, wherever it is in the list', () => {
    const all = withEntries(saw, tea, cake);
    assert.equal(removed(all, saw), withEntries(tea, cake));
    assert.equal(removed(all, tea), withEntries(saw, cake));
    assert.equal(removed(all, cake), withEntries(saw, tea));
    assert.deepEqual(JSON.parse(removed(withEntries(saw), saw) ?? ''), { quorum: 3, actions: [] });
  });

  it('ignores the order of properties, and removes only one of several', () => {
    assert.equal(removed(withEntries(tea, cake), { ...tea, log: tea.log }), withEntries(cake));
    const { log, ...others } = tea;
    assert.equal(removed(withEntries(tea, cake), { ...others, log }), withEntries(cake));
    assert.equal(removed(withEntries(tea, tea), tea), withEntries(tea));
  });

  it('changes nothing where there is no such entry, or no JSON', () => {
    for (const text of ['', '{', '[]', '{"actions":{}}', '{"actions":[1,null,"x"]}', withEntries(saw)])
      assert.isUndefined(removed(text, tea), text);
  });
});
