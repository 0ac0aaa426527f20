import { assert } from 'chai';
import { chairsAt } from '../../../server/src/meeting/chairs.js';
import { dialectNamed } from '../../../server/src/meeting/dialects/dialects.js';
import type { Meeting } from '../../../server/src/meeting/model.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { checkWords, inDialect, itemsIn } from '../../helpers/dialects.js';
import { lines, logOf, meeting, peopleOfFirst } from '../../helpers/logs.js';

/* The sources are files and functions of MeetBot 0.1.4: rkdarst/MeetBot, 575e9c8. */

describe('MeetBot', () => {
  const items = (text: string) => itemsIn(meeting(text), 'meetbot');
  const chairs = (text: string) => chairsAt(logOf(meeting(text)).meetings[0] as Meeting);
  const found = (text: string) => problems(logOf(meeting(text))).map(({ code, line }) => `${code} ${line}`);

  // ircmeeting/meeting.py: the do_ methods of MeetingCommands.
  it('has its own commands, and two words for some', () =>
    checkWords(
      'meetbot',
      'startmeeting endmeeting topic meetingtopic meetingname agreed agree accepted accept rejected reject action info idea ' +
        'help halp link nick chair unchair undo save restrictlogs lurk unlurk commands',
      'vote startvote subtopic done motion here [topic] !topic ^info .action',
    ));
  // ircmeeting/meeting.py: isChair, at the beginning of some of them.
  it('lets anyone take notes and name the meeting, and only chairs do the rest', () => {
    const rights = (who: string) =>
      dialectNamed('meetbot')
        ?.commands.filter((command) => command.rights === who)
        .map(({ name }) => name)
        .sort()
        .join(' ');
    assert.equal(rights('anyone'), 'action commands help idea info link meetingname nick startmeeting');
    assert.equal(
      rights('chair'),
      'accepted agreed chair endmeeting lurk meetingtopic rejected restrictlogs save topic unchair undo unlurk',
    );
  });
  // ircmeeting/meeting.py: Config.command_RE, and addline for the case.
  it('ignores the case of a word, and needs nothing behind it', () =>
    assert.deepEqual(items('10:01 <ann> #TOPIC x\n10:02 <ann> #topic: y\n10:03 <ann> #Info,z\n10:04 <ann> #topic\n'), [
      'TOPIC x',
      'TOPIC : y',
      'INFO ,z',
      'TOPIC ',
    ]));
  // ircmeeting/meeting.py: addline matches at the first character.
  it('does not hear a command after spaces', () =>
    assert.deepEqual(found('10:01 <ann>   #info x\n'), ['indented-command 1']));
  // ircmeeting/meeting.py: addline, Config.UrlProtocols.
  it('records a line that begins with a URL in lower case', () =>
    assert.deepEqual(
      items(lines`
        10:01 <bob> https://tea.example/ and more
        10:02 <bob> HTTPS://tea.example/
        10:03 <bob> see https://tea.example/
        10:04 <bob> mailto:bob@tea.example
        10:05 <bob> irc://tea.example/
        `),
      ['LINK https://tea.example/ and more', 'LINK irc://tea.example/'],
    ));

  // ircmeeting/meeting.py: do_chair.
  it('makes people chairs whose nicks are separated by commas or spaces', () =>
    assert.deepEqual(chairs('10:01 <ann> #chair bob, cat,dan  eve\n'), ['ann', 'bob', 'cat', 'dan', 'eve']));
  // ircmeeting/meeting.py: do_unchair.
  it('removes chairs whose nicks are separated by spaces only', () =>
    assert.deepEqual(chairs('10:01 <ann> #chair bob cat dan\n10:02 <ann> #unchair bob, cat\n'), ['ann', 'bob', 'dan']));
  // ircmeeting/meeting.py: do_unchair and isChair.
  it('obeys its owner for ever', () => {
    const text = '10:01 <ann> #unchair ann\n10:02 <ann> #topic x\n';
    assert.deepEqual(chairs(text), ['ann']);
    assert.deepEqual(items(text), ['TOPIC x']);
  });
  // ircmeeting/meeting.py: isChair compares nicks exactly.
  it('distinguishes nicks by their case', () =>
    assert.deepEqual(items('10:01 <ann> #chair bob\n10:02 <Bob> #topic x\n10:03 <bob> #topic y\n'), ['TOPIC y']));
  // ircmeeting/meeting.py: do_nick.
  it('counts those as present who are named', () =>
    assert.deepEqual(
      peopleOfFirst(logOf(meeting('10:01 <bob> #nick cat, dan\n'))).map(({ nick }) => nick),
      ['ann', 'bob', 'cat', 'dan'],
    ));

  // ircmeeting/meeting.py: do_undo.
  it('takes back items of any type, and nothing if there are none', () => {
    assert.deepEqual(items('10:01 <bob> #info x\n10:02 <ann> #topic y\n10:03 <ann> #undo\n'), ['INFO x']);
    assert.deepEqual(items('10:01 <bob> #info x\n10:02 <ann> #undo\n10:03 <ann> #undo\n'), []);
    assert.deepEqual(found('10:01 <ann> #undo\n'), ['nothing-to-undo 1']);
    assert.deepEqual(found('10:01 <bob> #info x\n10:02 <bob> #undo\n'), ['not-chair 2']);
  });
  // ircmeeting/meeting.py: do_meetingtopic.
  it('clears the title by none and unset', () => {
    const titled = (text: string) =>
      inDialect(`10:00 <ann> #startmeeting Tea\n10:01 <ann> #meetingtopic${text}\n`, 'meetbot').meetings[0]?.title;
    for (const none of ['', ' none', ' UNSET ']) assert.isNull(titled(none) ?? null, none);
    assert.isOk(titled(' none of them'));
  });
  // ircmeeting/meeting.py: do_meetingname.
  it('files a meeting under its name in lower case, with underscores', () =>
    assert.equal(
      inDialect(meeting('10:01 <bob> #meetingname The  Tea Club\n'), 'meetbot').meetings[0]?.name,
      'the_tea_club',
    ));
  // MeetBot/plugin.py: doPrivmsg.
  it('ignores a start while a meeting is running', () =>
    assert.deepEqual(found('10:01 <bob> #startmeeting x\n'), ['meeting-already-started 1']));
  // ircmeeting/meeting.py: do_endmeeting.
  it('lets only chairs end a meeting', () => assert.deepEqual(found('10:01 <bob> #endmeeting\n'), ['not-chair 1']));
  // meeting.py: do_startmeeting calls do_meetingtopic.
  it('has no title if the meeting is started with none or unset', () => {
    const titled = (said: string) => logOf(`10:00 <ann> #startmeeting ${said}\n`).meetings[0]?.title !== undefined;
    assert.isFalse(titled('none'));
    assert.isFalse(titled('Unset'));
    assert.isTrue(titled('none of this'));
  });
  // The meeting plugin of luabot, which takes the same words: with_meeting, chair_only and startmeeting.
  it('is refused in the words of a relative', () => {
    const refused = (command: string, said: string) =>
      assert.deepEqual(found(`10:01 <bob> ${command}\n10:01 <bot> ${said}\n`), ['refused-command 1'], said);
    refused('#topic x', 'Only chairs can do that!');
    refused('#startmeeting x', 'bob: A meeting is already in progress!');
    refused('#startmeeting', 'No meeting title specified');
  });
});
