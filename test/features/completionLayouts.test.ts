import { assert } from 'chai';
import { layouts } from '../../server/src/log/layouts/layouts.js';
import { LogText } from '../../server/src/log/text/logText.js';
import { type MeetingLog, meetingLog } from '../../server/src/meeting/meetingLog.js';
import { accepted, completionsIn, labelsOf } from '../helpers/completions.js';
import { damages } from '../helpers/damages.js';
import { eventIn, nickIn } from '../helpers/events.js';

/* Completion is the same in every layout, in layouts that are learnt, and in logs with damage. */

const meeting: readonly (readonly [nick: string, text: string])[] = [
  ['ann', 'hello all'],
  ['ann', '#startmeeting The garden'],
  ['bob', 'here'],
  ['cleo', 'hi all'],
  ['ann', '#chair bob'],
  ['ann', '#topic Seeds'],
  ['bob', 'tomatoes, yes'],
  ['cleo', 'so so'],
  ['bob', '#top'],
  ['cleo', 'well'],
  ['ann', '#endmeeting'],
  ['ann', 'bye'],
];

type Write = (nick: string, at: number, text: string) => string;

function textBy(write: Write): string {
  return `${meeting.map(([nick, text], index) => write(nick, index * 7 + 60, text)).join('\n')}\n`;
}

function logOf(text: string): MeetingLog {
  return meetingLog(LogText.of(text), 'garden.log');
}

/** The last line with a word, and the offset behind it. */
function find(text: string, what: string): [line: number, character: number, row: string] {
  const rows = text.split('\n');
  const line = rows.findLastIndex((row) => row.includes(what) && !row.includes(`${what}ic`));
  const row = rows[line] ?? '';
  return [line, row.indexOf(what) + what.length, row];
}

/** The command that is typed is completed, and so is whom it may be about. */
function checkCommands(text: string, read: (row: string) => string = (row) => row): void {
  const [line, character, row] = find(text, '#top');
  const [topic, ...others] = completionsIn(logOf(text), line, character);
  assert.equal(topic?.label, '#topic', text);
  if (!topic) return;
  const plain = read(row);
  const at = plain.indexOf('#top');
  assert.equal(read(accepted(row, topic)).trimEnd(), `${plain.slice(0, at)}#topic${plain.slice(at + 4)}`.trimEnd());
  assert.includeMembers(labelsOf(others), ['#info', '#undo']);
  assert.notInclude(labelsOf(others), '#startmeeting');
}

/** A new line is as the log writes it: read as said by those present, who spoke last first. */
function checkHeads(text: string, nicks: readonly string[]): void {
  const [line] = find(text, 'well');
  const rows = text.split('\n');
  const cut = [...rows.slice(0, line), '', ...rows.slice(line)].join('\n');
  const heads = labelsOf(completionsIn(logOf(cut), line, 0));
  const read = heads.map((head) => {
    const filled = [...rows.slice(0, line), `${head}some words`, ...rows.slice(line)].join('\n');
    const log = logOf(filled);
    const { kind, nick, textStart } = log.text.read(line);
    assert.deepEqual([kind, log.text.text(line).slice(textStart)], ['message', 'some words'], head);
    if (log.text.time(line - 1) !== undefined) assert.equal(log.text.time(line), log.text.time(line - 1), head);
    return nick;
  });
  assert.deepEqual(read, nicks, text);
}

describe('completion in every layout', () => {
  /** Layouts whose lines have no one's name. */
  const headed = new Set(['slack', 'irssi-block', 'irccloud-copy', 'jitsi']);

  for (const layout of layouts) {
    const id = (nick: string) => nickIn(layout, nick);
    const write: Write = (nick, at, text) => eventIn(layout, [at, 'message', nick, text]) ?? '';
    it(`completes commands in ${layout.name}`, () => checkCommands(textBy(write)));
    if (headed.has(layout.name)) continue;
    it(`begins lines in ${layout.name}`, () => checkHeads(textBy(write), ['bob', 'cleo', 'ann'].map(id)));
  }

  const two = (value: number) => String(value).padStart(2, '0');
  const clock = (at: number) => `20:${two(Math.floor(at / 60))}:${two(at % 60)}`;
  const learnt: Readonly<Record<string, Write>> = {
    'a bar behind the brackets': (nick, at, text) => `${clock(at)} <@ ${nick}> | ${text}`,
    'a Finnish time': (nick, at, text) => `14.3.2031 klo ${clock(at).replaceAll(':', '.')} - ${nick}: ${text}`,
    'a channel before the time': (nick, at, text) => `#lamps ${clock(at)} <${nick}> ${text}`,
    'columns with a bar': (nick, at, text) => `${clock(at)} ${nick.padStart(8)} | ${text}`,
  };
  for (const [name, write] of Object.entries(learnt)) {
    it(`completes commands and begins lines in a layout that is learnt: ${name}`, () => {
      checkCommands(textBy(write));
      checkHeads(textBy(write), ['bob', 'cleo', 'ann']);
    });
  }
});

describe('completion in a damaged log', () => {
  const write: Write = (nick, at, text) => `20:${String(at).padStart(3, '0').slice(0, 2)}:00 <${nick}> ${text}`;
  for (const { name, apply, undo } of damages) {
    it(`replaces what is typed: ${name}`, () => {
      const { rows } = apply(textBy(write).trimEnd().split('\n'));
      checkCommands(`${rows.join('\n')}\n`, (row) => undo(row, true));
    });
  }
  it('does not take a line that is left out for an empty one', () => {
    const context = damages.find((damage) => damage.name === 'a diff with context');
    const rows = context?.apply(textBy(write).trimEnd().split('\n')).rows ?? [];
    const line = rows.findIndex((row) => row.startsWith('-1'));
    assert.isAtLeast(line, 0);
    assert.isEmpty(completionsIn(logOf(`${rows.join('\n')}\n`), line, 3));
  });
  it('keeps what is before an empty line', () => {
    const text = textBy(write).replaceAll(/^(?=.)/gm, '> ');
    const [line] = find(text, 'well');
    const rows = text.split('\n');
    for (const empty of ['> ', '']) {
      const log = logOf([...rows.slice(0, line), empty, ...rows.slice(line)].join('\n'));
      const [head] = completionsIn(log, line, empty.length);
      assert.equal(head && accepted(empty, head), '> 20:11:00 <bob> ');
    }
  });
});
