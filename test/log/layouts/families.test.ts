import { assert } from 'chai';
import { speakers } from '../../../server/src/log/facts/speakers.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { isMeetingLog } from '../../../server/src/meeting/isMeetingLog.js';
import { minutesOfText } from '../../helpers/logs.js';

/** Stamps of one evening, given its seconds. */
const stamps: readonly ((seconds: string) => string)[] = [
  (s) => `2031-03-14 20:58:${s}`,
  (s) => `2031-03-14T20:58:${s}.123456Z`,
  (s) => `2031-03-14 20:58:${s} +0100`,
  (s) => `14-03-2031 20:58:${s}`,
  (s) => `14/03/2031, 20:58:${s}`,
  (s) => `3/14/2031, 8:58:${s} PM`,
  (s) => `14.03.2031 20:58:${s}`,
  (s) => `Friday 14 March 2031 20:58:${s}`,
  (s) => `Fri, Mar 14, 2031, 20:58:${s}`,
  (s) => `Fr., 14. März 2031, 20:58:${s}`,
  (s) => `Fri Mar 14 20:58:${s} 2031`,
  (s) => `20:58:${s} CET`,
  (s) => `20:58:${s}.123`,
];

/** How clients write a message, an action, a join and a change of nick behind a stamp. */
const frames: readonly (readonly [message: string, action: string, join: string, nick: string])[] = [
  [' <NICK> ', ' * NICK ', ' *** NICK (~n@host) has joined #c', ' *** NICK is now known as '],
  [' <@NICK> ', ' * @NICK ', ' *** NICK (~n@host) joined', ' *** NICK changed nick to '],
  [' <•NICK> ', ' — •NICK ', ' → NICK joined (~n@host)', ' NICK → '],
  [' <   NICK@> ', ' * NICK ', ' -!- NICK [~n@host] has joined #c', ' -!- NICK is now known as '],
  [' <NICK>\t', ' *\tNICK ', ' -->\tNICK (~n@host) has joined #c', ' ---\tNICK is now known as '],
  ['\t@NICK\t', '\t *\tNICK ', '\t-->\tNICK (~n@host) has joined #c', '\t--\tNICK is now known as '],
  [' - NICK: ', ' - * NICK ', ' - NICK joined the room', ' - NICK changed their display name to '],
];

describe('one meeting behind any stamp', () => {
  for (const stamp of stamps) {
    for (const around of ['', '[]']) {
      const at = (seconds: string) => `${around.slice(0, 1)}${stamp(seconds)}${around.slice(1)}`;
      for (const [message, action, join, nick] of frames) {
        it(`is the same in ${at('58')}${message}`, () => {
          const said = (seconds: string, mark: string, who: string) => at(seconds) + mark.replace('NICK', who);
          const text = [
            `${said('01', message, 'ann')}#startmeeting Weekly`,
            said('02', join, 'eve'),
            `${said('03', message, 'bob')}#info the saw is back`,
            `${said('04', action, 'bob')}nods`,
            `${said('05', nick, 'ann')}al`,
            `${said('06', message, 'al')}#topic Money`,
            `${said('07', message, 'al')}#endmeeting`,
          ].join('\n');
          assert.isTrue(isMeetingLog(text));
          const minutes = minutesOfText(text, 'club.log', { asLogged: true });
          assert.deepInclude(minutes, { owner: 'ann', date: stamp('').includes('2031') ? '2031-03-14' : null });
          assert.deepEqual(
            minutes.topics.map(({ text: title }) => title),
            ['Money'],
          );
          assert.equal(minutes.end?.time, '20:58:07');
          assert.deepEqual(spokenBy(text), ['ann 1', 'bob 2', 'al 2']);
        });
      }
    }
  }
});

describe('what a client notes', () => {
  const check = (before: string, after: string, ...notes: readonly string[]) => {
    const text = [`${before}ann${after}hello`, ...notes, `${before}bob${after}hello`].join('\n');
    assert.deepEqual(spokenBy(text), ['ann 1', 'bob 1']);
  };

  it('names nobody in irssi', () =>
    check(
      '18:00 < ',
      '> ',
      '18:01 [Users #c]',
      '18:01 [@ann ] [ bob ] [+cid ]',
      '18:01 -!- Irssi: #c: Total of 3 nicks [1 ops]',
      '18:01 -!- Topic for #c: x',
    ));
  it('names nobody in brackets', () =>
    check('[18:00] <', '> ', '[18:01] * Now talking in #c', '[18:01] * Set by eve on Fri', '[18:01] * Disconnected'));
  it('names nobody where a colon marks who speaks', () =>
    check(
      '18:00 ',
      ': ',
      '18:01 Users on #c: ann, bob',
      '18:01 Disconnected',
      '18:01 [ ann ] [ bob ]',
      '18:01 Topic: x',
    ));
  it('names nobody with tabs', () =>
    check(
      '18:00 <',
      '>\t',
      '18:01 *\tNow talking on #c',
      '18:01 *\tDisconnected (x).',
      '18:01 ---\tTopic for #c is x',
    ));
});

function spokenBy(text: string): string[] {
  const log = LogText.of(text);
  return speakers(log, 0, log.lineCount - 1).map(({ nick, lines }) => `${nick} ${lines}`);
}
