import type { Layout } from './layout.js';
import { angleHead } from './messageScanner.js';
import { actor, angle, clock, clock12, fewSpaces, isoTime, logLines, space, starred, wrapped } from './parts.js';
import { nick, rule, skip, time } from './rule.js';
import { stampSource } from './stamp.js';

const pipeStamp = [
  skip(String.raw`(?:[A-Z][a-z]{2}\d{2} )?[\[(]?`),
  time(stampSource),
  skip(String.raw`[\])]?`),
] as const;
/** The channel and network before a nick; not a Matrix id. */
const tiarraChannel = String.raw`(?:[#&+!][^\s:<>]{1,64}:)?`;
const tiarraNick = String.raw`[^\s()<>*!+-][^\s()<>*]{0,63}`;

/** irssi, and clients with similar logs. */
export const irssi: readonly Layout[] = [
  {
    name: 'irssi',
    title: 'irssi: 20:58 < nick> text',
    head: angleHead({ spaces: '0-2', prefixes: true }),
    rules: [
      rule('message', clock, fewSpaces, ...angle),
      rule('event', clock, skip(String.raw` {0,2}(?:-!-|\*\*\*) `)),
      rule('known-event', clock, fewSpaces, starred),
      rule('action', clock, skip(String.raw` {0,2}\* {1,2}`), ...actor),
      rule('notice', clock, skip(' -'), nick(String.raw`[^\s:-][^\s:]{0,64}`), skip(String.raw`(?::\S{1,64})?- `)),
      logLines,
      // Text copied from irssi's screen may lack the time on some lines.
      rule('event', skip('-!- ')),
      wrapped,
    ],
    samples: [
      ['20:58 < ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['20:58 <@ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['20:58 <+ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['20:58:58 <@+ann > hello', 'message', '20:58:58', 'ann', 'hello'],
      ['20:58  * ann waves', 'action', '20:58:00', 'ann', 'waves'],
      ['20:58 -!- bob_ [~bob@host] has joined #x', 'join', '20:58:00', 'bob_', ' [~bob@host] has joined #x'],
      ['20:58 -!- bob [~bob@host] has quit [Quit: x]', 'quit', '20:58:00', 'bob', ' [~bob@host] has quit [Quit: x]'],
      ['20:58 -!- bob [~bob@host] has left #x []', 'part', '20:58:00', 'bob', ' [~bob@host] has left #x []'],
      ['20:58 -!- bob is now known as al', 'nick', '20:58:00', 'bob', 'al'],
      ['20:58 -!- ann changed the topic of #c to: x', 'topic', '20:58:00', 'ann', ' changed the topic of #c to: x'],
      ['20:58 -!- mode/#c [+o ann] by bob', 'mode', '20:58:00', '', 'mode/#c [+o ann] by bob'],
      ['20:58 -!- Irssi: #c: Total of 9 nicks', 'notice', '20:58:00', '', 'Irssi: #c: Total of 9 nicks'],
      ['20:58:58< ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['20:58:58-!- bob [~b@h] has joined #x', 'join', '20:58:58', 'bob', ' [~b@h] has joined #x'],
      ['20:58 <   ann@> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['20:58 [Users #c]', 'notice', '20:58:00', '', '[Users #c]'],
      ['20:58 [ ann ] [@bob ]', 'notice', '20:58:00', '', '[ ann ] [@bob ]'],
      ['20:58 -bob:#chan- hello', 'notice', '20:58:00', 'bob', 'hello'],
      ['--- Log opened Fri Mar 14 22:35:17 2031', 'day', undefined, '', 'Fri Mar 14 22:35:17 2031'],
      ['--- Day changed Sat Mar 15 2031', 'day', undefined, '', 'Sat Mar 15 2031'],
    ],
  },
  {
    name: 'irssi-iso',
    title: 'irssi with dates: 2031-03-14T20:58:58Z <nick> text',
    rules: [
      rule('message', isoTime, space, ...angle),
      rule('event', isoTime, skip(' -!- ')),
      rule('known-event', isoTime, space, starred),
      rule('action', isoTime, skip(String.raw` {1,2}\* `), ...actor),
      logLines,
      wrapped,
    ],
    samples: [
      ['2031-03-14T20:58:58Z <ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['2031-03-14T20:58:58Z  * ann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['2031-03-14T20:58:58Z -!- bob [b@h] has joined #x', 'join', '20:58:58', 'bob', ' [b@h] has joined #x'],
      ['--- Log opened 2031-03-14T20:58:58Z Fri', 'day', undefined, '', '2031-03-14T20:58:58Z Fri'],
      ['2031-03-14T20:58:58Z -!- bob is now known as al', 'nick', '20:58:58', 'bob', 'al'],
    ],
  },
  {
    name: 'irssi-channel',
    title: 'irssi with channels: 20:58 #channel: < nick> text',
    rules: [
      rule('message', clock, skip(String.raw` [#&+!]\S{1,64}: {1,2}`), ...angle),
      rule('action', clock, skip(String.raw` [#&+!]\S{1,64}: {1,2}\* `), ...actor),
      rule('event', clock, skip(String.raw` (?:[#&+!]\S{1,64}: )?-!- `)),
      logLines,
      wrapped,
    ],
    samples: [
      ['20:58 #chan: < ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['20:58 #chan:  * ann waves', 'action', '20:58:00', 'ann', 'waves'],
      ['20:58 -!- ann [a@b] has joined #chan', 'join', '20:58:00', 'ann', ' [a@b] has joined #chan'],
      ['20:58 -!- ann is now known as al', 'nick', '20:58:00', 'ann', 'al'],
    ],
  },
  {
    name: 'ampm',
    title: '12-hour clock: 8:58 PM <nick> text',
    rules: [
      rule('message', clock12, space, ...angle),
      rule('known-event', clock12, skip(' {1,2}(?:[*—] )?')),
      rule('action', clock12, skip(' {1,2}[*—] '), ...actor),
      rule('event', clock12, skip(' (?:-!-|[→⇐←⇄ℹ⚙]) ')),
      wrapped,
    ],
    samples: [
      ['8:58 PM <@ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['12:01 AM <ann> hello', 'message', '00:01:00', 'ann', 'hello'],
      ['12:01 PM  * ann waves', 'action', '12:01:00', 'ann', 'waves'],
      ['12:01 PM — @ann waves', 'action', '12:01:00', 'ann', 'waves'],
      ['12:01 PM <•ann> hello', 'message', '12:01:00', 'ann', 'hello'],
      ['12:01 PM — •ann waves', 'action', '12:01:00', 'ann', 'waves'],
      ['12:01 PM ann → al', 'nick', '12:01:00', 'ann', 'al'],
      ['12:01 PM → bob joined (b@h)', 'join', '12:01:00', 'bob', ' joined (b@h)'],
      ['13:01 AM <ann> hello', 'other'],
    ],
  },
  {
    name: 'ampm-paren',
    title: '12-hour clock: 8:58 pm (nick) text',
    rules: [
      rule('message', clock12, skip(String.raw` \(`), nick('[^)]{1,200}'), skip(String.raw`\) ?`)),
      rule('action', clock12, skip(String.raw` {1,2}\* `), ...actor),
      wrapped,
    ],
    samples: [
      ['12:01 pm (ann) hello', 'message', '12:01:00', 'ann', 'hello'],
      ['8:58 pm * ann waves', 'action', '20:58:00', 'ann', 'waves'],
    ],
  },
  {
    name: 'lightning',
    title: '20:58 <nick> text, 20:58 ⚡ nick waves',
    head: angleHead({ spaces: '1', prefixes: true }),
    rules: [
      rule('message', clock, space, ...angle),
      rule('event', clock, skip(' [ℹ⚙→←] {1,3}')),
      rule('action', clock, skip(' ⚡ {1,3}'), ...actor),
      wrapped,
    ],
    samples: [
      ['20:58 <ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['20:58 ⚡ ann waves', 'action', '20:58:00', 'ann', 'waves'],
      ['20:58 ℹ  ann is now known as al', 'nick', '20:58:00', 'ann', 'al'],
      ['20:58 →  bob (b@h) has joined #c', 'join', '20:58:00', 'bob', ' (b@h) has joined #c'],
    ],
  },
  {
    name: 'pipe',
    title: 'WeeChat and irssi, copied from the screen: 20:58:58     nick | text',
    rules: [
      rule('event', ...pipeStamp, skip(String.raw`[ @+]{1,32}(?:-->|<--|--|«[^»|]{1,20}») \| `)),
      rule('action', ...pipeStamp, skip(String.raw`[ ]{1,32}\* \| `), ...actor),
      rule(
        'message',
        ...pipeStamp,
        skip('[ @+%&~!•]{1,32}'),
        nick(String.raw`[^\s|@+%&~!•]\S{0,64}`),
        skip(String.raw` \| ?`),
      ),
      rule('continuation', skip(String.raw`[ ]{4,64}\| ?(?=\S)`)),
      logLines,
    ],
    samples: [
      ['20:58:58          ann | hello', 'message', '20:58:58', 'ann', 'hello'],
      ['20:58 @        ann | hello', 'message', '20:58:00', 'ann', 'hello'],
      ['20:58:58            * | ann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['Mar14 [20:58] @ann | hello', 'message', '20:58:00', 'ann', 'hello'],
      ['[2031-03-14 20:58:58] ann | hello', 'message', '20:58:58', 'ann', 'hello'],
      ['                      | and more', 'continuation', undefined, '', 'and more'],
      ['20:58           --> | bob (b@host) has joined &c', 'join', '20:58:00', 'bob', ' (b@host) has joined &c'],
      ['20:58        «Nick» | bob is now known as al', 'nick', '20:58:00', 'bob', 'al'],
      [
        '20:58        «Quit» | bob (b@host) has signed off (x)',
        'quit',
        '20:58:00',
        'bob',
        ' (b@host) has signed off (x)',
      ],
    ],
  },
  {
    name: 'tiarra',
    title: 'Tiarra: 20:58:58 <nick> text, 20:58:58 >nick< text of its user',
    rules: [
      rule('message', clock, skip(` <${tiarraChannel}`), nick('[^>\\s]{1,64}'), skip('> ?')),
      rule('message', clock, skip(` >${tiarraChannel}`), nick('[^<\\s]{1,64}'), skip('< ?')),
      rule('nick', clock, space, nick(tiarraNick), skip(String.raw` -> (?=\S{1,64}$)`)),
      rule(
        'join',
        clock,
        skip(String.raw` \+ `),
        nick(tiarraNick),
        skip(String.raw` (?=(?:\([^)]{0,300}\) )?to [#&+!])`),
      ),
      rule('part', clock, skip(' - '), nick(tiarraNick), skip(' (?=from [#&+!])')),
      rule('quit', clock, skip(' ! '), nick(tiarraNick), skip(String.raw` (?=\()`)),
      rule('topic', clock, skip(' (?=Topic of channel )')),
      rule('mode', clock, skip(' (?=Mode by )')),
      rule('action', clock, skip(String.raw` \* `), ...actor),
      rule('notice', clock, skip(String.raw` (?=[-)(][#&+!\w])`)),
      wrapped,
    ],
    samples: [
      ['20:58:58 <ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['20:58:58 >bob< hello', 'message', '20:58:58', 'bob', 'hello'],
      ['20:58:58 <#c@net:ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['20:58:58 ann -> al', 'nick', '20:58:58', 'ann', 'al'],
      ['20:58:58 + bob (bob!b@host) to #c@net', 'join', '20:58:58', 'bob', '(bob!b@host) to #c@net'],
      ['20:58:58 - bob from #c@net (bye)', 'part', '20:58:58', 'bob', 'from #c@net (bye)'],
      ['20:58:58 ! cid (bye)', 'quit', '20:58:58', 'cid', '(bye)'],
      ['20:58:58 Mode by ann: #c@net +o bob', 'mode', '20:58:58', '', 'Mode by ann: #c@net +o bob'],
      ['20:58:58 * ann waves', 'action', '20:58:58', 'ann', 'waves'],
    ],
  },
  {
    name: 'bip',
    title: 'bip: 14-03-2031 20:58:58 < nick!user@host: text',
    rules: [
      rule('action', bipTime(), skip(String.raw` [<>] \* `), nick('[^!: ]{1,64}'), skip('(?:![^: ]{1,300})? ')),
      rule('message', bipTime(), skip(' [<>] '), nick('[^!: ]{1,64}'), skip('(?:![^: ]{1,300})?: ?')),
      rule('event', bipTime(), skip(' -!- ')),
    ],
    samples: [
      ['14-03-2031 20:58:58 < ann!~a@host: hello', 'message', '20:58:58', 'ann', 'hello'],
      ['14-03-2031 20:58:58 > ann: hello', 'message', '20:58:58', 'ann', 'hello'],
      ['14-03-2031 20:58:58 < * ann!~a@host waves', 'action', '20:58:58', 'ann', 'waves'],
      ['14-03-2031 20:58:58 -!- bob!b@host has joined #c', 'join', '20:58:58', 'bob!b@host', ' has joined #c'],
      ['14-03-2031 20:58:58 -!- bob is now known as al', 'nick', '20:58:58', 'bob', 'al'],
    ],
  },
];

function bipTime() {
  return time(String.raw`\d{2}-\d{2}-\d{4} \d{2}:\d{2}:\d{2}`);
}
