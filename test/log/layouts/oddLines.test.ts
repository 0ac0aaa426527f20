import { assert } from 'chai';
import { speakers } from '../../../server/src/log/facts/speakers.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { outline } from '../../../server/src/reports/outline.js';
import { logOf } from '../../helpers/logs.js';

/** Each line that is not blank, as `kind nick: text`. */
function read(rows: readonly string[], log = LogText.of(rows.join('\n'))): string[] {
  return rows.flatMap((row, line) => {
    const { kind, nick, textStart, textEnd } = log.read(line);
    return row === '' ? [] : [`${kind} ${nick}: ${row.slice(textStart, textEnd)}`];
  });
}

describe('odd lines in a log with nicks in angle brackets', () => {
  it('may lack a nick, whatever the stamp', () => {
    for (const [head, gap] of [
      ['14:00:00 ', ' '],
      ['[14:00:00] ', ' '],
      ['[2031-03-14T14:00:00.250Z]\t', '\t'],
      ['[2031-03-14T14:00:00+0100] ', ' '],
      ['2031-03-14T14:00:00Z ', ' '],
      ['', ' '],
    ])
      for (const nick of ['<>', '< >']) {
        const rows = [`${head}<iris>${gap}who rings?`, `${head}${nick}${gap}the bell`, `${head}<iris>${gap}ah`];
        assert.deepEqual(read(rows), ['message iris: who rings?', 'message : the bell', 'message iris: ah'], rows[1]);
      }
  });

  it('make no one a speaker who has no nick', () => {
    const text = LogText.of('14:00 <iris> hi\n14:01 <> hello\n14:02 < > #info hello');
    assert.deepEqual(
      speakers(text, 0, 2).map(({ nick }) => nick),
      ['iris'],
    );
    const log = logOf('14:00 <iris> #startmeeting\n14:01 <> #info the bell\n14:02 <iris> #endmeeting');
    const [meeting] = outline(log, 'club.log').meetings;
    assert.deepEqual(
      meeting?.people.map(({ nick, lines }) => `${nick} ${lines}`),
      ['iris 2'],
    );
  });

  it('may lack the time', () => {
    const rows = ['14:00:00 <iris> here', '<otto> me too', '', '   ', '14:00:03 <iris> fine'];
    assert.deepEqual(read(rows), ['message iris: here', 'message otto: me too', 'other : ', 'message iris: fine']);
    assert.equal(LogText.of('14:00:00 <iris> a\n<otto> b').layout.name, 'supybot');
    assert.equal(LogText.of('<iris> a\n<otto> b').layout.name, 'nick-only');
    assert.equal(LogText.of('<iris> a\n<iris> c\n<iris> d\n14:00 <otto> b').read(3).nick, 'otto');
  });

  it('are no messages if they are HTML', () => {
    for (const row of ['<pre>', '</pre> x', '<a href="x"> y', '<br/> z'])
      assert.equal(LogText.of(`14:00 <iris> a\n${row}\n14:01 <iris> b`).read(1).kind, 'other', row);
  });

  it('may lack the text', () => {
    const rows = ['14:00:00 <iris> scribe+', '14:00:01 <otto>', '14:00:02 <otto> ', '14:00:03 * otto yawns'];
    assert.deepEqual(read(rows).slice(1), ['message otto: ', 'message otto: ', 'action otto: yawns']);
  });

  it('may be notes that a bot logs as messages of those whom they are about', () => {
    for (const stamp of ['14:00:00 ', '']) {
      const rows = [
        '<[iris]> [iris] has joined #garden',
        '<otto> otto has left &garden',
        '<otto> otto has changed the topic to: tea',
        '<otto> iris has joined #garden',
        '<otto> otto has left nothing to say',
        '<otto> otto has joined us',
      ].map((row) => stamp + row);
      assert.deepEqual(
        read(rows).map((line) => line.split(' ')[0]),
        ['join', 'part', 'topic', 'message', 'message', 'message'],
      );
    }
  });
});

describe('messages of several lines', () => {
  it('go on below in layouts of programs that write no notes without a stamp', () => {
    for (const stamp of ['[2031-03-14T14:00:00.250Z]\t<iris>\t', '[2031-03-14T14:00:00+0100] <iris> ']) {
      const below = ['(2) soil', '- and seeds', 'Iris: and water', ' and sun', '^ that', '## rest', '    deeper'];
      const rows = [`${stamp}we need:`, ...below, `${stamp}done`];
      assert.deepEqual(
        read(rows).slice(1, -1),
        below.map((row) => `continuation : ${row.trim()}`),
      );
    }
  });

  it('do not take commands, tags or other stamps', () => {
    const stamp = '[2031-03-14T14:00:00.250Z]\t<iris>\t';
    for (const row of ['#info x', '!info x', '<otto>', '[14:00:00.100] - otto', '2031-03-14 nothing'])
      assert.equal(LogText.of(`${stamp}a\n${row}\n${stamp}b`).read(1).kind, 'other', row);
  });

  it('are indented by one space in logs that mIRC saved', () => {
    const rows = [
      'Start of #garden buffer: Fri Mar 14',
      '<iris> a long',
      ' way',
      '* otto waves',
      'End of #garden buffer',
    ];
    assert.deepEqual(
      read(rows).map((line) => line.split(' ')[0]),
      ['day', 'message', 'continuation', 'action', 'day'],
    );
  });
});

describe('stamps', () => {
  it('of Quassel may be in any form', () => {
    for (const stamp of ['Fri Mar 14 14:00:00 2031', '14/03/2031 14:00', '14 Mar 2031 2:00 pm', '2031-03-14 14:00']) {
      const log = LogText.of(`[${stamp}] <iris> hi`);
      assert.deepInclude(log.read(0), { kind: 'message', time: 50_400, nick: 'iris' }, stamp);
    }
  });

  it('of the logs of W3C’s Credentials Community Group may be followed by spaces', () => {
    const rows = ['[2031-03-14T14:00:00.250Z]      <iris>      ... and more', '[2031-03-14T14:00:00]  <otto>  q+'];
    assert.deepEqual(read(rows), ['message iris:      ... and more', 'message otto:  q+']);
  });
});

describe('a text that is known to be a chat', () => {
  const chat = (rows: readonly string[]) => read(rows, LogText.of(rows.join('\n'), undefined, true));

  it('may be in a layout that many texts are in', () => {
    const talk = ['iris: scribe: iris', '', 'otto: hi'];
    assert.deepEqual(chat(talk), ['message iris: scribe: iris', 'message otto: hi']);
    const notes = ['Topic: seeds', 'Otto: we have some', '... and bulbs'];
    assert.deepEqual(
      chat(notes),
      notes.map((row) => `message scribe: ${row}`),
    );
    for (const rows of [talk, notes]) assert.equal(LogText.of(rows.join('\n')).confidence, 0);
  });

  it('is no plain text if its lines have a head', () => {
    for (const row of ['2031-03-14 ??', '[14:00 iris hi', '<iris> hi'])
      assert.notInclude(chat(['Topic: seeds', row, 'x']).join('\n'), 'message scribe', row);
  });

  it('has messages of several lines, however few it has', () => {
    assert.deepEqual(chat(['14:00:00 <iris> bring:', '- soil', 'Otto: water']), [
      'message iris: bring:',
      'continuation : - soil',
      'continuation : Otto: water',
    ]);
  });

  it('keeps its layout', () => assert.deepEqual(chat(['14:00 <iris> hi']), ['message iris: hi']));
});
