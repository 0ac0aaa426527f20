import type { Dialect } from './dialect.js';
import { relativeOf } from './family.js';
import { meetbot } from './meetbot.js';
import { meetingEnded, meetingStarted, nameReply } from './replyRules.js';

/** maubot-meetings, Fedora's and Ansible's bot on Matrix. It has no chairs: anyone in the room may give its commands. */
export const maubot: Dialect = relativeOf(meetbot, {
  name: 'maubot',
  title: 'maubot-meetings (Matrix)',
  greeting: /Meeting started at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/,
  hints: ['!startmeeting', '!sm', '!endmeeting'],
  isCaseSensitive: true,
  only: [
    'startmeeting',
    'endmeeting',
    'topic',
    'agreed',
    'rejected',
    'action',
    'info',
    'idea',
    'help',
    'link',
    'meetingname',
  ],
  words: {
    startmeeting: ['!startmeeting', '!sm'],
    endmeeting: ['!endmeeting', '!em'],
    topic: ['!topic', '!t'],
    agreed: ['^agreed'],
    rejected: ['^rejected'],
    action: ['^action'],
    info: ['^info'],
    idea: ['^idea'],
    help: ['^halp'],
    link: ['^link'],
    meetingname: ['!meetingname', '!mn'],
  },
  rights: { endmeeting: 'anyone', topic: 'anyone', agreed: 'anyone', rejected: 'anyone' },
  replies: [
    meetingStarted,
    meetingEnded,
    nameReply('The Meeting name is ', /^The Meeting name is '([^\n]*)'$/),
    nameReply('The Meeting Name is now ', /^The Meeting Name is now ([^\n]*)$/),
  ],
});
