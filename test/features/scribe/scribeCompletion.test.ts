import { assert } from 'chai';
import { accepted, completionsAt, labelsOf } from '../../helpers/completions.js';
import { lines } from '../../helpers/logs.js';
import { scribedMeeting } from '../../helpers/scribes.js';

const labelsFor = (line: string, trigger?: string) =>
  labelsOf(completionsAt(scribedMeeting(`14:02:00 ${line}\n`), trigger === undefined ? {} : { trigger })).join(' ');

describe('completion in a meeting with a scribe', () => {
  it('offers labels and people at the start of a message', () => {
    assert.match(
      labelsFor('<bob> $0'),
      /^Topic: Subtopic: ACTION: RESOLVED: ISSUE: present\+ .*Next meeting: bob dom ann Eve Smith$/,
    );
    assert.equal(labelsFor('<bob> to$0'), 'Topic:');
    assert.equal(labelsFor('<bob> scribe$0'), 'scribe+ scribe: scribe-');
    assert.equal(labelsFor('<dom> an$0'), 'ann');
  });
  it('inserts them as they are typed', () => {
    const all = completionsAt(scribedMeeting('14:02:00 <dom> $0\n'));
    const written = (label: string) => {
      const item = all.find((one) => one.label === label);
      return item && accepted('14:02:00 <dom> ', item);
    };
    assert.equal(written('Topic:'), '14:02:00 <dom> Topic: ');
    assert.equal(written('present+'), '14:02:00 <dom> present+');
    assert.equal(written('ann'), '14:02:00 <dom> ann: ');
  });
  it('explains labels', () => {
    const [topic] = completionsAt(scribedMeeting('14:02:00 <dom> Topic$0\n'));
    assert.deepInclude(topic?.documentation, { value: 'Begins a topic.' });
  });
  it('offers names behind labels: those who do not have the role yet', () => {
    assert.equal(labelsFor('<bob> present+ $0', ' '), 'bob');
    assert.equal(labelsFor('<bob> present- $0', ' '), 'ann Dom Eve Smith');
    assert.equal(labelsFor('<bob> scribe: $0', ' '), 'bob dom ann Eve Smith');
    assert.equal(labelsFor('<bob> regrets+ bob, an$0'), 'dom ann Eve Smith');
    assert.equal(labelsFor('<bob> chair: ann, $0', ' '), 'bob dom Eve Smith');
  });
  it('offers who does an action', () => {
    const all = completionsAt(scribedMeeting('14:02:00 <dom> ACTION: an$0\n'));
    const first = all.find(({ label }) => label === 'ann');
    assert.equal(first && accepted('14:02:00 <dom> ACTION: an', first), '14:02:00 <dom> ACTION: ann to ');
    assert.equal(labelsFor('<dom> ACTION: ann to $0', ' '), '');
  });
  it('offers nothing within talk, behind a title, or for signs of other bots', () => {
    assert.equal(labelsFor('<bob> so to$0'), '');
    assert.equal(labelsFor('<bob> Topic: to$0'), '');
    assert.equal(labelsFor('<bob> #$0', '#'), '');
  });
  it('offers no labels in other meetings', () => {
    const text = lines`
      10:00:00 <ann> #startmeeting
      10:00:01 <ann> To$0
      10:00:02 <ann> #endmeeting
      `;
    assert.equal(labelsOf(completionsAt(text)).join(' '), '');
  });
});
