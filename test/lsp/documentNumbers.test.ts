import { assert } from 'chai';
import fc from 'fast-check';
import { DocumentNumbers } from '../../server/src/lsp/documentNumbers.js';

const act = fc.record({ uri: fc.constantFrom('a', 'b', 'c', 'd'), isClosed: fc.boolean() });

describe('the numbers of documents', () => {
  it('lead to the open document, and to none after it was closed', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const numbers = new DocumentNumbers();
        const open = new Map<string, number>();
        /** For each number, the document that it must lead to: undefined for closed documents. */
        const expected = new Map<number, string | undefined>();
        const close = (uri: string) => {
          numbers.forget(uri);
          const known = open.get(uri);
          if (known !== undefined) expected.set(known, undefined);
          open.delete(uri);
        };
        const ask = (uri: string) => {
          const number = numbers.of(uri);
          assert.isTrue(open.has(uri) ? open.get(uri) === number : !expected.has(number));
          open.set(uri, number);
          expected.set(number, uri);
        };
        for (const { uri, isClosed } of acts) {
          if (isClosed) close(uri);
          else ask(uri);
          assert.deepEqual(new Map([...expected.keys()].map((number) => [number, numbers.uriOf(number)])), expected);
        }
      }),
    );
  });
});
