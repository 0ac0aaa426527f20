import type { Position, Range, SelectionRange } from 'vscode-languageserver';
import { inOrder } from '../log/place.js';
import type { LogText } from '../log/text/logText.js';
import { agenda, withSubtopics } from '../meeting/agenda.js';
import { type MeetingLog, meetingAt } from '../meeting/meetingLog.js';
import type { Topic } from '../meeting/model.js';
import { isWord } from '../meeting/nameFinder.js';
import { firstNotAbove } from '../meeting/sorted.js';
import { linesRange, rangeOf } from './positions.js';

/**
 * What selections at some positions grow to: the word, the time, nick or text that it is part of, its line, everything that the
 * speaker said without interruption, the topic, the meeting, the document. Each range is larger than the one before.
 */
export function selectionRanges(log: MeetingLog, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => {
    const { line, character } = log.text.clamp(position);
    // On the last line, that of the end of the text.
    const at = { line, character: Math.min(character, log.text.text(line).length) };
    const ranges = [...rangesAround(log, at)].reverse();
    const chain = ranges.reduce<SelectionRange | undefined>((parent, range) => within(range, parent), undefined);
    return chain ?? { range: { start: at, end: at } };
  });
}

/** A range in its parent; the parent alone if it is no larger, or does not contain the range. */
function within(range: Range, parent: SelectionRange | undefined): SelectionRange {
  if (!parent) return { range };
  return isLarger(parent.range, range) ? { range, parent } : parent;
}

function isLarger(outer: Range, inner: Range): boolean {
  const isOrdered = (a: Position, b: Position) => inOrder(a, b)[0] === a;
  const isSame = areSame(outer.start, inner.start) && areSame(outer.end, inner.end);
  return isOrdered(outer.start, inner.start) && isOrdered(inner.end, outer.end) && !isSame;
}

function areSame(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}

/** From the smallest to the largest; some may be the same. */
function* rangesAround(log: MeetingLog, { line, character }: Position): Generator<Range> {
  const { text } = log;
  const row = text.text(line);
  const word = wordAt(row, character);
  if (word) yield rangeOf({ line, ...word });
  const { timeStart, timeEnd, nickStart, nickEnd, textStart, textEnd } = text.read(line);
  const blanks = /^\s*/.exec(row.slice(textStart, textEnd))?.[0].length ?? 0;
  const columns = [
    { start: timeStart, end: timeEnd },
    { start: nickStart, end: nickEnd },
    { start: textStart + blanks, end: textEnd },
  ];
  for (const { start, end } of columns) {
    if (start <= character && character <= end && start < end) yield rangeOf({ line, start, end });
  }
  yield linesRange(log, line, line);
  const parts = partsAround(log, line);
  const [first, last] = linesOfSpeaker(text, line);
  yield linesRange(log, Math.max(first, parts[0]?.first ?? 0), Math.min(last, parts[0]?.last ?? last));
  for (const part of parts) yield linesRange(log, part.first, part.last);
  yield linesRange(log, 0, text.lineCount - 1);
}

/** The parts of a meeting that a line is in, the smallest first. */
function partsAround(log: MeetingLog, line: number): { readonly first: number; readonly last: number }[] {
  const meeting = meetingAt(log, line);
  if (!meeting) return [];
  const topic = topicAt(agenda(meeting).topics, line);
  const subtopic = topic && topicAt(withSubtopics(topic).subtopics, line);
  const topics = [subtopic ?? [], topic ?? []].flat();
  return [
    ...topics.map(({ item, lastLine }) => ({ first: item.line, last: lastLine })),
    { first: meeting.startLine, last: meeting.lastLine },
  ];
}

/** The word at a place, or the one that ends there. */
function wordAt(text: string, at: number): { readonly start: number; readonly end: number } | undefined {
  let [start, end] = [at, at];
  while (isWord(text, end)) end++;
  while (isWord(text, start - 1)) start--;
  return start < end ? { start, end } : undefined;
}

function topicAt(topics: readonly Topic[], line: number): Topic | undefined {
  const topic = topics[firstNotAbove(topics, line + 1, ({ item }) => item.line) - 1];
  return topic && line <= topic.lastLine ? topic : undefined;
}

/** The first and last line of what is said without interruption by whoever speaks on a line. */
function linesOfSpeaker(text: LogText, line: number): [first: number, last: number] {
  let first = line;
  while (first > 0 && speakerOn(text, first) === undefined) first--;
  const nick = speakerOn(text, first) ?? '';
  for (let at = first - 1; nick && at >= 0; at--) {
    const speaker = speakerOn(text, at);
    if (speaker === nick) first = at;
    else if (speaker !== undefined) break;
  }
  let last = line;
  for (let at = line + 1; at < text.lineCount; at++) {
    const speaker = speakerOn(text, at);
    if (speaker !== undefined && (speaker !== nick || nick === '')) break;
    last = at;
  }
  return [first, last];
}

/** Who speaks on a line: empty if no one does, undefined if it continues what is above it. */
function speakerOn(text: LogText, line: number): string | undefined {
  const index = text.blockAt(line);
  const [block, row] = [text.blocks[index], line - (text.starts[index] ?? 0)];
  const kind = block?.kind(row);
  if (kind === 'continuation') return undefined;
  return kind === 'message' || kind === 'action' || kind === 'heading' ? (block?.nick(row) ?? '') : '';
}
