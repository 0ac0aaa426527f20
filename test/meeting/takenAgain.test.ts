import { assert } from 'chai';
import { documentSymbols } from '../../server/src/features/documentSymbols.js';
import { hover } from '../../server/src/features/hover.js';
import { blockSize } from '../../server/src/log/block.js';
import { LogText } from '../../server/src/log/logText.js';
import { problems } from '../../server/src/meeting/findProblems.js';
import { type MeetingLog, meetingLog, stepsOf } from '../../server/src/meeting/meetingLog.js';

/*
 * What came of a block is taken again only if the same comes of it. Each case changes something at the start of a long meeting that decides of what is said
 * some blocks below, and changes as little else as can be.
 */

const filler = '10:01 <ann> well\n'.repeat(3 * blockSize);

function views(log: MeetingLog): unknown[] {
  const last = log.text.lineCount - 3;
  return [
    log.sections.map(stepsOf),
    log.meetings.map(({ views: _, ...meeting }) => meeting),
    problems(log),
    documentSymbols(log),
    [6, 7, 8].map((character) => hover(log, { line: last, character })),
  ];
}

describe('a block far below an edit', () => {
  /** The text with `«before»after»` in its head; after the edit it is as if it had always been so. */
  function check(head: string, tail: string): void {
    const [start, from, to, rest] = head.split(/«|\|\||»/) as [string, string, string, string];
    const text = (middle: string) => `${start}${middle}${rest}${filler}${tail}10:59 <ann> bye\n`;
    const before = LogText.of(text(from));
    const lines = start.split('\n');
    const [line, character] = [lines.length - 1, lines.at(-1)?.length ?? 0];
    const earlier = meetingLog(before, 'x.log');
    views(earlier);
    const edited = before.replace({ line, character }, { line, character: character + from.length }, to);
    assert.equal(edited.toString(), text(to));
    const [actual, expected, old] = [
      meetingLog(edited, 'x.log', { earlier }),
      meetingLog(LogText.of(text(to)), 'x.log'),
      meetingLog(LogText.of(text(from)), 'x.log'),
    ].map(views);
    assert.deepEqual(actual, expected);
    assert.notDeepEqual(old, expected);
  }
  const starts = '10:00 <ann> #startmeeting\n';

  it('knows how many items there are to undo', () =>
    check(`${starts}10:00 <ann> #«info||nfoo» a\n`, '10:02 <ann> #undo\n10:02 <ann> #undo\n'));
  it('knows who changed their nick', () =>
    check(`${starts}10:00 <ann> #chair bob\n10:00 -!- b«o||u»b is now known as rob\n`, '10:02 <rob> #topic tea\n'));
  it('knows when the meeting began', () =>
    check(
      '«10||09»:00 <ann> #startmeeting\n10:00 <bot> Meeting started Thu Jan  9 10:00:00 2020 UTC and is due to finish in 60 minutes.  The chair is ann.\n',
      '10:05 <eve> #endmeeting\n',
    ));
  it('knows the vote that is open', () =>
    check(`${starts}10:00 <ann> #startvote ok? a, «b||c»\n`, '10:02 <bob> #vote b\n10:02 <ann> #endvote\n'));
  it('knows when somebody ceased to be chair', () =>
    check(
      `${starts}10:00 <ann> #chair bob\n10:00 <ann> #unchair «bob||cob»\n10:00 <ann> #unchair bob\n`,
      '10:02 <bob> #topic tea\n',
    ));
  it('knows when the chairs changed', () =>
    check(
      `${starts}10:00 <ann> #ch«a||e»ir cat\n10:00 <ann> #chair cat\n`,
      '10:02 <bot> Meeting started.  The chair is ann.\n10:02 <bot> Current chairs: ann dan\n',
    ));
  it('knows who is present', () => check(`${starts}10:00 <«bob||rob»> hi\n`, '10:02 <ann> #action bob pours\n'));
  it('knows who spoke, and not only who was named', () =>
    check(`${starts}10:00 <ann> #nick bobby\n10:00 <«bobby||bobbi»> hi\n`, '10:02 <ann> #chair bobyb\n'));
  it('knows by which name somebody is here', () =>
    check(`${starts}10:00 <ann> #motion tea\n10:00 <bob> #here «Bo||Al»\n`, '10:02 <ann> #action Bo pours\n'));
  it('knows what is undone below it', () =>
    check(`${starts}10:00 <ann> #action «nobody||ann» pours\n`, '10:02 <ann> #undo\n10:02 <ann> #undo\n'));
  it('knows where the lines are that explain a problem', () =>
    check(`«||10:00 <eve> early\n»${starts}10:00 <ann> #chair bob\n`, '10:02 <eve> #topic tea\n'));
  it('knows where a command is that explains a problem', () =>
    check(`10:00 <ann> «|| »#startmeeting\n`, '10:02 <eve> #topic tea\n'));
});
