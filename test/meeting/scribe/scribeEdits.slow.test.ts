import { assert } from 'chai';
import fc from 'fast-check';
import { documentSymbols } from '../../../server/src/features/documentSymbols.js';
import { foldingRanges } from '../../../server/src/features/foldingRanges.js';
import { layoutNamed } from '../../../server/src/log/layouts/layouts.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { dialectNamed } from '../../../server/src/meeting/dialects/dialects.js';
import { type MeetingLog, meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { movedBy } from '../../../server/src/meeting/sections.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { outline } from '../../../server/src/reports/outline.js';
import { runs } from '../../helpers/edits.js';
import { described } from '../../helpers/scribed.js';
import { scribedLine } from '../../helpers/scribedTexts.js';

/*
 * Whatever is typed into a log of meetings with scribes, everything found in it equals what is found in a newly read one, and
 * meetings that it does not touch are not read again.
 */

const dialect = dialectNamed('w3c');
const layout = layoutNamed(LogText.of('10:00:00 <ann> scribe: ann\n10:00:01 <bob> hi\n').layout.name);

/** A line, with a minute and without an end. */
const row = fc
  .tuple(fc.nat(59), scribedLine)
  .map(([minute, said]) => `10:${String(minute).padStart(2, '0')}:00 ${said.replace(/[\r\n]/g, ' ')}`);

const meeting = fc
  .tuple(fc.array(row, { maxLength: 12 }), fc.constantFrom(0, 0, 0, 300))
  .map(([rows, fillers]) => [...rows, ...Array.from({ length: fillers }, () => '10:30:00 <bob> well')]);

/** Meetings, each of which the recorder begins. */
const log = fc.array(meeting, { minLength: 1, maxLength: 4 }).map((meetings) => meetings.flatMap(withStart));

function withStart(rows: readonly string[], index: number): string[] {
  return [`10:00:00 <RRSAgent> logging to https://a.example/2031/03/1${index}-tea-irc`, ...rows];
}

/** Some lines at a share of the log are replaced by others, or part of one is typed over. */
const edit = fc.record({
  at: fc.nat(1000),
  removed: fc.constantFrom(0, 0, 1, 1, 2, 20),
  rows: fc.array(row, { maxLength: 3 }),
  typed: fc.option(fc.tuple(fc.nat(30), fc.constantFrom('x', ' ', ':', 'tea', 's/a/b/', '')), { freq: 3 }),
});

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly rows: readonly string[];
  readonly typed: readonly [number, string] | null;
}

/** What is found in a log. */
function views(log: MeetingLog): unknown[] {
  return [
    log.dialect.name,
    outline(log, 'tea.log'),
    log.sections.map(({ start, end }) => [start, end]),
    log.meetings.map(({ scribed, identity, ...rest }) => ({
      ...rest,
      named: [...rest.named],
      rules: scribed?.rules,
      shown: scribed?.state.shown.map(described),
      lines: scribed?.state.records.map(({ line, start, end }) => [line, start, end]),
      changes: scribed?.state.roster.changes,
    })),
    log.sections.map(({ parts }) =>
      parts.flatMap(({ start, stretch }) =>
        [...stretch.items, ...stretch.chairChanges].map((one) => movedBy(one, start)),
      ),
    ),
    problems(log),
    documentSymbols(log),
    foldingRanges(log),
    log.meetings.slice(0, 3).map((meeting) => minutesOf(log, meeting)),
  ];
}

function edited(text: LogText, { at, removed, rows, typed }: Edit): LogText {
  const line = Math.floor((at * text.lineCount) / 1001);
  if (typed) {
    const [from, added] = typed;
    return text.replace({ line, character: from }, { line, character: from + removed }, added);
  }
  const added = rows.map((row) => `${row}\n`).join('');
  return text.replace({ line, character: 0 }, { line: line + removed, character: 0 }, added);
}

describe('an edited log of meetings with scribes', () => {
  const kinds = [
    { name: 'with its bot given', given: dialect, wholeLog: false },
    { name: 'as one meeting', given: dialect, wholeLog: true },
    { name: 'with its bot found', given: undefined, wholeLog: false },
  ];
  for (const { name, given, wholeLog } of kinds) {
    it(`equals a newly read one, ${name}`, () => {
      fc.assert(
        fc.property(log, fc.array(edit, { minLength: 1, maxLength: 12 }), (rows, edits) => {
          let text = LogText.of(`${rows.join('\n')}\n`, layout);
          let earlier: MeetingLog | undefined;
          for (const one of edits) {
            text = edited(text, one);
            earlier = meetingLog(text, 'tea.log', { dialect: given, wholeLog, earlier });
            const fresh = meetingLog(LogText.of(text.toString(), layout), 'tea.log', { dialect: given, wholeLog });
            const [actual, expected] = [views(earlier), views(fresh)];
            if (JSON.stringify(actual) !== JSON.stringify(expected)) assert.deepEqual(actual, expected);
          }
        }),
        { numRuns: runs(15), includeErrorInReport: true },
      );
    }).timeout(180_000);
  }

  it('reads again only the meeting that is edited, and moves those below', () => {
    // Meetings that share a block of lines with an edit are read again.
    const size = 1000;
    const said = Array.from({ length: size - 2 }, () => '10:02:00 <x> hi');
    const some = Array.from({ length: 5 }, (_, index) => withStart(['10:01:00 <x> Topic: tea', ...said], index));
    const text = LogText.of(`${some.flat().join('\n')}\n`, layout);
    const before = meetingLog(text, 'tea.log', { dialect });
    const changed = (from: number, to: number, added: string) =>
      meetingLog(text.replace({ line: from, character: 0 }, { line: to, character: 0 }, added), 'tea.log', {
        dialect,
        earlier: before,
      });
    const kept = (after: MeetingLog) =>
      after.meetings.map(({ identity, scribed }) => {
        const own = before.meetings.find((meeting) => meeting.identity === identity);
        return own !== undefined && own.scribed === scribed;
      });
    const middle = 2.5 * size;
    assert.deepEqual(kept(changed(middle, middle, '10:02:00 <x> ACTION: pour\n')), [true, true, false, true, true]);
    const same = changed(middle, middle + 1, '10:02:00 <x> ho\n');
    assert.deepEqual(kept(same), [true, true, false, true, true]);
    // Nothing below has moved: the sections are those of before.
    const isKept = same.sections.filter(({ meeting }) => meeting).map((section) => before.sections.includes(section));
    assert.deepEqual(isKept, kept(same));
    assert.deepEqual(kept(changed(middle, middle, '10:02:00 <RRSAgent> logging to https://a.example/new\n')), [
      ...[true, true, false, false, true, true],
    ]);
    const moved = changed(0, 0, '10:00:00 <x> hello\n');
    assert.deepEqual(kept(moved), [false, true, true, true, true]);
    const starts = moved.meetings.map(({ startLine }) => startLine);
    assert.deepEqual(starts.slice(1), [size + 1, 2 * size + 1, 3 * size + 1, 4 * size + 1]);
  });
});
