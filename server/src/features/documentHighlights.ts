import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver';
import type { Place } from '../log/place.js';
import type { Steps } from '../log/steps.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { namePlaces } from '../meeting/names.js';
import type { LogProject } from '../workspace/logProject.js';
import { counterpart } from './counterparts.js';
import { personAt } from './person.js';
import { rangeOf } from './positions.js';
import { scribedHighlights } from './scribe/scribeLinks.js';
import { targetAtCursor } from './target.js';

/** The most highlights on either side of the cursor: an editor can hardly draw all lines of the busiest talker in a year. */
const mostOnASide = 2_000;

/**
 * For a person, the lines where they speak, come and go (`Write`), and where they are mentioned (`Read`). For a command that
 * opens or closes something, both ends. Empty elsewhere, so that no editor highlights the same digits in every time.
 */
export function* documentHighlights(
  log: MeetingLog,
  position: Position,
  project?: LogProject,
): Steps<DocumentHighlight[]> {
  const target = yield* targetAtCursor(log, position);
  if (target?.kind === 'command') {
    const other = counterpart(log, target);
    return other ? [target.place, other].map((place) => highlight(place, DocumentHighlightKind.Text)) : [];
  }
  if (target?.kind === 'scribed') {
    const { Text } = DocumentHighlightKind;
    const others = scribedHighlights(log, target, mostOnASide);
    return others.length === 0 ? [] : [target.place, ...others].map((place) => highlight(place, Text));
  }
  if (target?.kind !== 'person') return [];
  const { searched } = personAt(log, target, project);
  const places = yield* namePlaces(log.text, searched, target.place.line, mostOnASide);
  const { Read, Write } = DocumentHighlightKind;
  return places.map((place) => highlight(place, place.kind === 'nick' ? Write : Read));
}

function highlight(place: Place, kind: DocumentHighlightKind): DocumentHighlight {
  return { range: rangeOf(place), kind };
}
