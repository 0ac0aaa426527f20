import { assert } from 'chai';
import { logOfName } from '../../client/src/namesOfMinutes.js';

/** Which of some logs, by their names, minutes are of. */
function check(minutes: string, logs: readonly string[], expected: string | undefined): void {
  assert.equal(logs[logOfName(minutes, logs)], expected);
}

describe('the log of minutes', () => {
  it('has the same name', () => {
    check('club.md', ['club.log', 'other.log'], 'club.log');
    check('Club.2031-03-14.page.html', ['club.2031-03-14.log', 'x.2031-03-14.log'], 'club.2031-03-14.log');
  });
  it('has the same date, if only one has it', () => {
    check(
      'minutes-2031-03-19.md',
      ['t.2031-03-05-18.30.log.txt', 't.2031-03-19-18.30.log.txt'],
      't.2031-03-19-18.30.log.txt',
    );
    check('minutes-2031-03-19.md', ['a.2031-03-19.log', 'b.2031-03-19.log'], undefined);
    check('minutes-2031-03-19.md', ['a.2031-03-20.log'], undefined);
  });
  it('is asked for otherwise', () => {
    check('minutes.md', ['a.log', 'b.log'], undefined);
    check('club.md', ['club.log', 'club.irclog'], undefined);
    check('minutes.md', [], undefined);
  });
});
