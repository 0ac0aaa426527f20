import { assert } from 'chai';
import { applied } from '../../helpers/applied.js';
import { actionsIn, logOf, minutesOfText, uri } from '../../helpers/logs.js';
import { marked } from '../../helpers/marked.js';
import { scribedMeeting } from '../../helpers/scribes.js';

function offered(source: string) {
  const { text, cursor, ranges } = marked(scribedMeeting(source));
  const at = cursor ?? { line: 0, character: 0 };
  return actionsIn(
    logOf(text),
    ranges[0] ?? { start: at, end: at },
    [],
    {},
    { only: ['quickfix', 'refactor.rewrite'] },
  );
}

const titles = (source: string) => offered(source).map(({ title }) => title);

/** The refactoring with this title must make the expected text. */
function check(source: string, title: string, expected: string) {
  const action = offered(source).find((one) => one.title === title);
  assert.isDefined(action, `there is no “${title}” among ${titles(source).join(', ')}`);
  const { text } = marked(scribedMeeting(source));
  assert.equal(applied(text, action?.edit?.changes?.[uri] ?? []), scribedMeeting(expected));
}

/** What a meeting's minutes say, without lines and times. */
function discussionOf(text: string) {
  const minutes = minutesOfText(text);
  return JSON.stringify([minutes.scribe?.discussion, minutes.topics, minutes.items], (key, value: unknown) =>
    ['line', 'time', 'start', 'end', 'at', 'isInserted'].includes(key) ? undefined : value,
  );
}

describe('a correction can be applied to the log', () => {
  const one = 'Apply this correction to the log';
  const all = 'Apply all corrections of this meeting';
  it('and its line is struck', () =>
    check('14:02:00 <bob> red\n14:03:00 <dom> $0s/red/blue/\n', one, '14:02:00 <bob> blue\n'));
  it('in all lines that it changes', () =>
    check(
      '14:02:00 <bob> red\n14:02:10 <ann> red red\n14:03:00 <dom> $0s/red/blue/g\n',
      one,
      '14:02:00 <bob> blue\n14:02:10 <ann> blue red\n',
    ));
  it('as a new line of who gave it', () =>
    check(
      '14:02:00 <bob> red\n14:03:00 <dom> $0i/red/Topic: Colours/\n',
      one,
      '14:02:00 <dom> Topic: Colours\n14:02:00 <bob> red\n',
    ));
  it('and what it empties is struck', () => check('14:02:00 <bob> red\n14:03:00 <dom> $0s/red//\n', one, ''));
  it('if it is the only one on its line', () => {
    const two = '14:02:00 <bob> red\n14:03:00 <dom> s/red/blue/\n14:04:00 <dom> $0s/blue/green/\n';
    assert.notInclude(titles(two), one);
    check(two, all, '14:02:00 <bob> green\n');
  });
  it('if no correction above would find other words', () =>
    assert.notInclude(titles('14:02:00 <bob> red\n14:03:00 <dom> s/pink/x/\n14:04:00 <dom> $0s/red/pink/\n'), one));
  it('if it was done', () => assert.notInclude(titles('14:04:00 <dom> $0s/roses/pink/\n'), one));
  it('if its words stay no correction', () =>
    assert.notInclude(titles('14:02:00 <bob> t/a/b/\n14:04:00 <dom> $0s|t/|s/|\n'), one));
  it('with all others', () => {
    const source = `${[
      '14:02:00 <bob> red and green',
      '14:02:10 <dom> bob: we like red',
      '14:03:00 <dom> s/red/blue/',
      '14:03:10 <bob> i/and green/Topic: Colurs',
      '14:03:20 <bob> s/Colurs/Colours/',
      '14:03:30 <dom> s/nothing/x/',
      '14:03:40 <dom> $0s/green/pink/g',
    ].join('\n')}\n`;
    const expected = `${[
      '14:02:00 <bob> Topic: Colours',
      '14:02:00 <bob> red and pink',
      '14:02:10 <dom> bob: we like blue',
      '14:03:30 <dom> s/nothing/x/',
    ].join('\n')}\n`;
    check(source, all, expected);
    assert.equal(discussionOf(scribedMeeting(expected)), discussionOf(marked(scribedMeeting(source)).text));
  });
  it('also from the line that is corrected', () =>
    assert.include(titles('14:02:00 <bob> r$0ed\n14:03:00 <dom> s/red/a/\n14:04:00 <dom> s/a/b/\n'), all));
});

describe('a line of a meeting with a scribe', () => {
  it('can be recorded by a label', () => {
    check('14:02:00 <bob> we t$0ake tea\n', 'Record as RESOLVED:', '14:02:00 <bob> RESOLVED: we take tea\n');
    check('14:02:00 <dom> bob: t$0ea\n', 'Record as Topic:', '14:02:00 <dom> Topic: tea\n');
    check('14:02:00 <dom> bob: w$0eeds\n', 'Record as ACTION:', '14:02:00 <dom> ACTION: bob: weeds\n');
    check('14:02:00 <dom> … t$0ea\n', 'Record as RESOLVED:', '14:02:00 <dom> RESOLVED: tea\n');
  });
  it('is never recorded by a command of other bots', () => {
    for (const line of ['<bob> hi$0', '<dom> Topic: a$0', '<dom> ACTION: a$0', '<Zakim> a$0', '<bob> q+$0'])
      assert.notMatch(titles(`14:02:00 ${line}\n`).join(), /#/, line);
  });
  it('can become another item', () =>
    check('14:02:00 <dom> RESO$0LVED: tea\n', 'Change to ISSUE:', '14:02:00 <dom> ISSUE: tea\n'));
  it('can be assigned', () => {
    check('14:02:00 <dom> ACTION: w$0ater\n', 'Assign to ann', '14:02:00 <dom> ACTION: ann to water\n');
    check('14:02:00 <dom> ACTION: ann to w$0ater\n', 'Assign to bob', '14:02:00 <dom> ACTION: bob to water\n');
  });
  it('can begin a topic, by the scribe', () => {
    check('14:02:00 <bob> h$0i\n', 'Insert topic here', '14:02:00 <dom> Topic: New topic\n14:02:00 <bob> hi\n');
    check(
      '«14:02:00 <dom> bob: let us begin\n14:03:00 <bob> yes»\n',
      'Make this a topic',
      '14:02:00 <dom> Topic: let us begin\n14:02:00 <dom> bob: let us begin\n14:03:00 <bob> yes\n',
    );
  });
  it('can make its speaker the scribe', () => {
    check('14:02:00 <bob> h$0i\n', 'Set bob as scribe from here', '14:02:00 <bob> scribe: bob\n14:02:00 <bob> hi\n');
    assert.notMatch(titles('14:02:00 <dom> h$0i\n').join(), /scribe/);
    assert.notMatch(titles('14:02:00 <Zakim> h$0i\n').join(), /Set/);
  });
});
