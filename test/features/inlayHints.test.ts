import { assert } from 'chai';
import fc from 'fast-check';
import type { InlayHint, Range } from 'vscode-languageserver';
import { inlayHints } from '../../server/src/features/inlayHints.js';
import type { InlayHintSettings } from '../../server/src/settings.js';
import { defaultSettings } from '../../server/src/settings.js';
import { lines, logOf } from '../helpers/logs.js';

const none: InlayHintSettings = { tally: false, gaps: false, elapsed: false, names: false };
const all: InlayHintSettings = { tally: true, gaps: true, elapsed: true, names: true };
const whole: Range = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

/** A text with its hints in it, as an editor shows them. */
function withHints(text: string, hints: readonly InlayHint[]): string {
  const rows = text.split('\n');
  for (const { position, label } of [...hints].reverse()) {
    const row = rows[position.line] ?? '';
    rows[position.line] = `${row.slice(0, position.character)}‹${label}›${row.slice(position.character)}`;
  }
  return rows.join('\n');
}

describe('hints', () => {
  /** The hints must be those between `‹›`. */
  const check = (source: string, settings: InlayHintSettings, range = whole) => {
    const text = source.replace(/‹[^›]*›/g, '');
    const hints = inlayHints(logOf(text), range, settings);
    assert.equal(withHints(text, hints), source);
    return hints;
  };

  it('are the result of a vote behind its last ballot', () => {
    const [hint] = check(
      lines`
      10:00 <ann> #startmeeting
      10:01 <ann> #startvote Tea? yes, no
      10:02 <bob> #vote yes
      10:02 <ann> #vote no
      10:03 <cid> #vote yes‹yes: 2, no: 1›
      10:03 <cid> nice
      10:04 <ann> #endvote
      10:04 <ann> #endmeeting
      `,
      { ...none, tally: true },
    );
    assert.equal(hint?.tooltip, 'Tea?\nyes: bob, cid\nno: ann');
    assert.isTrue(hint?.paddingLeft);
  });

  it('are the result so far while a vote is open, and nothing before anyone votes', () => {
    const text = (ballots: string) => lines`
      10:00 <ann> #startmeeting
      10:01 <ann> #startvote Tea? yes, no
      10:02 <bob> ${ballots}
      `;
    check(text('#vote yes‹yes: 1, no: 0 so far›'), { ...none, tally: true });
    check(text('hm'), { ...none, tally: true });
  });

  const pauses = lines`
    10:00 <bob> hello
    10:10 <ann> #startmeeting
    10:12 <bob> hi
    10:24 <bob> so‹12 min later›
    10:24 <ann> #topic Tea
    10:31 <ann> #endmeeting‹7 min later›
    11:00 <bob> bye
    `;
  it('are pauses within meetings', () => {
    const [hint] = check(pauses, { ...none, gaps: true });
    assert.equal(hint?.tooltip, 'Nothing was said from 10:12:00 to 10:24:00');
  });

  it('are when topics begin', () =>
    check(pauses.replaceAll(/‹.*›/g, '').replace('Tea', 'Tea‹14 min into the meeting›'), { ...none, elapsed: true }));
  it('are in the order of the log, whatever they are', () =>
    check('10:00 <a> #startmeeting\n10:01 <a> #topic x‹1 min into the meeting›\n10:11 <a> x‹10 min later›\n', all));
  it('leave out what the clock leaves open', () =>
    check('10:00 <a> #startmeeting\n10:30 <a> x‹30 min later›\n09:00 <a> #topic x\n', { ...all }));

  it('are names behind nicks where these first speak', () => {
    const [hint] = check(
      lines`
      10:00 <ann> #startmeeting
      10:01 <bob‹Bob Lee›> #here Bob Lee
      10:01 <bob> hi
      10:04 <ann> #endmeeting
      `,
      { ...none, names: true },
    );
    assert.equal(hint?.tooltip, 'Name of bob in this meeting');
  });

  it('are in the order of their kinds if they are at the same place', () =>
    check('10:00 <a> #startmeeting\n10:09 <a> #topic x‹9 min later›‹9 min into the meeting›\n', all));

  it('are votes and pauses by default', () => {
    assert.deepEqual(defaultSettings.inlayHints, { ...none, tally: true, gaps: true });
    assert.isEmpty(inlayHints(logOf(pauses), whole, none));
  });

  it('are only those of the range', () => {
    const [text, settings] = [pauses.replaceAll(/‹.*›/g, ''), { ...none, gaps: true }];
    const log = logOf(text);
    const at = (start: number, end: number) =>
      inlayHints(log, { start: { line: start, character: 0 }, end: { line: end, character: 0 } }, settings).map(
        ({ position }) => position.line,
      );
    assert.deepEqual(at(0, 2), []);
    assert.deepEqual(at(3, 3), [3]);
    assert.deepEqual(at(4, 9), [5]);
  });

  it('are within their lines and in order, in any text', () => {
    const piece = fc.constantFrom(
      '10:00 <a> ',
      '12:00 <b> ',
      '#startmeeting',
      '#startvote x? a, b',
      '#vote a',
      '#topic',
      '\n',
      '#here Al',
    );
    const text = fc.string({ unit: piece, maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: -2, max: 20 }), fc.integer({ min: -2, max: 20 }), (said, start, length) => {
        const log = logOf(said);
        const range = { start: { line: start, character: 0 }, end: { line: start + length, character: 0 } };
        let above = 0;
        for (const { position } of inlayHints(log, range, all)) {
          assert.isTrue(position.line >= start && position.line <= start + length && position.line >= above);
          assert.isAtMost(position.character, log.text.text(position.line).length);
          above = position.line;
        }
      }),
    );
  });
});
