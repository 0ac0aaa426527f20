import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { type ChatDay, type ChatPart, chatDays } from '../log/chatParts.js';
import { spokenLines } from '../log/tally.js';
import { type MeetingLog, perMeeting, textAt } from '../meeting/meetingLog.js';
import { agenda, type Item, type Meeting, type Topic, type Vote, withSubtopics } from '../meeting/model.js';
import { count, meetingTitle, shown, timeAt, voteSummary } from './describe.js';
import { linesRange, movedRange, rangeOf } from './positions.js';

const kinds: Readonly<Record<Item['type'], SymbolKind>> = {
  TOPIC: SymbolKind.Class,
  AGREED: SymbolKind.Constant,
  ACCEPTED: SymbolKind.Constant,
  REJECTED: SymbolKind.Null,
  ACTION: SymbolKind.Event,
  INFO: SymbolKind.String,
  IDEA: SymbolKind.Property,
  HELP: SymbolKind.Interface,
  LINK: SymbolKind.File,
  SUBTOPIC: SymbolKind.Class,
  FAILED: SymbolKind.Null,
  INCONCLUSIVE: SymbolKind.Null,
  DONE: SymbolKind.Constant,
  MOTION: SymbolKind.Boolean,
  VOTE: SymbolKind.Boolean,
};

/** The outline: meetings, their topics, the items below each; of a chat without a meeting, its days and talks. */
export function documentSymbols(log: MeetingLog): DocumentSymbol[] {
  if (log.meetings.length === 0) return chatDays(log.text).map((day) => daySymbol(log, day));
  return log.meetings.map((meeting) => meetingSymbol(log, meeting));
}

function daySymbol(log: MeetingLog, { date, talks, ...day }: ChatDay): DocumentSymbol {
  const part = (name: string, { start, last }: ChatPart): DocumentSymbol => ({
    name,
    detail: count(spokenLines(log.text, start, last), 'line'),
    kind: SymbolKind.Namespace,
    range: linesRange(log, start, last),
    selectionRange: linesRange(log, start, start),
  });
  const parts = talks.map((talk) => part(`${timeAt(log, talk.start)} to ${timeAt(log, talk.last)}`, talk));
  return { ...part(date ?? 'Chat', day), ...(talks.length > 1 && { children: parts }) };
}

const meetingSymbol = perMeeting((log, meeting): DocumentSymbol => {
  const { items, topics } = agenda(meeting);
  const range = linesRange(log, meeting.startLine, meeting.lastLine);
  return {
    name: meetingTitle(log, meeting),
    detail: shown(`${timeAt(log, meeting.startLine)} ${meeting.owner}`).trim(),
    kind: SymbolKind.Module,
    range,
    selectionRange: linesRange(log, meeting.startLine, meeting.startLine),
    children: [
      ...symbolsBelow(log, meeting, items, meeting.startLine, (topics[0]?.item.line ?? meeting.lastLine + 1) - 1),
      ...topics.map((topic) => topicSymbol(log, meeting, topic)),
    ],
  };
}, moved);

/** A symbol that an edit above it has moved by some lines. */
function moved(symbol: DocumentSymbol, by: number): DocumentSymbol {
  return {
    ...symbol,
    range: movedRange(symbol.range, by),
    selectionRange: movedRange(symbol.selectionRange, by),
    ...(symbol.children && { children: symbol.children.map((child) => moved(child, by)) }),
  };
}

function topicSymbol(log: MeetingLog, meeting: Meeting, topic: Topic): DocumentSymbol {
  const { items, subtopics } = withSubtopics(topic);
  const own = subtopics[0]?.item.line ?? topic.lastLine + 1;
  return {
    ...itemSymbol(log, topic.item),
    range: linesRange(log, topic.item.line, topic.lastLine),
    children: [
      ...symbolsBelow(log, meeting, items, topic.item.line, own - 1),
      ...subtopics.map((subtopic) => topicSymbol(log, meeting, subtopic)),
    ],
  };
}

/** Items and votes of lines `from` to `to` (inclusive) in their order; a vote stands for the items that record it. */
function symbolsBelow(
  log: MeetingLog,
  meeting: Meeting,
  items: readonly Item[],
  from: number,
  to: number,
): DocumentSymbol[] {
  const symbols = items.filter(({ type }) => type !== 'VOTE' && type !== 'MOTION').map((item) => itemSymbol(log, item));
  const votes = meeting.votes.filter(({ line }) => from <= line && line <= to).map((vote) => voteSymbol(log, vote));
  return [...symbols, ...votes].sort((a, b) => a.range.start.line - b.range.start.line);
}

function voteSymbol(log: MeetingLog, vote: Vote): DocumentSymbol {
  return {
    name: shown(textAt(log, vote.question)).trim() || '(empty vote)',
    detail: `VOTE · ${voteSummary(vote)}`,
    kind: SymbolKind.Boolean,
    range: linesRange(log, vote.line, vote.line),
    selectionRange: rangeOf(vote.question),
  };
}

function itemSymbol(log: MeetingLog, item: Item): DocumentSymbol {
  const label = item.type === 'TOPIC' ? '' : `${item.type} · `;
  return {
    // A name may not be empty, nor blank.
    name: shown(textAt(log, item)).trim() || `(empty ${item.type.toLowerCase()})`,
    detail: shown(`${label}${timeAt(log, item.line)} ${item.nick}`).trim(),
    kind: kinds[item.type],
    range: linesRange(log, item.line, item.line),
    selectionRange: rangeOf(item),
  };
}
