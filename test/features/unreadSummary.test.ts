import { assert } from 'chai';
import { summary } from '../../server/src/features/summary.js';
import { defaultSettings } from '../../server/src/settings.js';
import { logOf } from '../helpers/logs.js';

describe('the summary of a log that is not read', () => {
  const log = logOf('{"nick": "ann", "text": "#startmeeting Weekly"}');
  it('says so', () => assert.isTrue(summary(log, defaultSettings).isUnread));
  it('does not, if that is no problem for the user', () => {
    const severity = { ...defaultSettings.severity, 'unread-log': 'off' } as const;
    assert.isFalse(summary(log, { ...defaultSettings, severity }).isUnread);
  });
});
