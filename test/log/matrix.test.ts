import { assert } from 'chai';
import { layouts } from '../../server/src/log/layout.js';
import { LogText } from '../../server/src/log/logText.js';
import { meetingLog } from '../../server/src/meeting/meetingLog.js';
import { minutesOf } from '../../server/src/minutes/fromMeeting.js';

/** What is said in a meeting, whatever writes it down; seconds since 10:00, the afternoon on a clock of twelve hours. */
type Said = readonly [seconds: number, kind: 'message' | 'action' | 'join' | 'nick', nick: string, text: string];

const meeting: readonly Said[] = [
  [1, 'message', 'ann', 'hello all'],
  [2, 'message', 'ann', '#startmeeting The garden'],
  [3, 'join', 'eve', ''],
  [64, 'message', 'bob_', 'here'],
  [65, 'action', 'cleo', 'waves from the bus'],
  [70, 'message', 'ann', '#chair bob_'],
  [130, 'message', 'ann', '#topic Seeds'],
  [131, 'message', 'bob_', '#agreed tomatoes: yes'],
  [190, 'message', 'cleo', 'http://seeds.example/ has them'],
  [191, 'nick', 'bob_', 'bob'],
  [250, 'message', 'bob', '#topic Water'],
  [251, 'message', 'cleo', '#action ann asks the neighbours'],
  [252, 'message', 'cleo', '#topic not mine to set'],
  [310, 'message', 'ann', '#endmeeting'],
  [311, 'message', 'ann', 'bye'],
];

const two = (value: number) => String(value).padStart(2, '0');
const hms = (at: number) => `10:${two(Math.floor(at / 60))}:${two(at % 60)}`;
const hm = (at: number) => hms(at).slice(0, 5);

/** How a layout writes each kind of line; an event that it does not record is nothing. */
type Writing = (seconds: number, kind: Said[1], nick: string, text: string) => string | undefined;

/** A layout by what stands before a line, around a nick, and before the other kinds. */
const marks =
  (stamp: (at: number) => string, message: string, action: string, join?: string, nick = join): Writing =>
  (at, kind, who, text) => {
    const place = (mark: string) => stamp(at) + mark.replace('NICK', who);
    if (kind === 'message') return place(message) + text;
    if (kind === 'action') return place(action) + text;
    if (kind === 'join')
      return join === undefined ? undefined : `${place(join)}${who} (~${who}@host) has joined #garden`;
    return nick === undefined ? undefined : `${place(nick)}${who} is now known as ${text}`;
  };

const iso = (at: number) => `2031-03-14 ${hms(at)}`;
const colonEvents = marks(hm, ' NICK: ', ' NICK ', ' ', ' ');

const writings: Readonly<Record<string, Writing>> = {
  supybot: marks(hms, ' <NICK> ', ' * NICK ', ' *** '),
  limnoria: marks((at) => iso(at).replace(' ', 'T'), '  <NICK> ', '  * NICK ', '  *** '),
  matrix: (at, kind, who, text) =>
    kind === 'message'
      ? `${iso(at)} <@${who}:host.org> ${text.replace('#chair bob_', '#chair @bob_:host.org')}`
      : undefined,
  irssi: marks(hm, ' < NICK> ', '  * NICK ', ' -!- '),
  'irssi-iso': marks((at) => `${iso(at).replace(' ', 'T')}Z`, ' <NICK> ', '  * NICK ', ' -!- '),
  'irssi-channel': marks(hm, ' #garden: < NICK> ', ' #garden:  * NICK ', ' -!- '),
  ampm: marks((at) => `${hm(at)} AM`, ' <NICK> ', '  * NICK ', ' -!- '),
  'ampm-paren': marks((at) => `${hm(at)} am`, ' (NICK) ', ' * NICK '),
  lightning: marks(hm, ' <NICK> ', ' ⚡ NICK ', ' ℹ  '),
  pipe: (at, kind, who, text) => {
    const gutter = (mark: string, rest: string) => `${hms(at)} ${mark.padStart(14)} | ${rest}`;
    if (kind === 'message') return gutter(who, text);
    if (kind === 'action') return gutter('*', `${who} ${text}`);
    return kind === 'join'
      ? gutter('-->', `${who} (${who}@h) has joined #c`)
      : gutter('--', `${who} is now known as ${text}`);
  },
  bip: marks((at) => `14-03-2031 ${hms(at)}`, ' < NICK!~n@host: ', ' < * NICK!~n@host ', ' -!- '),
  mirc: marks((at) => `[${hms(at)}]`, ' <NICK> ', ' * NICK ', ' * '),
  ubuntu: (at, kind, who, text) =>
    kind === 'nick'
      ? `=== ${who} is now known as ${text}`
      : marks((one) => `[${hm(one)}]`, ' <NICK> ', '  * NICK ')(at, kind, who, text),
  quassel: marks((at) => `[${hms(at)}]`, ' <@NICK> ', ' -*- NICK ', ' --> ', ' <-> '),
  qwebirc: marks((at) => `[${hm(at)}]`, ' <NICK> ', ' * NICK ', ' == '),
  irccloud: marks((at) => `[${iso(at)}]`, ' <NICK> ', ' — NICK ', ' → '),
  textual: marks((at) => `[${iso(at).replace(' ', 'T')}+0000]`, ' <NICK> ', ' • NICK: ', ' '),
  dircproxy: marks((at) => `[14 Mar ${hm(at)}]`, ' <NICK!n=n@host> +', ' * NICK ', ' --> '),
  weechat: marks(iso, '\tNICK\t', '\t *\tNICK ', '\t-->\t', '\t--\t'),
  hexchat: marks((at) => `Mar 14 ${hms(at)}`, ' <NICK>\t', ' *\tNICK ', ' *\t'),
  'iso-tab': marks((at) => `[${iso(at).replace(' ', 'T')}.530Z]`, '\t<NICK>\t', '\t*\tNICK ', '\t*\t'),
  weekday: marks((at) => `[Fri ${hms(at)}]`, ' <NICK>\t', ' *\tNICK ', ' *\t'),
  xchat: marks(() => '', '<NICK>\t', '*\tNICK ', '-->\t', '---\t'),
  asfbot: marks(hms, ' [NICK]: ', ' [NICK]: '),
  colon: colonEvents,
  'bracket-colon': marks((at) => `[${hm(at)}]`, ' NICK: ', ' * NICK ', ' '),
  pidgin: marks((at) => `(${hms(at)} AM)`, ' NICK: ', ' ***NICK ', ' '),
  zoom: marks(hms, '\t From NICK : ', '\t From NICK : '),
  'nick-only': marks(() => '', '<NICK> ', '* NICK ', '* '),
  slack: (at, kind, who, text) =>
    kind === 'message' || kind === 'action' ? `${who} [${hm(at)} AM]\n${text}\n` : undefined,
  'irssi-block': marks(() => '', '<@NICK>\n', ' * NICK ', '-!- '),
  jitsi: (at, kind, who, text) => (kind === 'message' || kind === 'action' ? `${who}\n${text}\n${hm(at)}` : undefined),
};
/** Layouts with headings need times among their lines. */
const withTimes: Readonly<Record<string, (at: number) => string>> = { 'irssi-block': (at) => `${hm(at)}\n` };

describe('one meeting in every layout', () => {
  for (const { name } of layouts) {
    it(`is the same in ${name}`, () => {
      const write = writings[name];
      assert.isDefined(write, `how does ${name} write?`);
      const rows = meeting.flatMap(([at, kind, who, text]) => {
        const row = write?.(at, kind, who, text);
        return row === undefined ? [] : [`${withTimes[name]?.(at) ?? ''}${row}`];
      });
      const log = meetingLog(LogText.of(`${rows.join('\n')}\n`), 'garden.log');
      assert.equal(log.text.layout.name, name);
      assert.equal(log.text.confidence, 1);
      const [held, ...others] = log.meetings;
      if (!held) throw new Error('there is no meeting');
      assert.isEmpty(others);
      check(name, minutesOf(log, held, { asLogged: true }), rows.join('\n').includes('is now known as'));
    });
  }
});

/** The meeting must be the one that was held, as far as a layout can tell. */
function check(name: string, minutes: ReturnType<typeof minutesOf>, knowsNicks: boolean): void {
  const id = (nick: string) => (name === 'matrix' ? `@${nick}:host.org` : nick);
  const found = [...minutes.items, ...minutes.topics.flatMap((topic) => [topic, ...topic.items])];
  // Without the change of nick, bob is nobody's chair.
  const topic = knowsNicks ? [`TOPIC Water ${id('bob')}`] : [];
  assert.deepEqual(
    found.map(({ type, text, nick }) => `${type} ${text} ${nick}`),
    [
      `TOPIC Seeds ${id('ann')}`,
      `AGREED tomatoes: yes ${id('bob_')}`,
      `LINK http://seeds.example/ has them ${id('cleo')}`,
      ...topic,
      `ACTION ann asks the neighbours ${id('cleo')}`,
    ],
  );
  assert.equal(minutes.owner, id('ann'));
  assert.equal(minutes.title, '#garden: The garden');
  const lines = (nick: string) => minutes.people.find((person) => person.nick === id(nick))?.lines;
  assert.equal(lines('ann'), 4);
  assert.equal(lines('bob_'), 2);
  assert.isUndefined(lines('eve'));
  if (minutes.start.time === null) return;
  assert.equal(minutes.start.time.slice(0, 5), '10:00');
  assert.equal(minutes.end?.time?.slice(0, 5), '10:05');
}
