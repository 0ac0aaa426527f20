import { dateIn } from '../log/facts/dateNotation.js';
import { secondsBetween } from '../log/facts/timeline.js';
import { type Cleaned, plainPart, plainText, rangeOf } from '../log/layouts/damage.js';
import { finish, type Steps } from '../log/steps.js';
import type { LogText } from '../log/text/logText.js';
import type { Item, Meeting, Part, Place, Section, Step } from './model.js';
import { type Replay, type ReplayOptions, replaying } from './replay/replay.js';
import { movedBy, sectionAt } from './sections.js';
import { firstNotAbove } from './sorted.js';

/** A log and its meetings: the input of features and writers. */
export interface MeetingLog extends Replay {
  readonly text: LogText;
  /** The log's file name without folders, empty for an untitled log; it may show the channel and the date. */
  readonly fileName: string;
  /** The path of its folder, which may show the channel; empty if unknown. */
  readonly folder: string;
  /** The channel of all meetings, if it was given. */
  readonly channel: string | undefined;
  readonly meetings: readonly Meeting[];
}

/** Options for finding the meetings of a log. */
export interface MeetingLogOptions extends ReplayOptions {
  /** The path of the log's folder. */
  readonly folder?: string;
  /** The channel of all meetings, instead of what the log and its path show. */
  readonly channel?: string | undefined;
  /** An earlier state of the same log, from which everything that edits did not touch is reused. */
  readonly earlier?: MeetingLog | undefined;
}

/** Finds the meetings of a log. Accepts any text; without a `#startmeeting` there are none. */
export function meetingLog(text: LogText, fileName: string, options?: MeetingLogOptions): MeetingLog {
  return finish(findingMeetings(text, fileName, options));
}

/** The same, in small steps. */
export function* findingMeetings(
  text: LogText,
  fileName: string,
  { earlier, folder = '', channel, ...options }: MeetingLogOptions = {},
): Steps<MeetingLog> {
  const replay = yield* replaying(text, options, earlier);
  return { text, fileName, folder, channel, ...replay, meetings: meetingsIn(replay.sections) };
}

function meetingsIn(sections: readonly Section[]): Meeting[] {
  const meetings: Meeting[] = [];
  for (const { meeting } of sections) if (meeting) meetings.push(meeting);
  return meetings;
}

/**
 * A view of a meeting, cached as long as no edit touches the meeting. It may depend only on the meeting's lines and on an
 * argument that rarely changes. If an edit above moves the meeting, the view is moved as well.
 */
export function perMeeting<T, G = undefined>(
  compute: (log: MeetingLog, meeting: Meeting, given: G) => T,
  moved: (value: T, by: number) => T,
): (log: MeetingLog, meeting: Meeting, ...given: G extends undefined ? [] : [G]) => T {
  const kept = new WeakMap<object, { readonly startLine: number; readonly value: T; readonly given: G }>();
  return (log, meeting, ...rest) => {
    const { identity, startLine } = meeting;
    const given = rest[0] as G;
    const entry = kept.get(identity);
    const isKnown = entry !== undefined && entry.given === given;
    if (isKnown && entry.startLine === startLine) return entry.value;
    const value = isKnown ? moved(entry.value, startLine - entry.startLine) : compute(log, meeting, given);
    kept.set(identity, { startLine, value, given });
    return value;
  };
}

/** The text at a place, without the log's damage, or of an item whose text is not in the log. */
export function textAt(log: MeetingLog, { line, start, end, words }: Place & { readonly words?: string }): string {
  return words ?? plainText(log.text.layout.damage, log.text.text(line).slice(start, end));
}

/** The text at a place, without the log's damage, and where each part of that is in the log. */
export function partAt({ text }: MeetingLog, { line, start, end }: Place): PlacedPart {
  const part = plainPart(text.layout.damage, text.text(line), start, end);
  return { ...part, placeOf: (from, to) => ({ line, ...rangeOf(part, from, to) }) };
}

/** A part of a line without damage. */
export interface PlacedPart extends Cleaned {
  /** Where a part of its text is in the log. */
  placeOf(from: number, to: number): Place;
}

/** The meeting that a line belongs to, or undefined. */
export function meetingAt({ sections }: MeetingLog, line: number): Meeting | undefined {
  const meeting = sectionAt(sections, line)?.meeting;
  return meeting && meeting.startLine <= line && line <= meeting.lastLine ? meeting : undefined;
}

/** The step of the event on a line, or undefined. Outside of meetings, only commands are events. */
export function stepAt({ sections }: MeetingLog, line: number): Step | undefined {
  const parts = sectionAt(sections, line)?.parts ?? [];
  const part = parts[firstNotAbove(parts, line + 1, ({ start }) => start) - 1];
  if (!part) return undefined;
  const { steps } = part.stretch;
  const step = steps[firstNotAbove(steps, line - part.start, ({ event }) => event.line)];
  return step?.event.line === line - part.start ? movedStep(step, part.start) : undefined;
}

/** The parts of a meeting. */
export function partsOf({ sections }: MeetingLog, { startLine }: Meeting): readonly Part[] {
  return sectionAt(sections, startLine)?.parts ?? [];
}

/** The steps of a section. */
export function stepsOf({ parts }: Section): Step[] {
  return parts.flatMap(stepsOfPart);
}

/** The steps of a part of a section. */
export function stepsOfPart({ start, stretch }: Part): Step[] {
  return stretch.steps.map((step) => movedStep(step, start));
}

function movedStep(step: Step, by: number): Step {
  return { ...step, event: movedBy(step.event, by) };
}

/** The actions of a meeting. */
export function actions(meeting: Meeting): Item[] {
  return meeting.items.filter(({ type }) => type === 'ACTION');
}

/** The duration of a meeting, in seconds; undefined if it did not end or the log's times leave it open. It may be days. */
export function durationOf({ text }: MeetingLog, { startLine, endLine }: Meeting): number | undefined {
  return endLine === undefined ? undefined : secondsBetween(text, startLine, endLine);
}

/** The base name of minutes: the log's name without `.log.txt` or its extension. */
export function baseName(fileName: string): string {
  return fileName.replace(/(?:\.log\.txt|(?<=.)\.[^.]*)$/, '');
}

/** `YYYY-MM-DD` in a log's file name, also written `20310314`, `2031.03.14` or `14-Mar-2031`; undefined if there is none. */
export function dateInName(fileName: string): string | undefined {
  const [, year, , month, day] =
    /(?<!\d)((?:19|20)\d\d)([-._]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(fileName) ?? [];
  if (year !== undefined) return `${year}-${month}-${day}`;
  const written = /(?<!\d)(\d\d)-?([A-Z][a-z]{2})-?((?:19|20)\d\d)(?!\d)/.exec(fileName);
  return written ? dateIn(`${written[1]} ${written[2]} ${written[3]}`) : undefined;
}
