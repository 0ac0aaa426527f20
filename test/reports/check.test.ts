import { assert } from 'chai';
import { checkFormats, checkSummary, withoutMeeting } from '../../server/src/reports/check.js';
import type { Paint } from '../../server/src/reports/paint.js';
import { type FileReport, problemList } from '../../server/src/reports/problemList.js';
import { logOf, meeting } from '../helpers/logs.js';

function reportOf(file: string, text: string): FileReport {
  const log = logOf(text, file);
  return { file, meetings: log.meetings.length, problems: problemList(log) };
}

const good = reportOf('good.log', meeting('10:01 <ann> #info x\n') + meeting('10:01 <ann> #info x\n'));
const warned = reportOf('warned.log', meeting('10:01 <bob> #topic x\n'));
const open = reportOf('open.log', '10:00 <ann> #startmeeting\n');
const talk = reportOf('talk.log', '10:00 <ann> hi\n');
const marks: Paint = (style, text) => `<${style} ${text}>`;

describe('a check', () => {
  it('counts logs, meetings and problems', () => {
    assert.equal(checkSummary([good, warned, open]), '3 logs, 4 meetings, 1 error, 1 warning');
    assert.equal(checkSummary([good]), '1 log, 2 meetings, no problems');
    assert.equal(checkSummary([talk]), '1 log, no meetings, no problems');
    assert.equal(checkSummary([open], marks), '1 log, 1 meeting, <error 1 error>');
  });
  it('names the logs without a meeting, and some of the other files in folders', () => {
    assert.deepEqual(withoutMeeting([good, talk], []), ['talk.log: This log has no #startmeeting.']);
    assert.deepEqual(withoutMeeting([good], ['a.txt']), ['No meeting in a.txt.']);
    const many = Array.from({ length: 12 }, (_, at) => `${at}.txt`);
    const named = '0.txt, 1.txt, 2.txt, 3.txt, 4.txt, 5.txt, 6.txt, 7.txt, 8.txt, 9.txt';
    assert.deepEqual(withoutMeeting([], many), [`No meeting in ${named} and 2 more files.`]);
    assert.deepEqual(withoutMeeting([], many.slice(2, 4)), ['No meeting in 2.txt and 3.txt.']);
  });
  it('highlights the place, the severity and the code in text, but nothing for other programs', () => {
    assert.match(
      checkFormats.text?.([warned], String, marks) ?? '',
      /^<place warned\.log:2:13:> <warning warning:> bob .* <aside \[not-chair\]>\n$/,
    );
    for (const format of ['json', 'sarif', 'github'])
      assert.equal(checkFormats[format]?.([warned], String, marks), checkFormats[format]?.([warned], String), format);
  });
});
