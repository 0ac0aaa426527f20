import type { Place } from '../../log/place.js';
import { type MeetingLog, partAt } from '../../meeting/meetingLog.js';
import { isByLabel, type LabelHelp, labelHelp } from '../../meeting/scribe/labelHelp.js';
import { type LabelLine, labelIn } from '../../meeting/scribe/labels.js';
import { roleOfLabel } from '../../meeting/scribe/readLabels.js';
import type { ChatRecord } from '../../meeting/scribe/record.js';
import type { Role } from '../../meeting/scribe/roster.js';
import { lineOf, type ScribedLine, scribedLine } from '../../meeting/scribe/scribedLine.js';

/** What is at the cursor in a meeting with a scribe, and nowhere else. */
export interface ScribedTarget {
  readonly kind: 'scribed';
  /** `text` is anything that a correction changed, an agenda item, or a line that goes on. */
  readonly part: 'label' | 'correction' | 'dots' | 'text';
  readonly place: Place;
  readonly on: ScribedLine;
}

/** A label as it is on a line of the log. */
export interface TypedLabel {
  readonly typed: LabelLine;
  readonly help: LabelHelp | undefined;
  /** Where it is, with its mark, and what follows. */
  readonly place: Place;
  readonly argument: Place;
}

/** A name in a list behind a label, or of whom the scribe minutes. */
export interface TypedName {
  readonly name: string;
  readonly place: Place;
}

/** What is said on a line, without damage, and with spaces for tabs. */
export function saidAt(log: MeetingLog, line: number) {
  const { textStart: start, textEnd: end } = log.text.read(line);
  const part = partAt(log, { line, start, end });
  return { ...part, text: part.text.replaceAll('\t', ' '), place: { line, start, end } };
}

/** The label by which a line is read; undefined if there is none, or if a correction makes it something else. */
export function labelOn(log: MeetingLog, line: number, { rule }: Pick<ScribedLine, 'rule'>): TypedLabel | undefined {
  if (!isByLabel(rule)) return undefined;
  const { text, placeOf } = saidAt(log, line);
  const typed = labelIn(text) ?? bareAction(text);
  if (!typed) return undefined;
  return {
    typed,
    help: labelHelp(typed),
    place: placeOf(typed.start, typed.markEnd),
    argument: placeOf(typed.textStart, typed.textStart + typed.text.length),
  };
}

/** `action bob to do something`, without a mark. */
function bareAction(text: string): LabelLine | undefined {
  const [whole, before = ''] = /^( *)action +/i.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const start = before.length;
  return {
    label: 'action',
    mark: ':',
    start,
    markEnd: start + 6,
    textStart: whole.length,
    text: text.slice(whole.length),
  };
}

/** The role that a label gives. */
export function roleBy({ typed }: TypedLabel): Role | undefined {
  return Object.hasOwn(roleOfLabel, typed.label) ? roleOfLabel[typed.label] : undefined;
}

/** The names on a line: in a list of people, or of who speaks by the scribe's words. */
export function namesOn(log: MeetingLog, line: number, on: ScribedLine): TypedName[] {
  const { text, placeOf } = saidAt(log, line);
  if (on.rule === 'speech' && on.shown?.speaker !== undefined) {
    const name = on.shown.speaker;
    const at = text.search(/[^ ]/);
    return text.startsWith(name, at) ? [{ name, place: placeOf(at, at + name.length) }] : [];
  }
  const label = labelOn(log, line, on);
  if (!label || roleBy(label) === undefined) return [];
  const start = label.typed.textStart;
  const names: TypedName[] = [];
  for (const found of label.typed.text.matchAll(/[^,]+/g)) {
    const name = roleBy(label) === 'scribe' ? (/^ *[^ /=]+/.exec(found[0])?.[0] ?? '') : found[0].trimEnd();
    const trimmed = name.replace(/^ +/, '');
    const at = start + found.index + name.length - trimmed.length;
    if (trimmed !== '') names.push({ name: trimmed, place: placeOf(at, at + trimmed.length) });
  }
  return names;
}

const dots = /^ *(?:\.\.+|…)/;

/** The label, the dots or the correction at a place of what is said; undefined if there is none. */
export function commandLikeAt(log: MeetingLog, line: number, character: number): ScribedTarget | undefined {
  const on = scribedLine(log, line);
  if (!on) return undefined;
  const holds = ({ start, end }: Place) => start <= character && character < end;
  const { text, placeOf, place } = saidAt(log, line);
  if (on.correction) return { kind: 'scribed', part: 'correction', place, on };
  const label = labelOn(log, line, on);
  if (label && holds(label.place)) return { kind: 'scribed', part: 'label', place: label.place, on };
  const found = isGoingOn(on) ? dots.exec(text)?.[0] : undefined;
  const at = found === undefined ? undefined : placeOf(found.search(/[^ ]/), found.length);
  return at && holds(at) ? { kind: 'scribed', part: 'dots', place: at, on } : undefined;
}

function isGoingOn({ rule }: ScribedLine): boolean {
  return rule === 'speech-continuation' || rule === 'continuation';
}

/** The name at a place of a list, or of who speaks. */
export function listedNameAt(log: MeetingLog, line: number, character: number): TypedName | undefined {
  const on = scribedLine(log, line);
  return on && namesOn(log, line, on).find(({ place: { start, end } }) => start <= character && character < end);
}

/** The rules of commands to bots. */
const toBot = /^(?:queue-command|to-)/;

/** What is said at a place, if there is something to know about it. */
export function textAbout(log: MeetingLog, line: number): ScribedTarget | undefined {
  const on = scribedLine(log, line);
  if (!on || (on.changes.length === 0 && !toBot.test(on.rule))) return undefined;
  return { kind: 'scribed', part: 'text', place: saidAt(log, line).place, on };
}

/** Where a record is in the log: what is said on its line, or the correction that inserts it. */
export function placeOfRecord(log: MeetingLog, { meeting }: ScribedLine, { line }: ChatRecord): Place {
  return saidAt(log, meeting.startLine + line).place;
}

/** The line of a record in the log, or in front of which it is inserted: 0-based. */
export function lineOfRecord({ meeting }: Pick<ScribedLine, 'meeting'>, record: ChatRecord): number {
  return meeting.startLine + lineOf(record);
}
