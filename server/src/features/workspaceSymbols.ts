import { type Location, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Steps } from '../log/steps.js';
import { itemTypes } from '../meeting/itemTypes.js';
import type { MeetingDigest } from '../workspace/logDigest.js';
import type { IndexedLog, IndexedLogs } from '../workspace/logIndex.js';
import { decisionName, shown } from './describe.js';
import { titleOf } from './trees/treeTexts.js';

/** So many symbols are returned: editors ask again with each letter that is typed. */
export const mostSymbols = 300;

/** A symbol, and the folded text in which it is searched. */
interface Sought {
  readonly symbol: SymbolInformation;
  readonly text: string;
}

/**
 * The meetings, topics, actions and decisions of all logs that a query matches: the letters of each of its words occur in this
 * order in the symbol or in the name of its meeting. Those in which the words themselves occur come first, then the newest.
 */
export function* workspaceSymbols(logs: IndexedLogs, query: string): Steps<SymbolInformation[]> {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const whole: SymbolInformation[] = [];
  const scattered: SymbolInformation[] = [];
  for (const log of newestFirst(logs)) {
    for (const { symbol, text } of symbolsOf(log)) {
      if (!words.every((word) => hasLetters(text, word))) continue;
      if (words.every((word) => text.includes(word))) whole.push(symbol);
      else if (scattered.length < mostSymbols) scattered.push(symbol);
      if (whole.length === mostSymbols) return whole;
    }
    yield;
  }
  return [...whole, ...scattered].slice(0, mostSymbols);
}

/** Whether some letters occur in a text in this order. */
export function hasLetters(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

const sorted = new WeakMap<IndexedLogs, readonly IndexedLog[]>();

function newestFirst(logs: IndexedLogs): readonly IndexedLog[] {
  const known = sorted.get(logs);
  if (known) return known;
  const dateOf = ({ digest }: IndexedLog) => digest.meetings.at(-1)?.date ?? '';
  const made = logs.logs.toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0));
  sorted.set(logs, made);
  return made;
}

const made = new WeakMap<IndexedLog, readonly Sought[]>();

/** The symbols of a log, made once. */
function symbolsOf(log: IndexedLog): readonly Sought[] {
  const known = made.get(log);
  if (known) return known;
  const symbols = log.digest.meetings
    .flatMap((meeting) => symbolsIn(log, meeting))
    .map((symbol) => ({
      symbol,
      text: folded(`${symbol.name} ${symbol.containerName ?? ''}`),
    }));
  made.set(log, symbols);
  return symbols;
}

function symbolsIn(log: IndexedLog, meeting: MeetingDigest): SymbolInformation[] {
  const title = titleOf(meeting);
  const container = [title, meeting.date].filter(Boolean).join(', ');
  const symbol = (name: string, kind: SymbolKind, line: number): SymbolInformation[] =>
    name === '' ? [] : [{ name, kind, location: locationIn(log, line), containerName: container }];
  const { topics, actions, decisions } = meeting;
  return [
    {
      name: title,
      kind: SymbolKind.Module,
      location: locationIn(log, meeting.line),
      containerName: [meeting.channel, meeting.date].filter(Boolean).join(', '),
    },
    ...topics.flatMap(({ text, line }) => symbol(shown(text).trim(), SymbolKind[itemTypes.TOPIC.symbol], line)),
    ...actions.flatMap(({ text, line, people }) =>
      symbol(actionName(text, people), SymbolKind[itemTypes.ACTION.symbol], line),
    ),
    ...decisions.flatMap(({ text, line, kind }) =>
      symbol(decisionName(shown(text).trim(), kind), SymbolKind[itemTypes[kind].symbol], line),
    ),
  ];
}

/** An action with those who have to do it first: `bob: oil the saw`. */
export function actionName(text: string, people: readonly string[]): string {
  const said = shown(text).trim();
  if (people.length === 0 || said === '') return said;
  const [only = ''] = people;
  const isFirst = people.length === 1 && said.toLowerCase().startsWith(only.toLowerCase());
  const rest = isFirst ? /^(?:[\s:,]+(?:(?:to|will)\s+)?|$)(.*)$/is.exec(said.slice(only.length))?.[1] : undefined;
  return `${people.map(shown).join(', ')}: ${rest || said}`;
}

function locationIn({ digest, places }: IndexedLog, line: number): Location {
  const [start, end] = places.get(line) ?? [0, 0];
  return {
    uri: digest.log,
    range: { start: { line: line - 1, character: start }, end: { line: line - 1, character: end } },
  };
}
