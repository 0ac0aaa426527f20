import { assert } from 'chai';
import { addEntries, changed } from '../../server/src/workspace/projectEdit.js';

const entry = { code: 'invalid-link', log: 'a.log', text: 'x "y"' };
const line = '{ "code": "invalid-link", "log": "a.log", "text": "x \\"y\\"" }';

function added(text: string, ...entries: object[]): string | undefined {
  const change = addEntries(text, 'ignore', entries.length > 0 ? entries : [entry]);
  return change && changed(text, change);
}

describe('adding entries to the project’s file', () => {
  it('makes a new one', () => {
    assert.equal(added(''), `{\n  "ignore": [\n    ${line}\n  ]\n}\n`);
    assert.equal(added('{}'), `{\n  "ignore": [\n    ${line}\n  ]\n}`);
  });
  it('adds a list behind what is there', () => {
    assert.equal(added('{\n    "quorum": 5\n}\n'), `{\n    "quorum": 5,\n    "ignore": [\n        ${line}\n    ]\n}\n`);
    assert.equal(
      added('{\r\n\t"quorum": 5\r\n}\r\n'),
      `{\r\n\t"quorum": 5,\r\n\t"ignore": [\r\n\t\t${line}\r\n\t]\r\n}\r\n`,
    );
    assert.equal(added('{ "quorum": 5 }'), `{ "quorum": 5, "ignore": [\n  ${line}\n] }`);
  });
  it('adds to the end of a list, in its form', () => {
    const old = '{ "code": "unread-line" }';
    assert.equal(added(`{ "ignore": [${old}] }`), `{ "ignore": [${old}, ${line}] }`);
    assert.equal(
      added(`{ "ignore": [\n  ${old},\n  ${old}\n] }`),
      `{ "ignore": [\n  ${old},\n  ${old},\n  ${line}\n] }`,
    );
    assert.equal(added('{\n  "ignore": [ ]\n}\n'), `{\n  "ignore": [\n    ${line}\n  ]\n}\n`);
    assert.equal(
      added('{\n  "ignore": []\n}\n', {}, { nicks: ['a', 'b'] })?.split('\n')[3],
      '    { "nicks": ["a", "b"] }',
    );
  });
  it('changes nothing that is not JSON, or something else', () => {
    for (const text of ['[]', '{ "ignore": 5 }', '{ "ignore": [,] }', '{', 'ignore', '['.repeat(100_000)]) {
      assert.isUndefined(added(text), text.slice(0, 50));
    }
  });
});
