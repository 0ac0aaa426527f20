import { assert } from 'chai';
import { relayOf } from '../../../server/src/log/layouts/layout.js';
import { LogText } from '../../../server/src/log/text/logText.js';

/** A log of what some nicks say, in this order. */
function logOf(...said: readonly (readonly [nick: string, text: string])[]): LogText {
  return LogText.of(said.map(([nick, text]) => `10:00:00 <${nick}> ${text}\n`).join(''));
}

/** Who speaks on each line of a log, and what they say. */
function spoken(log: LogText): string[] {
  return Array.from({ length: log.lineCount - 1 }, (_, line) => {
    const { nick, textStart, textEnd } = log.read(line);
    return `${nick} ${log.text(line).slice(textStart, textEnd)}`;
  });
}

const meeting = [
  ['ann', '#startmeeting Weekly'],
  ['ann', '#topic Tools'],
  ['bob', '#info the saw is back'],
  ['ann', '#endmeeting'],
] as const;

describe('a bridge', () => {
  const form = (what: string, write: (nick: string, text: string) => string) =>
    it(`is known by ${what}`, () => {
      const log = logOf(...meeting.map(([nick, text]) => ['relay', write(nick, text)] as const), ['cid', 'nice']);
      const expected = [...meeting.map(([nick, text]) => `${nick} ${text}`), 'cid nice'];
      assert.deepEqual(spoken(log), expected);
    });

  form('<nick>', (nick, text) => `<${nick}> ${text}`);
  form('<@nick>', (nick, text) => `<@${nick}> ${text}`);
  form('<nick/D>', (nick, text) => `<${nick}/D> ${text}`);
  form('<nick[m]>', (nick, text) => `<${nick}[m]> ${text}`);
  form('<nick@network>', (nick, text) => `<${nick}@libera> ${text}`);
  form('[discord] <nick>', (nick, text) => `[discord] <${nick}> ${text}`);
  form('(discord) <nick>', (nick, text) => `(discord) <${nick}> ${text}`);
  form('**<nick>**', (nick, text) => `**<${nick}>** ${text}`);
  form('nick:', (nick, text) => `${nick}: ${text}`);
  form('[discord] nick:', (nick, text) => `[discord] ${nick}: ${text}`);
  form('[nick]', (nick, text) => `[${nick}] ${text}`);
  form('(nick)', (nick, text) => `(${nick}) ${text}`);
  form('a coloured nick', (nick, text) => `<\u000304,01${nick}\u000f> ${text}`);
  form('a bold name in colour', (nick, text) => `\u0002\u0003\u00034<${nick}>\u0003\u0002 ${text}`);
  form('a nick that pings nobody', (nick, text) => `<${nick[0]}\u200b${nick.slice(1)}> ${text}`);
  form('a nick between zero-width spaces', (nick, text) => `[\u200b${nick}\u200b] ${text}`);

  it('is no one who writes the nick of a bridge as others do, who mostly speak for themselves', () => {
    const bob = [
      ['bob', '<other_side>: #info the saw is back'],
      ['bob', '<other_side>: #info and sharp'],
    ] as const;
    const ann = [
      ['ann', '#startmeeting'],
      ['ann', '<other_side>: #topic Tools'],
      ['ann', 'hello'],
    ] as const;
    const texts = (...said: readonly (readonly [string, string])[]) => said.map(([nick, text]) => `${nick} ${text}`);
    assert.deepEqual(spoken(logOf(...ann, ...bob)), texts(...ann, ...bob));
    // Bridges carry several people.
    assert.deepEqual(spoken(logOf(...ann, ['gate', '<cid> hi'], ['gate', '<dan> hi'])).slice(-2), ['cid hi', 'dan hi']);
  });
  it('may repeat only one person', () => {
    const log = logOf(['relay', '<ann> hi'], ['cid', 'hi'], ['relay', '<ann> bye']);
    assert.deepEqual(spoken(log), ['ann hi', 'cid hi', 'ann bye']);
  });

  it('has places in the text as it is', () => {
    const log = logOf(['relay', '<\u000304a\u200bnn\u000f> \u0002hi'], ['relay', '<ann> x'], ['relay', '<ann> y']);
    const { nick, nickStart, nickEnd, textStart } = log.read(0);
    assert.deepEqual(
      [nick, log.text(0).slice(nickStart, nickEnd), log.text(0).slice(textStart)],
      ['ann', 'a\u200bnn', 'hi'],
    );
  });

  it('repeats actions', () => {
    const log = logOf(['relay', '<ann> hi'], ['relay', '<ann> x'], ['relay', '* ann waves'], ['relay', '<ann> y']);
    assert.deepInclude(log.read(2), { kind: 'action', nick: 'ann' });
  });

  it('says who joins, and a little else', () => {
    const log = logOf(
      ...Array.from({ length: 4 }, (_, index) => ['relay', `bob${index} has joined #tea`] as const),
      ...Array.from({ length: 10 }, () => ['relay', '<ann> hi'] as const),
      ...Array.from({ length: 5 }, (_, index) => ['relay', `Title: page ${index}`] as const),
    );
    assert.deepEqual([...(log.layout.relays ?? [])], [['relay', 'angle']]);
  });

  it('is named for the lines that it wrote', () => {
    const log = logOf(
      ['relay', '<ann> hi'],
      ['relay', '<ann> bye'],
      ['relay', '<ann> x'],
      ['relay', 'off'],
      ['cid', 'hi'],
    );
    const [block] = log.blocks;
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((row) => block?.relay(row)),
      ['relay', 'relay', 'relay', undefined, undefined],
    );
    assert.equal(relayOf(log.layout, log.text(0)), 'relay');
    assert.isUndefined(relayOf(logOf(['ann', 'hi']).layout, '10:00:00 <relay> <ann> hi'));
  });

  const none = (what: string, ...said: readonly (readonly [string, string])[]) =>
    it(`is no one ${what}`, () => assert.isUndefined(logOf(...said).layout.relays));

  none(
    'who quotes others',
    ['bob', '<ann> hi'],
    ['bob', '<zoe> ok'],
    ['bob', 'hello'],
    ['bob', 'so'],
    ['bob', '<ann> #agreed'],
  );
  none('who quotes people who are there', ['ann', 'hi'], ['bob', '<ann> hi'], ['bob', '<ann> #agreed bob pays']);
  none('who quotes once', ['ann', 'hi'], ['bob', '<zoe> hi']);
  none(
    'who addresses people',
    ['ann', 'hi'],
    ['cid', 'hi'],
    ['bob', 'ann: #topic x'],
    ['bob', 'cid: #topic y'],
    ['bob', 'ann: #info z'],
  );
  none(
    'who addresses a bot',
    ['bob', 'keeper: #startmeeting'],
    ['bob', 'keeper: #topic x'],
    ['bob', 'keeper: #endmeeting'],
  );
  none(
    'who addresses people who say nothing',
    ['bob', 'ann: hi'],
    ['bob', 'cid: hi'],
    ['bob', 'ann: so?'],
    ['bob', 'cid: bye'],
  );
  none(
    'who tells titles',
    ['matrixbot', 'Title: a'],
    ['matrixbot', 'Title: b'],
    ['matrixbot', 'Title: c'],
    ['matrixbot', 'Title: d'],
  );
  none(
    'who tells what happens elsewhere',
    ['hub', '[tea] ann pushed'],
    ['hub', '[tea] bob closed #12'],
    ['hub', '[cake] #3 is new'],
  );
  none('who writes lists', ['bob', '* one thing'], ['bob', '* two things'], ['bob', '* three things']);
});

describe('a nick', () => {
  it('has no codes or invisible characters, in whatever way its line is read', () => {
    const rows = ['<a\u200bnn> hi', '<\u200bann\u200b> hi', '<\u0002ann\u0002> hi', '* a\u200bnn waves', '<ann> hi'];
    const log = LogText.of(rows.map((row) => `10:00:00 ${row}\n`).join(''));
    for (const line of rows.keys()) assert.equal(log.read(line).nick, 'ann', rows[line]);
  });
});
