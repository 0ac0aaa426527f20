import { assert } from 'chai';
import { codeLenses } from '../../../server/src/features/codeLenses.js';
import { documentSymbols } from '../../../server/src/features/documentSymbols.js';
import { foldingRanges } from '../../../server/src/features/foldingRanges.js';
import type { Layout } from '../../../server/src/log/layouts/layout.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { type MeetingLog, meetingLog } from '../../../server/src/meeting/meetingLog.js';
import type { Meeting } from '../../../server/src/meeting/model.js';
import { peopleOf } from '../../../server/src/meeting/people.js';
import { problemLists } from '../../../server/src/meeting/problems/findProblems.js';
import { countingLayout } from '../../helpers/counting.js';
import { generateLog, meetingLines } from '../../tools/bench/logs.js';

/*
 * Checks that an edit costs only what it touches, by counting instead of timing: everything it did not touch must be the same
 * objects as before. So an edit costs the same in a log ten or a hundred times as long.
 */

const lines = 30_000;
const meetings = lines / meetingLines;
const text = generateLog(lines);

/** Edits a log at a line as someone types, and returns it before and after. */
function edited(line: number, typed: string, layout?: Layout): { before: MeetingLog; after: MeetingLog } {
  const log = LogText.of(text, layout);
  const before = meetingLog(log, 'club.log');
  everything(before);
  const at = { line, character: 30 };
  return { before, after: meetingLog(log.replace(at, at, typed), 'club.log', { earlier: before }) };
}

function everything(log: MeetingLog): unknown[] {
  return [documentSymbols(log), foldingRanges(log), codeLenses(log, 0, true), problemLists(log)];
}

/** How many of some objects are new. */
function fresh<T>(before: readonly T[], after: readonly T[]): number {
  const known = new Set(before);
  return after.filter((one) => !known.has(one)).length;
}

describe('an edit costs what it touches:', () => {
  it('a key in talk replays the meetings of its block, and nothing else', () => {
    const { before, after } = edited(lines / 2 + 41, 'x');
    assert.isAtMost(fresh(before.text.blocks, after.text.blocks), 2);
    assert.isAtMost(fresh(before.sections, after.sections), 2);
    assert.isAtMost(fresh(before.meetings, after.meetings), 2);
    assert.isAtMost(fresh(documentSymbols(before), documentSymbols(after)), 2);
    assert.isAtMost(fresh(problemLists(before), problemLists(after)), 2);
    const perMeeting = codeLenses(before, 0, true).length / meetings;
    assert.isAtMost(fresh(codeLenses(before, 0, true), codeLenses(after, 0, true)), 3 * perMeeting);
    assert.isAtMost(fresh(foldingRanges(before), foldingRanges(after)), 20);
  });

  it('a key in a whole log as one meeting replays one block', () => {
    const talk = LogText.of('10:00 <ann> #info x\n10:01 <bob> y\n'.repeat(3_000));
    const before = meetingLog(talk, 'club.log', { wholeLog: true });
    const at = { line: 3_000, character: 20 };
    const after = meetingLog(talk.replace(at, at, 'x'), 'club.log', { wholeLog: true, earlier: before });
    const stretches = ({ sections }: MeetingLog) =>
      sections.flatMap(({ parts }) => parts.map(({ stretch }) => stretch));
    assert.isAbove(stretches(after).length, 20);
    assert.equal(fresh(stretches(before), stretches(after)), 1);
  });

  it('a new line moves the meetings below, and replays none of them', () => {
    const { before, after } = edited(41, '\n');
    assert.isAtMost(fresh(before.text.blocks, after.text.blocks), 2);
    const steps = ({ sections }: MeetingLog) => sections.flatMap(({ parts }) => parts.map(({ stretch }) => stretch));
    assert.isAtMost(fresh(steps(before), steps(after)), 2);
    const views = (log: MeetingLog) => log.meetings.map((meeting) => meeting.identity);
    assert.isAtMost(fresh(views(before), views(after)), 2);
    assert.equal(after.meetings[5]?.startLine, 5 * meetingLines + 1);
  });

  it('two meetings that become one are replayed, and no others', () => {
    const log = LogText.of(text);
    const before = meetingLog(log, 'club.log');
    const end = 10 * meetingLines - 1;
    const joined = log.replace({ line: end, character: 0 }, { line: end + 1, character: 0 }, '');
    const after = meetingLog(joined, 'club.log', { earlier: before });
    assert.lengthOf(after.meetings, meetings - 1);
    const steps = ({ sections }: MeetingLog) => sections.flatMap(({ parts }) => parts.map(({ stretch }) => stretch));
    assert.isAtMost(fresh(steps(before), steps(after)), 2);
  });

  describe('in one meeting that no one ended,', () => {
    const rows = text
      .split('\n')
      .map((row, line) => row.replace(/#(start|end)meeting/, line === 0 ? '#startmeeting' : '#info'));
    const chaired = rows.toSpliced(1, 0, '10:00:01 <member0> #chair member1 member2');
    const log = LogText.of(chaired.join('\n'));
    const before = meetingLog(log, 'club.log');
    everything(before);
    const stretches = ({ sections }: MeetingLog) =>
      sections.flatMap(({ parts }) => parts.map(({ stretch }) => stretch));
    const items = (of: MeetingLog) =>
      documentSymbols(of).flatMap(({ children = [] }) => children.flatMap((topic) => topic.children ?? []));
    const typed = (line: number, character: number, inserted: string) =>
      meetingLog(log.replace({ line, character }, { line, character }, inserted), 'club.log', { earlier: before });

    it('a key replays its block, and keeps the results of the others', () => {
      assert.lengthOf(before.meetings, 1);
      for (const line of [3, lines / 2 + 3, lines / 2 + 41]) {
        const after = typed(line, 40, 'x');
        assert.isAtMost(fresh(stretches(before), stretches(after)), 2);
        // Those of the whole meeting are found again.
        assert.isAtMost(fresh(problemLists(before), problemLists(after)), 3);
        assert.isAtMost(fresh(items(before), items(after)), 20);
      }
    });

    it('a new line moves the blocks below, and replays none of them', () => {
      assert.isAtMost(fresh(stretches(before), stretches(typed(41, 30, '\n'))), 2);
    });

    it('another chair affects all blocks below', () => {
      const end = { line: 1, character: chaired[1]?.length ?? 0 };
      // Only the last result of a block is kept.
      assert.isAtMost(fresh(stretches(before), stretches(typed(end.line, end.character, ' '))), 2);
      assert.isAtLeast(fresh(stretches(before), stretches(typed(end.line, end.character, 'x'))), lines / 256 - 2);
    });

    it('who is present is summed up again for a few blocks', () => {
      const after = typed(lines / 2 + 41, 40, 'x');
      assert.deepEqual(peopleOf(after, after.meetings[0] as Meeting), peopleOf(before, before.meetings[0] as Meeting));
    });
  });

  it('only typed lines are read', () => {
    const { layout, reads } = countingLayout();
    const { after } = edited(lines / 2 + 41, 'x', layout);
    const at = { line: 20_041, character: 30 };
    const typed = after.text.replace(at, at, 'y');
    // Finding meetings reads everything that may be an event, which has already happened.
    reads();
    everything(meetingLog(typed, 'club.log', { earlier: after }));
    assert.equal(reads(), 1);
  });
});
