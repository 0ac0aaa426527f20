import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { spokenLines } from '../log/facts/speakers.js';
import { type ChatDay, type ChatPart, chatDays } from '../log/facts/talks.js';
import { elementAt } from '../log/indexing.js';
import { finish, mapped, type Steps } from '../log/steps.js';
import { itemTypes } from '../meeting/itemTypes.js';
import { type MeetingLog, partsOf, perMeeting, textAt } from '../meeting/meetingLog.js';
import type { Item, Meeting, Vote } from '../meeting/model.js';
import { perPart } from '../meeting/perPart.js';
import { itemsOf } from '../meeting/sections.js';
import { firstNotAbove } from '../meeting/sorted.js';
import { count, meetingTitle, shortTimeAt, shown, timeAt, typeName, voteSummary } from './describe.js';
import { linesRange, movedRange, rangeOf } from './positions.js';

/** The outline: meetings, their topics, and the items of each; for a chat without a meeting, its days and talks. */
export function documentSymbols(log: MeetingLog): DocumentSymbol[] {
  if (log.meetings.length === 0) return chatDays(log.text).map((day) => daySymbol(log, day));
  return log.meetings.map((meeting) => meetingSymbol(log, meeting, meetingTitle(log, meeting)));
}

function daySymbol(log: MeetingLog, { date, talks, ...day }: ChatDay): DocumentSymbol {
  const part = (name: string, detail: string, { start, last }: ChatPart): DocumentSymbol => ({
    name,
    detail,
    kind: SymbolKind.Namespace,
    range: linesRange(log, start, last),
    selectionRange: linesRange(log, start, start),
  });
  const size = ({ start, last }: ChatPart) =>
    [shortTimeAt(log, start), count(spokenLines(log.text, start, last), 'line')].filter(Boolean).join(' · ');
  const parts = talks.map((talk) => part(size(talk), untilText(log, talk), talk));
  return { ...part(date ?? 'Chat', size(day), day), ...(talks.length > 1 && { children: parts }) };
}

function untilText(log: MeetingLog, { last }: ChatPart): string {
  const time = shortTimeAt(log, last);
  return time && `until ${time}`;
}

/** What is below a meeting may show its channel, so its title is given. */
const meetingSymbol = perMeeting((log, meeting, title: string): DocumentSymbol => {
  return {
    name: title,
    detail: shown(`${timeAt(log, meeting.startLine)} ${meeting.owner}`).trim(),
    kind: SymbolKind.Module,
    range: linesRange(log, meeting.startLine, meeting.lastLine),
    selectionRange: linesRange(log, meeting.startLine, meeting.startLine),
    children: childrenOf(log, meeting),
  };
}, moved);

/** A symbol moved by some lines because of an edit above it. */
function moved(symbol: DocumentSymbol, by: number): DocumentSymbol {
  return {
    ...symbol,
    range: movedRange(symbol.range, by),
    selectionRange: movedRange(symbol.selectionRange, by),
    ...(symbol.children && { children: symbol.children.map((child) => moved(child, by)) }),
  };
}

/** Makes the symbols of a log's meetings that are not cached, in small steps. */
export function* makingSymbols(log: MeetingLog): Steps<void> {
  for (const meeting of log.meetings) {
    const { identity, startLine } = meeting;
    if (!made.has(identity)) made.set(identity, { startLine, symbols: yield* symbolsIn(log, meeting) });
    yield;
  }
}

/** The symbols of a meeting's contents, and the line on which it began when they were made. */
const made = new WeakMap<Meeting['identity'], { readonly startLine: number; readonly symbols: DocumentSymbol[] }>();

function childrenOf(log: MeetingLog, meeting: Meeting): DocumentSymbol[] {
  const known = made.get(meeting.identity);
  return known?.startLine === meeting.startLine ? known.symbols : finish(symbolsIn(log, meeting));
}

/** Items and votes in order, below their topics and subtopics. */
function* symbolsIn(log: MeetingLog, meeting: Meeting): Steps<DocumentSymbol[]> {
  const all: DocumentSymbol[] = [];
  for (const part of partsOf(log, meeting)) {
    for (const symbol of itemSymbols(part, log).slice(0, part.kept)) all.push(symbol);
    yield;
  }
  const { items, startLine, lastLine } = meeting;
  const whole: Extent = { from: 0, to: items.length, firstLine: startLine, lastLine };
  const votes = yield* mapped(meeting.votes, (vote) => voteSymbol(log, vote));
  return yield* below({ log, items, symbols: all, votes }, whole, 'TOPIC');
}

/** A meeting's items and their symbols, and the symbols of its votes. */
interface Symbols {
  readonly log: MeetingLog;
  readonly items: readonly Item[];
  readonly symbols: readonly DocumentSymbol[];
  readonly votes: readonly DocumentSymbol[];
}

/** A range of items (indices, end exclusive) and of the lines they are on (last inclusive). */
interface Extent {
  readonly from: number;
  readonly to: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The symbols of an extent, with those after each heading as its children. */
function* below(all: Symbols, extent: Extent, heading: 'TOPIC' | 'SUBTOPIC'): Steps<DocumentSymbol[]> {
  const { items } = all;
  const starts: number[] = [];
  for (let index = extent.from; index < extent.to; index++) if (items[index]?.type === heading) starts.push(index);
  const lineOf = (index: number | undefined) => (index === undefined ? undefined : items[index]?.line);
  const { from, firstLine, lastLine } = extent;
  const before = { from, to: starts[0] ?? extent.to, firstLine, lastLine: (lineOf(starts[0]) ?? lastLine + 1) - 1 };
  const groups: DocumentSymbol[] = [];
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1];
    const own = {
      from: start + 1,
      to: next ?? extent.to,
      firstLine: lineOf(start) ?? 0,
      lastLine: (lineOf(next) ?? lastLine + 1) - 1,
    };
    const children = heading === 'TOPIC' ? yield* below(all, own, 'SUBTOPIC') : within(all, own);
    const range = linesRange(all.log, own.firstLine, own.lastLine);
    groups.push({ ...elementAt(all.symbols, start), range, children });
    yield;
  }
  return [...within(all, before), ...groups];
}

/** The symbols of an extent without headings; a vote replaces the items that record it. */
function within({ items, symbols, votes }: Symbols, { from, to, firstLine, lastLine }: Extent): DocumentSymbol[] {
  const own: DocumentSymbol[] = [];
  for (let index = from; index < to; index++) {
    const item = items[index];
    const symbol = symbols[index];
    if (item && symbol && !itemTypes[item.type].ofVote) own.push(symbol);
  }
  const lineOf = ({ range }: DocumentSymbol) => range.start.line;
  const voted = votes.slice(firstNotAbove(votes, firstLine, lineOf), firstNotAbove(votes, lastLine + 1, lineOf));
  return voted.length === 0 ? own : [...own, ...voted].sort((a, b) => lineOf(a) - lineOf(b));
}

function voteSymbol(log: MeetingLog, vote: Vote): DocumentSymbol {
  return {
    name: `Vote: ${shown(textAt(log, vote.question)).trim() || '(empty)'}`,
    detail: voteSummary(vote),
    kind: SymbolKind[itemTypes.VOTE.symbol],
    range: linesRange(log, vote.line, vote.line),
    selectionRange: rangeOf(vote.question),
  };
}

const itemSymbols = perPart((part, log: MeetingLog) => itemsOf(part).map((item) => itemSymbol(log, item)));

function itemSymbol(log: MeetingLog, item: Item): DocumentSymbol {
  const text = shown(textAt(log, item)).trim();
  return {
    // The type comes first: outlines cut off the end of names, and users search for types. A topic needs no type, since
    // everything else is below it. The protocol forbids empty and blank names.
    name: isHeading(item)
      ? text || `(empty ${item.type.toLowerCase()})`
      : `${typeName(item.type)}: ${text || '(empty)'}`,
    detail: shown(`${timeAt(log, item.line)} ${item.nick}`).trim(),
    kind: SymbolKind[itemTypes[item.type].symbol],
    range: linesRange(log, item.line, item.line),
    selectionRange: rangeOf(item),
  };
}

function isHeading({ type }: Item): boolean {
  return type === 'TOPIC' || type === 'SUBTOPIC';
}
