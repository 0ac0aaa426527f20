import { assert } from 'chai';
import { cleanNick, cleanText, isBlank } from '../../../server/src/minutes/escape/clean.js';

describe('a cleaned text', () => {
  it('has no invisible characters', () => {
    assert.equal(cleanText('a\u202eb\u200bc\u200fd\u0003' + '4,5e\u2060f\ufeffg\u00adh'), 'abcdefgh');
    assert.equal(cleanNick('\u200b\u200e'), '?');
    assert.isTrue(isBlank(' \u200b\u0002'));
    assert.isFalse(isBlank('.'));
  });
  it('keeps characters that scripts and emoji need', () => {
    for (const text of ['نمی\u200cخواهم', '👩\u200d💻', 'é', 'שלום']) assert.equal(cleanText(text), text);
  });
  it('is one line', () => assert.equal(cleanText('a\nb\r\u2028c'), 'a b  c'));
});
