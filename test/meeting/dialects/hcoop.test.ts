import { assert } from 'chai';
import { chairsAt } from '../../../server/src/meeting/chairs.js';
import type { Meeting } from '../../../server/src/meeting/model.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { checkWords, inDialect, itemsIn, votesIn } from '../../helpers/dialects.js';
import { lines, logOf, meeting, peopleOfFirst } from '../../helpers/logs.js';

const greeted = (text: string) => lines`
  10:00 <ann> #startmeeting
  10:00 <bot> ann: Meeting started at 2031-03-14T10:00+0000
  10:00 <bot> ann: Current chairs: ann
  ${text.trimEnd()}
  10:59 <ann> #endmeeting
  10:59 <bot> ann: Meeting ended at 2031-03-14T10:59+0000
  `;
const found = (text: string) => problems(inDialect(text, 'hcoop')).map(({ code }) => code);

describe('HCoop’s bot', () => {
  it('has its own commands', () =>
    checkWords(
      'hcoop',
      'topic motion vote close here failed inconclusive accepted',
      'agreed agree accept rejected reject halp lurk unlurk restrictlogs commands',
    ));
  it('treats a longer word as talk', () => {
    const text = meeting('10:01 <ann> #topic: x\n');
    assert.deepEqual(itemsIn(text, 'hcoop'), []);
    assert.deepEqual(itemsIn(text, 'meetbot'), ['TOPIC : x']);
  });
  it('lets only chairs name a meeting', () => {
    const named = (dialect: string) => inDialect(meeting('10:01 <bob> #meetingname Tea\n'), dialect).meetings[0]?.name;
    assert.isUndefined(named('hcoop'));
    assert.equal(named('meetbot'), 'tea');
  });

  it('counts who is here', () =>
    assert.deepEqual(
      peopleOfFirst(logOf(meeting('10:01 <bob> #here Robert\n'))).map(({ nick }) => nick),
      ['ann', 'bob'],
    ));
  it('recognises people by the names that they give', () => {
    const log = logOf(meeting('10:01 <bob> #here Robert Lee\n10:02 <ann> #action Robert Lee buys tea\n'));
    assert.deepEqual(problems(log), []);
    const [action] = minutesOf(log, log.meetings[0] as Meeting).items;
    assert.deepEqual(action?.assignees, ['bob']);
  });

  it('counts every ballot, and anything other than + as opposed', () => {
    const text = meeting(lines`
      10:01 <ann> #motion Buy tea
      10:02 <bob> #vote +1
      10:02 <bob> #vote +
      10:03 <eve> #vote
      10:04 <ann> #close
      `);
    assert.deepEqual(itemsIn(text), [
      'MOTION Buy tea',
      'VOTE +1',
      'VOTE +1',
      'VOTE -1',
      'ACCEPTED Motion accepted: 2 in favor to 1 opposed',
    ]);
  });
  it('records what was not carried', () => {
    const closed = (ballots: string) =>
      itemsIn(meeting(`10:01 <ann> #motion x\n${ballots}10:04 <ann> #close\n`)).at(-1);
    assert.equal(closed('10:02 <bob> #vote -1\n'), 'FAILED Motion failed: 0 in favor to 1 opposed');
    assert.equal(
      closed('10:02 <bob> #vote +\n10:02 <bob> #vote -\n'),
      'INCONCLUSIVE Motion inconclusive: 1 in favor to 1 opposed',
    );
  });
  it('opens another vote while one is open', () =>
    assert.lengthOf(votesIn(meeting('10:01 <ann> #motion x\n10:02 <ann> #motion y\n')), 2));
  it('leaves a vote open after any other item', () => {
    const text = meeting('10:01 <ann> #motion x\n10:02 <ann> #info tea\n10:03 <bob> #vote +1\n');
    assert.isUndefined(votesIn(text)[0]?.endLine);
    assert.lengthOf(votesIn(text)[0]?.ballots ?? [], 1);
    const other = meeting('10:01 <ann> #startvote Tea?\n10:02 <ann> #accepted cups\n10:03 <bob> #vote yes\n');
    assert.lengthOf(votesIn(other, 'opendev')[0]?.ballots ?? [], 1);
  });
  it('closes votes by decree', () => {
    const [vote] = votesIn(meeting('10:01 <ann> #motion x\n10:02 <ann> #failed nobody came\n'));
    assert.equal(vote?.endLine, 2);
  });

  /* The sources are files and functions of pronovic/hcoop-meetbot, a5c5c8d, which was also run. */

  // command.py: CommandDispatcher.list_commands.
  it('does not know a title of the meeting', () => checkWords('hcoop', 'startmeeting meetingname', 'meetingtopic'));
  // command.py: _OPERATION_REGEX; meeting.py: track_message.
  it('takes spaces before a command', () => {
    const text = meeting('10:01 <ann>   #topic x\n10:02 <bob>  #motion y\n');
    assert.deepEqual(itemsIn(text, 'hcoop'), ['TOPIC x']);
    assert.deepEqual(found(text), ['not-chair']);
  });
  // command.py: _OPERATION_REGEX.
  it('needs whitespace after a word', () =>
    assert.deepEqual(itemsIn(meeting('10:01 <ann> #topic1 x\n10:02 <bob> #info: y\n10:03 <bob> #info\n'), 'hcoop'), [
      'INFO ',
    ]));
  // command.py: do_chair, do_unchair, _tokenize.
  it('separates nicks at commas and whitespace', () => {
    const text = meeting('10:01 <ann> #chair bob, cat,dan\teve\n10:02 <ann> #unchair bob, cat\n');
    assert.deepEqual(chairsAt(inDialect(text, 'hcoop').meetings[0] as Meeting), ['ann', 'dan', 'eve']);
  });
  // meeting.py: remove_chair.
  it('keeps the one who started a meeting as a chair', () =>
    assert.deepEqual(itemsIn(meeting('10:01 <ann> #unchair ann\n10:02 <ann> #topic x\n'), 'hcoop'), ['TOPIC x']));
  // command.py: do_meetingname.
  it('keeps a name as typed', () =>
    assert.equal(inDialect(meeting('10:01 <ann> #meetingname Tea Club\n'), 'hcoop').meetings[0]?.name, 'Tea Club'));
  // command.py: do_close.
  it('does not close a vote without ballots', () => {
    const text = greeted(lines`
      10:01 <ann> #motion x
      10:02 <ann> #close
      10:02 <bot> ann: Motion cannot be closed: no votes found (maybe use #inconclusive?)
      10:03 <bob> #vote +1
      10:04 <ann> #close
      `);
    assert.deepEqual(itemsIn(text), ['MOTION x', 'VOTE +1', 'ACCEPTED Motion accepted: 1 in favor to 0 opposed']);
    assert.deepEqual(found(text), ['refused-command']);
  });
  // command.py: do_vote and dispatch.
  it('says that it refuses a ballot without a vote, and a word that it does not know', () =>
    assert.deepEqual(
      found(
        greeted(lines`
          10:01 <bob> #vote +1
          10:01 <bot> bob: No vote is in progress
          10:02 <bob> #agreed tea
          10:02 <bot> bob: Unknown command: #agreed
          `),
      ),
      ['refused-command', 'refused-command'],
    ));
  // meeting.py: pop_event; command.py: do_undo.
  it('undoes the last command of any kind, so that only a last item is removed, and only once', () => {
    const items = (text: string) => itemsIn(meeting(text), 'hcoop');
    assert.deepEqual(items('10:01 <ann> #info x\n10:02 <ann> #info y\n10:03 <ann> #undo\n10:04 <ann> #undo\n'), [
      'INFO x',
    ]);
    assert.deepEqual(items('10:01 <ann> #info x\n10:02 <ann> #chair bob\n10:03 <ann> #undo\n'), ['INFO x']);
    assert.deepEqual(items('10:01 <ann> #info x\n10:02 <ann> #chair\n10:03 <ann> #undo\n'), []);
    assert.deepEqual(items('10:01 <ann> #chair bob\n10:02 <ann> http://x.example/\n10:03 <ann> #undo\n'), []);
    const text = meeting('10:01 <ann> #info x\n10:02 <ann> #nick bob\n10:03 <ann> #undo\n');
    assert.deepEqual(
      problems(inDialect(text, 'hcoop')).map(({ code, line }) => `${code}@${line}`),
      ['nothing-to-undo@3'],
    );
  });
  // command.py: _URL_REGEX.
  it('records only the URL of a line that begins with one', () =>
    assert.deepEqual(itemsIn(meeting('10:01 <bob> https://tea.example/a. or so\n'), 'hcoop'), [
      'LINK https://tea.example/a',
    ]));
  // plugin.py handles no change of nick.
  it('does not know people by another nick', () =>
    assert.deepEqual(found(greeted('10:01 *** ann is now known as ann_\n10:02 <ann_> #topic x\n')), ['not-chair']));
});
