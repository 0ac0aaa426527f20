import type { Layout } from './layout.js';
import { actor, angle, aroundDays, wrapped } from './parts.js';
import { type LinePart, type LineRule, nick, rule, skip, time } from './rule.js';
import { datedSource, stampSource } from './stamp.js';

/*
 * Layouts for logs that differ from those of well-known clients only by their stamps. They are tried after all others that have
 * times.
 */

// WhatsApp has a mark for the direction of writing before some lines.
const open = skip(String.raw`\u200e?[\[(]?`);
const close = String.raw`[\])]?`;

/** A rule for lines that start with a stamp, which may be in brackets. */
const after =
  (stamp: LinePart) =>
  (kind: LineRule['kind'], mark: string, ...parts: readonly LinePart[]) =>
    rule(kind, open, stamp, skip(close + mark), ...parts);

const at = after(time(stampSource));
const dated = after(time(datedSource));
const [angleOpen, angleNick] = angle;
/** A name as a chat program shows it: with spaces, but too short for most sentences. */
const name = String.raw`[^\s:<>|*\[(-][^:<>|]{0,47}`;
const word = String.raw`[^\s:<>|*\[(-][^\s:<>|]{0,47}`;
/** The name in an action: names of several words have capitals. */
const actorName = nick(String.raw`[A-Z]\S{0,31}(?: [A-Z][a-z]{1,31}){1,2}(?= )|[^\s*:]{1,64}`);

export const stamped: readonly Layout[] = [
  {
    name: 'stamped',
    title: 'Date or time in any form, <nick> text: [14-03-2031 20:58:58] <nick> text',
    isGeneral: true,
    rules: [
      at('message', String.raw`[ \t]{0,4}`, angleOpen, angleNick, skip(String.raw`>[ \t]?`)),
      at('known-event', String.raw`[ \t]{0,4}(?:\*{1,3}[ \t])?`),
      at('event', String.raw`[ \t]{0,4}(?:-!-|\*{3}|<?-{2,3}>?|<->|={1,3}|=!=|[→⇐←⇄ℹ⚙])[ \t]{1,3}`),
      at('action', String.raw`[ \t]{0,4}(?:\*|-\*-|[—•⚡])[ \t]{1,3}`, ...actor),
      // Konversation names the kind of event.
      at('event', String.raw`[ \t]{1,2}[A-Z][a-z]{2,14}\t`),
      at('notice', String.raw`[ \t]-`, nick(String.raw`[^\s:-][^\s:]{0,64}(?=- )`), skip('- ')),
      ...aroundDays,
      wrapped,
    ],
    samples: [
      ['[14-03-2031 20:58:58] <ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['[3/14/2031 8:58 PM] <@ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['[Friday 14 March 2031] [20:58:58] <ann>\thello', 'message', '20:58:58', 'ann', 'hello'],
      ['[Friday, March 14, 2031] [20:58:58 CET] <ann>\thello', 'message', '20:58:58', 'ann', 'hello'],
      ['[Fri Mar 14 20:58:58 2031] <ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['2031-03-14 20:58:58 +0100 <ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['20:58:58 <ann>\thello', 'message', '20:58:58', 'ann', 'hello'],
      ['20:58:58 *\tann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['20:58:58 ---\tann is now known as al', 'nick', '20:58:58', 'ann', 'al'],
      ['20:58:58 ---\tDisconnected ().', 'notice', '20:58:58', '', 'Disconnected ().'],
      ['[14-03-2031 20:58:58] * ann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['[14-03-2031 20:58:58] * bob has joined #c', 'join', '20:58:58', 'bob', ' has joined #c'],
      ['[14-03-2031 20:58:58] *** ann sets mode: +o bob', 'mode', '20:58:58', 'ann', ' sets mode: +o bob'],
      ['[14-03-2031 20:58:58] -nickserv- hello', 'notice', '20:58:58', 'nickserv', 'hello'],
      ['[Friday 14 March 2031] [20:58:58] Nick\tann is now known as al.', 'nick', '20:58:58', 'ann', 'al'],
      ['[Friday 14 March 2031] [20:58:58] Info\tThe topic', 'notice', '20:58:58', '', 'The topic'],
      ['*** on Fri Mar 14 20:58:58 2031', 'day', undefined, '', 'on Fri Mar 14 20:58:58 2031'],
      ['[14-03-2031] <ann> hello', 'other'],
    ],
  },
  {
    name: 'stamped-colon',
    title: 'Element, WhatsApp, Signal: 3/14/2031, 8:58:58 PM - nick: text',
    isGeneral: true,
    rules: [
      at('known-event', String.raw`(?: -)? \u200e?(?:\*{1,3} ?)?`),
      at('action', String.raw` (?:- \* |\*{1,3} ?)`, actorName, skip(' ')),
      at(
        'message',
        '(?: -)? ',
        nick(String.raw`[^\s:(][^:(]{0,60}(?= \(@[^\s:]+:[^\s)]+\): )`),
        skip(String.raw` \(\S+\): `),
      ),
      at('message', ' - ', nick(name), skip('(?:: |:$)')),
      at('message', ' ', nick(word), skip('(?:: |:$)')),
      dated('message', String.raw` \u200e?`, nick(name), skip('(?:: |:$)')),
      dated('event', String.raw` - \u200e?`),
      ...aroundDays,
      wrapped,
    ],
    samples: [
      ['3/14/2031, 8:58:58 PM - ann: hello', 'message', '20:58:58', 'ann', 'hello'],
      ['3/14/31, 8:58\u202fPM - Ann Lee: hello', 'message', '20:58:00', 'Ann Lee', 'hello'],
      ['Fri, Mar 14, 2031, 20:58:58 - ann: hello', 'message', '20:58:58', 'ann', 'hello'],
      ['Fri, Mar 14, 2031, 20:58:58 - ann (@ann:host.org): hello', 'message', '20:58:58', 'ann', 'hello'],
      ['Fr., 14. März 2031, 20:58:58 - ann: hello', 'message', '20:58:58', 'ann', 'hello'],
      ['[14/03/2031, 20:58:58] Ann Lee: hello', 'message', '20:58:58', 'Ann Lee', 'hello'],
      ['2031-03-14 20:58:58 - * ann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['2031-03-14 20:58:58 - * Ann Lee waves', 'action', '20:58:58', 'Ann Lee', 'waves'],
      ['2031-03-14 20:58:58 - bob joined the room', 'join', '20:58:58', 'bob', ' joined the room'],
      ['2031-03-14 20:58:58 - ann changed their display name to al', 'nick', '20:58:58', 'ann', 'al'],
      ['2031-03-14 20:58:58 - The room has a new picture', 'notice', '20:58:58', '', 'The room has a new picture'],
      ['20:58 - Ann Lee: hello', 'message', '20:58:00', 'Ann Lee', 'hello'],
      ['[3/14/2031 8:58:58 PM] ***ann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['20:58:58.123 ann: hello', 'message', '20:58:58', 'ann', 'hello'],
      ['20:58:58.123 Ann Lee: hello', 'other'],
    ],
  },
];
