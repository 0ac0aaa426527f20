import { assert } from 'chai';
import { readFound } from '../../../server/src/cli/files/readFiles.js';

describe('a log that is one meeting', () => {
  const layoutOf = (text: string, options: Parameters<typeof readFound>[1]) => {
    const log = readFound({ path: 'otto.txt', real: 'otto.txt', text }, options);
    return log && log.text.confidence > 0 ? log.text.layout.name : undefined;
  };
  const talk = 'iris: hello\notto: hi\n';
  const notes = 'Seeds\nOtto has some.\n';

  it('may be in a layout that many texts are in if its bot is named', () => {
    const options = { bot: 'meetbot', wholeLog: true };
    assert.equal(layoutOf(talk, options), 'nick-colon');
    assert.equal(layoutOf(notes, options), 'plain');
  });

  it('is in no layout otherwise', () => {
    for (const options of [{}, { bot: 'meetbot' }, { wholeLog: true }]) {
      assert.isUndefined(layoutOf(talk, options));
      assert.isUndefined(layoutOf(notes, options));
    }
  });
});
