import { assert } from 'chai';
import { abilitiesOf } from '../../server/src/features/abilities.js';
import { codeActions } from '../../server/src/features/codeActions.js';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import { defaultSettings } from '../../server/src/settings.js';
import type { Level } from '../../server/src/settingsTable.js';
import { checkFix as check } from '../helpers/checkFix.js';
import { actionsIn, logOf, meeting, uri } from '../helpers/logs.js';
import { marked } from '../helpers/marked.js';

describe('the quick fixes', () => {
  describe('missing-argument', () => {
    const empty = meeting('10:01:00 <ann> #chair$0 \n10:02:00 <ann> #info \n');
    it('is removed with its line, and with the #undo that took it back', () => {
      check('missing-argument', meeting('10:01 <ann> #in$0fo\n'), 'Remove this line', meeting(''));
      check(
        'missing-argument',
        meeting('10:01 <ann> #in$0fo\n10:02 <ann> #undo\n'),
        'Remove this line and its undo',
        meeting(''),
      );
    });
    it('gets the cursor behind the word in clients with snippets, and only there', () => {
      const client = { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } };
      const { text } = marked(empty);
      const at = { line: 2, character: 17 };
      const [action] = actionsIn(logOf(text), { start: at, end: at }, [], client);
      assert.equal(action?.title, 'Add the missing text');
      assert.deepEqual(action?.edit?.documentChanges, [
        {
          textDocument: { uri, version: 1 },
          edits: [
            {
              range: { start: { line: 2, character: 20 }, end: { line: 2, character: 21 } },
              snippet: { kind: 'snippet', value: ' $0' },
            },
          ],
        },
      ]);
      const others = actionsIn(logOf(text), { start: at, end: at }, []).map(({ title }) => title);
      assert.deepEqual(others, ['Remove this line']);
    });
  });

  describe('outside-meeting below a meeting', () => {
    const text = (between: string) => `10:00 <ann> #startmeeting Tea\n${between}`;
    it('moves the end of the meeting and what the bot says about it, with the time of the command', () =>
      check(
        'outside-meeting',
        text(
          '10:05 <ann> #endmeeting\n10:05 <bot> Meeting ended Fri Mar 14 10:05:00 2031 UTC.\n10:05 <bob> bye\n10:05 <bot> Minutes: http://x\n10:06 <bob> #in$0fo late\n10:07 <bob> bye\n',
        ),
        'Move the end of the meeting below this line',
        text(
          '10:05 <bob> bye\n10:06 <bob> #info late\n10:06 <ann> #endmeeting\n10:06 <bot> Meeting ended Fri Mar 14 10:05:00 2031 UTC.\n10:06 <bot> Minutes: http://x\n10:07 <bob> bye\n',
        ),
      ));
    it('at the end of the log', () =>
      check(
        'outside-meeting',
        text('10:05 <ann> #endmeeting\n10:06 <bob> #in$0fo late'),
        'Move the end of the meeting below this line',
        text('10:06 <bob> #info late\n10:06 <ann> #endmeeting'),
      ));
    const titles = (source: string) => {
      const { text: plain, cursor = { line: 0, character: 0 } } = marked(source);
      return actionsIn(logOf(plain), { start: cursor, end: cursor }, []).map(({ title }) => title);
    };
    it('moves it only soon after, and only if the commands down to there count', () => {
      const moves = (after: string) =>
        titles(text(`10:05 <ann> #endmeeting\n${after}`)).some((title) => title.startsWith('Move'));
      assert.isTrue(moves('10:06 <bob> #in$0fo late\n'));
      assert.isFalse(moves('10:26 <bob> #in$0fo late\n'));
      assert.isFalse(moves('10:06 <bob> #to$0pic late\n'));
      assert.isFalse(moves('10:06 <bob> #topic late\n10:06 <bob> #in$0fo late\n'));
    });
    it('starts a meeting much later, which ends with what is said last', () => {
      check(
        'outside-meeting',
        `${text('10:05 <ann> #endmeeting\n')}11:00 <bob> #in$0fo x\n11:01 <cat> #topic y\n11:02 <cat> bye\n`,
        'Start a meeting here',
        `${text('10:05 <ann> #endmeeting\n')}11:00 <bob> #startmeeting\n11:00 <bob> #chair cat\n11:00 <bob> #info x\n11:01 <cat> #topic y\n11:02 <cat> bye\n11:02 <bob> #endmeeting\n`,
      );
    });
    it('starts none that would be the one above or below anew', () => {
      assert.notInclude(titles(text('10:05 <ann> #endmeeting\n10:06 <ann> #topic$0 x\n')), 'Start a meeting here');
      const below = '09:58 <ann> #in$0fo x\n10:00 <ann> #startmeeting\n10:01 <ann> #endmeeting\n';
      assert.notInclude(titles(below), 'Start a meeting here');
      assert.include(titles(below.replace('09:58 <ann>', '09:08 <bob>')), 'Start a meeting here');
    });
    it('removes a second end', () =>
      check(
        'outside-meeting',
        `${text('10:05 <ann> #endmeeting\n')}10:06 <ann> #end$0meeting\n`,
        'Remove this line',
        text('10:05 <ann> #endmeeting\n'),
      ));
  });

  it('meeting-already-started keeps the chairs who go on, and is removed if it was the same meeting', () => {
    check(
      'meeting-already-started',
      '10:00 <ann> #startmeeting Tea\n10:05 <bob> #start$0meeting Cake\n10:06 <ann> #topic x\n10:07 <ann> #endmeeting\n',
      'End the running meeting before it',
      '10:00 <ann> #startmeeting Tea\n10:05 <ann> #endmeeting\n10:05 <bob> #startmeeting Cake\n10:05 <bob> #chair ann\n10:06 <ann> #topic x\n10:07 <ann> #endmeeting\n',
    );
    const { text, cursor: at = { line: 0, character: 0 } } = marked(
      meeting('10:05:00 <ann> #start$0meeting\n10:06:00 <ann> #topic x\n'),
    );
    const titles = actionsIn(logOf(text), { start: at, end: at }, []).map(({ title }) => title);
    assert.deepEqual(titles, ['Remove this line']);
  });

  it('missing-startmeeting gets the command above the greeting, by whom the bot names', () => {
    const greeting =
      '10:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann.\n10:01 <ann> #endmeeting\n';
    check(
      'missing-startmeeting',
      greeting.replace('Meeting started', 'Meet$0ing started'),
      'Add the #startmeeting above it',
      `10:00 <ann> #startmeeting\n${greeting}`,
    );
  });

  describe('not-chair', () => {
    it('is said by a chair instead', () =>
      check(
        'not-chair',
        meeting('10:01:00 <bob> $0#topic x\n'),
        'Change to a line by ann',
        meeting('10:01:00 <ann> #topic x\n'),
      ));
    it('makes no one a chair whom the bot does not list later', () => {
      const list = '10:02:00 <ann> #chair cat\n10:02:00 <bot> Current chairs: ann cat\n';
      const { text, cursor: at = { line: 0, character: 0 } } = marked(meeting(`10:01:00 <bob> $0#topic x\n${list}`));
      const titles = actionsIn(logOf(text), { start: at, end: at }, []).map(({ title }) => title);
      assert.deepEqual(titles, ['Change to a line by ann']);
    });
  });

  it('unknown-nick is corrected in the bot’s lists, too, unless these show what the bot did', () => {
    const text = (nick: string, mark = '') =>
      meeting(
        `10:01:00 <wanda> hi\n10:02:00 <ann> #chair ${mark}${nick}\n10:02:00 <bot> Current chairs: ann ${nick}\n`,
      );
    check('unknown-nick', text('wnada', '$0'), 'Change to wanda', text('wanda'));
    const both = text('wnada').replace('chairs: ann', 'chairs: ann wanda');
    const at = { line: 2, character: 24 };
    assert.isEmpty(actionsIn(logOf(both), { start: at, end: at }, []));
  });

  it('refused-command is removed with the refusal', () => {
    const start =
      '2031-03-14 10:00:00 <@ann:h.org> !startmeeting Tea\n2031-03-14 10:00:01 <@bot:h.org> Meeting started at 2031-03-14 10:00:00 UTC\n';
    const refused =
      '2031-03-14 10:01:00 <@bob:h.org> $0!topic Cups\n2031-03-14 10:01:00 <@cat:h.org> hi\n2031-03-14 10:01:01 <@bot:h.org> Changing the topic requires a powerlevel of at least 50\n';
    check(
      'refused-command',
      `${start}${refused}`,
      'Remove this line and the refusal',
      `${start}2031-03-14 10:01:00 <@cat:h.org> hi\n`,
    );
  });

  describe('chair-mismatch takes the bot’s list', () => {
    const text = (list: string, above = '', below = '') =>
      meeting(
        `10:00:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann.\n10:01:00 <ann> #chair bob\n${above}10:01:05 <bot> Curr$0ent chairs: ${list}\n${below}`,
      );
    const unmarked = (source: string) => source.replace('$0', '');
    it('by commands of the owner above it', () => {
      const commands = '10:01:05 <ann> #chair cat eve\n10:01:05 <ann> #unchair bob\n';
      check(
        'chair-mismatch',
        text('ann cat eve'),
        "Take the bot's list: #chair cat eve, #unchair bob",
        unmarked(text('ann cat eve', commands)),
      );
    });
    it('unless the owner is not on it, or someone would lose rights that they use', () => {
      const titles = (source: string) => {
        const { text: plain, cursor: at = { line: 0, character: 0 } } = marked(source);
        return actionsIn(logOf(plain), { start: at, end: at }, []).map(({ title }) => title);
      };
      assert.isNotEmpty(titles(text('ann')));
      assert.isEmpty(titles(text('bob')));
      assert.isEmpty(titles(text('ann', '', '10:02:00 <bob> #topic x\n')));
      assert.isEmpty(titles(text('ann', '', '10:02:00 <bot> Current chairs: ann bob\n')));
    });
  });

  describe('time-backwards swaps two lines', () => {
    const swapped = (first: string, second: string) =>
      meeting(`10:01:00 <bob> a\n${first}\n${second}\n10:10:00 <bob> d\n`);
    it('that alone are the wrong way round', () =>
      check(
        'time-backwards',
        swapped('10:05:00 <bob> b', '10:0$02:00 <ann> c'),
        'Swap with the line above',
        swapped('10:02:00 <ann> c', '10:05:00 <bob> b'),
      ));
    it('and nothing else', () => {
      const offered = (text: string) =>
        actionsIn(logOf(text), { start: { line: 3, character: 1 }, end: { line: 3, character: 1 } }, []);
      assert.isNotEmpty(offered(swapped('10:05:00 <bob> b', '10:02:00 <ann> c')));
      assert.isEmpty(offered(swapped('10:05:00 <bob> #info b', '10:02:00 <ann> #info c')));
      assert.isEmpty(offered(swapped('10:25:00 <bob> b', '10:02:00 <ann> c')));
      assert.isEmpty(offered(swapped('10:05:00 <bob> b', '10:00:30 <ann> c').replace('10:01:00', '10:03:00')));
    });
  });

  describe('votes:', () => {
    const vote = (text: string) => meeting(`10:01:00 <ann> #startvote Tea? black, green\n${text}`);
    it('vote-not-open moves into the last vote if no bot counted it, and is removed', () => {
      const late = '10:03:00 <bob> #vo$0te green\n';
      const end = '10:02:00 <ann> #endvote\n';
      check(
        'vote-not-open',
        vote(end + late),
        'Move to before the end of the vote',
        vote(`10:02:00 <bob> #vote green\n${end}`),
      );
      check('vote-not-open', vote(end + late), 'Remove this line', vote(end));
      const offered = (source: string) => {
        const { text, cursor: at = { line: 0, character: 0 } } = marked(source);
        return actionsIn(logOf(text), { start: at, end: at }, []).map(({ title }) => title);
      };
      assert.deepEqual(offered(vote(`${end}${late}`.replace('green', 'red'))), ['Remove this line']);
      assert.deepEqual(offered(vote(`10:01:30 <bot> Current chairs: ann\n${end}${late}`)), ['Remove this line']);
      assert.deepEqual(offered(vote(`${end}10:03:00 <ann> #end$0vote\n`)), ['Remove this line']);
    });
    it('vote-already-open closes the first one', () =>
      check(
        'vote-already-open',
        vote('10:02:00 <ann> #start$0vote Cake? yes, no\n10:03:00 <ann> #endvote\n'),
        'Close the open vote before it',
        vote('10:02:00 <ann> #endvote\n10:02:00 <ann> #startvote Cake? yes, no\n10:03:00 <ann> #endvote\n'),
      ));
    it('vote-not-closed is closed before the next topic, behind the last ballot', () =>
      check(
        'vote-not-closed',
        vote('10:02:00 <ann> #topic a\n10:03:00 <bob> #vote green\n10:04:00 <ann> #topic b\n')
          .replace('#start', '#sta$0rt')
          .replace('#sta$0rtmeeting', '#startmeeting')
          .replace('#startvote', '#start$0vote'),
        'Close the vote before the next topic',
        vote('10:02:00 <ann> #topic a\n10:03:00 <bob> #vote green\n10:04:00 <ann> #endvote\n10:04:00 <ann> #topic b\n'),
      ));
    it('vote-not-closed is closed at the end, or below the last line', () => {
      const open = '10:00:00 <ann> #startmeeting\n10:01:00 <ann> #start$0vote Tea?\n10:02:00 <bob> hi\n';
      const end = '10:03:00 <ann> #endmeeting\n';
      const closed = open.replace('$0', '');
      check('vote-not-closed', open + end, 'Close the vote at the end', `${closed}10:03:00 <ann> #endvote\n${end}`);
      check('vote-not-closed', open, 'Close the vote at the end', `${closed}10:02:00 <ann> #endvote\n`);
    });
    it('vote-not-closed is not closed where no one voted, for bots that refuse that', () => {
      const text = meeting('10:01:00 <ann> #motion tea\n');
      const at = { line: 1, character: 16 };
      const titles = (one: string) => actionsIn(logOf(one), { start: at, end: at }, []).map(({ title }) => title);
      assert.isEmpty(titles(text));
      assert.deepEqual(titles(text.replace('10:59', '10:02:00 <bob> #vote +1\n10:59')), ['Close the vote at the end']);
    });
    it('invalid-vote becomes an option, the nearest first', () => {
      check(
        'invalid-vote',
        vote('10:02:00 <bob> #vo$0te gren\n'),
        'Change to green',
        vote('10:02:00 <bob> #vote green\n'),
      );
      const { text, cursor: at = { line: 0, character: 0 } } = marked(vote('10:02:00 <bob> #vo$0te gren\n'));
      const offered = actionsIn(logOf(text), { start: at, end: at }, []);
      assert.deepEqual(
        offered.map(({ title, isPreferred }) => [title, isPreferred]),
        [
          ['Change to green', true],
          ['Change to black', undefined],
        ],
      );
    });
    it('invalid-vote gets a question mark, or is not decided', () => {
      check(
        'invalid-vote',
        meeting(
          '10:01:00 <ann> #start$0vote Tea\n10:02:00 <ann> #showvote\n10:03:00 <ann> #startvote Cake?\n10:04:00 <ann> #endvote\n',
        ).replace('10:03:00 <ann> #startvote Cake?\n', ''),
        'Add a question mark',
        meeting('10:01:00 <ann> #startvote Tea?\n10:02:00 <ann> #showvote\n10:04:00 <ann> #endvote\n'),
      );
      check(
        'invalid-vote',
        meeting('10:01:00 <ann> #motion tea\n10:02:00 <ann> #clo$0se\n'),
        'Change to #inconclusive',
        meeting('10:01:00 <ann> #motion tea\n10:02:00 <ann> #inconclusive tea\n'),
      );
    });
    it('vote-mismatch gets the ballots of those whom the bot names', () => {
      const text = (ballots: string, result: string) =>
        vote(
          `10:02:00 <bob> #vote green\n${ballots}10:03:00 <ann> #endvote\n10:03:00 <bot> Current chairs: ann\n10:03:00 <bot> ${result}\n`,
        );
      check(
        'vote-mismatch',
        text('', 'gre$0en (3): bob, eve, dan'),
        "Take the bot's count: add the votes of eve, dan",
        text('10:03:00 <eve> #vote green\n10:03:00 <dan> #vote green\n', 'green (3): bob, eve, dan'),
      );
      const at = { line: 5, character: 16 };
      assert.isEmpty(actionsIn(logOf(text('', 'green (2): eve, dan')), { start: at, end: at }, []));
    });
  });

  it('are not offered for problems that are switched off', () => {
    const log = logOf(meeting('10:01:00 <ann> #undo\n'));
    const at = { line: 1, character: 16 };
    const asked = { range: { start: at, end: at }, context: { diagnostics: [] } };
    const offered = (level: Level) => {
      const settings = { severity: { ...defaultSettings.severity, 'nothing-to-undo': level } };
      return codeActions({ log, uri, version: 1, settings }, asked, abilitiesOf({}, true)).map(({ title }) => title);
    };
    assert.deepEqual(offered('warning'), ['Remove this line', 'Do not show nothing-to-undo']);
    assert.deepEqual(offered('off'), []);
  });

  it('can switch their problem off, in clients that own commands', () => {
    const log = logOf(meeting('10:01:00 <ann> #undo\n'));
    const at = { line: 1, character: 16 };
    const [known] = diagnostics(log, uri, defaultSettings);
    const context = { diagnostics: known ? [known] : [] };
    const offered = (ownCommands: boolean) =>
      codeActions(
        { log, uri, version: 1, settings: defaultSettings },
        { range: { start: at, end: at }, context },
        abilitiesOf({}, ownCommands),
      );
    assert.deepEqual(offered(true).at(-1), {
      title: 'Do not show nothing-to-undo',
      kind: 'quickfix',
      diagnostics: known ? [known] : [],
      command: { title: 'Do not show nothing-to-undo', command: 'meetlog.hideProblem', arguments: ['nothing-to-undo'] },
    });
    assert.isFalse(offered(false).some(({ command }) => command));
  });

  it('use the words of the log’s bot', () => {
    const log = logOf('2031-03-14 10:00:00 <@ann:h.org> !startmeeting Tea\n2031-03-14 10:01:00 <@bob:h.org> hi\n');
    const at = { line: 0, character: 35 };
    const [action] = actionsIn(log, { start: at, end: at }, []);
    assert.equal(action?.edit?.changes?.[uri]?.[0]?.newText, '2031-03-14 10:01:00 <@ann:h.org> !endmeeting\n');
  });
});
