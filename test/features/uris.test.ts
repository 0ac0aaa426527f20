import { assert } from 'chai';
import fc from 'fast-check';
import { minutesUri, parseMinutesUri } from '../../server/src/features/minutesUri.js';
import { besideUri, nameIn } from '../../server/src/features/uris.js';
import { anyCharacter } from '../helpers/anyCharacter.js';

/** URIs as sent by editors, the names in them, and the URI of `a b.md` beside them. */
const uris: readonly (readonly [uri: string, name: string, beside: string])[] = [
  ['file:///logs/tea%20club.log', 'tea club.log', 'file:///logs/a%20b.md'],
  ['file:///my%20logs/a.log', 'a.log', 'file:///my%20logs/a%20b.md'],
  ['file:///my logs/tea club.log', 'tea club.log', 'file:///my logs/a%20b.md'],
  ['file:///logs/%23club.log', '#club.log', 'file:///logs/a%20b.md'],
  ['file:///logs/100%25.log', '100%.log', 'file:///logs/a%20b.md'],
  ['file:///logs/100%.log', '100%.log', 'file:///logs/a%20b.md'],
  ['file:///logs/%E4.log', '%E4.log', 'file:///logs/a%20b.md'],
  ['file:///logs/c++.log', 'c++.log', 'file:///logs/a%20b.md'],
  ['file:///logs/c%2B%2B.log', 'c++.log', 'file:///logs/a%20b.md'],
  ['file:///logs/a%2Fb.log', 'a/b.log', 'file:///logs/a%20b.md'],
  ['file:///%C3%BCber/th%C3%A9.log', 'thé.log', 'file:///%C3%BCber/a%20b.md'],
  ['file:///über/thé.log', 'thé.log', 'file:///über/a%20b.md'],
  // A drive with its colon escaped, as by VS Code, and as by others.
  ['file:///c%3A/logs/a.log', 'a.log', 'file:///c%3A/logs/a%20b.md'],
  ['file:///C:/logs/a.log', 'a.log', 'file:///C:/logs/a%20b.md'],
  ['file://server/share/a.log', 'a.log', 'file://server/share/a%20b.md'],
  ['untitled:Untitled-1', 'Untitled-1', 'untitled:a%20b.md'],
  ['untitled:/logs/new.log', 'new.log', 'untitled:/logs/a%20b.md'],
  ['vscode-vfs://github/tea/club/a.log', 'a.log', 'vscode-vfs://github/tea/club/a%20b.md'],
  ['vscode-vfs://github%2B7b2276223a317d/tea/a.log', 'a.log', 'vscode-vfs://github%2B7b2276223a317d/tea/a%20b.md'],
  ['git:/logs/a.log?{"path":"/logs/b.log","ref":"~"}', 'a.log', 'git:/logs/a%20b.md'],
  ['vscode-vfs://github/tea/a.log?ref=x/y#L1/2', 'a.log', 'vscode-vfs://github/tea/a%20b.md'],
  ['jar:file:///x.jar!/logs/a.log', 'a.log', 'jar:file:///x.jar!/logs/a%20b.md'],
  // What no editor should send.
  ['a.log', 'a.log', 'a%20b.md'],
  ['', '', 'a%20b.md'],
];

describe('URIs', () => {
  for (const [uri, name, beside] of uris) {
    it(`are read: ${uri || 'an empty one'}`, () => {
      assert.equal(nameIn(uri), name);
      assert.equal(besideUri(uri, 'a b.md'), beside);
      const of = { log: uri, meeting: 0, format: 'text' };
      assert.deepEqual(parseMinutesUri(minutesUri(of, name)), of);
    });
  }

  it('lead to the name that was written into them', () => {
    const name = fc.string({ unit: anyCharacter });
    fc.assert(fc.property(name, (any) => assert.equal(nameIn(besideUri('file:///logs/a.log', any)), any)));
    assert.equal(besideUri('file:///logs/a.log', 'x\ud83d'), 'file:///logs/x%EF%BF%BD');
  });
});
