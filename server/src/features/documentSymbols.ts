import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { type MeetingLog, textAt } from '../meeting/meetingLog.js';
import { agenda, type Item, type Meeting, type Topic } from '../meeting/model.js';
import { meetingTitle, timeAt } from './describe.js';
import { linesRange, rangeOf } from './positions.js';

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
};

/** The outline: meetings, their topics, the items below each. */
export function documentSymbols(log: MeetingLog): DocumentSymbol[] {
  return log.meetings.map((meeting) => meetingSymbol(log, meeting));
}

function meetingSymbol(log: MeetingLog, meeting: Meeting): DocumentSymbol {
  const { items, topics } = agenda(meeting);
  const range = linesRange(log, meeting.startLine, meeting.lastLine);
  return {
    name: meetingTitle(log, meeting),
    detail: `${timeAt(log, meeting.startLine)} ${meeting.owner}`.trim(),
    kind: SymbolKind.Module,
    range,
    selectionRange: linesRange(log, meeting.startLine, meeting.startLine),
    children: [...items.map((item) => itemSymbol(log, item)), ...topics.map((topic) => topicSymbol(log, topic))],
  };
}

function topicSymbol(log: MeetingLog, { item, items, lastLine }: Topic): DocumentSymbol {
  return {
    ...itemSymbol(log, item),
    range: linesRange(log, item.line, lastLine),
    children: items.map((below) => itemSymbol(log, below)),
  };
}

function itemSymbol(log: MeetingLog, item: Item): DocumentSymbol {
  const label = item.type === 'TOPIC' ? '' : `${item.type} · `;
  return {
    // A name may not be empty, nor blank.
    name: textAt(log, item).trim() || `(empty ${item.type.toLowerCase()})`,
    detail: `${label}${timeAt(log, item.line)} ${item.nick}`.trim(),
    kind: kinds[item.type],
    range: linesRange(log, item.line, item.line),
    selectionRange: rangeOf(item),
  };
}
