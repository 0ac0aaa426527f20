import { assert } from 'chai';
import { OwnTexts } from '../../client/src/ownTexts.js';
import * as vscode from '../helpers/vscode.js';

const documentWith = (text: string) => ({ getText: () => text });

describe('the minutes that were written for a user', () => {
  it('are recognised in later windows, whatever their line ends', async () => {
    const memory = vscode.memory();
    await new OwnTexts(memory).add('10:00 <ann> #startmeeting\nbye\n');
    const known = new OwnTexts(memory);
    for (const text of ['10:00 <ann> #startmeeting\nbye\n', '10:00 <ann> #startmeeting\r\nbye'])
      assert.isTrue(known.has(documentWith(text)));
    for (const text of ['', '10:00 <ann> #startmeeting\nBye\n', 'bye\n10:00 <ann> #startmeeting\n'])
      assert.isFalse(known.has(documentWith(text)));
  });
  it('are the last 200, each once', async () => {
    const memory = vscode.memory();
    const texts = new OwnTexts(memory);
    for (let index = 0; index < 200; index++) await texts.add(`text ${index}`);
    await texts.add('text 0');
    await texts.add('text 200');
    assert.isTrue(texts.has(documentWith('text 0')));
    assert.isFalse(texts.has(documentWith('text 1')));
    assert.isTrue(texts.has(documentWith('text 2')));
    assert.lengthOf(memory.get('ownTexts', []), 200);
  });
});
