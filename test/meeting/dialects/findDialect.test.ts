import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { dialectNamed, original } from '../../../server/src/meeting/dialects/dialects.js';
import { meetingLog, stepAt } from '../../../server/src/meeting/meetingLog.js';
import { itemsIn as items } from '../../helpers/dialects.js';
import { logOf, meeting } from '../../helpers/logs.js';

describe('the bot', () => {
  const check = (bot: string, text: string) => assert.equal(logOf(text).dialect.name, bot);

  it('is recognised by its greeting', () => {
    const greet = (said: string) => meeting(`10:00:00 <bot> ${said}\n10:01:00 <ann> #startvote x?\n`);
    check(
      'meetbot',
      greet('Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann. Information about MeetBot at x.'),
    );
    check(
      'opendev',
      greet('Meeting started Fri Mar 14 10:00:00 2031 UTC and is due to finish in 60 minutes.  The chair is ann.'),
    );
    check('fedora', greet('The chair is ann. Information about MeetBot at https://fedoraproject.org/wiki/Zodbot#x.'));
    check('hcoop', greet('ann: Meeting started at 2031-03-14T10:00+0000'));
    check('meetingology', greet('Meeting started at 10:00:00 UTC.  The chair is ann.  Information about MeetBot at x'));
    check('meetingology', greet('Meeting started at 10:00. The chair is ann.'));
    check(
      'meetingology',
      greet(
        'Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann. Information about MeetBot at http://wiki.ubuntu.com/meetingology.',
      ),
    );
    check('maubot', greet('Meeting started at 2031-03-14 10:00:00 UTC'));
  });
  it('is recognised by its list of commands', () => {
    const greet = (said: string) =>
      meeting(
        `10:00:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann.\n10:00:00 <bot> ${said}\n`,
      );
    check('opendev', greet('Useful Commands: #action #agreed #help #info #idea #link #topic #startvote.'));
    check('meetbot', greet('Useful Commands: #action #agreed #help #info #idea #link #topic.'));
    check('meetingology', greet('Commands Available: [TOPIC], [IDEA], [ACTION], [AGREED], [LINK], [VOTE]'));
  });
  it('is recognised by the commands that people give if none replies', () => {
    check('meetbot', meeting('10:01 <ann> #info x\n'));
    check('opendev', meeting('10:01 <ann> #startvote x? y\n'));
    check('hcoop', meeting('10:01 <ann> #motion x\n'));
    check('hcoop', meeting('10:01 <ann> #here\n'));
    check('meetingology', meeting('10:01 <ann> [topic] x\n'));
    check('maubot', '10:00 <ann> !startmeeting\n');
  });
  it('can be chosen', () => {
    assert.deepEqual(items(meeting('10:01 <ann> [TOPIC] x\n'), 'meetbot'), []);
    assert.deepEqual(items(meeting('10:01 <ann> [TOPIC] x\n')), ['TOPIC x']);
  });

  it('is detected again if it was given before', () => {
    const text = LogText.of(meeting('10:01 <ann> #info x\n'));
    const given = meetingLog(text, 'club.log', { dialect: dialectNamed('hcoop') });
    assert.deepInclude(given, { isDialectGiven: true });
    const found = meetingLog(text, 'club.log', { earlier: given });
    assert.deepInclude(found, { isDialectGiven: false, dialect: original });
    assert.equal(
      meetingLog(text, 'club.log', { dialect: dialectNamed('hcoop'), earlier: found }).dialect.name,
      'hcoop',
    );
  });
  it('treats words with the signs of others as talk', () => {
    const log = logOf(meeting('10:01 <ann> !topic x\n10:02 <ann> #nothing\n'));
    assert.isUndefined(stepAt(log, 1));
    assert.equal(stepAt(log, 2)?.ignored, 'unknown-command');
  });
  it('changes if an edit shows another, and only then', () => {
    const check = (before: string, after: string, name: string) => {
      const earlier = logOf(meeting(`10:01 <ann> ${before}\n`));
      const at = { line: 1, character: '10:01 <ann> '.length };
      const text = earlier.text.replace(at, { ...at, character: at.character + before.length }, after);
      assert.equal(meetingLog(text, 'club.log', { earlier }).dialect.name, name);
    };
    check('x', '#startvote Tea?', 'opendev');
    check('x', '#motion Tea', 'hcoop');
    check('#motion Tea', 'x', 'meetbot');
    check('x', 'Meeting started at 2031-03-14 10:00:00 UTC', 'maubot');
    check('x', 'y', 'meetbot');
    check('x', '#topic y', 'meetbot');
    const earlier = logOf('10:00 <ann> .startmeeting\n10:01 <ann> x\n');
    const at = { line: 1, character: 12 };
    const started = earlier.text.replace(at, { line: 1, character: 13 }, '#startmeeting');
    assert.equal(meetingLog(started, 'club.log', { earlier }).dialect.name, 'meetbot');
  });
});
