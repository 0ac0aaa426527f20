import { assert } from 'chai';
import { documentSymbols, makingSymbols } from '../../../server/src/features/documentSymbols.js';
import { finish } from '../../../server/src/log/steps.js';
import { blockSize } from '../../../server/src/log/text/block.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { type MeetingLog, meetingLog, stepsOf } from '../../../server/src/meeting/meetingLog.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { hoverAt } from '../../helpers/logs.js';

/*
 * The results of a block are reused only if they would be the same. Each case changes something some blocks away that influences
 * the results of a block, and as little else as possible.
 */

const filler = '10:01 <ann> well\n'.repeat(3 * blockSize);

function views(log: MeetingLog): unknown[] {
  const last = log.text.lineCount - 3;
  return [
    log.sections.map(stepsOf),
    log.meetings.map(({ identity: _, ...meeting }) => meeting),
    problems(log),
    documentSymbols(log),
    [6, 7, 8].map((character) => hoverAt(log, { line: last, character })),
  ];
}

/** A log before and after an edit, given as `«before||after»` in its text; `…` is some blocks of talk. */
function edited(marked: string): { before: LogText; after: LogText; text: string } {
  const full = `${marked.replaceAll('…', filler)}10:59 <ann> bye\n`;
  const [start, from, to, rest] = full.split(/«|\|\||»/) as [string, string, string, string];
  const before = LogText.of(start + from + rest);
  const lines = start.split('\n');
  const [line, character] = [lines.length - 1, lines.at(-1)?.length ?? 0];
  const changed = from.split('\n');
  const end = {
    line: line + changed.length - 1,
    character: (changed.length === 1 ? character : 0) + (changed.at(-1)?.length ?? 0),
  };
  const after = before.replace({ line, character }, end, to);
  assert.equal(after.toString(), start + to + rest);
  return { before, after, text: start + to + rest };
}

describe('a block far from an edit', () => {
  /** After the edit, everything equals a new log, and something differs from before. */
  function check(marked: string): void {
    const { before, after, text } = edited(marked);
    const earlier = meetingLog(before, 'x.log');
    const old = structuredClone(views(earlier));
    const fresh = views(meetingLog(LogText.of(text), 'x.log'));
    assert.deepEqual(views(meetingLog(after, 'x.log', { earlier })), fresh);
    assert.notDeepEqual(old, structuredClone(fresh));
  }
  const starts = '10:00 <ann> #startmeeting\n';

  it('knows how many items there are to undo', () =>
    check(`${starts}10:00 <ann> #«info||nfoo» a\n…10:02 <ann> #undo\n10:02 <ann> #undo\n`));
  it('knows whether there is an item to undo', () =>
    check(`${starts}10:00 <ann> #«info||nfoo» a\n…10:02 <ann> #undo\n`));
  it('knows who changed their nick', () =>
    check(`${starts}10:00 <ann> #chair bob\n10:00 -!- b«o||u»b is now known as rob\n…10:02 <rob> #topic tea\n`));
  it('knows when the meeting began', () => {
    const greeting =
      'Meeting started Thu Jan  9 10:00:00 2020 UTC and is due to finish in 60 minutes.  The chair is ann.';
    check(`«10||09»:00 <ann> #startmeeting\n10:00 <bot> ${greeting}\n…10:05 <eve> #endmeeting\n`);
  });
  it('knows the vote that is open', () =>
    check(`${starts}10:00 <ann> #startvote ok? a, «b||c»\n…10:02 <bob> #vote b\n10:02 <ann> #endvote\n`));
  it('knows when someone stopped being a chair', () => {
    const unchair = '10:00 <ann> #chair bob\n10:00 <ann> #unchair «bob||cob»\n10:00 <ann> #unchair bob\n';
    // The bot has printed all lists, and the last change is another one.
    const other = `10:00 <ann> #chair dan\n${'10:00 <bot> Current chairs: ann dan\n'.repeat(3)}`;
    check(`${starts}${unchair}${other}…10:02 <bob> #topic tea\n`);
  });
  it('knows when the chairs changed', () => {
    const printed = '10:00 <bot> Current chairs: ann cat\n'.repeat(3);
    check(
      `${starts}10:00 <ann> #ch«a||e»ir cat\n10:00 <ann> #chair cat\n${printed}…10:02 <bot> Current chairs: ann dan\n`,
    );
  });
  it('knows which lists of chairs the bot has not printed', () =>
    check(
      `${starts}10:00 <ann> #«chair cat\n10:00 <ann> #chair dan||chear cat\n10:00 <ann> #chair cat dan»\n…10:02 <bot> Current chairs: ann cat\n`,
    ));
  it('knows who is present', () => check(`${starts}10:00 <«bob||rob»> hi\n…10:02 <ann> #action bob pours\n`));
  it('knows who spoke, not only who was named', () =>
    check(`${starts}10:00 <ann> #nick bobby\n10:00 <«bobby||bobbi»> hi\n…10:02 <ann> #chair bobyb\n`));
  it('knows by which name someone is here', () =>
    check(`${starts}10:00 <ann> #motion tea\n10:00 <bob> #here «Bo||Al»\n…10:02 <ann> #action Bo pours\n`));
  it('knows whose action it is not, if someone with a longer nick is present', () =>
    check(`${starts}10:00 <bob-«aw||ow»ay> hi\n…10:02 <ann> #action bob-away pours\n10:02 <bob> ok\n`));
  it('knows what is undone in another block', () =>
    check(`${starts}10:00 <ann> #action nobody pours\n…10:02 <ann> #«umdo||undo»\n`));
  it('knows whether a meeting follows', () =>
    check(`10:00 <bob> #topic tea\n…10:02 <ann> #startmeetin«g||x»\n10:02 <ann> well\n`));
  it('knows where the lines are that explain a problem', () =>
    check(`«||10:00 <eve> early\n»${starts}10:00 <ann> #chair bob\n…10:02 <eve> #topic tea\n`));
  it('knows where a command is that explains a problem', () =>
    check(`10:00 <ann> «|| »#startmeeting\n…10:02 <eve> #topic tea\n`));

  it('has undone items, votes and chairs at their new place', () =>
    check(
      `«||10:00 <eve> early\n»…${starts}10:01 <ann> #chair bob\n10:01 <ann> #startvote Tea? yes, no\n10:02 <bob> #vote yes\n` +
        '10:02 <ann> #endvote\n10:03 <ann> #info x\n10:03 <ann> #undo\n10:04 <ann> #meetingtopic y\n10:05 <ann> #endmeeting\n…',
    ));
  it('knows where what explains a problem ends', () =>
    check(
      `${starts}10:01 <bot> Current chairs: ann bob«|| bob»\n…10:02 <bot> Current chairs: ann eve\n10:03 <ann> #topic x\n`,
    ));

  it('has symbols that were made before it moved, and requested after', () => {
    const { before, after, text } = edited(`«||10:00 <eve> early\n»…${starts}10:00 <ann> #topic tea\n`);
    const earlier = meetingLog(before, 'x.log');
    finish(makingSymbols(earlier));
    const moved = meetingLog(after, 'x.log', { earlier });
    assert.deepEqual(documentSymbols(moved), documentSymbols(meetingLog(LogText.of(text), 'x.log')));
  });

  it('counts who spoke in many blocks', () => {
    const talk = '10:01 <ann> well\n'.repeat(20 * blockSize);
    const { before, after, text } = edited(`${starts}${talk}10:02 <«bob||rob»> hi\n${talk}${talk}`);
    const earlier = meetingLog(before, 'x.log');
    views(earlier);
    const fresh = views(meetingLog(LogText.of(text), 'x.log'));
    assert.deepEqual(views(meetingLog(after, 'x.log', { earlier })), fresh);
  });
});
