import { assert } from 'chai';
import { layoutFitsOf, meetings, summary } from '../../server/src/features/summary.js';
import { layoutNamed, layouts } from '../../server/src/log/layouts/layouts.js';
import { LogText } from '../../server/src/log/text/logText.js';
import type { MeetingLog } from '../../server/src/meeting/meetingLog.js';
import { defaultSettings } from '../../server/src/settings.js';
import { logOf, meeting } from '../helpers/logs.js';

describe('the summary', () => {
  it('has layout, bot, meetings and problems', () => {
    const log = logOf(meeting('10:00 <bot> Meeting started now\n10:01 <ann> #todo x\n'));
    assert.deepEqual(summary(log, defaultSettings), {
      layout: 'MeetBot, Supybot: 20:58:58 <nick> text',
      isLayoutChosen: false,
      confidence: 1,
      bot: 'bot',
      rules: 'MeetBot',
      meetings: 1,
      problems: 1,
      isUnread: false,
    });
    assert.deepEqual(meetings(log), [
      {
        title: '#club Meeting',
        startLine: 0,
        lastLine: 3,
        about: '59 min · 0 topics · 0 actions · 2 people',
        topics: [],
      },
    ]);
  });
  it('does not count problems that are switched off', () => {
    const log = logOf(meeting('10:01 <ann> #todo x\n'));
    const severity = { ...defaultSettings.severity, 'unknown-command': 'off' as const };
    assert.equal(summary(log, { ...defaultSettings, severity }).problems, 0);
  });
  it('says whether the layout was chosen', () => {
    const log = logOf(meeting(''));
    assert.isTrue(summary(log, { ...defaultSettings, layout: 'irssi' }).isLayoutChosen);
  });
});

describe('the layouts for a log', () => {
  it('are all of them, best first', () => {
    const { found, layouts: fits } = layoutFitsOf(logOf('10:00 <ann> x\n10:01 <bob> y\nprose\n10:02 ann: z\n'));
    assert.equal(found.name, 'supybot');
    assert.equal(fits[0]?.name, 'supybot');
    assert.isAtLeast(fits[0]?.read ?? 0, 0.5);
    assert.sameMembers(
      fits.map(({ name }) => name),
      layouts.map(({ name }) => name),
    );
    const shares = fits.map(({ read }) => read);
    assert.deepEqual(
      shares,
      [...shares].sort((a, b) => b - a),
    );
    assert.equal(shares.at(-1), 0);
  });
  it('include the detected one even if another was chosen', () => {
    const text = LogText.of(meeting(''), layoutNamed('weechat'));
    const { found } = layoutFitsOf({ text } as MeetingLog);
    assert.deepEqual([found.name, found.read], ['supybot', 1]);
  });
  it('read nothing of an empty log', () => {
    const { found, layouts: fits } = layoutFitsOf(logOf(''));
    assert.equal(found.read, 0);
    for (const { read } of fits) assert.equal(read, 0);
  });
});
