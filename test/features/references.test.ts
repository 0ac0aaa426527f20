import { assert } from 'chai';
import { references } from '../../server/src/features/references.js';
import { finish } from '../../server/src/log/steps.js';
import { lines, logOf, meeting, uri } from '../helpers/logs.js';
import { marked, withRanges } from '../helpers/marked.js';

/** The references at the cursor must be the marked ranges. */
function check(source: string, includeDeclaration = true) {
  const { text, cursor } = marked(source);
  if (!cursor) throw new Error('there is no cursor');
  const found = finish(references(logOf(text), uri, cursor, includeDeclaration));
  for (const location of found) assert.equal(location.uri, uri);
  const starts = found.map(({ range }) => range.start.line);
  assert.deepEqual(
    starts,
    starts.toSorted((a, b) => a - b),
  );
  assert.equal(
    withRanges(
      text,
      found.map(({ range }) => range),
    ),
    source.replace('$0', ''),
  );
}

describe('references', () => {
  it('are all places of a person, in the whole log', () =>
    check(lines`
      10:00 <«ann»> #startmeeting
      10:01 <bob> «Ann»: hi
      10:02 <bob> #chair «a$0nn»
      10:03 <bot> Current chairs: «ann» bob
      10:04 <«ann»> #endmeeting
      10:05 <bob> bye, «ann»!
      10:06 *** «ann» has quit IRC
      `));
  it('are in the order of the log, also of several nicks', () =>
    check(lines`
      10:00 <«a$0nn»> hi
      10:01 <«ann_»> hi
      10:02 <«ann»> hi
      10:03 <«ann_»> hi
      `));
  it('leave out the first line of a person if asked to', () =>
    check(
      lines`
      10:00 <bob> ask «ann»
      10:01 <ann> hi
      10:02 <«a$0nn»> well
      `,
      false,
    ));
  it('are the items of a topic, with those of its subtopics', () => {
    check(lines`
      10:00 <ann> #startmeeting
      10:01 <ann> #info before
      10:01 <ann> #to$0pic Tea
      10:02 <bob> #info «green»
      10:03 <ann> #subtopic «Cups»
      10:04 <bob> talk
      10:05 <bob> «https://a.example/cups are there»
      10:06 <ann> #topic Cake
      10:07 <bob> #info none
      10:08 <ann> #endmeeting
      `);
    check(
      meeting('10:01 <ann> #topic Tea\n10:02 <ann> #sub$0topic Cups\n10:03 <ann> #info «blue»\n10:04 <ann> #topic x\n'),
    );
  });
  it('are the ballots of a vote, from both of its ends', () => {
    const vote = (start: string, end: string) =>
      meeting(
        `10:01 <ann> ${start} Tea? yes, no\n10:02 <bob> «#vote yes»\n10:03 <eve> well\n10:04 <eve> «#vote no»\n` +
          `10:05 <ann> ${end}\n10:06 <ann> #startvote Cake? yes, no\n10:07 <bob> #vote yes\n10:08 <ann> #endvote\n`,
      );
    check(vote('#start$0vote', '#endvote'));
    check(vote('#startvote', '#end$0vote'));
  });
  it('are the ballots for an option', () =>
    check(
      meeting(
        '10:01 <ann> #startvote Tea? yes, no\n10:02 <bob> «#vote y$0es»\n10:04 <eve> #vote no\n10:04 <cat> «#vote yes»\n',
      ),
    ));
  it('are none elsewhere', () => {
    check('1$00:00 <ann> hi\n');
    check(meeting('10:01 <ann> h$0i\n'));
    check(meeting('10:01 <ann> #in$0fo x\n'));
    check(meeting('10:01 <bob> #top$0ic x\n10:02 <bob> #info y\n'));
    check('$0');
  });
});
