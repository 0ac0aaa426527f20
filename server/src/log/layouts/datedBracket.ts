import { after } from './bracket.js';
import type { Layout } from './layout.js';
import { actor, angle, wrapped } from './parts.js';
import { time } from './rule.js';
import { stampSource } from './stamp.js';

const at = after(time(String.raw`${stampSource}(?=\])`));

/** Quassel and others write dates as their users like. */
export const datedBracket: Layout = {
  name: 'dated-bracket',
  title: 'Quassel with dates: [Fri Mar 14 20:58:58 2031] <nick> text',
  rules: [
    at('message', ' ', ...angle),
    at('action', String.raw` -\*- `, ...actor),
    at('event', String.raw` (?:-->|<--|<->|\*{3}|---|-!-|={1,3}|[→⇐←⇄ℹ⚙]) `),
    at('known-event', String.raw` \* `),
    at('action', ' {1,2}(?:[*•—]) ', ...actor),
    at('known-event', ' '),
    wrapped,
  ],
  samples: [
    ['[Fri Mar 14 20:58:58 2031] <@ann> hello', 'message', '20:58:58', 'ann', 'hello'],
    ['[14.03.2031 20:58] <ann> hello', 'message', '20:58:00', 'ann', 'hello'],
    ['[3/14/2031 8:58 PM] <ann> hello', 'message', '20:58:00', 'ann', 'hello'],
    ['[14.03.2031 20:58] -*- ann notes', 'action', '20:58:00', 'ann', 'notes'],
    ['[14 Mar 2031 20:58] * ann waves', 'action', '20:58:00', 'ann', 'waves'],
    ['[14 Mar 2031 20:58] --> bob (b@h) has joined #c', 'join', '20:58:00', 'bob', ' (b@h) has joined #c'],
    ['[14 Mar 2031 20:58] <-> bob is now known as al', 'nick', '20:58:00', 'bob', 'al'],
  ],
};
