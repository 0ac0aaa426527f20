import { assert } from 'chai';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { tally } from '../../../server/src/meeting/replay/votes.js';
import { checkWords, inDialect, itemsIn, votesIn } from '../../helpers/dialects.js';
import { lines, meeting } from '../../helpers/logs.js';

const greeted = (text: string) => lines`
  10:00:00 <ann> #startmeeting x
  10:00:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC and is due to finish in 60 minutes.  The chair is ann.
  ${text.trimEnd()}
  10:59:00 <ann> #endmeeting
  10:59:00 <bot> Meeting ended Fri Mar 14 10:59:00 2031 UTC.
  `;
const found = (text: string) => problems(inDialect(text)).map(({ code }) => code);

describe('OpenDev’s bot', () => {
  it('has its own commands', () =>
    checkWords('opendev', 'topic reject startvote vote showvote endvote', 'motion here subtopic !topic [topic]'));

  it('names a meeting by its start, in letters and digits', () => {
    const [held] = inDialect('10:00 <ann> #startmeeting Tea & Cake\n', 'opendev').meetings;
    assert.equal(held?.name, 'tea___cake');
  });

  it('lets anyone end a meeting after an hour', () => {
    const ended = (at: string, dialect = 'opendev') =>
      inDialect(`10:00:00 <ann> #startmeeting x\n${at} <bob> #endmeeting\n`, dialect).meetings[0]?.endLine;
    assert.equal(ended('11:00:00'), 1);
    assert.isUndefined(ended('10:59:59'));
    const dated = (at: string) =>
      inDialect(`[2031-03-14T10:00:00+0100] <ann> #startmeeting x\n[${at}] <bob> #endmeeting\n`, 'opendev').meetings[0]
        ?.endLine;
    assert.equal(dated('2031-03-15T10:30:00+0100'), 1);
    assert.isUndefined(dated('2031-03-14T11:30:00+0200'));
    const given = (command: string) =>
      inDialect(`10:00:00 <ann> #startmeeting x\n11:00:00 <bob> ${command}\n`, 'opendev');
    assert.isEmpty(given('#topic x').meetings[0]?.items);
    assert.isUndefined(ended('11:00:00', 'meetbot'));
  });

  it('counts the last ballot of each person', () => {
    const text = meeting(lines`
      10:01 <ann> #startvote Tea? Or coffee? Tea, Coffee (none)
      10:02 <bob> #vote tea
      10:02 <eve> #vote COFFEE
      10:03 <bob> #vote coffee
      10:03 <eve> #vote milk
      10:04 <ann> #endvote
      `);
    const [vote] = votesIn(text);
    assert.deepEqual(vote?.options, ['Tea', 'Coffee', 'none', '']);
    assert.deepInclude(vote, { line: 1, endLine: 6 });
    assert.equal(tally(vote as never), 'Tea: 0, Coffee: 2, none: 0, : 0');
    assert.deepEqual(itemsIn(text), ['VOTE Voted on "Tea? Or coffee?" Results are, Tea: 0, Coffee: 2']);
  });
  it('has the default options Yes and No, and needs no ballot', () => {
    const text = meeting('10:01 <ann> #startvote Tea?\n10:02 <ann> #endvote\n');
    assert.deepEqual(votesIn(text)[0]?.options, ['Yes', 'No']);
    assert.deepEqual(itemsIn(text), ['VOTE Voted on "Tea?" Results are']);
    const [item] = inDialect(text).meetings[0]?.items ?? [];
    assert.deepInclude(item, { line: 2, start: 0, end: '10:02 <ann> #endvote'.length });
  });
  it('uses the first of two options that differ only in case', () =>
    assert.deepEqual(
      itemsIn(meeting('10:01 <ann> #startvote x? Tea TEA\n10:02 <bob> #vote tea\n10:03 <ann> #endvote\n')),
      ['VOTE Voted on "x?" Results are, Tea: 1'],
    ));
  it('has results that can be undone', () =>
    assert.isEmpty(itemsIn(meeting('10:01 <ann> #startvote Tea?\n10:02 <ann> #endvote\n10:03 <ann> #undo\n'))));

  /* The sources are files and functions of openstack-infra/meetbot, 01e0516, whose copy for Python 3 was also run. */

  // ircmeeting/meeting.py: Config.startMeetingMessage.
  it('is told by its list of commands, even if its greeting is MeetBot’s', () => {
    const greeting = '10:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann.\n';
    const bot = (more: string) =>
      inDialect(meeting(`${greeting}10:00 <bot> Useful Commands: #action #link #topic${more}.\n`)).dialect.name;
    assert.equal(bot(' #startvote'), 'opendev');
    assert.equal(bot(''), 'meetbot');
  });
  // ircmeeting/meeting.py: do_startvote, Config.choicesSplit_RE.
  it('separates options at anything but letters, digits, _, + and -', () =>
    assert.deepEqual(votesIn(meeting('10:01 <ann> #startvote x? Grün, +1/-1 a_b ½\n'), 'opendev')[0]?.options, [
      'Grün',
      '+1',
      '-1',
      'a_b',
      '½',
    ]));
  // ircmeeting/meeting.py: do_showvote.
  it('counts in words of any language', () =>
    assert.deepEqual(
      found(
        greeted(
          '10:01 <ann> #startvote x? Grün\n10:02 <bob> #vote grün\n10:03 <ann> #endvote\n10:03 <bot> Grün (2): bob\n',
        ),
      ),
      ['vote-mismatch'],
    ));
  // ircmeeting/meeting.py: do_startvote.
  it('lets only chairs open a vote, on a question', () =>
    assert.deepEqual(found(greeted('10:01 <bob> #startvote x? a b\n10:02 <ann> #startvote x\n')), [
      'not-chair',
      'invalid-vote',
    ]));
  // MeetBot/plugin.py: doPrivmsg; Supybot puts the nick and “Error:” before it.
  it('refuses a start without a name', () => {
    const text = lines`
      10:00 <ann> #startmeeting
      10:00 <bot> ann: Error: A meeting name is required, e.g., '#startmeeting Tea'
      `;
    const log = inDialect(text, 'opendev');
    assert.isEmpty(log.meetings);
    assert.deepEqual(
      problems(log).map(({ code }) => code),
      ['refused-command'],
    );
  });
  // ircmeeting/meeting.py: do_unchair, as in MeetBot.
  it('removes chairs whose nicks are separated by spaces only', () =>
    assert.deepEqual(
      itemsIn(
        meeting(
          '10:01 <ann> #chair bob, cat\n10:02 <ann> #unchair bob, cat\n10:03 <bob> #topic x\n10:03 <cat> #topic y\n',
        ),
        'opendev',
      ),
      ['TOPIC x'],
    ));
});
