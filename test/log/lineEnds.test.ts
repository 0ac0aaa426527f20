import { assert } from 'chai';
import fc from 'fast-check';
import { bareLength, splitRows } from '../../server/src/log/lineEnds.js';

describe('rows', () => {
  const check = (text: string, ...rows: string[]) => assert.deepEqual(splitRows(text), rows);

  it('end with LF, CRLF or CR', () => check('a\nb\r\nc\rd', 'a\n', 'b\r\n', 'c\r', 'd'));
  it('have an empty last one after a line end', () => check('a\n', 'a\n', ''));
  it('are one for an empty text', () => check('', ''));
  it('do not end at other separators', () => check('a\u2028b\u0085c\vd', 'a\u2028b\u0085c\vd'));

  it('are the text when joined', () => {
    fc.assert(fc.property(anyText(), (text) => splitRows(text).join('') === text));
  });

  it('have no line end within their length', () => {
    fc.assert(
      fc.property(anyText(), (text) => splitRows(text).every((row) => !/[\r\n]/.test(row.slice(0, bareLength(row))))),
    );
  });
});

function anyText(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom('a', '\r', '\n', ' ', '😀') });
}
