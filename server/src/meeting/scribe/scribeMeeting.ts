import { dateIn } from '../../log/facts/dateNotation.js';
import { lastSpoken } from '../../log/facts/speakers.js';
import { elementAt } from '../../log/indexing.js';
import { plainText } from '../../log/layouts/damage.js';
import type { Steps } from '../../log/steps.js';
import type { Block } from '../../log/text/block.js';
import type { LogText } from '../../log/text/logText.js';
import { queueKeeper, recorder } from '../dialects/scribeBots.js';
import type { ItemType } from '../itemTypes.js';
import type { ChairChange, Item, Meeting, Part } from '../model.js';
import { newFound } from '../replay/runningMeeting.js';
import { folded, nickKey } from './nameLists.js';
import { readingScribed, type Scribed } from './readScribed.js';
import type { ChatRecord } from './record.js';
import type { ScribeSpan } from './scribeSpans.js';
import type { Shown, ShownKind } from './shown.js';

/** Reads the meeting of a span. Can be paused at any `yield`. */
export function* readingMeeting(
  log: LogText,
  span: ScribeSpan,
  isWholeLog: boolean,
): Steps<{ meeting: Meeting; parts: Part[] }> {
  const { start: startLine, end } = span;
  const scribed = yield* readingScribed(yield* recordsOf(log, startLine, end));
  yield;
  const said = lastSpoken(log, startLine, end);
  const lastLine = Math.max(said, span.endLine ?? said);
  const items = itemsIn(scribed, startLine);
  const chairChanges = chairChangesIn(scribed, startLine);
  yield;
  const { title } = scribed.state;
  const meeting: Meeting = {
    identity: {},
    startLine,
    isStartMissing: false,
    endLine: isWholeLog ? lastLine : span.endLine,
    lastLine,
    restarts: [],
    owner: span.starter ?? '',
    bot: [recorder, queueKeeper].find((nick) => scribed.nicks.has(nick)),
    date: dateOf(scribed),
    utcOffset: undefined,
    title: title && {
      ...title.place,
      line: title.place.line + startLine,
      ...(!title.isInLog && { words: title.text }),
    },
    name: undefined,
    items,
    undone: [],
    votes: [],
    chairChanges,
    aliases: new Map(),
    named: namedIn(scribed),
    scribed,
  };
  yield;
  return { meeting, parts: partsOf(log, span, items, chairChanges) };
}

/** The messages of some lines; lines of records are relative to the first. */
function* recordsOf(log: LogText, start: number, end: number): Steps<ChatRecord[]> {
  const records: ChatRecord[] = [];
  if (end <= start) return records;
  for (const { block, start: first, from, to } of log.parts(start, end - 1)) {
    for (let row = from; row <= to; row++) {
      const kind = block.kind(row);
      if (kind === 'message' && !isComing(block, row)) records.push(recordOf(block, row, first + row - start));
      else if (kind === 'continuation') goOn(records.at(-1), block, row);
    }
    yield;
  }
  return records;
}

/** What the recorder's log has for joins and the like: the nick says it of itself. */
const coming = /^(?:\d\d:\d\d:\d\d )?<([^ >]+)> \1 has (?:joined|left|changed the topic to:) /;

function isComing(block: Block, row: number): boolean {
  // Most rows are talk, whose nick and text differ.
  const isOfSelf = block.text.startsWith(`${block.nick(row)} has `, block.textStart(row));
  return isOfSelf && coming.test(`${block.bare(row)} `);
}

function recordOf(block: Block, row: number, line: number): ChatRecord {
  const from = block.start(row);
  const [start, end] = [block.textStart(row) - from, endOf(block, row) - from];
  const text = textOf(block, row);
  const isInLog = block.damage === undefined;
  return { line, nick: block.nick(row), text, start, end, time: block.time(row), isInLog, isInserted: false };
}

/** A longer message goes on below its line. */
function goOn(record: ChatRecord | undefined, block: Block, row: number): void {
  if (!record) return;
  record.text += ` ${textOf(block, row).trim()}`;
  record.isInLog = false;
}

function textOf(block: Block, row: number): string {
  return plainText(block.damage, block.text.slice(block.textStart(row), endOf(block, row))).replaceAll('\t', ' ');
}

/** Where a text ends: the spaces behind it belong to it. */
function endOf(block: Block, row: number): number {
  let end = block.textEnd(row);
  while (block.text[end] === ' ' || block.text[end] === '\t') end++;
  return end;
}

const itemKinds: Readonly<Partial<Record<ShownKind, ItemType>>> = {
  topic: 'TOPIC',
  subtopic: 'SUBTOPIC',
  action: 'ACTION',
  resolution: 'RESOLVED',
  issue: 'ISSUE',
};

/** What is shown of the items of a meeting, in their order. */
export function itemsShown({ state }: Scribed): readonly Shown[] {
  return state.shown.filter(({ kind }) => itemKinds[kind] !== undefined);
}

function itemsIn(scribed: Scribed, startLine: number): Item[] {
  return itemsShown(scribed).flatMap((shown) => {
    const type = itemKinds[shown.kind];
    return type === undefined ? [] : [itemOf(shown, type, startLine)];
  });
}

/** The text of what is shown, its lines joined by spaces. */
export function shownText({ lines }: Shown): string {
  return lines.map(({ text }) => text).join(' ');
}

function itemOf(shown: Shown, type: ItemType, startLine: number): Item {
  const { record, nick, lines } = shown;
  const [first] = lines;
  const { start, end } = record.atText ?? first?.place ?? record;
  // The text of a topic below a line of dashes is on the line below.
  const isInLog = lines.length === 1 && first?.isInLog === true && first.place.line === record.line;
  // What a correction inserts is shown where it belongs.
  const line = (record.at ?? record.line) + startLine;
  return { type, nick, line, start, end, ...(!isInLog && { words: shownText(shown) }) };
}

function chairChangesIn({ state }: Scribed, startLine: number): ChairChange[] {
  return state.roster.changes
    .filter(({ role }) => role === 'chair')
    .map(({ line, name, on, by }) => ({ line: line + startLine, nick: name, chair: on, by }));
}

/** Those who were present or chairs and did not speak, unless a nick is the same apart from case and `_`. */
function namedIn({ state, nicks }: Scribed): ReadonlyMap<string, number> {
  const speaking = new Set([...nicks].map(nickKey));
  const named = new Map<string, number>();
  const present = new Set([...state.roster.names('present'), ...state.roster.names('chair')].map(folded));
  for (const { role, name, line } of state.roster.changes) {
    if (role === 'scribe' || role === 'regrets' || name === '' || named.has(name)) continue;
    if (present.has(folded(name)) && !speaking.has(nickKey(name))) named.set(name, line);
  }
  return named;
}

const dated = /\/(\d{4})\/(\d\d)\/(\d\d)-/;

/** `YYYY-MM-DD`: as people wrote it, or in the address of the minutes or the log. */
function dateOf({ state }: Scribed): string | undefined {
  if (state.date) return dateIn(state.date.text);
  for (const name of ['minutes', 'log'] as const) {
    const [, year, month, day] = dated.exec(state.links.get(name)?.url ?? '') ?? [];
    if (year !== undefined) return `${year}-${month}-${day}`;
  }
  return undefined;
}

/** The blocks of a meeting with their items. */
function partsOf(
  log: LogText,
  { start, end }: ScribeSpan,
  items: readonly Item[],
  chairs: readonly ChairChange[],
): Part[] {
  if (end <= start) return [];
  let next = 0;
  let nextChange = 0;
  return log.parts(start, end - 1).map(({ block, start: first }, index, all) => {
    const isLast = index === all.length - 1;
    const from = next;
    while (next < items.length && (isLast || elementAt(items, next).line < first + block.size)) next++;
    const own = items.slice(from, next).map((item) => ({ ...item, line: item.line - first }));
    const firstChange = nextChange;
    while (nextChange < chairs.length && elementAt(chairs, nextChange).line < first + block.size) nextChange++;
    const chairChanges = chairs
      .slice(firstChange, nextChange)
      .map((change) => ({ ...change, line: change.line - first }));
    return { start: first, stretch: { ...newFound(), steps: [], items: own, chairChanges }, kept: own.length };
  });
}
