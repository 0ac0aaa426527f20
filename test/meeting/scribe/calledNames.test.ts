import { assert } from 'chai';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { allActions } from '../../../server/src/minutes/minutes.js';
import { lines, logOf } from '../../helpers/logs.js';

/** Whom the action of a meeting with a scribe is for. */
function assigneesOf(action: string, others = ''): readonly string[] {
  const log = logOf(lines`
    18:00:00 <RRSAgent> logging to https://chat.example/2031/05/06-garden-irc
    18:00:10 <oskar> scribe: oskar
    18:00:20 <Lena_> present+
    18:00:30 <oskar> ${action}
    ${others}`);
  const [meeting = assert.fail()] = log.meetings;
  return allActions(minutesOf(log, meeting)).flatMap(({ assignees = [] }) => assignees);
}

describe('an action in a meeting with a scribe', () => {
  it('is for someone without what a client adds to a nick', () => {
    assert.deepEqual(assigneesOf('ACTION: Lena to oil the pump'), ['Lena_']);
    assert.deepEqual(assigneesOf('ACTION: Lena_ to oil the pump'), ['Lena_']);
  });
  it('is for whoever has the nick itself', () => {
    assert.deepEqual(assigneesOf('ACTION: Lena to oil the pump', '18:00:40 <Lena> hello'), ['Lena']);
  });
});
