import { assert } from 'chai';
import { labelHelps } from '../../../server/src/meeting/scribe/labelHelp.js';
import { knownLabels } from '../../../server/src/meeting/scribe/readLabels.js';
import { hoverAt, logOf } from '../../helpers/logs.js';
import { marked, withRanges } from '../../helpers/marked.js';
import { scribedMeeting } from '../../helpers/scribes.js';

/** The hover at the cursor must contain all of the texts, and its range must be marked. Without texts, there must be none. */
function check(source: string, ...expected: string[]) {
  const { text, cursor, ranges } = marked(source);
  const found = hoverAt(logOf(text), cursor ?? { line: 0, character: 0 });
  if (expected.length === 0) return assert.isNull(found);
  if (!found?.range) assert.fail('there is no hover');
  const { value } = found.contents as { value: string };
  for (const part of expected) assert.include(value, part);
  assert.equal(withRanges(text, [found.range]), withRanges(text, ranges));
}

/** The same for lines of a meeting with a scribe. */
const within = (more: string, ...expected: string[]) => check(scribedMeeting(more), ...expected);

describe('the hover in a meeting with a scribe', () => {
  it('explains every label that is read', () => {
    const explained = new Set(labelHelps.flatMap(({ labels }) => labels));
    assert.deepEqual(
      knownLabels.filter((label) => !explained.has(label)),
      [],
    );
  });
  it('shows what a label does, and what it did', () => {
    within('14:02:00 <dom> «$0Topic:» Tea\n', '**Topic:** *title*', 'Begins a topic.');
    within(
      '14:02:00 <bob> «pres$0ent+»\n14:03:00 <ann> present+ Fay\n',
      'Adds to those present: the names, or whoever types it.',
      'Present after this line: ann, Dom, Eve Smith, bob',
    );
    within('14:02:00 <bob> «scribe:$0» bob\n'.replace('scribe:$0', '$0scribe:'), 'Scribes after this line: bob');
    within('14:02:00 <bob> «$0chair:»\n', 'Ignored here: no name follows.');
    within('14:02:00 <bob> «$0Meeting:» A\n14:02:00 <bob> Meeting: B\n', 'A later line sets another title.');
    within('14:02:00 <dom> «$0ACTION:» ann to water the beds\n', 'For ann');
  });
  it('shows no label in talk', () => within('14:02:00 <bob> Su$0mmary: all is well\n'));
  it('shows since when someone has a role', () => {
    within('14:02:00 <«d$0om»> so\n', '**dom** · scribe from the start, present since 14:00:20');
    within('14:02:00 <«a$0nn»> so\n', '**ann** · chair since 14:00:10, present since 14:00:15');
    within('14:02:00 <«b$0ob»> so\n', '**bob** · not listed as present');
    within(
      '14:02:00 <«b$0ob»> present- Dom, regrets+\n'.replace('present- Dom, regrets+', 'regrets+'),
      'sent regrets since',
    );
  });
  it('says that a scribe scribes from the start, and if that is a guess', () => {
    const text = '14:00:00 <ann> present+\n14:00:05 <«d$0om»> Topic: Tea\n14:00:10 <dom> RESOLVED: green\n';
    check(text, 'scribe from the start (a guess: nobody says who scribes)');
  });
  it('shows those named in lists, also with spaces, and those for whom the scribe writes', () => {
    within('14:02:00 <dom> present+ Fay, «Eve $0Smith»\n', '**Eve Smith** · present since 14:00:20');
    within('14:02:00 <dom> «an$0n»: we do\n', '**ann** · chair since', 'Minuted as speaking in 3 lines');
    within('14:02:00 <dom> «We$0ndy»: we do\n', '**Wendy** · not listed as present', 'Minuted as speaking in 1 line');
  });
  it('shows the line before and after a correction, and its place', () => {
    within(
      '14:02:00 <bob> «s/Sundays$0/Mondays/»\n',
      '**Correction** by bob',
      'Changes line 10: “not on Sundays” → “not on Mondays”',
    );
    within('14:02:00 <bob> «$0i/not on/Topic: Sundays»\n', 'Inserts above line 10: “Topic: Sundays”');
    within(
      '14:02:00 <bob> red\n14:02:10 <bob> red\n14:02:20 <bob> «$0s/red/blue/g»\n',
      'Changes line 11 and 1 more line: “red” → “blue”',
    );
  });
  it('says why a correction failed', () => {
    within('14:02:00 <bob> «$0s/roses/tulips/»\n', 'Not applied: “roses” is not in any line above.');
    within('14:02:00 <bob> «$0s/roses/tulips/G»\n', 'is nowhere in the meeting.');
    within('14:02:00 <bob> «$0s//x/»\n', 'Not applied: it does not say what to replace.');
  });
  it('shows on a corrected line by whom and where it is corrected', () => {
    within(
      '14:02:00 <bob> «re$0d and green»\n14:03:00 <dom> s/red/blue/\n',
      'Corrected by dom at 14:03:00 in line 12: “red and green” → “blue and green”',
    );
    within(
      '14:02:00 <bob> «re$0d»\n14:03:00 <dom> i/red/white/\n',
      'Inserted above it by dom at 14:03:00 in line 12: “white”',
    );
    within(
      '14:02:00 <dom> «RESOLVED: re$0d»\n14:03:00 <dom> s/red/blue/\n',
      '**Resolved** by dom',
      'Corrected by dom at 14:03:00 in line 12',
    );
  });
  it('shows what dots go on with', () => {
    within('14:02:00 <dom> «$0…» and nights\n', 'Goes on with what ann said in line 8: “we water the beds”');
    within(
      '14:02:00 <dom> ok\n14:02:10 <dom> Topic: Tea\n14:03:00 <dom> «..$0.» green\n',
      'Goes on with the topic in line 12',
    );
    within('14:02:00 <bob> «$0...» and so on\n', 'There is nothing of the same person');
  });
  it('shows when an agenda item was added and taken up', () => {
    const taken = '14:02:00 <ann> agenda+ Seeds\n14:03:00 <Zakim> agendum 1 -- Seeds -- taken up [from ann]\n';
    within(
      taken.replace('Seeds --', '«S$0eeds» --'),
      '**Topic** by Zakim at 14:03:00',
      'Added to the agenda by ann at 14:02:00',
    );
    within(taken.replace('agenda+ Seeds', '«agen$0da+ Seeds»'), 'Taken up at 14:03:00 in line 12');
    within('14:02:00 <ann> «agen$0da+ Seeds»\n', 'Never taken up.');
  });
  it('shows what is a command to a bot, although it may be meant as talk', () => {
    within('14:02:00 <bob> «$0agenda bashing»\n', 'A command to Zakim, which the minutes leave out.');
    within('14:02:00 <bob> «rrsagent, ma$0ke minutes»\n', 'A command to RRSAgent');
    within('14:02:00 <bob> bas$0hing\n');
  });
  it('shows when a line was said', () =>
    within('«14:$002:00» <bob> hi\n', '2031-03-14, 2 min after the meeting started'));
  it('shows what is a bot', () => within('14:02:00 <«Za$0kim»> hi\n', '**Zakim** · the bot'));
  it('escapes what was said', () => within('14:02:00 <bob> *a*\n14:02:00 <bob> «$0s/a/b/»\n', '“\\*a\\*” → “\\*b\\*”'));
});
