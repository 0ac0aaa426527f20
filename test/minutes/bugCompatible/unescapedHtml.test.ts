import { assert } from 'chai';
import { singleQuotedLink, unsafeLink } from '../../../server/src/minutes/bugCompatible/unescapedHtml.js';

describe('links of MeetBot', () => {
  it('into the log are in single quotes, and are always safe', () => {
    assert.equal(String(singleQuotedLink('a.log.html#l-1', '10:00')), "<a href='a.log.html#l-1'>10:00</a>");
    assert.equal(String(singleQuotedLink('javascript:alert(1)', '<')), "<a href='#'>&lt;</a>");
    assert.notInclude(String(singleQuotedLink("a'b", 'x')), "a'b");
  });
  it('of people lead anywhere', () => {
    const link = unsafeLink({ prefix: 'see ', url: 'javascript:x("y")', suffix: ' <now>' });
    assert.equal(String(link), 'see <a href="javascript:x(%22y%22)">javascript:x("y")</a> &lt;now&gt;');
  });
});
