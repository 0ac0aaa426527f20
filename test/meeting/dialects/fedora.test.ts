import { assert } from 'chai';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { checkWords, inDialect, itemsIn } from '../../helpers/dialects.js';

import { lines, meeting } from '../../helpers/logs.js';

describe('Fedora’s bot', () => {
  it('has lost an alias', () => checkWords('fedora', 'rejected accept halp topic', 'reject startvote'));
  it('names a meeting by its start', () => {
    const named = (dialect: string, title = 'Tea & Cake') =>
      inDialect(`10:00 <ann> #startmeeting ${title}\n`, dialect).meetings[0]?.name;
    assert.equal(named('fedora'), 'tea_&_cake');
    assert.isUndefined(named('fedora', ' '));
    assert.isUndefined(named('meetbot'));
  });

  /* The sources are files and functions of fedora-infra/supybot-meetbot, 1641f46 (0.4). */

  // plugin.py: doPrivmsg; Supybot puts the nick and “Error:” before it.
  it('refuses a start without a topic, and one within a meeting', () => {
    const text = lines`
      10:00 <ann> #startmeeting
      10:00 <bot> ann: Error: A meeting topic is required, e.g., '#startmeeting Tea'
      10:01 <ann> #startmeeting Tea
      10:01 <bot> Meeting started Fri Mar 14 10:01:00 2031 UTC.  The chair is ann.
      10:02 <bob> #startmeeting Cake
      10:02 <bot> bob: Error: Can't start another meeting, one is in progress.
      10:03 <ann> #endmeeting
      10:03 <bot> Meeting ended Fri Mar 14 10:03:00 2031 UTC.  (v 0.4)
      `;
    const log = inDialect(text, 'fedora');
    assert.lengthOf(log.meetings, 1);
    assert.deepEqual(
      problems(log).map(({ code, line }) => `${code} ${line}`),
      ['refused-command 0', 'refused-command 4'],
    );
  });
  // meeting.py: do_meetingname.
  it('lets anyone name a meeting', () =>
    assert.equal(inDialect(meeting('10:01 <bob> #meetingname Tea\n'), 'fedora').meetings[0]?.name, 'tea'));
  // meeting.py: do_rejected, whose second name is lost.
  it('records nothing by the word that it lost', () =>
    assert.deepEqual(itemsIn(meeting('10:01 <ann> #reject x\n10:02 <ann> #rejected y\n'), 'fedora'), ['REJECTED y']));
});
