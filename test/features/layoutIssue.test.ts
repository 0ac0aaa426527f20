import { assert } from 'chai';
import { layoutIssue, withoutWords } from '../../server/src/features/layoutIssue.js';
import { summary } from '../../server/src/features/summary.js';
import { defaultSettings } from '../../server/src/settings.js';
import { logOf } from '../helpers/logs.js';

describe('the report of a layout', () => {
  const rows: readonly (readonly [row: string, report: string])[] = [
    ['ann §§ #startmeeting Weekly', 'xxx §§ #startmeeting Xxxxxx'],
    ['2031-03-14T20:58:03Z;Élodie;call 555 1234', '2031-03-14T20:58:03Z;Xxxxxx;xxxx 000 0000'],
    ['14. Mar 2031, 8:58 pm ~ bob: secret', '00. Mar 0000, 8:58 pm ~ xxx: xxxxxx'],
    ['https://a.example/token?x=1', 'xxxxx://x.xxxxxxx/xxxxx?x=0'],
    ['{"ts": 1931288283, "who": "明"}', '{"xx": 0000000000, "xxx": "x"}'],
    ['Marta may march', 'Xxxxx xxx xxxxx'],
  ];
  for (const [row, report] of rows) it(`has of ${row} only its form`, () => assert.equal(withoutWords(row), report));

  it('has the first lines, and those around the start of the meeting, but no word of them', () => {
    const line = (number: number) => `ann §§ secret ${number}`;
    const text = [...Array.from({ length: 90 }, (_, at) => line(at)), 'ann §§ #startmeeting Weekly', line(91)].join(
      '\n',
    );
    const issue = layoutIssue(logOf(text));
    assert.include(issue, '    xxx §§ #startmeeting Xxxxxx');
    assert.notMatch(issue, /ann|secret|Weekly/);
    assert.equal(issue.match(/xxxxxx 0/g)?.length, 12 + 6 + 1);
  });
});

describe('the summary of a log that is not read', () => {
  const log = logOf('{"nick": "ann", "text": "#startmeeting Weekly"}');
  it('says so', () => assert.isTrue(summary(log, defaultSettings).isUnread));
  it('does not, if that is no problem for the user', () => {
    const severity = { ...defaultSettings.severity, 'unread-log': 'off' } as const;
    assert.isFalse(summary(log, { ...defaultSettings, severity }).isUnread);
  });
});
