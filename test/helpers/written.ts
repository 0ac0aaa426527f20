import type { Layout } from '../../server/src/log/layouts/layout.js';

/* How each layout writes events in a chat: one test writes the same meeting in all of them, others edit logs in each. */

/**
 * An event in a chat, independent of the layout; seconds since 10:00, in the morning on a 12-hour clock. For a change of nick,
 * the text is the new nick.
 */
export type Said = readonly [seconds: number, kind: 'message' | 'action' | 'join' | 'nick', nick: string, text: string];

const two = (value: number) => String(value).padStart(2, '0');
const hms = (at: number) => `10:${two(Math.floor(at / 60))}:${two(at % 60)}`;
const hm = (at: number) => hms(at).slice(0, 5);

/** How a layout writes each kind of line; undefined for events that it does not record. */
type Writing = (seconds: number, kind: Said[1], nick: string, text: string) => string | undefined;

/** A layout, given what precedes a line, surrounds a nick, and precedes the other kinds. */
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
      ? gutter('-->', `${who} (${who}@h) has joined #garden`)
      : gutter('--', `${who} is now known as ${text}`);
  },
  bip: marks((at) => `14-03-2031 ${hms(at)}`, ' < NICK!~n@host: ', ' < * NICK!~n@host ', ' -!- '),
  tiarra: (at, kind, who, text) => {
    if (kind === 'nick') return `${hms(at)} ${who} -> ${text}`;
    if (kind === 'join') return `${hms(at)} + ${who} (${who}!~x@host) to #garden@net`;
    return marks(hms, who === 'ann' ? ' >NICK< ' : ' <NICK> ', ' * NICK ')(at, kind, who, text);
  },
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
  stamped: marks((at) => `[14-03-2031 ${hms(at)}]`, ' <NICK> ', ' * NICK ', ' * '),
  'stamped-colon': marks((at) => `3/14/2031, ${hms(at)} AM -`, ' NICK: ', ' * NICK ', ' ', ' '),
  slack: (at, kind, who, text) =>
    kind === 'message' || kind === 'action' ? `${who} [${hm(at)} AM]\n${text}\n` : undefined,
  'irssi-block': marks(() => '', '<@NICK>\n', ' * NICK ', '-!- '),
  'irccloud-copy': (at, kind, who, text) => {
    const time = `${hm(at)} AM`;
    if (kind === 'message') return `${time} \n<•${who}> ${who} Lee \n${text}`;
    if (kind === 'nick') return `${time} ${who} → ${text}`;
    return kind === 'action' ? `${time} — ${who} ${text}` : `${time} → ${who} joined (${who}@host)`;
  },
  jitsi: (at, kind, who, text) => (kind === 'message' || kind === 'action' ? `${who}\n${text}\n${hm(at)}` : undefined),
};
/** Layouts with headings need times among their lines. */
const withTimes: Readonly<Record<string, (at: number) => string>> = { 'irssi-block': (at) => `${hm(at)}\n` };

/**
 * The lines of a log, without the last line end, leaving out events that its layout does not record. Throws for a layout that is
 * not in the table.
 */
export function written({ name }: Layout, [at, kind, who, text]: Said): string | undefined {
  // What is learnt is only added to here.
  const write = writings[name === 'learnt' ? 'supybot' : name];
  if (!write) throw new Error(`how does ${name} write?`);
  const rows = write(at, kind, who, text);
  return rows === undefined ? undefined : `${withTimes[name]?.(at) ?? ''}${rows}`;
}
