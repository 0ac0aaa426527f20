import type { Layout } from './layout.js';
import { angleHead } from './messageScanner.js';
import { actor, bareAngle, clock, isoTime, space, spaces, starred, wrapped } from './parts.js';
import { nick, noting, rule, skip, time } from './rule.js';
import { stampSource } from './stamp.js';
import { nextLine } from './wraps.js';

const matrixId = String.raw`@[^\s:>]{1,255}:[^\s>]{1,255}`;

/** Logs written by bots themselves. */
export const bots: readonly Layout[] = [
  {
    name: 'supybot',
    title: 'MeetBot, Supybot: 20:58:58 <nick> text',
    head: angleHead({ spaces: '1-2', prefixes: false, notes: true }),
    rules: [
      noting(rule('message', clock, spaces, ...bareAngle)),
      rule('event', clock, skip(String.raw` {1,2}\*\*\* `)),
      rule('event', clock, skip(' -!- ')),
      rule('known-event', clock, space, starred),
      rule('action', clock, skip(String.raw` {1,2}\* {1,2}`), ...actor),
      wrapped,
    ],
    samples: [
      ['20:58:58 <ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['20:58:58 * ann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['20:58 <ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['20:58  <ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['20:58:58 <ann o’neil> hello ', 'message', '20:58:58', 'ann o’neil', 'hello'],
      ['20:58:58 <ann>  #topic x', 'message', '20:58:58', 'ann', ' #topic x'],
      ['20:58:58 *** ann is now known as ann_', 'nick', '20:58:58', 'ann', 'ann_'],
      ['14:59 -!- ann is now known as ann_', 'nick', '14:59:00', 'ann', 'ann_'],
      ['20:58:58 * ann is now known as al', 'nick', '20:58:58', 'ann', 'al'],
      ['20:58:58 * ann has joined in', 'action', '20:58:58', 'ann', 'has joined in'],
      ['20:58:58 *** ann has quit IRC', 'quit', '20:58:58', 'ann', ' has quit IRC'],
      ['    and goes on here', 'continuation', undefined, '', 'and goes on here'],
      ['25:58:58 <ann> hello', 'other'],
      ['hello', 'other'],
      ['20:58:58 *** ann has joined #c', 'join', '20:58:58', 'ann', ' has joined #c'],
      ['20:58:58 <bob> bob has joined #c', 'join', '20:58:58', 'bob', ' has joined #c'],
      ['20:58:58 <bob> bob has left #c', 'part', '20:58:58', 'bob', ' has left #c'],
    ],
  },
  {
    name: 'limnoria',
    title: 'Limnoria, Supybot ChannelLogger: 2031-03-14T20:58:58  <nick> text',
    rules: [
      rule('message', isoTime, spaces, ...bareAngle),
      rule('event', isoTime, skip(String.raw` {1,2}\*\*\* `)),
      rule('known-event', isoTime, spaces, starred),
      rule('action', isoTime, skip(String.raw` {1,2}\* `), ...actor),
      wrapped,
    ],
    samples: [
      ['2031-03-14T20:58:58  <ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['2031-03-14T20:58:58  * ann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['2031-03-14T20:58:58  *** ann is now known as al', 'nick', '20:58:58', 'ann', 'al'],
      ['2031-03-14T20:58:58  *** ann sets mode: +o bob', 'mode', '20:58:58', 'ann', ' sets mode: +o bob'],
      ['2031-03-14T20:58:58', 'other'],
      [
        '2031-03-14T20:58:58  *** ann (~ann@host) has joined #c',
        'join',
        '20:58:58',
        'ann',
        ' (~ann@host) has joined #c',
      ],
    ],
  },
  {
    name: 'matrix',
    title: 'maubot, Matrix: 2031-03-14 20:58:58 <@nick:host> text',
    rules: [
      rule('message', isoTime, skip(' <'), nick(matrixId), skip('> ?')),
      rule(
        'message',
        skip(String.raw`[\[(]?`),
        time(stampSource),
        skip(String.raw`[\])]? <`),
        nick(matrixId),
        skip('> ?'),
      ),
      rule(
        'action',
        skip(String.raw`[\[(]?`),
        time(stampSource),
        skip(String.raw`[\])]? {1,2}\* `),
        nick(matrixId),
        space,
      ),
      wrapped,
      nextLine,
    ],
    samples: [
      ['2031-03-14 20:58:58 <@ann:host.org> !topic x', 'message', '20:58:58', '@ann:host.org', '!topic x'],
      ['[20:58:58] <@ann:host.org> hello', 'message', '20:58:58', '@ann:host.org', 'hello'],
      ['[20:58:58] * @ann:host.org waves', 'action', '20:58:58', '@ann:host.org', 'waves'],
      ['2031-03-14 20:58:58 <@ann> x', 'other'],
      ['2031-03-14 20:58:58 <@ann:host.org> ', 'message', '20:58:58', '@ann:host.org', ''],
      ['and the next line', 'continuation', undefined, '', 'and the next line'],
      ['- or a list', 'continuation', undefined, '', '- or a list'],
      ['2031-03-14 20:58:58 <ann> x', 'other'],
      ['#info is a command', 'other'],
    ],
  },
];
