import type { BotName } from './bots.js';
import type { ItemType } from './commands.js';
import type { Ballot, Vote } from './model.js';

/** How a bot holds votes: what differs between those that do. */
export interface Voting {
  /** What a text opens a vote on: the length of the question in it, and the options; undefined where the bot does not understand it. */
  open(text: string): { readonly questionLength: number; readonly options: readonly string[] } | undefined;
  /** The option that somebody chooses; undefined where it is none. */
  choose(text: string, options: readonly string[]): string | undefined;
  /** The item that records the result; undefined where the bot closes nothing. `required` is what `#votesrequired` set. */
  close(
    vote: Vote,
    question: string,
    required: number,
  ): { readonly type: ItemType; readonly words: string } | undefined;
  /** Whether every ballot of a nick counts, and not only the last. */
  readonly allCount?: true;
  /** Whether a vote may be opened while another is. */
  readonly restarts?: true;
  /** Whether an open vote ends with the meeting. */
  readonly endsWithMeeting?: true;
  /** Whether each ballot is an item of the minutes, and the motion as well. */
  readonly recordsBallots?: true;
  /** Whether people vote by a line that starts with `+1` and the like. */
  readonly byRemark?: true;
}

export const voting: Partial<Readonly<Record<BotName, Voting>>> = {
  opendev: {
    open(text) {
      // The last question mark ends the question.
      const questionLength = text.lastIndexOf('?') + 1;
      if (questionLength === 0) return undefined;
      const given = text.slice(questionLength).trim();
      return { questionLength, options: given === '' ? ['Yes', 'No'] : given.split(/[^\w+-]+/) };
    },
    choose: (text, options) => options.find((option) => option.toLowerCase() === text.trim().toLowerCase()),
    close(vote, question) {
      const chosen = [...new Set(vote.ballots.map(({ option }) => option))];
      const counts = chosen.map((option) => `${option}: ${votersFor(vote, option).length}`);
      return {
        type: 'VOTE',
        words: `Voted on "${question}" Results are${counts.length > 0 ? `, ${counts.join(', ')}` : ''}`,
      };
    },
  },
  hcoop: {
    open: (text) => ({ questionLength: text.length, options: ['+1', '-1'] }),
    choose: (text) => (text.startsWith('+') ? '+1' : '-1'),
    close(vote) {
      const [inFavor, opposed] = [votersFor(vote, '+1').length, votersFor(vote, '-1').length];
      if (inFavor + opposed === 0) return undefined;
      const type = inFavor > opposed ? 'ACCEPTED' : inFavor < opposed ? 'FAILED' : 'INCONCLUSIVE';
      return { type, words: `Motion ${type.toLowerCase()}: ${inFavor} in favor to ${opposed} opposed` };
    },
    allCount: true,
    restarts: true,
    recordsBallots: true,
  },
  meetingology: {
    open: (text) => (text.trim() === '' ? undefined : { questionLength: text.length, options: ['+1', '-1', '+0'] }),
    choose(text) {
      const ballot = /^(?:[+-]1|[+-]?0)\b/.exec(text)?.[0];
      return ballot?.endsWith('0') ? '+0' : ballot;
    },
    close(vote, question, required) {
      const margin = votersFor(vote, '+1').length - votersFor(vote, '-1').length;
      return { type: 'VOTE', words: `${question.trim()} (${margin >= required ? 'Carried' : 'Denied'})` };
    },
    endsWithMeeting: true,
    byRemark: true,
  },
};

/** The nicks that chose an option, in their order; where only the last ballot of a nick counts, those that stayed with it. */
export function votersFor({ ballots, allCount }: Vote, option: string): string[] {
  const counted = allCount ? ballots : lastOfEach(ballots);
  return counted.filter((ballot) => ballot.option === option).map(({ nick }) => nick);
}

function lastOfEach(ballots: readonly Ballot[]): Ballot[] {
  return [...new Map(ballots.map((ballot) => [ballot.nick, ballot])).values()];
}

/** How a vote stands: `Yes: 3, No: 1`. */
export function tally(vote: Vote): string {
  return vote.options.map((option) => `${option}: ${votersFor(vote, option).length}`).join(', ');
}
