import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver';
import { after, type Steps } from '../log/steps.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { namePlaces, readingNames } from '../meeting/names.js';
import { rangeOf } from './positions.js';
import { mentionAt, partAt } from './target.js';

/** The most highlights on either side of the cursor: an editor can hardly draw all lines of the busiest talker in a year. */
const mostOnASide = 2_000;

/**
 * For a person, the lines where they speak, come and go (`Write`), and where they are mentioned (`Read`). Empty elsewhere, so
 * that no editor highlights the same digits in every time.
 */
export function* documentHighlights(log: MeetingLog, position: Position): Steps<DocumentHighlight[]> {
  // The cursor may also be at the end of a word.
  const places = [position, { ...position, character: position.character - 1 }];
  const target =
    firstOf(places, (place) => partAt(log, place)) ??
    (yield* after(readingNames(log.text), () => firstOf(places, (place) => mentionAt(log, place))));
  if (target?.kind !== 'nick' && target?.kind !== 'mention') return [];
  const named = yield* namePlaces(log.text, target.nick, target.place.line, mostOnASide);
  return named.map((place) => ({
    range: rangeOf(place),
    kind: place.kind === 'nick' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

function firstOf<T, R>(all: readonly T[], resultOf: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const result = resultOf(one);
    if (result !== undefined) return result;
  }
  return undefined;
}
