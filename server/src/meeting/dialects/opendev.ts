import { perObject } from '../../log/text/perBlock.js';
import type { Dialect, Voting } from './dialect.js';
import { castVote, closeVote, relativeOf } from './family.js';
import { meetbot } from './meetbot.js';
import { refusal } from './replyRules.js';

/** The options of a vote by lower-case name; the first of those that differ only in case. */
const inLowerCase = perObject(
  (options: readonly string[]) => new Map(options.toReversed().map((option) => [option.toLowerCase(), option])),
);

const voting: Voting = {
  open(text) {
    // The last question mark ends the question.
    const questionLength = text.lastIndexOf('?') + 1;
    if (questionLength === 0) return undefined;
    const given = text.slice(questionLength).trim();
    return { questionLength, options: given === '' ? ['Yes', 'No'] : given.split(/[^\p{L}\p{N}_+-]+/u) };
  },
  choose: (text, options) => inLowerCase(options).get(text.trim().toLowerCase()),
  close(tally, question) {
    const results = tally.all().map(([option, count]) => `, ${option}: ${count}`);
    return { type: 'VOTE', words: `Voted on "${question}" Results are${results.join('')}` };
  },
};

/** The bot of OpenDev, formerly OpenStack; Linux Foundation projects use the same words. */
export const opendev: Dialect = relativeOf(meetbot, {
  name: 'opendev',
  title: 'OpenDev, OpenStack',
  greeting: / and is due to finish in \d+ minutes|^Useful Commands: .*#startvote/,
  hints: ['#startvote', '#showvote'],
  isNamedAtStart: true,
  fileName: (name) => meetbot.fileName(name).replace(/[^a-z0-9]/g, '_'),
  anyoneEndsAfter: 3600,
  add: [
    {
      name: 'startvote',
      words: ['#startvote'],
      rights: 'chair',
      argument: 'text',
      argumentNeeded: true,
      effect: 'openVote',
      help: 'Opens a vote: a question ending with a question mark, then the options (by default Yes and No).',
    },
    castVote,
    {
      name: 'showvote',
      words: ['#showvote'],
      rights: 'anyone',
      effect: 'none',
      duringVote: true,
      help: 'Makes the bot show the votes so far.',
    },
    closeVote,
  ],
  replies: [
    ...meetbot.replies,
    refusal('A meeting name is required', ['start']),
    refusal('Only the meeting chair may start a vote.', ['openVote']),
    refusal('Already voting on ', ['openVote']),
    refusal('Unable to parse vote topic and options.', ['openVote']),
    {
      // `Yes (2): ann, bob`
      begins: /[^\s,.()]{1,32} \(\d+\): /,
      read(text) {
        const option = /^([^\s,.()]{1,32}) \((\d+)\): /.exec(text);
        return option ? { kind: 'result', counts: { [option[1] ?? '']: Number(option[2]) } } : undefined;
      },
    },
  ],
  voting,
});
