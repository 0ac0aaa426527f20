import { allItems, type Minutes, type MinutesItem, type MinutesSubtopic } from './minutes.js';

/**
 * Minutes for formats with a list of votes: topics show the question where the bot recorded the result, and no ballots, so that a
 * result is shown only once.
 */
export function votesApart(minutes: Minutes): Minutes {
  const closed = new Map(minutes.votes.flatMap((vote) => (vote.end ? [[vote.end.line, vote] as const] : [])));
  const motions = new Set(allItems(minutes).flatMap(({ ofVote, line }) => (ofVote === 'motion' ? line : [])));
  const shown = (item: MinutesItem): readonly MinutesItem[] => {
    if (item.ofVote === 'ballot') return [];
    const vote = item.ofVote === 'result' ? closed.get(item.line) : undefined;
    if (!vote) return [item];
    return motions.has(vote.line) ? [] : [{ ...item, type: 'VOTE', text: vote.question, ofVote: 'motion' }];
  };
  const withShown = <T extends MinutesSubtopic>(topic: T) => ({ ...topic, items: topic.items.flatMap(shown) });
  return {
    ...minutes,
    items: minutes.items.flatMap(shown),
    topics: minutes.topics.map((topic) => ({ ...withShown(topic), subtopics: topic.subtopics.map(withShown) })),
  };
}
