import type { Layout } from './layout.js';
import { aroundDays, clock, prefixes, space, wrapped } from './parts.js';
import { nick, noting, rule, skip, time } from './rule.js';
import { stampSource, zoneNames } from './stamp.js';

const word = String.raw`[^\s:：<>*|]{1,64}`;
const ircNick = String.raw`(?!(?:[AaPp][Mm]|${zoneNames}) )[A-Za-z[\]\\\`_^{|}][\w[\]\\\`^{|}-]{0,31}`;
const pidginStamp = time(stampSource);
const bracketTime = time(String.raw`(?:\d{4}-\d{2}-\d{2} )?\d{1,2}:{1,2}\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?(?=\])`);
/** A name as a chat program shows it: with spaces, but too short for most sentences. */
const name = String.raw`[^\s:<*-][^:]{0,47}`;

/** Logs that mark nicks with a colon, or otherwise without angle brackets. */
export const colon: readonly Layout[] = [
  {
    name: 'asfbot',
    title: 'ASFBot: 20:58:58 [nick]: text',
    rules: [
      rule('message', clock, skip(String.raw` \[`), nick(String.raw`[^\]]{1,64}`), skip(String.raw`\]: ?`)),
      // Mail programs wrap its lines without indenting them; a line that starts with # is a topic.
      rule('continuation', skip(String.raw`(?=[^#\s])`)),
    ],
    samples: [['20:58:58 [ann]: hello', 'message', '20:58:58', 'ann', 'hello']],
  },
  {
    name: 'colon',
    title: '20:58 nick: text',
    rules: [
      rule('known-event', clock, space),
      rule('message', clock, space, skip(prefixes), nick(word), skip('(?:: |：|:$)')),
      rule('message', clock, nick(String.raw`[^\s:：\d]${word}`), skip('：')),
      // Only its form distinguishes a nick from the first word of a sentence.
      rule('action', clock, space, nick(ircNick), space),
      wrapped,
    ],
    samples: [
      ['20:58 ann: hello', 'message', '20:58:00', 'ann', 'hello'],
      ['20:58:58 ann: hello', 'message', '20:58:58', 'ann', 'hello'],
      ['20:58 ann：hello', 'message', '20:58:00', 'ann', 'hello'],
      ['20:58ann：hello', 'message', '20:58:00', 'ann', 'hello'],
      ['20:58 ann shuts up', 'action', '20:58:00', 'ann', 'shuts up'],
      ['20:58 ChanServ has changed mode: -o ann', 'mode', '20:58:00', 'ChanServ', ' has changed mode: -o ann'],
      ['20:58 bob (b@h) has joined #c', 'join', '20:58:00', 'bob', ' (b@h) has joined #c'],
      ['20:58 ann is now known as al', 'nick', '20:58:00', 'ann', 'al'],
    ],
  },
  {
    name: 'bracket-colon',
    title: '[20:58] nick: text',
    rules: [
      rule('known-event', skip(String.raw`\[`), bracketTime, skip(String.raw`\] (?:\*{1,3} |-!- )?`)),
      rule(
        'message',
        skip(String.raw`\[`),
        bracketTime,
        skip(String.raw`\] `),
        nick(String.raw`[^\s:]{1,64}`),
        skip(': ?'),
      ),
      rule('action', skip(String.raw`\[`), bracketTime, skip(String.raw`\] \*{1,3} ?`), nick(word), space),
      wrapped,
    ],
    samples: [
      ['[20:58] ann: hello', 'message', '20:58:00', 'ann', 'hello'],
      ['[4:30pm] ann: hello', 'message', '16:30:00', 'ann', 'hello'],
      ['[2031-03-14 20::58:58] ann: hello', 'message', '20:58:58', 'ann', 'hello'],
      ['[2031-03-14 20:58:58] ann: hello', 'message', '20:58:58', 'ann', 'hello'],
      ['[20:58] * ann waves', 'action', '20:58:00', 'ann', 'waves'],
      ['[20:58] bob (b@h) has joined #c', 'join', '20:58:00', 'bob', ' (b@h) has joined #c'],
      ['[20:58] ann is now known as al', 'nick', '20:58:00', 'ann', 'al'],
    ],
  },
  {
    name: 'pidgin',
    title: 'Pidgin: (08:58:58 PM) nick: text',
    rules: [
      rule('known-event', skip(String.raw`\(`), pidginStamp, skip(String.raw`\) (?:\*{1,3} ?)?`)),
      rule(
        'action',
        skip(String.raw`\(`),
        pidginStamp,
        skip(String.raw`\) \*{1,3} ?`),
        nick(String.raw`[^\s*]\S{0,63}`),
        space,
      ),
      rule('message', skip(String.raw`\(`), pidginStamp, skip(String.raw`\) `), nick(name), skip(': ?')),
      rule('event', skip(String.raw`\(`), pidginStamp, skip(String.raw`\) `)),
      ...aroundDays,
      wrapped,
    ],
    samples: [
      ['(08:58:58 PM) ann: hello', 'message', '20:58:58', 'ann', 'hello'],
      ['(20:58:58) Ann Lee: hello', 'message', '20:58:58', 'Ann Lee', 'hello'],
      ['(08:58:58 PM) ***ann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['(08:58:58 PM) ann has changed the topic to: x', 'topic', '20:58:58', 'ann', ' has changed the topic to: x'],
      ['(08:58:58 PM) bob [b@host] entered the room.', 'notice', '20:58:58', '', 'bob [b@host] entered the room.'],
      ['(08:58:58 PM) bob has joined the room', 'join', '20:58:58', 'bob', ' has joined the room'],
      ['(03/14/2031 08:58:58 PM) ann: hello', 'message', '20:58:58', 'ann', 'hello'],
      ['(2031-03-14 20:58:58) ***ann waves', 'action', '20:58:58', 'ann', 'waves'],
      [
        'Conversation with #c at Fri 14 Mar 2031 08:59:00 PM CET on ann@irc (irc)',
        'day',
        undefined,
        '',
        'Conversation with #c at Fri 14 Mar 2031 08:59:00 PM CET on ann@irc (irc)',
      ],
      ['(08:58:58 PM) ann is now known as al', 'nick', '20:58:58', 'ann', 'al'],
    ],
  },
  {
    name: 'zoom',
    title: 'Zoom: 20:58:58⇥ From nick : text',
    rules: [
      rule(
        'message',
        clock,
        skip(String.raw`[ \t]{1,4}From {1,2}`),
        nick('[^:]{1,64}?(?=(?: {1,2}to {1,2}[^:]{1,64})? ?:)'),
        skip('(?: {1,2}to {1,2}[^:]{1,64})? ?: ?'),
      ),
      wrapped,
    ],
    samples: [
      ['20:58:58\t From Ann Lee : hello', 'message', '20:58:58', 'Ann Lee', 'hello'],
      ['20:58:58 From  Ann Lee  to  Everyone : hello', 'message', '20:58:58', 'Ann Lee', 'hello'],
    ],
  },
  {
    name: 'nick-only',
    title: '<nick> text',
    rules: [
      noting(rule('message', skip('<[ @+%&~]{0,8}'), nick('[^@+%&~ >][^>]{0,64}'), skip('> ?'))),
      rule('message', skip('<[ @+%&~]{0,8}> (?=\\S)')),
      rule('event', skip(String.raw`(?:-!-|\*\*\*|---) `)),
      rule('known-event', skip(String.raw`\* `)),
      rule('action', skip(String.raw`\* `), nick(ircNick), space),
      rule('known-event', skip('')),
      rule('day', skip(String.raw`(?=(?:Start|End) of [#&+!]\S{1,64} buffer)`)),
      // mIRC indents what it wraps by one space.
      rule('continuation', skip(String.raw`[ \t]{1,64}(?=\S)`)),
    ],
    samples: [
      ['<ann> hello', 'message', undefined, 'ann', 'hello'],
      ['< ann > hello', 'message', undefined, 'ann', 'hello'],
      ['* ann waves', 'action', undefined, 'ann', 'waves'],
      ['* bob has quit (x)', 'quit', undefined, 'bob', ' has quit (x)'],
      ['ann is now known as al', 'nick', undefined, 'ann', 'al'],
      ['some other text', 'other'],
      ['* bob (b@h) has joined #c', 'join', undefined, 'bob', ' (b@h) has joined #c'],
    ],
  },
];
