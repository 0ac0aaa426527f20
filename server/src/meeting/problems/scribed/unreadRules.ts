import { elementAt } from '../../../log/indexing.js';
import type { LogText } from '../../../log/text/logText.js';
import { recorder } from '../../dialects/scribeBots.js';
import type { MeetingLog } from '../../meetingLog.js';
import { nearScribePerlLayout } from '../../scribe/scribePerlLayouts.js';
import type { Finding } from '../problem.js';

/* Lines of logs with a scribe on which scribe.perl gives up, whether Meetlog reads them or not. */

/** The first line because of which scribe.perl reads nothing of a log; like scribe.perl, it says how many there are, and no more. */
export function* unreadByScribePerl({ text, meetings }: MeetingLog): Generator<Finding> {
  const first = meetings.find(({ scribed }) => scribed);
  const layout = first && nearScribePerlLayout(text);
  const unread = layout ? unreadByLayout(text) : undefined;
  if (!first || !layout || !unread || unread.count === 0) return;
  const { line, count } = unread;
  const isRecorders = layout.isRecorders && meetings.some(({ scribed }) => scribed?.nicks.has(recorder));
  const others = count === 1 ? '' : ` and ${(count - 1).toLocaleString('en')} more`;
  yield {
    line,
    start: 0,
    end: text.text(line).length,
    message: `Because of this line${others}, scribe.perl reads nothing of this log.`,
    ...(isRecorders && { severity: 'error' }),
  };
}

/** How many lines scribe.perl does not read in the layout of a log, and the first of them. */
function unreadByLayout(text: LogText): { line: number; count: number } {
  const layout = nearScribePerlLayout(text);
  let count = 0;
  let line = 0;
  for (const [index, block] of text.blocks.entries()) {
    const rows = layout?.unread(block) ?? [];
    if (count === 0 && rows.length > 0) line = elementAt(text.starts, index) + elementAt(rows, 0);
    count += rows.length;
  }
  return { line, count };
}

/** All lines on which scribe.perl gives up. */
export function allUnreadByScribePerl({ text }: MeetingLog): number[] {
  const layout = nearScribePerlLayout(text);
  if (!layout) return [];
  return text.blocks.flatMap((block, index) => layout.unread(block).map((row) => elementAt(text.starts, index) + row));
}
