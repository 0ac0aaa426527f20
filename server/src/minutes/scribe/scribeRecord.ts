import type { ShownKind } from '../../meeting/scribe/shown.js';
import {
  isAction,
  isDecision,
  type Minutes,
  type MinutesItem,
  type MinutesParagraph,
  type MinutesScribe,
  speakersAndNamed,
} from '../minutes.js';
import { writtenDate } from '../scribeMinutes.js';

/**
 * The record of any meeting as a scribe would have it. Where none scribed, that is what is in the minutes: topics, actions,
 * decisions, and the other items as remarks.
 */
export function scribeRecord(minutes: Minutes): MinutesScribe {
  if (minutes.scribe) return minutes.scribe;
  return {
    title: minutes.title,
    date: dateOf(minutes),
    present: speakersAndNamed(minutes).speakers.map(({ nick }) => nick),
    regrets: [],
    chairs: minutes.chairs,
    scribes: [],
    links: { agenda: null, log: null, minutes: null, previous: null, next: null },
    recording: null,
    discussion: [
      ...minutes.items.map(itemParagraph),
      ...minutes.topics.flatMap((topic) => [
        paragraph(topic, 'topic'),
        ...topic.items.map(itemParagraph),
        ...topic.subtopics.flatMap((one) => [paragraph(one, 'subtopic'), ...one.items.map(itemParagraph)]),
      ]),
    ],
    display: { isFinal: true, emphasis: false, keepLines: true, issueLinks: true, urlDisplay: 'break' },
  };
}

/** The date of any minutes as a scribe's page shows it: `05 March 2031`; null if it is unknown. */
export function dateOf({ date }: Minutes): string | null {
  const [year = '', month = '', day = ''] = date?.split('-') ?? [];
  return writtenDate(year, month, day);
}

function itemParagraph(item: MinutesItem): MinutesParagraph {
  if (isAction(item)) return paragraph(item, 'action');
  if (isDecision(item) && isCarried(item)) return paragraph(item, 'resolution');
  if (item.type === 'ISSUE') return paragraph(item, 'issue');
  const isPlain = item.type === 'INFO' || item.type === 'LINK';
  return paragraph(item, 'remark', isPlain ? item.text : `${item.type}: ${item.text}`);
}

/** Whether a decision is not against something: the page lists only these. */
export function isCarried({ type }: Pick<MinutesItem, 'type'>): boolean {
  return type === 'AGREED' || type === 'ACCEPTED' || type === 'RESOLVED';
}

function paragraph({ line, time, nick, text }: MinutesItem, kind: ShownKind, shown = text): MinutesParagraph {
  return { line, time, kind, nick, speaker: null, lines: [shown], data: null, isInserted: false, recordingAt: null };
}
