import type { Dialect } from './dialect.js';
import { relativeOf } from './family.js';
import { meetbot } from './meetbot.js';
import { refusal } from './replyRules.js';

/** zodbot, Fedora's bot on IRC: an older MeetBot. */
export const fedora: Dialect = relativeOf(meetbot, {
  name: 'fedora',
  title: 'Fedora’s zodbot',
  greeting: /fedoraproject\.org|\(v 0\.4\)/,
  isNamedAtStart: true,
  words: { rejected: ['#rejected'] },
  replies: [...meetbot.replies, refusal('A meeting topic is required', ['start'])],
});
