import { assert } from 'chai';
import { semanticTokens } from '../../../server/src/features/semanticTokens.js';
import { semanticLegend } from '../../../server/src/features/tokens.js';
import { logOf } from '../../helpers/logs.js';
import { scribedMeeting } from '../../helpers/scribes.js';

/** The tokens of what is said on the line that is put into a meeting, as `text:type.modifier`. */
function check(line: string, expected: string, below = '') {
  const log = logOf(scribedMeeting(`${line}\n${below}`));
  const range = { start: { line: 10, character: 0 }, end: { line: 10, character: 0 } };
  const { data } = semanticTokens(log, range);
  let start = 0;
  const found: string[] = [];
  for (let at = 0; at < data.length; at += 5) {
    const [, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    start += right;
    const names = semanticLegend.tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    found.push([`${line.slice(start, start + length)}:${semanticLegend.tokenTypes[type]}`, ...names].join('.'));
  }
  assert.equal(found.slice(2).join(' | '), expected);
}

describe('semantic tokens in a meeting with a scribe', () => {
  it('show labels, and titles', () => {
    check('14:02:00 <bob> topic : Tea', 'topic ::keyword | Tea:topic');
    check('14:02:00 <bob> present+ Fay', 'present+:keyword');
    check('14:02:00 <bob> RESOLVED: green', 'RESOLVED::keyword');
    check('14:02:00 <bob> action fay to sow', 'action:keyword');
    check('14:02:00 <bob> so the topic: tea', '');
  });
  it('show labels only where they are read', () => {
    check('14:02:00 <bob> Topic: Tea', '', '14:03:00 <bob> s/Topic/I like the topic/\n');
    check('14:02:00 <bob> Agenda: https://example.org/a', 'Agenda::keyword');
  });
  it('show corrections, and those that failed', () => {
    check('14:02:00 <bob> s/beds/pots/', 's/beds/pots/:keyword');
    check('14:02:00 <bob> s/roses/pots/', 's/roses/pots/:keyword.ignored');
  });
  it('show commands to bots', () => {
    check('14:02:00 <bob> q+ to ask', 'q+:keyword');
    check('14:02:00 <bob> Zakim, take up item 2', 'Zakim,:keyword');
    check('14:02:00 <bob> rrsagent, make minutes', 'rrsagent,:keyword');
  });
  it('dim all bots, apart from titles of topics', () => {
    check('14:02:00 <Zakim> I see bob on the speaker queue', 'I see bob on the speaker queue:comment');
    check(
      '14:02:00 <Zakim> agendum 1 -- Seeds -- taken up [from ann]',
      'agendum 1 -- :comment | Seeds:topic |  -- taken up [from ann]:comment',
    );
  });
  it('show who speaks', () => {
    check('14:02:00 <dom> Wendy: we sow', 'Wendy:nick.addressed');
    check('14:02:00 <bob> Wendy: we sow', '');
  });
  it('leave labels of other logs alone', () => {
    const log = logOf('10:00 <ann> #startmeeting\n10:01 <ann> Topic: Tea\n');
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } };
    assert.lengthOf(semanticTokens(log, range).data, 10);
  });
});
