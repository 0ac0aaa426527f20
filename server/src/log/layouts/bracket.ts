import type { Layout } from './layout.js';
import { actor, angle, starred, wrapped } from './parts.js';
import { type LinePart, type LineRule, nick, rule, skip, time } from './rule.js';
import { scanBracketClock, scanCloseBracket, scanOpenBracket } from './scanners.js';
import { nextLine } from './wraps.js';

/** `20:58:58`, `8:58 PM`, before a closing bracket. */
const clock = time(String.raw`\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?(?=\])`, scanBracketClock);
const isoTime = time(String.raw`\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?(?=\])`);
const open = skip(String.raw`[ \t]{0,16}\[`, scanOpenBracket);

/** A rule for lines that start with a time in brackets. */
export function after(stamp: LinePart) {
  return (kind: LineRule['kind'], mark: string, ...parts: readonly LinePart[]) =>
    rule(kind, open, stamp, skip(String.raw`\]${mark}`), ...parts);
}

const atClock = after(clock);
const atIso = after(isoTime);
const message = rule('message', open, clock, skip(String.raw`\][ \t]{0,4}`, scanCloseBracket), ...angle);

/** Clients that write the time in brackets. */
export const bracket: readonly Layout[] = [
  {
    name: 'mirc',
    title: 'mIRC, ZNC, eggdrop: [20:58:58] <nick> text',
    rules: [
      message,
      atClock('event', String.raw` {1,2}(?:\*{3}|-!-|[→⇐←⇄ℹ⚙]) `),
      atClock('notice', ' -', nick(String.raw`[^\s*-]\S{0,64}(?=- )`), skip('- ')),
      atClock('day', ' --- '),
      atClock('known-event', String.raw` \* `),
      atClock('action', String.raw` {1,2}(?:\*|[•—]) `, ...actor),
      atClock('known-event', ' '),
      rule('day', skip('(?=Session (?:Start|Time|Close|Ident): )')),
      wrapped,
    ],
    samples: [
      ['[20:58:58] <ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['[20:58] <@ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['[20:58:58] * ann wonders', 'action', '20:58:58', 'ann', 'wonders'],
      ['[20:58] * bob has joined #c', 'join', '20:58:00', 'bob', ' has joined #c'],
      ['[20:58] * bob is now known as al', 'nick', '20:58:00', 'bob', 'al'],
      ['[20:58:58] *** Joins: bob (~b@host)', 'join', '20:58:58', 'bob', ' (~b@host)'],
      ['[20:58:58] *** Quits: bob (~b@host) (x)', 'quit', '20:58:58', 'bob', ' (~b@host) (x)'],
      ['[20:58:58] *** bob sets mode: +o ann', 'mode', '20:58:58', 'bob', ' sets mode: +o ann'],
      ['[20:58:58] -nickserv- hello', 'notice', '20:58:58', 'nickserv', 'hello'],
      ['[20:58] bob (b@host) joined #c.', 'join', '20:58:00', 'bob', ' (b@host) joined #c.'],
      ['[20:58] Nick change: bob -> al', 'nick', '20:58:00', 'bob', 'al'],
      ['[00:00] --- Sat Mar 15 2031', 'day', '00:00:00', '', 'Sat Mar 15 2031'],
      ['Session Start: Fri Mar 14 20:58:58 2031', 'day', undefined, '', 'Session Start: Fri Mar 14 20:58:58 2031'],
      ['[20:58] bob says nothing', 'other'],
    ],
  },
  {
    name: 'ubuntu',
    title: 'Ubuntu’s irclogs: [20:58] <nick> text, === nick is now known as …',
    rules: [
      message,
      rule('event', skip('=== ')),
      atClock('known-event', String.raw` {1,2}\* `),
      atClock('action', String.raw` {1,2}\* `, ...actor),
      wrapped,
    ],
    samples: [
      ['[20:58] <ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['        and goes on', 'continuation', undefined, '', 'and goes on'],
      ['[20:58]  * ann wishes', 'action', '20:58:00', 'ann', 'wishes'],
      ['=== ann is now known as al', 'nick', undefined, 'ann', 'al'],
      ['=== bot changed the topic of #c to: x', 'topic', undefined, 'bot', ' changed the topic of #c to: x'],
    ],
  },
  {
    name: 'quassel',
    title: 'Quassel, Konversation: [20:58:58] <nick> text, [20:58:58] --> nick has joined',
    rules: [
      atClock('action', String.raw` -\*- `, ...actor),
      atClock('event', String.raw` (?:-->|<--|<->|\*\*\*|---|\*) `),
      atClock('day', String.raw` - \{(?=Day changed)`),
      message,
      wrapped,
    ],
    samples: [
      ['[20:58:58] <@ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['[8:58 pm] <ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['[20:58:58] -*- ann notes', 'action', '20:58:58', 'ann', 'notes'],
      ['[20:58] --> bob (b@h) has joined &c', 'join', '20:58:00', 'bob', ' (b@h) has joined &c'],
      ['[20:58] <-- bob (b@h) has quit ("x")', 'quit', '20:58:00', 'bob', ' (b@h) has quit ("x")'],
      ['[20:58] <-- bob has left this server. ("x")', 'quit', '20:58:00', 'bob', ' has left this server. ("x")'],
      ['[20:58] <-> bob is now known as al', 'nick', '20:58:00', 'bob', 'al'],
      ['[20:58] *** Mode &c +t by server', 'mode', '20:58:00', '', 'Mode &c +t by server'],
      ['[20:58] *** You set the channel topic to "x"', 'topic', '20:58:00', 'You', ' set the channel topic to "x"'],
      ['[20:58] * Topic for &c is "x"', 'topic', '20:58:00', '', 'Topic for &c is "x"'],
      ['[00:00] - {Day changed to 15 March 2031}', 'day', '00:00:00', '', 'Day changed to 15 March 2031}'],
    ],
  },
  {
    name: 'qwebirc',
    title: 'qwebirc: [20:58] <nick> text, [20:58] == nick has joined',
    rules: [
      message,
      atClock('event', ' == '),
      atClock('known-event', String.raw` \* `),
      atClock('action', String.raw` \* `, ...actor),
      wrapped,
    ],
    samples: [
      ['[20:58] <ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['[20:58] * ann notes', 'action', '20:58:00', 'ann', 'notes'],
      ['[20:58] == bob [~b@host] has joined #c', 'join', '20:58:00', 'bob', ' [~b@host] has joined #c'],
      ['[20:58] == bob is now known as al', 'nick', '20:58:00', 'bob', 'al'],
    ],
  },
  {
    name: 'irccloud',
    title: 'IRCCloud: [2031-03-14 20:58:58] <nick> text',
    rules: [
      atIso('message', ' ', ...angle),
      atIso('known-event', String.raw` \* `),
      atIso('action', String.raw` (?:[*—]|-\*-) `, ...actor),
      atIso('event', ' (?:→|⇐|←|⇄|ℹ|⚙|[*]{3}|={1,3}|<->|-->|<--) '),
      atIso('known-event', ' '),
      wrapped,
      nextLine,
    ],
    samples: [
      ['[2031-03-14 20:58:58] <ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['[2031-03-14 20:58:58] — ann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['[2031-03-14 20:58:58] → bob joined (b@host)', 'join', '20:58:58', 'bob', ' joined (b@host)'],
      ['[2031-03-14 20:58:58] ⇐ bob quit (b@host): "x"', 'quit', '20:58:58', 'bob', ' quit (b@host): "x"'],
      ['[2031-03-14 20:58:58] ann → al|tea', 'nick', '20:58:58', 'ann', 'al|tea'],
      ['[2031-03-14 20:58:58] * ann → al', 'nick', '20:58:58', 'ann', 'al'],
      ['[2031-03-14T20:58:58.123Z] * @ann waves', 'action', '20:58:58', 'ann', 'waves'],
      ['[2031-03-14T20:58:58.123Z] *** ann changed nick to al', 'nick', '20:58:58', 'ann', 'al'],
      ['[2031-03-14 20:58:58] → Joined channel #c', 'join', '20:58:58', '', 'Joined channel #c'],
    ],
  },
  {
    name: 'textual',
    title: 'Textual: [2031-03-14T20:58:58+0200] <nick> text',
    rules: [
      atIso('message', ' ', ...angle),
      atIso('action', ' • ', nick(String.raw`[^\s:]{1,64}`), skip(':? ?')),
      atIso('event', ' '),
      rule('day', skip('-{4,64} (?=(?:Begin|End) Session)')),
      wrapped,
      nextLine,
    ],
    samples: [
      ['[2031-03-14T20:58:58+0200] <ann> hello', 'message', '20:58:58', 'ann', 'hello'],
      ['[2031-03-14T20:58:58+0200] • ann: waves', 'action', '20:58:58', 'ann', 'waves'],
      [
        '[2031-03-14T20:58:58+0200] bob (b@h) joined the channel',
        'join',
        '20:58:58',
        'bob',
        ' (b@h) joined the channel',
      ],
      ['[2031-03-14T20:58:58+0200] bob is now known as al', 'nick', '20:58:58', 'bob', 'al'],
      ['and the next line', 'continuation', undefined, '', 'and the next line'],
      ['------------- Begin Session -------------', 'day', undefined, '', 'Begin Session -------------'],
    ],
  },
  {
    name: 'dircproxy',
    title: 'dircproxy: [14 Mar 20:58] <nick!user@host> +text',
    rules: dircproxy(),
    samples: [
      ['[14 Mar 20:58] <ann!n=a@host> +hello', 'message', '20:58:00', 'ann', 'hello'],
      ['[14 Mar 20:58] <ann> hello', 'message', '20:58:00', 'ann', 'hello'],
      ['[14 Mar 20:58] * ann waves', 'action', '20:58:00', 'ann', 'waves'],
      ['[14 Mar 20:58] --> bob (b@h) joined the channel', 'join', '20:58:00', 'bob', ' (b@h) joined the channel'],
      ['[14 Mar 20:58] *** You disconnected', 'notice', '20:58:00', '', 'You disconnected'],
      ['[14 Mar 20:58] --- bob is now known as al', 'nick', '20:58:00', 'bob', 'al'],
    ],
  },
];

function dircproxy(): readonly LineRule[] {
  const at = after(time(String.raw`\d{1,2} [A-Z][a-z]{2} \d{2}:\d{2}(?::\d{2})?(?=\])`));
  return [
    at('message', ' <[ @+%&~•]{0,4}', nick('[^!>@+%&~• ][^!>]{0,64}'), skip('(?:![^>]{1,300})?>(?: [+-]?)?')),
    at('event', String.raw` (?:-->|<--|\*\*\*|---|===) `),
    at('known-event', ' ', starred),
    at(
      'action',
      String.raw` \* [@+%&~•]{0,4}`,
      nick(String.raw`[^\s!*@+%&~•][^\s!*]{0,63}`),
      skip(String.raw`(?:!\S{1,300})? ?`),
    ),
    at('notice', ' -', nick(String.raw`[^\s!-]{1,64}`), skip(String.raw`(?:!\S{1,300})?- `)),
  ];
}
