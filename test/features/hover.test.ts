import { assert } from 'chai';
import { original } from '../../server/src/meeting/dialects/dialects.js';
import { defaultSettings, type Settings } from '../../server/src/settings.js';
import { hoverAt, lines, logOf, meeting } from '../helpers/logs.js';
import { marked, withRanges } from '../helpers/marked.js';

const { commands } = original;

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

describe('the hover', () => {
  describe('on a nick', () => {
    it('shows the owner', () =>
      check(
        '10:00 <«$0ann»> #startmeeting\n',
        '**ann** · chair, started the meeting at 10:00:00',
        '1 line in this meeting',
      ));
    it('ends with the nick', () => check('10:00 <ann$0> #startmeeting\n'));
    it('shows a chair, since when and appointed by whom', () =>
      check(meeting('10:01 <ann> #chair bob\n10:02 <«b$0ob»> x\n'), '**bob** · chair, appointed at 10:01:00 by ann'));
    it('shows who is not a chair, not yet, or no longer', () => {
      check(meeting('10:02 <«b$0ob»> x\n10:03 <ann> #chair bob\n'), '**bob** · not a chair');
      check(
        meeting('10:01 <ann> #chair bob\n10:02 <ann> #unchair bob\n10:03 <«b$0ob»> x\n'),
        '**bob** · no longer a chair (since 10:02:00)',
      );
    });
    it('shows the bot', () => check(meeting('10:00:00 <«$0bot»> Meeting started now\n'), '**bot** · the bot'));
    it('shows the lines said, up to here and in total, and when first and last seen', () =>
      check(
        meeting('10:01 <bob> x\n10:02 * «bo$0b» y\n10:03 <bob> z\n'),
        '3 lines in this meeting, 2 up to here; first seen 10:01:00, last seen 10:03:00',
      ));
    it('tells no time where there is none', () => {
      const text = '<ann> #startmeeting\n<ann> #chair bob zoe\n<ann> #unchair bob\n<bob> #action ann sweeps\n';
      check(
        `${text}<«a$0nn»> x\n`,
        '**ann** · chair, started the meeting\n\n4 lines in this meeting, 4 up to here\n\nAction items',
      );
      check(`${text}<«b$0ob»> x\n`, '**bob** · no longer a chair\n\n2 lines in this meeting, 2 up to here');
      check(`${text}<«z$0oe»> x\n`, '**zoe** · chair, appointed by ann\n\n');
    });
    it('lists what they have to do, as text', () =>
      check(
        meeting('10:01 <ann> #action bob sweeps *all* floors\n10:02 <«$0bob»> x\n10:02 <ann> #action ann cooks\n'),
        'Action items:\n- bob sweeps \\*all\\* floors',
      ));
    it('shows that no meeting is running', () => check('10:00 <«$0ann»> x\n', '**ann** · no meeting is running here'));
    it('escapes the nick', () => check('10:00 <«$0a*b*»> x\n', '**a\\*b\\***'));
  });

  describe('on a command', () => {
    for (const { words, help, rights } of commands) {
      it(`shows what ${words[0]} does and who may give it`, () => {
        const who = rights === 'chair' ? 'Chairs may give it.' : 'Anyone may give it.';
        check(`10:00 <ann> «#$0${words.at(-1)?.slice(1)}» x\n`, `**${words[0]}**`, help, who);
      });
    }
    it('shows its other names', () =>
      check(meeting('10:01 <ann> «$0#agree» x\n'), '**#agreed** *text*', 'Also: #agree.'));
    it('shows the chairs after #chair and #unchair', () => {
      const text = (cursor: string, rest: string) => meeting(`10:01 <ann> ${cursor} bob\n10:02 <ann> ${rest} bob\n`);
      check(text('«$0#chair»', '#unchair'), 'Chairs after this line: ann, bob');
      check(text('#chair', '«$0#unchair»'), 'Chairs after this line: ann');
    });
    it('shows what #undo removed', () =>
      check(meeting('10:01 <ann> #idea tea\n10:02 <ann> «$0#undo»\n'), 'Removes: IDEA tea'));
    it('shows why it was ignored', () => {
      check(meeting('10:01 <bob> «$0#topic» x\n'), 'Ignored here: its author is not a chair.');
      check(meeting('10:01 <bob> «$0#startmeeting» x\n'), 'Ignored here: a meeting is already running.');
      check(meeting('10:01 <ann> «$0#undo»\n'), 'Ignored here: there is nothing to remove.');
      check('10:01 <ann> «$0#info» x\n', 'Ignored here: no meeting is running.');
    });
    it('does not repeat what a problem there says', () => {
      const { text, cursor } = marked(meeting('10:01 <bob> #to$0pic x\n'));
      const card = (severity?: Settings['severity']) =>
        JSON.stringify(cursor && hoverAt(logOf(text), cursor, severity)?.contents);
      assert.include(card(), 'Ignored here');
      assert.notInclude(card(defaultSettings.severity), 'Ignored here');
      assert.include(card({ ...defaultSettings.severity, 'not-chair': 'off' }), 'Ignored here');
    });
    it('is not on an unknown one', () => check(meeting('10:01 <ann> #t$0odo\n')));
  });

  describe('on a time', () => {
    it('shows how long the meeting has been running', () =>
      check(meeting('«10$0:31:05» <ann> x\n'), '31 min after the meeting started'));
    it('shows the line’s date if the bot announced that of the start', () =>
      check(
        lines`
          23:50:00 <ann> #startmeeting
          23:50:01 <bot> Meeting started Fri Mar 14 18:00:02 2031 UTC.
          «$000:10:00» <ann> x`,
        '2031-03-15, 20 min after',
      ));
    it('counts days', () =>
      check(
        lines`
          2031-03-14T18:00:00Z <ann> #startmeeting
          «2031-03-17T10:00$0:05Z» <bob> x`,
        '2 d 16 h after the meeting started',
      ));
    it('is not where the clock was set back', () => check(meeting('02:00$0:00 <ann> x\n')));
    it('is not outside of a meeting', () => check('10$0:00 <ann> x\n'));
  });

  describe('on a person named anywhere', () => {
    const role = '**bob** · chair, appointed at 10:01:00 by ann';
    it('is the card of the one who speaks', () => {
      check(meeting('10:01 <ann> #chair «b$0ob»\n10:02 <bob> x\n'), role);
      check(meeting('10:01 <ann> #chair bob\n10:01 <bot> Current chairs: ann «$0bob»\n10:02 <bob> x\n'), role);
      for (const named of ['«b$0ob»: hi', '@«bo$0b» hi', 'thanks, «$0bob»!', '#action «$0bob» sweeps']) {
        check(meeting(`10:01 <ann> #chair bob\n10:02 <bob> x\n10:02 <ann> ${named}\n`), role);
      }
    });
    it('knows who was only named', () => check(meeting('10:01 <ann> #chair bob\n10:02 <ann> «b$0ob»: hi\n'), role));
    it('finds a nick by another case or its short form', () => {
      check(meeting('10:02 <bob> x\n10:03 <ann> «B$0ob»: hi\n'), '**bob** · not a chair');
      check(meeting('10:02 <bob[m]> x\n10:03 <ann> «b$0ob»: hi\n'), '**bob\\[m\\]** · not a chair');
    });
    it('shows other nicks', () =>
      check(
        meeting('10:02 <bob> x\n10:03 *** bob is now known as eve\n10:04 <«e$0ve»> y\n'),
        '**eve** · not a chair',
        'Also: bob',
      ));
    it('is not in a URL', () => check(meeting('10:02 <bob> x\n10:03 <ann> see https://a.example/b$0ob\n')));
  });

  describe('on an item', () => {
    it('shows whose it is, when and in which topic it was recorded', () =>
      check(
        meeting('10:01 <ann> #topic Tea *and* cake\n10:02 <bob> #idea «buy $0mint»\n'),
        '**Idea** by bob at 10:02:00\n\nTopic: Tea \\*and\\* cake',
      ));
    it('shows for whom an action is', () =>
      check(meeting('10:02 <bob> #action «bob or ann $0sweep»\n'), '**Action** by bob at 10:02:00\n\nFor ann, bob'));
    it('is not on what was ignored', () => check(meeting('10:02 <bob> #topic T$0ea\n')));
  });

  it('shows the vote on a ballot', () =>
    check(
      meeting('10:01 <ann> #startvote Tea? yes, no\n10:02 <bob> #vote «y$0es»\n10:03 <ann> #endvote\n'),
      'Tea?: closed · yes: 1, no: 0',
    ));

  it('is nowhere else', () => {
    check(meeting('10:01 <ann> h$0i\n'));
    check('$0');
    check('no $0chat\n');
    assert.isNull(hoverAt(logOf('x'), { line: 7, character: 0 }));
  });
});
