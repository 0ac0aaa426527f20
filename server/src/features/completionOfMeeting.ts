import { type CompletionItem, CompletionItemKind, InsertTextFormat, TextEdit } from 'vscode-languageserver';
import { readLine } from '../log/layouts/layout.js';
import type { Point } from '../log/place.js';
import type { Dialect, Effect } from '../meeting/dialects/dialect.js';
import { shownWord } from '../meeting/dialects/words.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import type { Abilities } from './abilities.js';
import { lineEnd } from './newLines.js';
import { type Piece, plainOf, snippetOf } from './snippets.js';

const label = 'Meeting';
const time = '10:00:00';
const nick: Piece = [2, 'nick'];
const head: readonly Piece[] = [[1, time], ' <', nick, '> '];

/** A whole meeting for a document that is empty, except for the start of a word; undefined if it is not. */
export function wholeMeeting(
  log: MeetingLog,
  { line, character }: Point,
  { snippets }: Abilities,
): CompletionItem | undefined {
  const { text, rules } = log;
  if (text.blocks.length > 1 || !isInLayout(log)) return undefined;
  const word = text
    .toString()
    .replace(/^\uFEFF/, '')
    .trim();
  const start = wordFor(rules, 'start');
  const before = text.at({ line, start: 0, end: character });
  if (before.replace(/^\uFEFF/, '').trim() !== word) return undefined;
  const filterText = [label, start].find((one) => one.toLowerCase().startsWith(word.toLowerCase()));
  if (filterText === undefined) return undefined;
  const range = { start: { line, character: before.length - word.length }, end: { line, character } };
  const pieces = template(rules).flatMap((line) => [...line, lineEnd(log)]);
  return {
    label,
    kind: CompletionItemKind.Snippet,
    detail: 'A whole meeting',
    filterText,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: TextEdit.replace(range, snippets ? snippetOf(pieces) : plainOf(pieces)),
  };
}

/** Whether the lines of the template are in the layout, unless it will be found by them. */
function isInLayout({ text: { layout, confidence } }: MeetingLog): boolean {
  return confidence === 0 || readLine(layout, plainOf(head)).kind === 'message';
}

function template(dialect: Dialect): (readonly Piece[])[] {
  if (dialect.isScribed) return scribedTemplate;
  const said = (effect: Effect, ...more: readonly Piece[]) => [...head, wordFor(dialect, effect), ...more];
  return [
    said('start', ' ', [3, 'Title']),
    said('TOPIC', ' ', [4, 'First topic']),
    said('ACTION', ' ', nick, ' ', [5, 'does something']),
    said('end'),
  ];
}

const scribedTemplate: (readonly Piece[])[] = [
  [...head, 'scribe+'],
  [...head, 'present+'],
  [...head, 'Meeting: ', [3, 'Title']],
  [...head, 'Topic: ', [4, 'First topic']],
  [...head, 'ACTION: ', nick, ' to ', [5, 'do something']],
  [...head, 'Zakim, end meeting'],
];

function wordFor({ commands }: Dialect, effect: Effect): string {
  return shownWord(commands.find((command) => command.effect === effect)?.words[0] ?? '');
}
