import { assert } from 'chai';
import { meetings, summary } from '../../server/src/features/summary.js';
import { defaultSettings } from '../../server/src/settings.js';
import { logOf, meeting } from '../helpers/logs.js';

describe('the summary', () => {
  it('tells layout, bot, meetings and problems', () => {
    const log = logOf(meeting('10:00 <bot> Meeting started now\n10:01 <ann> #todo x\n'));
    assert.deepEqual(summary(log, defaultSettings), {
      layout: 'MeetBot, Supybot: 20:58:58 <nick> text',
      confidence: 1,
      bot: 'bot',
      rules: 'MeetBot',
      meetings: 1,
      title: '#club Meeting',
      problems: 1,
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
  it('counts no problem that is switched off', () => {
    const log = logOf(meeting('10:01 <ann> #todo x\n'));
    const severity = { ...defaultSettings.severity, 'unknown-command': 'off' as const };
    assert.equal(summary(log, { ...defaultSettings, severity }).problems, 0);
  });
});
