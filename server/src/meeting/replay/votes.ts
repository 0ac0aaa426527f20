import { groupBy } from '../../log/groups.js';
import { perObject } from '../../log/text/views.js';
import type { BotName } from '../dialects/bots.js';
import type { ItemType } from '../dialects/commands.js';
import { listed } from '../listed.js';
import type { Ballot, Vote } from '../model.js';
import { Changing, type Layers } from './layers.js';

/** How a bot holds votes: what differs between those that do. */
export interface Voting {
  /**
   * What a text opens a vote on: the length of the question in it, and the options; undefined where the bot does not understand
   * it.
   */
  open(text: string): { readonly questionLength: number; readonly options: readonly string[] } | undefined;
  /** The option that somebody chooses; undefined where it is none. */
  choose(text: string, options: readonly string[]): string | undefined;
  /** The item that records the result; undefined where the bot closes nothing. `required` is what `#votesrequired` set. */
  close(
    counts: Counts,
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
    choose: (text, options) => inLowerCase(options).get(text.trim().toLowerCase()),
    close(counts, question) {
      const results = counts.all().map(([option, count]) => `, ${option}: ${count}`);
      return { type: 'VOTE', words: `Voted on "${question}" Results are${results.join('')}` };
    },
  },
  hcoop: {
    open: (text) => ({ questionLength: text.length, options: ['+1', '-1'] }),
    choose: (text) => (text.startsWith('+') ? '+1' : '-1'),
    close(counts) {
      const [inFavor, opposed] = [counts.of('+1'), counts.of('-1')];
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
    close(counts, question, required) {
      const margin = counts.of('+1') - counts.of('-1');
      return { type: 'VOTE', words: `${question.trim()} (${margin >= required ? 'Carried' : 'Denied'})` };
    },
    endsWithMeeting: true,
    byRemark: true,
  },
};

const optionSet = perObject((options: readonly string[]) => new Set(options));

/** Whether a text is an option of a vote, to the letter. */
export function isOption(options: readonly string[], text: string): boolean {
  return optionSet(options).has(text);
}

/** The options of a vote by their names in lower case; of two that differ in case only, the first. */
const inLowerCase = perObject(
  (options: readonly string[]) => new Map(options.toReversed().map((option) => [option.toLowerCase(), option])),
);

/** What the counts of a vote are between two events; see `Counts`. */
export interface Counted {
  readonly counts: Layers<number>;
  readonly last: Layers<string>;
}

/** How many chose each option of a vote, while people vote. */
export class Counts {
  readonly #counts: Changing<number>;
  /** What each nick chose last; not kept where every ballot counts. */
  readonly #last: Changing<string>;
  readonly #allCount: boolean;

  constructor(allCount: boolean, { counts, last }: Partial<Counted> = {}) {
    this.#allCount = allCount;
    this.#counts = new Changing(counts);
    this.#last = new Changing(last);
  }

  add(nick: string, option: string): void {
    if (!this.#allCount) {
      const before = this.#last.get(nick);
      if (before !== undefined) this.#counts.set(before, this.of(before) - 1);
      this.#last.set(nick, option);
    }
    this.#counts.set(option, this.of(option) + 1);
  }

  of(option: string): number {
    return this.#counts.get(option) ?? 0;
  }

  /** Every option that somebody chose, if only for a while, in the order in which they were first chosen. */
  all(): (readonly [option: string, count: number])[] {
    return [...this.#counts.frozen().entries()];
  }

  frozen(): Counted {
    return { counts: this.#counts.frozen(), last: this.#last.frozen() };
  }
}

const counted = perObject(({ ballots, allCount }: Vote) =>
  groupBy(allCount ? ballots : lastOfEach(ballots), ({ option }) => option),
);

/** The nicks that chose an option, in their order; where only the last ballot of a nick counts, those that stayed with it. */
export function votersFor(vote: Vote, option: string): string[] {
  return (
    counted(vote)
      .get(option)
      ?.map(({ nick }) => nick) ?? []
  );
}

function lastOfEach(ballots: readonly Ballot[]): Ballot[] {
  return [...new Map(ballots.map((ballot) => [ballot.nick, ballot])).values()];
}

/** How a vote stands: `Yes: 3, No: 1`. Of very many options, only the first are listed. */
export function tally(vote: Vote): string {
  return tallyOf(vote.options, (option) => votersFor(vote, option).length);
}

/** How a vote stands by the count of each option. */
export function tallyOf(options: readonly string[], count: (option: string) => number): string {
  return listed(options, (option) => `${option}: ${count(option)}`);
}
