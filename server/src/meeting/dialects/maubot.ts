import type { Dialect } from './dialect.js';
import { relativeOf } from './family.js';
import { meetbot } from './meetbot.js';
import { meetingEnded, meetingStarted, nameReply, refusal } from './replyRules.js';

/** maubot-meetings, Fedora's and Ansible's bot on Matrix. It has no chairs: anyone in the room may give its commands. */
export const maubot: Dialect = relativeOf(meetbot, {
  name: 'maubot',
  title: 'maubot-meetings (Matrix)',
  greeting: /Meeting started at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/,
  hints: ['!startmeeting', '!sm', '!endmeeting'],
  isCaseSensitive: true,
  recordsUrls: false,
  // If it is set to find tags anywhere in a message, for rooms with a bridge.
  hearsBridges: true,
  isNamedAtStart: true,
  // Names are kept as typed.
  fileName: (name) => name,
  only: [
    'startmeeting',
    'endmeeting',
    'topic',
    'agreed',
    'accepted',
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
    agreed: ['!agreed', '^agreed'],
    rejected: ['!rejected', '^rejected'],
    action: ['!action', '^action'],
    info: ['!info', '^info'],
    idea: ['!idea', '^idea'],
    accepted: ['!accepted', '^accepted'],
    help: ['!halp', '^halp', '!help', '^help'],
    link: ['!link', '^link'],
    meetingname: ['!meetingname', '!mn'],
  },
  rights: { endmeeting: 'anyone', topic: 'anyone', agreed: 'anyone', accepted: 'anyone', rejected: 'anyone' },
  help: { link: 'Records a link.' },
  replies: [
    meetingStarted,
    meetingEnded,
    nameReply('The Meeting name is ', /^The Meeting name is '([^\n]*)'$/),
    nameReply('The Meeting Name is now ', /^The Meeting Name is now ([^\n]*)$/),
    refusal('Meeting already in progress', ['start']),
    refusal('Sorry, `!startmeeting` must be called by itself', ['start']),
    refusal('No meeting in progress', ['end']),
    refusal('Starting a meeting requires a powerlevel of at least ', ['start']),
    refusal('Ending a meeting requires a powerlevel of at least ', ['end']),
    refusal('Renaming a meeting requires a powerlevel of at least ', ['name']),
    refusal('Changing the topic requires a powerlevel of at least ', ['TOPIC']),
    refusal('You do not have permission to start a meeting', ['start']),
    refusal('You do not have permission to end a meeting', ['end']),
  ],
});
