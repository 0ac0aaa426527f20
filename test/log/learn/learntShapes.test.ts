import { assert } from 'chai';
import { LogText } from '../../../server/src/log/text/logText.js';
import { isMeetingLog } from '../../../server/src/meeting/isMeetingLog.js';
import { logOf, minutesOfText } from '../../helpers/logs.js';

/* One meeting in layouts that no table lists; a few are read by known layouts as well. */

/** Who says what, and how many seconds after 20:58 on 14 March 2031. */
const said: readonly (readonly [seconds: number, nick: string, text: string])[] = [
  [3, 'wren', 'morning all'],
  [10, 'rook', '#startmeeting Lantern club'],
  [20, 'rook', '#topic Lamp oil'],
  [25, 'wren', '#info 40 litres left'],
  [40, 'rook', '#action jay to ask the shop'],
  [75, 'jay', 'https://oil.example.org/list prices'],
  [130, 'rook', '#topic Night walk'],
  [135, 'wren', '#idea walk by the river'],
  [140, 'jay', 'and the dog?'],
  [190, 'rook', '#endmeeting'],
];

/** A line, or several, of someone at a time; `full` is a name of two words. */
type Shape = (nick: string, at: Date, text: string, full: string) => string;

const two = (value: number) => String(value).padStart(2, '0');
const hm = (at: Date) => at.toISOString().slice(11, 16);
const hms = (at: Date) => at.toISOString().slice(11, 19);
const h12 = (at: Date) => `${at.getUTCHours() - 12}:${two(at.getUTCMinutes())} PM`;
const since = (at: Date, more = 0) =>
  new Date(at.getTime() - Date.UTC(2031, 2, 14, 20, 58) + more).toISOString().slice(11, 19);

const shapes: Readonly<Record<string, Shape>> = {
  'a bar behind the brackets': (nick, at, text) => `${hm(at)} <@ ${nick}> | ${text}`,
  'a role behind the name': (_, at, text, full) => `[${hm(at)}] [${full} : VIEWER]: ${text}`,
  'words around the name': (_, at, text, full) => `${hms(at)} From  ${full}  to  Everyone : ${text}`,
  'seconds since 1970': (nick, at, text) => `${at.getTime() / 1000} ${nick}: ${text}`,
  'milliseconds since 1970': (nick, at, text) => `${at.getTime()}\t${nick}\t${text}`,
  'a Finnish time': (nick, at, text) => `14.3.2031 klo ${hms(at).replaceAll(':', '.')} - ${nick}: ${text}`,
  'a Russian date': (nick, at, text) => `14 марта 2031 г., ${hms(at)} - ${nick}: ${text}`,
  'a Japanese date': (nick, at, text) => `2031年3月14日 ${hms(at)} - ${nick}: ${text}`,
  'a date behind the time': (nick, at, text) => `${hms(at)} 14.03.2031 <${nick}> ${text}`,
  'a channel before the time': (nick, at, text) => `#lamps ${hms(at)} <${nick}> ${text}`,
  'a program before the name': (nick, at, text) => `Mar 14 ${hms(at)} irc #lamps: <${nick}> ${text}`,
  'columns with a bar': (nick, at, text) => `${hms(at)} ${nick.padStart(8)} | ${text}`,
  'columns of blanks': (nick, at, text) => `${hm(at)} ${nick.padStart(12)}  ${text}`,
  'quotation marks of French': (nick, at, text) => `${hm(at)} « ${nick} » ${text}`,
  'a time behind the name': (nick, at, text) => `${nick} (${hms(at)}): ${text}`,
  'a time within the brackets': (nick, at, text) => `<${nick} ${hm(at)}> ${text}`,
  'no time': (_, __, text, full) => `${full}: ${text}`,
  'bold names in a list': (nick, _, text) => `- **${nick}**: ${text}`,
  'a time at the right margin': (nick, at, text) => `${`<${nick}> ${text}`.padEnd(70)}[${hm(at)}]`,
  'a head of name and stamp': (_, at, text, full) => `${full}, [14.03.2031 ${hm(at)}]\n${text}\n`,
  'a head of name, dash and stamp': (nick, at, text) => `${nick} — Today at ${h12(at)}\n${text}\n`,
  'a head of stamp and name': (nick, at, text) => `[3/14/2031 ${h12(at)}] ${nick}\n${text}\n`,
  'a head with a number behind the name': (_, at, text, full) => `2031-03-14 ${hms(at)} ${full}(123456)\n${text}\n`,
  'a head with an address': (nick, at, text, full) =>
    `${full} <${nick}@example.org> 2031-03-14 ${hm(at)}\n    ${text}\n`,
  'a head with a handle': (nick, at, text, full) => `${full} @${nick} Mar 14 ${hm(at)}\n${text}`,
  'a head of a name': (_, __, text, full) => `${full}:\n${text}\n`,
  'a name, and the time below': (_, at, text, full) => `${full}\n  ${h12(at)}\n${text}`,
  'a name twice, and the time below': (nick, at, text) => `${nick}\n${nick}\n${h12(at)}\n${text}\n`,
  'a name, a dash and a time in lines': (nick, at, text) => `${nick}\n — \n${h12(at)}\n${text}`,
  'a time, and the name below': (_, at, text, full) => `${hm(at)}\n${full}\n${text}\n`,
  'the time below the text': (_, at, text, full) => `${full}\n${text}\nMar 14, 2031, ${h12(at)}\n`,
  'fields of a mail': (_, at, text, full) =>
    `From: ${full} (+100)\nType: incoming\nSent: Fri, 14 Mar 2031 ${hms(at)} +0000\n\n${text}\n`,
  'cues of WebVTT': (_, at, text, full) => `${since(at)}.000 --> ${since(at, 2000)}.000\n<v ${full}>${text}</v>\n`,
  'cues of SBV': (_, at, text, full) => `${since(at)}.000,${since(at, 2000)}.000\n${full}: ${text}\n`,
};

const names: Readonly<Record<string, string>> = { wren: 'Wren Hill', rook: 'Rook Marsh', jay: 'Jay Lake' };

function logIn(shape: Shape): string {
  const rows = said.map(([seconds, nick, text]) =>
    shape(nick, new Date(Date.UTC(2031, 2, 14, 20, 58, seconds)), text, names[nick] ?? ''),
  );
  return `${rows.join('\n')}\n`;
}

describe('a learnt layout', () => {
  for (const [about, shape] of Object.entries(shapes)) {
    it(`has ${about}`, () => {
      const text = logIn(shape);
      assert.isTrue(isMeetingLog(text), text);
      const minutes = minutesOfText(text, 'lamps.log');
      const nickOf = (name: string) => Object.keys(names).find((nick) => nick === name || names[nick] === name) ?? name;
      assert.equal(nickOf(minutes.owner ?? ''), 'rook');
      assert.deepEqual(
        minutes.topics.map((topic) => topic.text),
        ['Lamp oil', 'Night walk'],
      );
      assert.sameMembers(
        minutes.people.map(({ nick }) => nickOf(nick)),
        ['rook', 'wren', 'jay'],
      );
    });
  }

  it('has a title that says what was found', () => {
    const check = (about: string, title: string) =>
      assert.equal(logOf(logIn(shapes[about] as Shape)).text.layout.title, title);
    check('a Russian date', 'As found: date, time, name, colon');
    check('a head of name and stamp', 'As found: name, date, time, brackets, above the text');
    check('cues of SBV', 'As found: time, name, colon, as in subtitles');
  });
});

describe('a log that a known layout reads', () => {
  it('is not learnt from if it hides a command or two within what is said', () => {
    const talk = Array.from({ length: 20 }, (_, minute) => `10:${two(minute)}:00 <ann> well\n`).join('');
    const { layout } = logOf(`10:00:00 <eve> <ann> #topic tea\n${talk}`).text;
    assert.equal(layout.name, 'supybot');
  });
});

describe('an edited log with names above times', () => {
  const log = LogText.of(
    Array.from(
      { length: 300 },
      (_, index) => `${index % 2 ? 'Ann Lee' : 'Bob'}\n  8:${two(index % 60)} PM\n#info ${index}\n`,
    ).join(''),
  );
  const lines = (text: LogText) => Array.from({ length: text.lineCount }, (_, line) => text.read(line));

  it('is in blocks, and learnt', () => {
    assert.isAbove(log.blocks.length, 2);
    assert.equal(log.layout.name, 'learnt');
  });
  it('equals a newly read one where the lines that show what a line is are in the next block', () => {
    for (const start of log.starts.slice(1)) {
      for (const line of [start - 2, start - 1, start, start + 1]) {
        for (const text of ['', '  9:59 PM\n', 'Cleo\n']) {
          const edited = log.replace({ line, character: 0 }, { line: line + 1, character: 0 }, text);
          assert.deepEqual(lines(edited), lines(LogText.of(edited.toString(), log.layout)), `${line} ${text}`);
        }
      }
    }
  });
});
