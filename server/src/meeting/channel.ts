import { plainText } from '../log/layouts/damage.js';
import { isSpokenKind } from '../log/logLine.js';
import type { LogText } from '../log/text/logText.js';
import { perObject } from '../log/text/perBlock.js';
import { addressedChannel, filedChannel, folderChannel, namedChannel, withSign } from './channelNames.js';
import { type MeetingLog, perMeeting, textAt } from './meetingLog.js';
import type { Meeting } from './model.js';
import { sectionAt } from './sections.js';

/**
 * The channel of a meeting, with its `#`; undefined if nothing shows it. What is nearest to the meeting counts: a channel that
 * was given; then what the meeting's lines show, then where the bot says that its minutes are; then the name of the file; then
 * the first lines of the log; then its folder.
 */
export function channelOf(log: MeetingLog, meeting: Meeting): string | undefined {
  const { channel, fileName, folder } = log;
  return (
    channel ??
    lineChannel(log, meeting) ??
    toldChannel(log, meeting) ??
    namedChannel(fileName) ??
    filedChannel(fileName, meeting.name) ??
    headChannel(log.text) ??
    folderChannel(folder)
  );
}

/** The channel of a log by MeetBot's rule: `#` and the file name up to its first dot. */
export function originalChannel(fileName: string): string {
  return withSign(fileName.split('.')[0] ?? '');
}

/** What the lines of a meeting show. */
const lineChannel = perMeeting(
  (log, meeting) => shownChannel(log, meeting) ?? eventChannel(log, meeting.startLine, meeting.lastLine),
  (channel) => channel,
);

/** As some layouts write it before each nick. */
function shownChannel(log: MeetingLog, { startLine }: Meeting): string | undefined {
  const { nickStart } = log.text.read(startLine);
  return /(?:^|\s)(#[^\s:]{1,64}): /.exec(textAt(log, { line: startLine, start: 0, end: nickStart }))?.[1];
}

const name = String.raw`(#[^\s,:;()\]\[<>"]{1,64})`;
/** What clients write about a channel: who joins and leaves it, its topic and its mode. */
const eventPattern = new RegExp(
  String.raw`\b(?:joined|left|parted|(?:join|sync) to|topic (?:for|of|on)|(?:server)?mode)(?: the)?(?: channel)?[ /]${name}|^${name}: mode change`,
  'iu',
);
/** What clients write about the channel of the log itself. */
const ownPattern = new RegExp(
  String.raw`\b(?:talking (?:in|on)|conversation (?:in|with|on)|logging(?: meeting)? (?:in|of|for)|(?:joined|join to)(?: the)?(?: channel)?|topic (?:for|of|on))[ ]${name}`,
  'iu',
);

/** Exported so that they can be checked. */
export const channelPatterns: readonly RegExp[] = [eventPattern, ownPattern];

/** How many lines of a meeting are examined, and how many at the start of a log. */
const mostLines = 1000;
const headLines = 40;

/** The channel that people joined or left during the meeting; undefined if there are several, as in the log of all channels. */
function eventChannel(log: MeetingLog, from: number, to: number): string | undefined {
  const found = new Set<string>();
  for (const { block, start, from: first, to: last } of log.text.parts(from, Math.min(to, from + mostLines))) {
    for (let row = first; row <= last; row++) {
      const kind = block.kind(row);
      if (isSpokenKind(kind) || kind === 'quit' || kind === 'continuation') continue;
      addIn(found, log.text, start + row, channelPatterns);
    }
  }
  return onlyOne(found);
}

/** Without people who joined before: the log may be of several channels. */
const headChannel = perObject((text: LogText): string | undefined => {
  const found = new Set<string>();
  const last = Math.min(headLines, text.lineCount);
  for (let line = 0; line < last; line++) {
    const { kind, nick } = text.read(line);
    if (nick === '' && !isSpokenKind(kind)) addIn(found, text, line, [ownPattern]);
  }
  return onlyOne(found);
});

function addIn(found: Set<string>, text: LogText, line: number, patterns: readonly RegExp[]): void {
  const row = plainText(text.layout.damage, text.text(line));
  // Most events are of people; only some name the channel.
  if (!row.includes('#')) return;
  for (const pattern of patterns) {
    const [, name, other] = pattern.exec(row) ?? [];
    const channel = name ?? other;
    if (channel !== undefined) found.add(channel.replace(/[.!]$/, ''));
  }
}

function onlyOne(found: ReadonlySet<string>): string | undefined {
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** How many lines around a meeting's start and end may show where it was and where its minutes are. */
const linesAround = 8;
const address =
  /^(?:meeting ended\b|(?:html |text |raw )?(?:minutes|logs?)\b)[^\n]{0,80}?(https?:\/\/[^\s<>()[\]]{1,300})/i;
const loggedIn = new RegExp(`^started logging meeting in ${name}`, 'iu');

/** Where the bot says that the meeting is, or its minutes are. */
function toldChannel(log: MeetingLog, meeting: Meeting): string | undefined {
  const { startLine, lastLine } = meeting;
  const below = sectionAt(log.sections, lastLine + 1);
  const next = below && !below.meeting ? below.end : lastLine + 1;
  for (let line = startLine; line <= Math.min(startLine + linesAround, lastLine); line++) {
    const channel = loggedIn.exec(saidBy(log, meeting, line))?.[1];
    if (channel) return channel.replace(/\.$/, '');
  }
  for (let line = Math.max(startLine, lastLine - 2); line < Math.min(lastLine + linesAround, next); line++) {
    const url = address.exec(saidBy(log, meeting, line))?.[1];
    const channel = url && addressedChannel(url, meeting.name);
    if (channel) return channel;
  }
  return undefined;
}

/** What the bot says on a line, or anyone if no bot is known. */
function saidBy(log: MeetingLog, { bot }: Meeting, line: number): string {
  const { kind, nick, textStart: start, textEnd: end } = log.text.read(line);
  return isSpokenKind(kind) && (bot === undefined || nick === bot) ? textAt(log, { line, start, end }) : '';
}
