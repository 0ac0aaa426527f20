import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { meetingLog, textAt } from '../../../server/src/meeting/meetingLog.js';
import { meeting } from '../../helpers/logs.js';

describe('a whole log', () => {
  const whole = (text: string) => meetingLog(LogText.of(text), 'club.log', { wholeLog: true });
  it('is one meeting in which everyone may do everything', () => {
    const log = whole('-- x --\n10:00 <ann> hi\n10:01 <bob> #topic Tea\n10:02 <eve> #endmeeting\n10:03 <bob> bye\n');
    assert.lengthOf(log.meetings, 1);
    assert.deepInclude(log.meetings[0], { startLine: 1, endLine: 4, owner: '', chairChanges: [] });
    assert.deepEqual(
      log.meetings[0]?.items.map((item) => textAt(log, item)),
      ['Tea'],
    );
  });
  it('has its own meetings if the first line starts one', () =>
    assert.isUndefined(whole('10:00 <ann> #startmeeting\n10:01 <ann> #topic Tea\n').meetings[0]?.endLine));
  it('is not a meeting if no one says anything', () => assert.isEmpty(whole('some text\n').meetings));
  it('has its own meetings if there are any', () =>
    assert.deepInclude(whole(`10:00 <bob> hi\n${meeting('')}`).meetings[0], { startLine: 1 }));
});
