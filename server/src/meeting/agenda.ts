import { elementAt } from '../log/indexing.js';
import { perObject } from '../log/text/perBlock.js';
import type { Item, Meeting, Topic } from './model.js';

/** The items before a meeting's first topic, and its topics with their items. */
export interface Agenda {
  readonly items: readonly Item[];
  readonly topics: readonly Topic[];
}

/** The agenda of a meeting. */
export const agenda = perObject((meeting: Meeting): Agenda => {
  const { items, groups } = grouped(meeting, 'TOPIC');
  return { items, topics: groups };
});

/** The items before a topic's first subtopic, and its subtopics with their items. */
export function withSubtopics(topic: Topic): { readonly items: readonly Item[]; readonly subtopics: readonly Topic[] } {
  const { items, groups } = grouped(topic, 'SUBTOPIC');
  return { items, subtopics: groups };
}

/**
 * Splits items into those before the first one of a type, and each item of that type with those that follow it. `lastLine` is the
 * last line of the last group.
 */
function grouped({ items, lastLine }: Pick<Topic, 'items' | 'lastLine'>, type: Item['type']) {
  const starts: number[] = [];
  for (const [index, item] of items.entries()) if (item.type === type) starts.push(index);
  const groups = starts.map((start, index): Topic => {
    const next = starts[index + 1];
    return {
      item: elementAt(items, start),
      items: items.slice(start + 1, next),
      lastLine: next === undefined ? lastLine : Math.max(elementAt(items, start).line, elementAt(items, next).line - 1),
    };
  });
  return { items: items.slice(0, starts[0]), groups };
}
