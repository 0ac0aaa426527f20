import type { Dialect, Voting } from './dialect.js';
import { castVote, relativeOf } from './family.js';
import { meetbot } from './meetbot.js';
import {
  addressed,
  commandList,
  currentChairs,
  meetingDeleted,
  meetingEnded,
  meetingStarted,
  nameReply,
  refusal,
  resultReply,
  unknownCommand,
} from './replyRules.js';

/** Every ballot counts, even several of one nick, and anything that does not begin with `+` is against. */
const voting: Voting = {
  open: (text) => ({ questionLength: text.length, options: ['+1', '-1'] }),
  choose: (text) => (text.startsWith('+') ? '+1' : '-1'),
  close(tally) {
    const [inFavor, opposed] = [tally.of('+1'), tally.of('-1')];
    if (inFavor + opposed === 0) return undefined;
    const type = inFavor > opposed ? 'ACCEPTED' : inFavor < opposed ? 'FAILED' : 'INCONCLUSIVE';
    return { type, words: `Motion ${type.toLowerCase()}: ${inFavor} in favor to ${opposed} opposed` };
  },
  allCount: true,
  restarts: true,
  recordsBallots: true,
};

/** HCoop's MeetBot, a rewrite with motions and attendance, also used by LumoSQL. */
export const hcoop: Dialect = relativeOf(meetbot, {
  name: 'hcoop',
  title: 'HCoop’s hcoop-meetbot',
  greeting: /Meeting started at \d{4}-\d\d-\d\dT/,
  hints: ['#motion', '#here'],
  needsSpaceAfterWord: true,
  allowsIndent: true,
  recordsUrls: 'url',
  undoesEvents: true,
  nickDividers: { chair: String.raw`\s,`, unchair: String.raw`\s,` },
  // Names are kept as typed.
  fileName: (name) => name,
  without: ['meetingtopic', 'agreed', 'rejected', 'restrictlogs', 'lurk', 'unlurk', 'commands'],
  words: { accepted: ['#accepted'], help: ['#help'] },
  rights: { meetingname: 'chair' },
  help: { unchair: 'Removes chairs; the owner remains one.' },
  add: [
    castVote,
    {
      name: 'motion',
      words: ['#motion'],
      rights: 'chair',
      argument: 'text',
      argumentNeeded: true,
      effect: 'openVote',
      help: 'Makes a motion and opens the vote on it.',
    },
    {
      name: 'close',
      words: ['#close'],
      rights: 'chair',
      effect: 'closeVote',
      help: 'Closes the vote and records its result.',
    },
    {
      name: 'failed',
      words: ['#failed'],
      rights: 'chair',
      argument: 'text',
      argumentNeeded: true,
      effect: 'FAILED',
      help: 'Records that a motion failed and closes its vote.',
    },
    {
      name: 'inconclusive',
      words: ['#inconclusive'],
      rights: 'chair',
      argument: 'text',
      argumentNeeded: true,
      effect: 'INCONCLUSIVE',
      help: 'Records that a motion was not decided and closes its vote.',
    },
    {
      name: 'here',
      words: ['#here'],
      rights: 'anyone',
      argument: 'text',
      effect: 'here',
      help: 'Marks the author as present, under a name that actions may use.',
    },
  ],
  replies: [
    meetingStarted,
    meetingEnded,
    currentChairs,
    nameReply('Meeting name set to: ', /^Meeting name set to: ([^\n]*)$/),
    meetingDeleted(/Meeting \S{1,200} has been deleted/),
    commandList('Useful commands: '),
    unknownCommand,
    refusal('No vote is in progress', ['castVote']),
    refusal('Motion cannot be closed: ', ['closeVote']),
    ...['accepted', 'failed', 'inconclusive'].map((result) =>
      resultReply(`Motion ${result}: `, /^Motion \w+: (\d+) in favor to (\d+) opposed/, ['+1', '-1']),
    ),
  ].map(addressed),
  voting,
});
