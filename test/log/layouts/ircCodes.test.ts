import { assert } from 'chai';
import { beforeCodes, behindCodes } from '../../../server/src/log/layouts/ircCodes.js';

const bare = (text: string) => {
  const start = behindCodes(text, 0, text.length);
  return text.slice(start, beforeCodes(text, start, text.length));
};

describe('codes of IRC', () => {
  const check = (text: string, inside: string) =>
    it(`are stripped from ${JSON.stringify(text)}`, () => assert.equal(bare(text), inside));

  check('ann', 'ann');
  check(' \u00a0ann\t', 'ann');
  check('\u0002ann\u000f', 'ann');
  check('\u00034ann\u00034', 'ann');
  check('\u000304ann\u000304', 'ann');
  check('\u0003ann\u0003', 'ann');
  // A colour has at most two digits: a third one belongs to the text.
  check('\u0003041ann', '1ann');
  check('ann1\u0003041', 'ann1\u0003041');
  check('ann42', 'ann42');
  check('\u000304', '');

  it('are not searched for beyond the end', () => {
    assert.equal(behindCodes('\u000304ann', 0, 2), 2);
    assert.equal(beforeCodes('\u000304', 1, 3), 3);
  });
});
