import { elementAt } from '../../log/indexing.js';
import { mapped, type Steps } from '../../log/steps.js';
import { perObject } from '../../log/text/perBlock.js';
import { type MeetingLog, partsOf, perMeeting, stepsOfPart } from '../meetingLog.js';
import type { Meeting, Part, Place, Section, Stretch } from '../model.js';
import { type Present, presentAt } from '../present.js';
import { blockShare } from '../readShare.js';
import type { Scribed } from '../scribe/readScribed.js';
import { findingScribePerlLayout } from '../scribe/scribePerlLayouts.js';
import { firstSectionAt, keptItems, movedBy, sectionAt } from '../sections.js';
import { firstNotAbove } from '../sorted.js';
import { hasSigns } from '../strays.js';
import type { Finding } from './problem.js';
import { type Problem, type ProblemCode, problemCodes, problemTable } from './problemTable.js';
import { at, Scope, type ScopeOf } from './scope.js';
import { ScribedScope } from './scribed/scribedScope.js';

/** Problems sorted by line. A list stays the same object as long as no edit touches what it depends on. */
export type ProblemList = readonly Problem[];

/** Every problem of a log, sorted by line. */
export function problems(log: MeetingLog): Problem[] {
  return problemLists(log).flat().sort(byPlace);
}

/** Every list of problems of a log: one for each part, and one for each meeting as a whole. */
export function problemLists(log: MeetingLog): ProblemList[] {
  return log.sections
    .flatMap(({ meeting }, index) => (meeting ? listsOf(log, meeting) : listsBetween(log, index)))
    .concat(listsOfPairs(log), [listOfLog(log)])
    .filter((list) => list.length > 0);
}

/** The problems on lines `from` to `to` (inclusive), sorted. Takes no longer than there are sections and parts on these lines. */
export function problemsOn(log: MeetingLog, from: number, to: number): Problem[] {
  const near: ProblemList[] = [listOfLog(log)];
  const { sections } = log;
  for (let index = Math.max(0, firstSectionAt(sections, from + 1) - 1); index < sections.length; index++) {
    const section = elementAt(sections, index);
    const { meeting } = section;
    if (section.start > to) break;
    if (!meeting) near.push(...listsBetween(log, index, from, to));
    else near.push(...listsOnLines(listsOf(log, meeting), section.parts, from, to), listAbove(log, meeting));
  }
  return near.flatMap((list) => onLines(list, from, to)).sort(byPlace);
}

/** Of the lists of a meeting, which are that of the whole and one for each part, those that may have problems on some lines. */
function listsOnLines(
  [whole = [], ...lists]: readonly ProblemList[],
  parts: readonly Part[],
  from: number,
  to: number,
) {
  const first = Math.max(0, firstNotAbove(parts, from + 1, ({ start }) => start) - 1);
  const last = firstNotAbove(parts, to + 1, ({ start }) => start);
  return [whole, ...lists.slice(first, last)];
}

function onLines(list: ProblemList, from: number, to: number): ProblemList {
  const lineOf = ({ line }: Problem) => line;
  return list.slice(firstNotAbove(list, from, lineOf), firstNotAbove(list, to + 1, lineOf));
}

/** The problems of a meeting together with the one above. */
function listAbove(log: MeetingLog, below: Meeting): ProblemList {
  const above = log.meetings[firstNotAbove(log.meetings, below.startLine, ({ startLine }) => startLine) - 1];
  return above ? listOfPair(log, above, below) : [];
}

/** Finds the problems of a log in small steps, so that `problemLists` and `problemsOn` have little left to do. */
export function* findingProblems(log: MeetingLog): Steps<void> {
  if (allFound.has(log)) return;
  for (const [index, { meeting, parts }] of log.sections.entries()) {
    if (meeting?.scribed) yield* findingInScribed(log, meeting, meeting.scribed);
    else if (meeting) yield* findingInParts(log, meeting, parts);
    if (meeting) listsOf(log, meeting);
    else listsBetween(log, index);
    yield;
  }
  yield* mapped(log.text.blocks, blockShare);
  if (log.meetings.some(({ scribed }) => scribed)) yield* findingScribePerlLayout(log.text);
  listOfLog(log);
  allFound.add(log);
}

function* findingInParts(log: MeetingLog, meeting: Meeting, parts: readonly Part[]): Steps<void> {
  if (parts.length < 2) return;
  for (const part of parts) {
    listOfPart(log, meeting, part);
    yield;
  }
}

function* findingInScribed(log: MeetingLog, meeting: Meeting, scribed: Scribed): Steps<void> {
  if (foundScribed.has(meeting.identity)) return;
  for (const code of scribedCodes) {
    foundInScribed(log, meeting, scribed, code);
    yield;
  }
}

/** The logs whose problems are found. */
const allFound = new WeakSet<MeetingLog>();

/** The problems of each meeting together with the one above. */
function listsOfPairs(log: MeetingLog): ProblemList[] {
  return log.meetings.slice(1).map((below, index) => listOfPair(log, elementAt(log.meetings, index), below));
}

/** The problems of two meetings, and where these were. */
interface PairFindings {
  readonly above: object;
  readonly lastLine: number;
  readonly startLine: number;
  readonly list: ProblemList;
}

const foundInPair = new WeakMap<object, PairFindings>();

function listOfPair(log: MeetingLog, above: Meeting, below: Meeting): ProblemList {
  if (below.scribed) return [];
  const known = foundInPair.get(below.identity);
  const [{ identity, lastLine }, { startLine }] = [above, below];
  if (known?.above === identity && known.lastLine === lastLine && known.startLine === startLine) return known.list;
  const list = sorted(problemCodes, (code) => problemTable[code].findInPair?.(log, above, below) ?? []);
  foundInPair.set(below.identity, { above: identity, lastLine, startLine, list });
  return list;
}

/** The problems of a log as a whole. */
const listOfLog = perObject(
  (log: MeetingLog): ProblemList => sorted(problemCodes, (code) => problemTable[code].findInLog?.(log) ?? []),
);

/** The problems of one meeting, which edits elsewhere do not change. */
const listsOf = perMeeting(
  (log, meeting): readonly ProblemList[] => {
    const parts = partsOf(log, meeting);
    return [listOfWhole(log, meeting), ...parts.map((part) => listOfPart(log, meeting, part))];
  },
  (lists, by) => lists.map((list) => moved(list, by)),
);

function listOfWhole(log: MeetingLog, meeting: Meeting): ProblemList {
  if (meeting.scribed) return listOfScribed(log, meeting, meeting.scribed);
  return sorted(problemCodes, (code) => problemTable[code].findInMeeting?.(log, meeting) ?? []);
}

/** The kinds of problems of meetings with a scribe. */
const scribedCodes = problemCodes.filter((code) => problemTable[code].findInScribed);

/** What is found of a meeting with a scribe until all is: an edit makes it another meeting. */
const inScribed = new WeakMap<
  object,
  { readonly scope: ScribedScope; readonly found: Map<ProblemCode, readonly Finding[]> }
>();

/** Finds one kind of problem in a meeting with a scribe. */
function foundInScribed(log: MeetingLog, meeting: Meeting, scribed: Scribed, code: ProblemCode): readonly Finding[] {
  let own = inScribed.get(meeting.identity);
  if (own?.scope.log !== log) own = { scope: new ScribedScope(log, meeting, scribed), found: new Map() };
  inScribed.set(meeting.identity, own);
  const found = own.found.get(code) ?? Array.from(problemTable[code].findInScribed?.(own.scope) ?? []);
  own.found.set(code, found);
  return found;
}

/** The meetings with a scribe whose problems are all found. */
const foundScribed = new WeakSet<object>();

function listOfScribed(log: MeetingLog, meeting: Meeting, scribed: Scribed): ProblemList {
  const times = Array.from(problemTable['time-backwards'].findInMeeting?.(log, meeting) ?? []);
  const list = sorted(scribedCodes, (code) => foundInScribed(log, meeting, scribed, code));
  inScribed.delete(meeting.identity);
  foundScribed.add(meeting.identity);
  return [...list, ...times.map((finding) => ({ code: 'time-backwards' as const, ...finding }))].sort(byPlace);
}

/** What the problems of a part depend on, apart from the results of its events. */
interface KeptFindings {
  readonly list: ProblemList;
  readonly start: number;
  /** The lines of the meeting's start, or of the meetings above and below, and how many of the items were not removed. */
  readonly bounds: readonly unknown[];
  /** Other lines that the problems refer to, and what was there. */
  readonly noted: ReadonlyMap<number, Place>;
  /** Who was present; undefined if that does not matter. */
  readonly present: Present | undefined;
}

const found = new WeakMap<Stretch, KeptFindings>();

/** The problems of a part, cached as long as nothing that they depend on has changed. */
function listIn(
  log: MeetingLog,
  part: Part,
  rows: Rows,
  bounds: readonly unknown[],
  given: Partial<ScopeOf>,
): ProblemList {
  const known = found.get(part.stretch);
  if (known?.start === part.start && isValid(known, log, bounds, given.running)) return known.list;
  const scope = new Scope({ ...outside, ...given, ...rows, log, steps: stepsOfPart(part), items: keptItems(part) });
  const codes = problemCodes.filter((code) => scope.running || problemTable[code].outside);
  const list = sorted(codes, (code) => problemTable[code].find?.(scope) ?? []);
  found.set(part.stretch, { list, start: part.start, bounds, noted: scope.noted, present: scope.usedPresent });
  return list;
}

const outside = { running: undefined, above: undefined, below: undefined };

function isValid(
  { bounds, noted, present }: KeptFindings,
  log: MeetingLog,
  now: readonly unknown[],
  running?: Meeting,
) {
  return (
    bounds.every((bound, index) => bound === now[index]) &&
    (!present || (running !== undefined && present.isLike(presentAt(log, running)))) &&
    Array.from(noted).every(([line, place]) => line < log.text.lineCount && isSame(place, at(log, line)))
  );
}

function listOfPart(log: MeetingLog, meeting: Meeting, part: Part): ProblemList {
  // Those of a meeting with a scribe are found in all of it.
  if (meeting.scribed) return [];
  const section = sectionAt(log.sections, meeting.startLine);
  const bounds = [meeting.startLine, part.kept, meeting.bot];
  return section ? listIn(log, part, rowsOf(log, section, part), bounds, { running: meeting }) : [];
}

/** The first and last line of a part. */
type Rows = Pick<Scope, 'startLine' | 'lastLine'>;

/** The lines of a part of a section: those of its block that belong to the section. */
function rowsOf({ text }: MeetingLog, { start, end }: Section, part: Part): Rows {
  const blockEnd = text.starts[text.blockAt(part.start) + 1] ?? text.lineCount;
  return { startLine: Math.max(start, part.start), lastLine: Math.min(end, blockEnd) - 1 };
}

/** The problems between two meetings, which they refer to; only of the parts that have some of the lines. */
function listsBetween(log: MeetingLog, index: number, from = 0, to = Number.POSITIVE_INFINITY): ProblemList[] {
  const section = elementAt(log.sections, index);
  const above = log.sections[index - 1]?.meeting;
  const below = log.sections[index + 1]?.meeting;
  return section.parts.flatMap((part) => {
    const rows = rowsOf(log, section, part);
    if (rows.lastLine < from || rows.startLine > to) return [];
    const isBusy = part.stretch.steps.length > 0 || hasSigns(log.text, rows.startLine, rows.lastLine);
    return isBusy ? [listIn(log, part, rows, [above?.lastLine, below?.startLine], { above, below })] : [];
  });
}

function sorted(codes: readonly ProblemCode[], find: (code: ProblemCode) => Iterable<Finding>): ProblemList {
  return codes.flatMap((code) => Array.from(find(code), (finding) => ({ code, ...finding }))).sort(byPlace);
}

/** Compares problems by the order in which they are shown. */
export function byPlace(a: Place, b: Place): number {
  return a.line - b.line || a.start - b.start;
}

function isSame(a: Place, b: Place): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Problems moved by some lines because of an edit above them. */
function moved(list: ProblemList, by: number): ProblemList {
  return list.map((problem) => ({
    ...movedBy(problem, by),
    ...(problem.missing && { missing: movedBy(problem.missing, by) }),
    ...(problem.related && { related: problem.related.map((place) => movedBy(place, by)) }),
  }));
}
