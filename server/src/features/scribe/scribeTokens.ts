import { isScribeBot } from '../../meeting/dialects/scribeBots.js';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import type { ScribedLine } from '../../meeting/scribe/scribedLine.js';
import type { Rule } from '../../meeting/scribe/shown.js';
import { addressedOn, type Token } from '../tokens.js';
import { labelOn, namesOn, saidAt } from './scribeTarget.js';

/** The rules of lines that are told to bots. */
const toBots: ReadonlySet<Rule> = new Set([
  'queue-command',
  'to-recorder',
  'to-tracker',
  'to-agenda-keeper',
  'to-issue-bot',
]);

/** The rules whose text is a heading of the minutes. */
const headings: ReadonlySet<Rule> = new Set(['topic', 'subtopic', 'meeting']);

/** What is coloured in what is said on a line: labels, titles, commands to bots, corrections, and who speaks. */
export function scribedTokens(log: MeetingLog, line: number, on: ScribedLine): Token[] {
  const { text, placeOf, place } = saidAt(log, line);
  if (on.rule === 'queue-keeper-topic') return botTopic(log, line, on);
  if (isScribeBot(on.record.nick)) return [{ ...place, type: 'comment' }];
  if (on.correction) return [{ ...place, type: 'keyword', ...(!on.correction.isDone && { modifier: 'ignored' }) }];
  const label = labelOn(log, line, on);
  if (label) {
    const title: Token[] = headings.has(on.rule) ? [{ ...label.argument, type: 'topic' }] : [];
    return [{ ...label.place, type: 'keyword' }, ...title];
  }
  if (toBots.has(on.rule)) {
    const [word = '', spaces = ''] = /^( *)[^ ]+/.exec(text) ?? [];
    return [{ ...placeOf(spaces.length, word.length), type: 'keyword' }];
  }
  const names = namesOn(log, line, on);
  if (names.length > 0) return names.map((name) => ({ ...name.place, type: 'nick', modifier: 'addressed' }));
  return addressedOn(log, line);
}

/** What the queue keeper says when it takes up an item, around its title. */
function botTopic(log: MeetingLog, line: number, { shown, meeting }: ScribedLine): Token[] {
  const { place } = saidAt(log, line);
  const title = shown?.lines[0];
  if (!title?.isInLog || title.place.line + meeting.startLine !== line) return [{ ...place, type: 'comment' }];
  const { start, end } = title.place;
  return [
    { start: place.start, end: start, type: 'comment' },
    { start, end, type: 'topic' },
    { start: end, end: place.end, type: 'comment' },
  ];
}
