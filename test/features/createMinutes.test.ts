import { assert } from 'chai';
import { newMinutesFile } from '../../server/src/features/createMinutes.js';

describe('a new file of minutes', () => {
  const { uri, edit } = newMinutesFile('file:///logs/club.log', {
    fileName: 'café & tea.md',
    text: '# Tea\n',
    languageId: 'markdown',
    uri: '',
  });

  it('is beside the log, under a name that is valid in a URI', () =>
    assert.equal(uri, 'file:///logs/caf%C3%A9%20%26%20tea.md'));
  it('never replaces or changes an existing file', () =>
    assert.deepEqual(edit.documentChanges?.[0], {
      kind: 'create',
      uri,
      options: { overwrite: false, ignoreIfExists: false },
    }));
  it('contains the minutes', () => {
    const start = { line: 0, character: 0 };
    assert.deepEqual(edit.documentChanges?.slice(1), [
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: '# Tea\n' }] },
    ]);
  });
});
