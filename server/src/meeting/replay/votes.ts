import { groupBy } from '../../log/groups.js';
import { perObject } from '../../log/text/perBlock.js';
import { listed } from '../listed.js';
import type { Ballot, Vote } from '../model.js';

/* The state of votes. */

const optionSet = perObject((options: readonly string[]) => new Set(options));

/** Whether a text is exactly an option of a vote. */
export function isOption(options: readonly string[], text: string): boolean {
  return optionSet(options).has(text);
}

const counted = perObject(({ ballots, allCount }: Vote) =>
  groupBy(allCount ? ballots : lastOfEach(ballots), ({ option }) => option),
);

/** The nicks that chose an option, in order; if only the last ballot of a nick counts, those that did not change their choice. */
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

/** The result of a vote so far: `Yes: 3, No: 1`. If there are very many options, only the first are listed. */
export function tally(vote: Vote): string {
  return tallyOf(vote.options, (option) => votersFor(vote, option).length);
}

/** The same, given a function that returns the count of each option. */
export function tallyOf(options: readonly string[], count: (option: string) => number): string {
  return listed(options, (option) => `${option}: ${count(option)}`);
}
