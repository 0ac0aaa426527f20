import type { Dialect, Voting } from './dialect.js';
import { closeVote, relativeOf } from './family.js';
import { meetbot } from './meetbot.js';
import { commandList, meetingDeleted, nameReply, refusal, resultReply } from './replyRules.js';

const ballotStart = /^(?:[+-]1|[+-]?0)\b/;

/** People vote with lines that begin with `+1`, `-1` or `+0`; `0` and `-0` count as `+0`. */
const voting: Voting = {
  open: (text) => (text.trim() === '' ? undefined : { questionLength: text.length, options: ['+1', '-1', '+0'] }),
  choose(text) {
    const ballot = ballotStart.exec(text)?.[0];
    return ballot?.endsWith('0') ? '+0' : ballot;
  },
  close(tally, question, required) {
    const margin = tally.of('+1') - tally.of('-1');
    return { type: 'VOTE', words: `${question.trim()} (${margin >= required ? 'Carried' : 'Denied'})` };
  },
  endsWithMeeting: true,
  remark: { pattern: ballotStart, signs: '+-0' },
};

/** Ubuntu's meetingology, and its predecessor MootBot, whose words are in brackets. */
export const meetingology: Dialect = relativeOf(meetbot, {
  name: 'meetingology',
  title: 'meetingology, MootBot',
  greeting: /meetingology|Meeting started at \d\d:\d\d(?::\d\d UTC)?\. |Commands Available: \[TOPIC\]/,
  hints: ['[topic]', '[vote]', '[action]', '[agreed]', '#subtopic', '#votesrequired'],
  needsSpaceAfterWord: true,
  allowsIndent: true,
  nickDividers: { chair: ', ', unchair: ', ' },
  opsAreChairs: true,
  words: {
    topic: ['#topic', '[topic]'],
    agreed: ['#agreed', '#agree', '[agreed]'],
    action: ['#action', '[action]'],
    idea: ['#idea', '[idea]'],
    link: ['#link', '[link]'],
  },
  rights: { meetingname: 'chair' },
  help: { unchair: 'Removes chairs; the owner keeps all rights.' },
  add: [
    { ...closeVote, words: ['#endvote', '[endvote]'] },
    {
      name: 'vote',
      words: ['#vote', '[vote]'],
      rights: 'chair',
      argument: 'text',
      argumentNeeded: true,
      effect: 'openVote',
      help: 'Opens a vote; people vote by saying +1, -1 or +0.',
    },
    {
      name: 'voters',
      words: ['#voters'],
      rights: 'chair',
      argument: 'nicks',
      effect: 'voters',
      help: 'Restricts who may vote.',
    },
    {
      name: 'votesrequired',
      words: ['#votesrequired'],
      rights: 'chair',
      argument: 'text',
      effect: 'votesRequired',
      help: 'Sets how many votes a motion needs.',
    },
    {
      name: 'subtopic',
      words: ['#subtopic', '#progress', '[progress]'],
      rights: 'chair',
      argument: 'text',
      argumentNeeded: true,
      effect: 'SUBTOPIC',
      help: 'Starts a subtopic.',
    },
    {
      name: 'done',
      words: ['#done'],
      rights: 'chair',
      argument: 'text',
      argumentNeeded: true,
      effect: 'DONE',
      help: 'Records something that was done.',
    },
    { name: 'replay', words: ['#replay'], rights: 'anyone', effect: 'none', help: 'Makes the bot repeat the log.' },
    { name: 'abortmeeting', words: ['#abortmeeting'], rights: 'chair', effect: 'end', help: 'Ends the meeting.' },
  ],
  replies: [
    ...meetbot.replies,
    {
      // MootBot's words.
      begins: 'Started logging meeting in ',
      read: () => ({ kind: 'started', date: undefined, time: undefined, owner: undefined, isExact: true }),
    },
    { begins: 'Meeting finished at ', read: () => ({ kind: 'ended', isExact: true }) },
    meetingDeleted(/Deleted meeting on \(/),
    refusal('Voting still open on: ', ['openVote']),
    refusal('No vote in progress', ['closeVote']),
    commandList('Commands Available: '),
    commandList('Available commands: '),
    nameReply('Meeting name set to: ', /^Meeting name set to: ([^\n]*)$/),
    resultReply('Votes for:', /^Votes for: ?(\d+),? Votes against: ?(\d+),? Abstentions: ?(\d+)/, ['+1', '-1', '+0']),
  ],
  voting,
});
