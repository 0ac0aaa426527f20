import { assert } from 'chai';
import fc from 'fast-check';
import { finish } from '../../server/src/log/steps.js';
import { LogText } from '../../server/src/log/text/logText.js';
import { allNamePlaces, searchFor } from '../../server/src/meeting/names.js';
import { mayContain, wordHashes } from '../../server/src/meeting/wordFilter.js';

const blockOf = (text: string) => LogText.of(text).blocks[0] ?? assert.fail('there is no block');

describe('the filter of words', () => {
  const names = ['ann', 'Bob-away', '[m]', 'wren[m]', '@eve:tea.example', 'zoë', 'a', '42', 'ﬃİ'];
  it('lets every name through that is found', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(fc.constantFrom('hi', 'ann:', 'annual', '(x)', ':', '4242'), { maxLength: 8 }),
        fc.nat(8),
        (name, words, at) => {
          const said: string[] = [...words.slice(0, at), name.toUpperCase(), ...words.slice(at)];
          const text = `10:00 <cat> ${said.join(' ')}\n`;
          const found = finish(allNamePlaces(LogText.of(text), searchFor([name])));
          if (found.length > 0) assert.isTrue(mayContain(blockOf(text), wordHashes(name)));
        },
      ),
    ));
  it('leaves out nearly all others', () => {
    const talk = Array.from({ length: 2_000 }, (_, at) => `word${at}`);
    const block = blockOf(`10:00 <cat> ${talk.join(' ')}\n`);
    const passed = Array.from({ length: 1_000 }, (_, at) => `other${at}`).filter((name) =>
      mayContain(block, wordHashes(name)),
    );
    assert.isBelow(passed.length, 80);
  });
});
