import { headLength, mayBeChat } from '../log/detect/chat.js';
import { layoutNamed } from '../log/layouts/layouts.js';
import type { Steps } from '../log/steps.js';
import { LogText } from '../log/text/logText.js';
import { dialectNamed } from '../meeting/dialects/dialects.js';
import { isMinutes, Sniffer } from '../meeting/isMeetingLog.js';
import { findingMeetings, type MeetingLog } from '../meeting/meetingLog.js';
import { mayBeUnread, sureUnreadStart } from '../meeting/unreadLog.js';
import { digesting, type LogDigest } from './logDigest.js';
import type { IndexedLog } from './logIndex.js';

/** How a file is read. */
export interface Reading {
  /** Its name without folders, and the path of its folder. */
  readonly fileName: string;
  readonly folder: string;
  /** The names of the layout and the bot, and the channel; undefined if they are found. */
  readonly layout?: string | undefined;
  readonly bot?: string | undefined;
  readonly channel?: string | undefined;
  /** Whether it is a log whatever its text is, since the user says so. */
  readonly isChosen?: boolean | undefined;
}

/** How many characters are searched for a meeting in a step. */
const pieceLength = 200_000;

/** Reads a file of a workspace in small steps; null if it is not the log of a meeting. */
export function* readingFile(text: string, reading: Reading): Steps<MeetingLog | null> {
  const lines = yield* linesOf(text, reading);
  if (!lines) return null;
  const { fileName, folder, channel, bot = '' } = reading;
  return yield* findingMeetings(lines, fileName, { folder, channel, dialect: dialectNamed(bot) });
}

/** The lines of a meeting's log; undefined for other files, minutes among them. */
function* linesOf(text: string, { layout = '', isChosen = false }: Reading): Steps<LogText | undefined> {
  const made = () => LogText.of(text, layoutNamed(layout));
  if (isChosen) return made();
  const mayBe = mayBeChat(text);
  if ((!mayBe && !mayBeUnread(text)) || isMinutes(text.slice(0, headLength), text)) return undefined;
  yield;
  const lines = made();
  yield;
  // A chosen layout says nothing about the kind of file.
  const sniffer = new Sniffer(text.slice(0, headLength), layout === '' ? lines.detection : undefined);
  if (mayBe) {
    for (const piece of piecesOf(text)) {
      if (sniffer.finds(piece)) return lines;
      yield;
    }
  }
  return mayBeUnread(text) && sureUnreadStart(lines) ? lines : undefined;
}

/** The parts of a text, which end at line ends. */
function* piecesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf('\n', start + pieceLength);
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    yield text.slice(start, end);
    start = end;
  }
}

/** Makes what the index has of a log, under a name, in small steps. */
export function* indexing(log: MeetingLog, name: string): Steps<IndexedLog> {
  const digest = yield* digesting(log, name);
  const places = new Map(linesIn(digest).map((line) => [line, placeOn(log, line - 1)]));
  for (const { items, startLine, title } of log.meetings) {
    if (title && places.has(startLine + 1) && title.line === startLine)
      places.set(startLine + 1, [title.start, title.end]);
    for (const { line, start, end } of items) if (places.has(line + 1)) places.set(line + 1, [start, end]);
    yield;
  }
  return { digest, places };
}

/** The lines that a digest names, 1-based. */
function linesIn({ meetings }: LogDigest): number[] {
  return meetings.flatMap(({ line, topics, actions, decisions }) => [
    line,
    ...[...topics, ...actions, ...decisions].map((one) => one.line),
  ]);
}

function placeOn({ text }: MeetingLog, line: number): readonly [start: number, end: number] {
  return [0, text.text(line).length];
}
