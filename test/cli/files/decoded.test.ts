import { assert } from 'chai';
import { decoded } from '../../../server/src/cli/files/decoded.js';

describe('the text of a file', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1');

  it('is UTF-8, with or without its mark', () => {
    assert.deepEqual(decoded(Buffer.from('Größe\n')), { text: 'Größe\n' });
    assert.deepEqual(decoded(Buffer.from('\uFEFFGröße\n')), { text: 'Größe\n' });
    assert.deepEqual(decoded(Buffer.alloc(0)), { text: '' });
  });

  it('is decoded line by line', () => {
    const bytes = Buffer.concat([Buffer.from('Größe\r\n'), latin('schön\r\n'), Buffer.from('\uFEFFJürg')]);
    const note = '1 line is read as Windows-1252, the rest as UTF-8.';
    assert.deepEqual(decoded(bytes), { text: 'Größe\r\nschön\r\n\uFEFFJürg', note });
    assert.deepEqual(decoded(latin('é\né\nx')), {
      text: 'é\né\nx',
      note: '2 lines are read as Windows-1252, the rest as UTF-8.',
    });
  });

  it('keeps lines of UTF-8 that were cut', () => {
    assert.deepEqual(decoded(Buffer.from('Größe, Äußeres').subarray(0, 4)), { text: 'Grö' });
    assert.deepEqual(decoded(Buffer.concat([Buffer.from('Größe und '), Buffer.from([0xc3])])), {
      text: 'Größe und \uFFFD',
    });
  });

  it('is UTF-16 with a mark or without', () => {
    const little = Buffer.from('10:00 <ann> Größe €\n', 'utf16le');
    const big = Buffer.from(little).swap16();
    const text = '10:00 <ann> Größe €\n';
    const note = (title: string) => `It is read as ${title}, though it has no byte-order mark.`;
    assert.deepEqual(decoded(Buffer.concat([Buffer.from([0xff, 0xfe]), little])), { text });
    assert.deepEqual(decoded(Buffer.concat([Buffer.from([0xfe, 0xff]), big])), { text });
    assert.deepEqual(decoded(little), { text, note: note('UTF-16 LE') });
    assert.deepEqual(decoded(big), { text, note: note('UTF-16 BE') });
  });

  it('has no NUL', () => {
    const text = `${'\0'.repeat(5000)}10:00 <ann> hi\n\0\0\0`;
    assert.deepEqual(decoded(Buffer.from(text)), {
      text: '10:00 <ann> hi\n',
      note: '5003 NUL characters are left out.',
    });
    assert.deepEqual(decoded(Buffer.concat([Buffer.from('\0'), latin('é')])), {
      text: 'é',
      note: '1 line is read as Windows-1252, the rest as UTF-8. 1 NUL character is left out.',
    });
  });
});
