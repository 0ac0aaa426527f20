import type { LogText } from '../log/logText.js';
import { type Draft, type Outcome, setChair } from './draft.js';
import type { ReplyEvent } from './events.js';
import { byCodePoint } from './model.js';
import { tally, votersFor } from './votes.js';

/** Takes the bot's word for what the log does not show, and compares its list of chairs with the replay's. */
export function takeReply(draft: Draft, { line, nick, reply }: ReplyEvent, log: LogText): Outcome {
  if (reply.kind !== 'result') draft.bot ??= nick;
  if (nick !== draft.bot) return {};
  switch (reply.kind) {
    case 'started':
      draft.date ??= reply.date;
      draft.utcOffset ??= offsetBetween(log.time(line), reply.time);
      return reply.owner === undefined ? {} : compareChairs(draft, line, [reply.owner]);
    case 'owner':
      return compareChairs(draft, line, [reply.owner]);
    case 'result':
      return compareTally(draft, reply.counts);
    case 'name':
      draft.name = reply.name;
      return {};
    case 'chairs':
      return compareChairs(draft, line, reply.nicks);
    case 'ended':
      return {};
  }
}

/**
 * A bot answers late where commands come fast: besides the list of the moment, any that it has not printed yet will do. Where
 * none does, whoever the bot lists is a chair from then on, since it takes their commands; whoever it lacks keeps their rights.
 */
function compareChairs(draft: Draft, line: number, nicks: readonly string[]): Outcome {
  const expectedChairs = byCodePoint(draft.chairs);
  const said = withoutDisputed(draft, nicks);
  const index = [...draft.unprinted, expectedChairs].findIndex((list) => withoutDisputed(draft, list) === said);
  if (index >= 0) {
    draft.unprinted.splice(0, index + 1);
    return {};
  }
  for (const nick of expectedChairs) if (!nicks.includes(nick)) draft.disputed.add(nick);
  for (const nick of nicks) setChair(draft, line, nick, true, draft.bot ?? nick);
  draft.unprinted.length = 0;
  return { expectedChairs };
}

/** A bot's count of the vote that was closed last, against the replay's. */
function compareTally(draft: Draft, counts: Readonly<Record<string, number>>): Outcome {
  const vote = draft.vote ?? draft.votes.at(-1);
  if (!vote) return {};
  const isOther = Object.entries(counts).some(
    ([option, count]) => vote.options.includes(option) && votersFor(vote, option).length !== count,
  );
  return isOther ? { expectedTally: tally(vote) } : {};
}

const quarterHour = 900;
const day = 86_400;
/** No clock is further behind UTC than 12 hours, so what seems to be more is one that is ahead of it. */
const mostBehind = 12 * 3600;

/** From the log's clock to the bot's, in quarters of an hour, as zones differ; undefined where either is not known, or they differ otherwise. */
function offsetBetween(log: number | undefined, bot: number | undefined): number | undefined {
  if (log === undefined || bot === undefined) return undefined;
  const difference = (((bot - log) % day) + day) % day;
  const rounded = Math.round(difference / quarterHour) * quarterHour;
  if (Math.abs(difference - rounded) > 300) return undefined;
  return rounded > mostBehind ? rounded - day : rounded;
}

function withoutDisputed(draft: Draft, nicks: readonly string[]): string {
  return byCodePoint(new Set(nicks.filter((nick) => !draft.disputed.has(nick)))).join(' ');
}
