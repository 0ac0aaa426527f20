import { type MeetingLog, textAt } from './meetingLog.js';
import type { Meeting } from './model.js';

/* The channel of a meeting, as far as its lines or the path of the log show it. Other file names are not a channel. */

/** The channel of a meeting, with its `#`; undefined if nothing shows it. Depends only on the log's path and the meeting. */
export function channelOf(log: MeetingLog, meeting: Meeting): string | undefined {
  const { fileName, folder } = log;
  return (
    shownChannel(log, meeting) ??
    namedChannel(fileName) ??
    filedChannel(fileName, meeting) ??
    folderChannel(folder) ??
    joinedChannel(log, meeting)
  );
}

/** The channel of a log by MeetBot's rule: `#` and the file name up to its first dot. */
export function originalChannel(fileName: string): string {
  return `#${fileName.split('.')[0]}`;
}

/** As some layouts write it before each nick. */
function shownChannel(log: MeetingLog, { startLine }: Meeting): string | undefined {
  const { nickStart } = log.text.read(startLine);
  return /(?:^|\s)(#[^\s:]{1,64}): /.exec(textAt(log, { line: startLine, start: 0, end: nickStart }))?.[1];
}

/** As clients name logs of channels: `#tea.log`, `network_#tea_20310314.log`, `irc.network.#tea.weechatlog`. */
function namedChannel(fileName: string): string | undefined {
  const name = /(?:^|[\s._-])(#[^\s.]{1,64}?)(?=[_-]?\d{4}-?\d\d-?\d\d|[\s.]|$)/.exec(fileName)?.[1];
  return name !== undefined && /\p{L}/u.test(name) ? name : undefined;
}

/** As MeetBot names its files: `tea.2031-03-14-18.00.log.txt`, by the channel, or by the meeting's name if it has one. */
function filedChannel(fileName: string, { name }: Meeting): string | undefined {
  const filed = /^([^\s.]{1,64})\.\d{4}-\d\d-\d\d-\d\d\.\d\d(?:\.|$)/.exec(fileName)?.[1];
  return filed === undefined || filed === name ? undefined : `#${filed}`;
}

/** As clients name folders for a channel's logs. */
function folderChannel(folder: string): string | undefined {
  const segments = folder.split(/[/\\]/);
  return segments.findLast((segment) => /^#[^\s#]*\p{L}/u.test(segment));
}

/** How many lines of a meeting are examined. */
const mostLines = 1000;

/** The channel that people joined during the meeting; undefined if they joined more than one, as in the log of all channels. */
function joinedChannel(log: MeetingLog, { startLine, lastLine }: Meeting): string | undefined {
  const { text } = log;
  const joined = new Set<string>();
  for (const { block, start, from, to } of text.parts(startLine, Math.min(lastLine, startLine + mostLines))) {
    for (let row = from; row <= to; row++) {
      if (block.kind(row) !== 'join') continue;
      const line = start + row;
      const { textStart, textEnd } = text.read(line);
      const said = textAt(log, { line, start: textStart, end: textEnd });
      const name = /(?:^|[\s:])(#[^\s,:;)\]]{1,64})/.exec(said)?.[1];
      if (name) joined.add(name.replace(/\.$/, ''));
    }
  }
  const [only] = joined;
  return joined.size === 1 ? only : undefined;
}
