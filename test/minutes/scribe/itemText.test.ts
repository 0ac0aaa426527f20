import { assert } from 'chai';
import { itemText } from '../../../server/src/minutes/scribe/itemText.js';

describe('the text of an item of a scribe’s meeting', () => {
  const check = (lines: readonly string[], text: string) => assert.equal(itemText(lines), text);

  it('has the texts of links instead of their addresses', () => {
    check(['see -> https://x.example/a the plan'], 'see the plan');
    check(['the plan -> https://x.example/a'], 'the plan');
  });
  it('has an address that has no text', () => check(['see https://x.example/a now'], 'see https://x.example/a now'));
  it('has all its lines', () => check(['teo to buy screws', 'by Friday'], 'teo to buy screws by Friday'));
});
