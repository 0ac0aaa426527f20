import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { isMeetingLog } from '../../server/src/meeting/sniff.js';

describe('a meeting log is told from other logs', () => {
  const check = (isMeeting: boolean, text: string) => assert.equal(isMeetingLog(text), isMeeting, text.slice(0, 200));
  const talk = '10:00:00 <ann> hello\n';

  it('by #startmeeting, in any case', () => {
    check(true, '10:00 <ann> #startmeeting\n');
    check(true, '10:00 <ann> #StartMeeting x\r\n');
  });
  it('by a mistyped #startmeeting', () => check(true, '10:00 <ann> #startmeeing\n'));
  it("by a bot's greeting", () => check(true, '10:00 <bot> Meeting started Fri Mar 14 18:00:02 2031 UTC.\n'));
  it('by two commands', () => check(true, '10:00 <ann> #topic x\n10:01 <ann> #info y\n'));
  it('far down', () => check(true, `${talk.repeat(5000)}10:00 <ann> #startmeeting\n`));
  it('and is no chat without commands', () => check(false, `${talk}10:01 <bob> #96 is fixed, see #linux\n`.repeat(20)));
  it('and is no chat with a single command', () => check(false, `${talk}10:01 <bob> #help me\n`));
  it('and is no text about meetings', () => check(false, 'Type #startmeeting to start.\n#topic starts a topic.\n'));
  it('and is no log of a server', () => check(false, readFileSync('examples/web-server.log', 'utf8')));
  it('and is not empty', () => check(false, ''));
  it('by the example', () => check(true, readFileSync('examples/rooftop-garden.log', 'utf8')));
  it('in linear time', () => {
    for (const piece of ['#', '#a', '#a\n', 'Meeting started ', `${talk}#`])
      check(false, talk.repeat(50) + piece.repeat(100_000));
  });
});
