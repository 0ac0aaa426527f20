import type { Dialect } from './dialect.js';
import { relativeOf } from './family.js';
import { meetbot } from './meetbot.js';
import { meetingEnded, refusal } from './replyRules.js';

/**
 * The meetbot plugin of Sopel. Only chairs, including the starter, may give its commands; Sopel's other commands begin with a dot
 * as well.
 */
export const sopel: Dialect = relativeOf(meetbot, {
  name: 'sopel',
  title: 'Sopel’s meetbot',
  greeting: /^Meeting started!/,
  // Too many other programs use its remaining words.
  hints: ['.startmeeting'],
  hasCommonSign: true,
  recordsUrls: false,
  only: ['startmeeting', 'endmeeting', 'topic', 'agreed', 'action', 'info', 'link', 'chair'],
  words: {
    startmeeting: ['.startmeeting'],
    endmeeting: ['.endmeeting'],
    topic: ['.subject'],
    agreed: ['.agreed'],
    action: ['.action'],
    info: ['.info'],
    link: ['.link'],
    chair: ['.chairs'],
  },
  rights: { action: 'chair', info: 'chair', link: 'chair' },
  help: { link: 'Records a link.' },
  add: [
    {
      name: 'listactions',
      words: ['.listactions'],
      rights: 'anyone',
      effect: 'none',
      help: 'Makes the bot list the actions so far.',
    },
    {
      name: 'comments',
      words: ['.comments'],
      rights: 'chair',
      effect: 'none',
      help: 'Makes the bot show the comments that it received in private.',
    },
  ],
  replies: [
    {
      begins: 'Meeting started!',
      read: () => ({ kind: 'started', date: undefined, time: undefined, owner: undefined, isExact: true }),
    },
    meetingEnded,
    refusal('There is no active meeting'),
    refusal('There is already an active meeting here!', ['start']),
    refusal('Only meeting head or chairs can do that'),
    refusal('Only meeting head can set chairs', ['chair']),
    refusal('What is the subject?', ['TOPIC']),
    refusal('Who are the chairs? Try ', ['chair']),
  ],
});
