import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { completionsIn, labelsOf } from '../helpers/completions.js';
import { logOf } from '../helpers/logs.js';

const folder = process.env.MEETLOG_LOGS ?? '';

(existsSync(folder) ? describe : describe.skip)('completion in a real log', () => {
  const rows = () => readFileSync(join(folder, 'corpus', 'openstack-heat-2012-04-23.supybot.log'), 'utf8').split('\n');
  /** What is offered at the end of a new line after line 42. */
  const offered = (row: string) => {
    const all = rows();
    return labelsOf(completionsIn(logOf([...all.slice(0, 42), row, ...all.slice(42)].join('\n')), 42, row.length));
  };
  const check = (row: string, expected: string) => assert.equal(offered(row).join(' '), expected);

  it('offers commands to chairs and to others', () => {
    const chair = offered('21:04:27 <sdake> #');
    assert.includeMembers(chair, ['#topic', '#agreed', '#action']);
    assert.notInclude(chair, '#startmeeting');
    check('21:04:27 <shadower> #', '#info #action #link #meetingname #idea #help #nick #commands');
  });
  it('offers people by what they are at that line', () => {
    check('21:04:27 <funzo> #chair ', 'shadower');
    check('21:04:27 <funzo> #unchair ', 'Slower sdake zaneb asalkeld blomquisg jpeeler shardy');
    check('21:04:27 <funzo> #action ', 'funzo Slower sdake zaneb asalkeld shadower blomquisg jpeeler shardy');
    check('21:04:27 <funzo> so we star', '');
  });
  it('begins an empty line', () =>
    assert.deepEqual(offered('').slice(0, 2), ['21:04:26 <funzo> ', '21:04:26 <Slower> ']));
});
