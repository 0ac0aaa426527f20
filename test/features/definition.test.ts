import { assert } from 'chai';
import { definition } from '../../server/src/features/definition.js';
import { finish } from '../../server/src/log/steps.js';
import { lines, logOf, meeting, uri } from '../helpers/logs.js';
import { marked, withRanges } from '../helpers/marked.js';

/** The definition of what is at the cursor must be the marked range; none if there is none. */
function check(source: string) {
  const { text, cursor } = marked(source);
  if (!cursor) throw new Error('there is no cursor');
  const found = finish(definition(logOf(text), uri, cursor));
  assert.equal(withRanges(text, found ? [found.range] : []), source.replace('$0', ''));
}

describe('the definition', () => {
  it('of a person is the first line in this meeting', () => {
    check(lines`
      09:00 <bob> early
      10:00 <ann> #startmeeting
      10:01 <ann> bob?
      10:02 <«bob»> hi
      10:03 <bob> well
      10:04 <ann> b$0ob: hi
      10:05 <ann> #endmeeting
      `);
    check(meeting('10:02 <«bob»> hi\n10:03 <b$0ob> well\n'));
    check(meeting('10:02 <«bob»> hi\n10:03 *** bob is now known as eve\n10:04 <ann> ev$0e!\n'));
  });
  it('of a person who is silent is where they were named', () =>
    check(meeting('10:01 <ann> #chair eve, «bob»\n10:02 <ann> #chair bob\n10:03 <ann> b$0ob: hi\n')));
  it('of a person outside of a meeting is the first line in the log', () =>
    check('10:00 <«bob»> hi\n10:01 <ann> b$0ob: hi\n'));
  it('of what ends something is its start', () => {
    check('10:00 <ann> «#startmeeting»\n10:01 <ann> #end$0meeting\n');
    check(meeting('10:01 <ann> «#startvote» Tea? yes, no\n10:02 <bob> #vote yes\n10:03 <ann> #end$0vote\n'));
  });
  it('of a ballot is its vote', () =>
    check(meeting('10:01 <ann> «#startvote» Tea? yes, no\n10:02 <bob> #vote y$0es\n')));
  it('of #undo is the item that it took back', () =>
    check(meeting('10:01 <ann> #info x\n10:02 <ann> #info «y»\n10:03 <ann> #un$0do\n')));
  it('of what the bot says is the command that it answers', () => {
    const text = lines`
      10:00 <ann> START
      10:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann. Information about MeetBot at x.
      10:00 <bot> Useful Commands: #action #agreed #help #info #idea #link #topic.
      10:01 <ann> #info tea
      10:01 <ann> CHAIR bob
      10:01 <eve> hi
      10:01 <bot> Current chairs: ann bob
      10:02 <ann> END
      10:02 <bot> Meeting ended Fri Mar 14 10:02:00 2031 UTC.  Information about MeetBot at x.
      `;
    const filled = (start: string, chair: string, end: string) =>
      text.replace('START', start).replace('CHAIR', chair).replace('END', end);
    const [start, chair, end] = ['#startmeeting', '#chair', '#endmeeting'];
    check(filled(`«${start}»`, chair, end).replace('Meeting st', 'Meet$0ing st'));
    check(filled(`«${start}»`, chair, end).replace('Useful', 'Us$0eful'));
    check(filled(start, `«${chair}»`, end).replace('Current', 'Cur$0rent'));
    check(filled(start, chair, `«${end}»`).replace('Meeting ended', 'Meeting e$0nded'));
    // Someone in a list was named by the command, or else is where the first line is.
    check(
      filled(start, chair, end).replace('chairs: ann bob', 'chairs: ann b$0ob').replace('#chair bob', '#chair «bob»'),
    );
    check(filled(start, chair, end).replace('chairs: ann', 'chairs: an$0n').replace('<ann>', '<«ann»>'));
  });
  it('is none elsewhere', () => {
    check('1$00:00 <ann> hi\n');
    check(meeting('10:01 <ann> h$0i\n'));
    check(meeting('10:01 <ann> #in$0fo x\n'));
    check(meeting('10:01 <bot> Current chairs: ann\n10:02 <bob> Current ch$0airs: ann\n'));
    check('$0');
  });
});
