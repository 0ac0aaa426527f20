import type { CodeLens, Command } from 'vscode-languageserver';
import { durationText } from '../log/facts/clock.js';
import { agenda } from '../meeting/agenda.js';
import { named } from '../meeting/listed.js';
import { type MeetingLog, meetingAt, perMeeting } from '../meeting/meetingLog.js';
import type { Meeting } from '../meeting/model.js';
import { firstNotAbove, lastUpTo } from '../meeting/sorted.js';
import { copyTopicCommand, generateMinutesCommand, previewCommand, saveMinutesCommand } from '../protocol.js';
import { mainCounts, meetingSummary, topicDuration, voteSummary } from './describe.js';
import { movedRange } from './positions.js';

/** What a lens shows, and whether it is only for clients that have Meetlog's commands. */
const kinds = {
  meeting: { show: (log, meeting) => label(meetingSummary(log, meeting)), ownersOnly: false },
  generate: { show: generateLens, ownersOnly: false },
  preview: { show: previewLens, ownersOnly: true },
  save: { show: saveLens, ownersOnly: true },
  vote: { show: voteLens, ownersOnly: false },
  topic: { show: topicLens, ownersOnly: false },
  copy: { show: copyLens, ownersOnly: true },
} as const satisfies Record<string, { show: Show; ownersOnly: boolean }>;

type Show = (log: MeetingLog, meeting: Meeting, line: number, uri: string) => Command | undefined;

/** The data of a lens until it is shown: the number of its document and its kind. */
export type LensData = readonly [document: number, kind: keyof typeof kinds];

/**
 * A summary and commands above each meeting; duration and counts above each topic. Clients that have Meetlog's commands get all
 * of them, others only what the server itself can do. `resolveCodeLens` fills in the text of those that come into view.
 */
export function codeLenses(log: MeetingLog, document: number, ownsCommands: boolean): CodeLens[] {
  const lenses = ownsCommands ? allLenses : serverLenses;
  return log.meetings.flatMap((meeting) => lenses(log, meeting, document));
}

/** A lens with its command; unchanged if there is nothing at its place any more. */
export function resolveCodeLens(log: MeetingLog, uri: string, lens: CodeLens): CodeLens {
  const { line } = lens.range.start;
  const meeting = meetingAt(log, line);
  const [, kind] = lens.data as LensData;
  const command = meeting && (kinds[kind] as { show: Show } | undefined)?.show(log, meeting, line, uri);
  return { range: lens.range, command: command ?? label('') };
}

const allLenses = perMeeting(lensesOf, moved);
const serverLenses = perMeeting(
  (log: MeetingLog, meeting: Meeting, document: number) =>
    lensesOf(log, meeting, document).filter(({ data: [, kind] }) => !kinds[kind].ownersOnly),
  moved,
);

interface Lens extends CodeLens {
  readonly data: LensData;
}

function lensesOf(_log: MeetingLog, meeting: Meeting, document: number): readonly Lens[] {
  const lens = (kind: LensData[1], line: number): Lens => {
    const start = { line, character: 0 };
    return { range: { start, end: start }, data: [document, kind] };
  };
  return [
    ...(['meeting', 'generate', 'preview', 'save'] as const).map((kind) => lens(kind, meeting.startLine)),
    ...meeting.votes.map(({ line }) => lens('vote', line)),
    ...agenda(meeting).topics.flatMap(({ item }) => [lens('topic', item.line), lens('copy', item.line)]),
  ];
}

function moved(lenses: readonly Lens[], by: number): readonly Lens[] {
  return lenses.map(({ range, data }) => ({ range: movedRange(range, by), data }));
}

/** A lens that only shows information. */
function label(title: string): Command {
  return { title, command: '' };
}

function generateLens(log: MeetingLog, meeting: Meeting, _line: number, uri: string): Command {
  return {
    title: 'Generate minutes',
    command: generateMinutesCommand,
    arguments: [uri, log.meetings.indexOf(meeting)],
  };
}

function previewLens(_log: MeetingLog, _meeting: Meeting, line: number, uri: string): Command {
  return { title: 'Preview', command: previewCommand, arguments: [uri, line] };
}

function saveLens(log: MeetingLog, meeting: Meeting, _line: number, uri: string): Command {
  return { title: 'Save…', command: saveMinutesCommand, arguments: [uri, log.meetings.indexOf(meeting)] };
}

function copyLens(_log: MeetingLog, _meeting: Meeting, line: number, uri: string): Command {
  return { title: 'Copy', command: copyTopicCommand, arguments: [uri, line] };
}

function voteLens(_log: MeetingLog, { votes }: Meeting, line: number): Command | undefined {
  const vote = lastUpTo(votes, line);
  return vote?.line === line ? label(named(`Vote ${voteSummary(vote)}`)) : undefined;
}

/** The time from a topic to the line that ends it, and the number of its items. */
function topicLens(log: MeetingLog, meeting: Meeting, line: number): Command | undefined {
  const { topics } = agenda(meeting);
  const topic = topics[firstNotAbove(topics, line, ({ item }) => item.line)];
  if (topic?.item.line !== line) return undefined;
  const seconds = topicDuration(log, meeting, topic);
  return label(
    [seconds !== undefined && durationText(seconds), mainCounts(topic.items)].filter(Boolean).join(' · ') || 'no items',
  );
}
