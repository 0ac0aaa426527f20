import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { dialects } from '../../../server/src/meeting/dialects/dialects.js';
import { commandNamed } from '../../../server/src/meeting/dialects/words.js';
import type { MeetingLogOptions } from '../../../server/src/meeting/meetingLog.js';
import { meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { momentAt } from '../../../server/src/meeting/replay/moment.js';
import { lines } from '../../helpers/logs.js';
import { marked } from '../../helpers/marked.js';

/** Which of some words the speaker of the line with the cursor may give there. */
function given(source: string, words: string, options?: MeetingLogOptions): string {
  const { text, cursor } = marked(source);
  const log = meetingLog(LogText.of(text), 'club.log', options);
  const moment = momentAt(log, cursor?.line ?? 0);
  const may = (word: string) => {
    const command = commandNamed(word, log.dialect);
    return command !== undefined && moment.obeys(command);
  };
  return words.split(' ').filter(may).join(' ');
}

/** A bot whose chairs include the operators of the channel. */
const ofOps = dialects.find(({ opsAreChairs }) => opsAreChairs === true);

const all = '#startmeeting #endmeeting #topic #agreed #action #info #chair';

describe('the moment of a line lets', () => {
  const running = (line: string) => lines`
    10:00 <ann> #startmeeting
    10:01 <ann> #chair bob
    10:02 ${line}
    10:03 <ann> #unchair bob
    10:04 <bob> yes
    10:05 <ann> #endmeeting
    10:06 <ann> bye
    `;
  it('the owner and chairs give everything', () => {
    assert.equal(given(running('<ann> t$0ea'), all), '#endmeeting #topic #agreed #action #info #chair');
    assert.equal(given(running('<bob> t$0ea'), all), '#endmeeting #topic #agreed #action #info #chair');
  });
  it('others record, and former chairs too', () => {
    assert.equal(given(running('<cat> t$0ea'), all), '#action #info');
    assert.equal(given(running('<cat> tea').replace('yes', 'y$0es'), all), '#action #info');
  });
  it('anyone start a meeting where none is running, and nothing else', () => {
    assert.equal(given(running('<cat> tea').replace('bye', 'b$0ye'), all), '#startmeeting');
    assert.equal(given('10:00 <ann> $0tea\n', all), '#startmeeting');
  });
  it('those who were chairs under an earlier nick keep their rights only where no bot was', () => {
    const text = (bot: string) => lines`
      10:00 <ann> #startmeeting
      ${bot}
      10:01 -!- ann is now known as ann_away
      10:02 <ann_away> te$0a
      `;
    assert.equal(given(text('10:00 <bob> hi'), '#topic'), '#topic');
    assert.equal(given(text('10:00 <bot> Current chairs: ann'), '#topic'), '');
  });
  it('everyone do everything in a whole log, and until a bot lists the chairs of a meeting that has begun before', () => {
    assert.equal(given('10:00 <ann> hi\n10:01 <bob> t$0ea\n', '#topic', { wholeLog: true }), '#topic');
    assert.equal(given('10:00 <ann> h$0i\n10:01 <bob> tea\n', '#topic', { wholeLog: true }), '#topic');
    const greeting = '10:00 <bot> Started logging meeting in #tea\n';
    assert.equal(given(`${greeting}10:01 <bob> t$0ea\n`, '#topic'), '#topic');
    assert.equal(given(`${greeting}10:01 <bot> Current chairs: ann\n10:02 <bob> t$0ea\n`, '#topic'), '');
    assert.equal(given(`${greeting}10:01 <bot> Current chairs: ann\n10:02 <ann> t$0ea\n`, '#topic'), '#topic');
  });
  it('a vote be opened only if none is open, and people vote only while one is', () => {
    const votes = '#startvote #vote #endvote';
    const start = '10:00 <ann> #startmeeting\n10:01 <ann> a$0a\n10:02 <ann> #startvote Tea? yes, no\n';
    const text = `${start}10:03 <ann> bb\n10:04 <ann> #endvote\n10:05 <ann> cc\n10:06 <ann> #endmeeting\n`;
    const at = (word: string) => text.replace('$0', '').replace(word, `$0${word}`);
    assert.equal(given(text, votes), '#startvote');
    assert.equal(given(at('bb'), votes), '#vote #endvote');
    assert.equal(given(at('bb').replace('10:03 <ann>', '10:03 <bob>'), votes), '#vote');
    assert.equal(given(at('cc'), votes), '#startvote');
  });
  it('anyone end a meeting that has lasted long enough, for some bots', () => {
    const start = '10:00 <ann> #startmeeting tea\n10:01 <ann> #startvote Tea?\n';
    assert.equal(given(`${start}10:02 <bob> b$0ye\n`, '#endmeeting'), '');
    assert.equal(given(`${start}11:02 <bob> b$0ye\n`, '#endmeeting'), '#endmeeting');
  });
  it('operators give the commands of chairs, for some bots', () => {
    const text = (nick: string) =>
      `10:00 <ann> #startmeeting\n10:01 <bot> Current chairs: ann\n10:02 <${nick}> t$0ea\n`;
    assert.equal(given(text('@bob'), '#topic', { dialect: ofOps }), '#topic');
    assert.equal(given(text('+bob'), '#topic', { dialect: ofOps }), '');
    assert.equal(given(text('@bob'), '#topic'), '');
  });
  it('no one whom the bot hears only through a bridge record', () => {
    const text = (nick: string) => lines`
      10:00 <ann> #startmeeting
      10:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann.
      10:01 <bridge> <cat> hello
      10:02 <bridge> <bob> hello
      10:03 <${nick} te$0a
      10:04 <ann> #endmeeting
      `;
    assert.equal(given(text('bridge> <bob>'), '#info'), '');
    assert.equal(given(text('bob>'), '#info'), '#info');
  });
});
