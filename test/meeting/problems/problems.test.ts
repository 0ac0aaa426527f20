import { assert } from 'chai';
import fc from 'fast-check';
import { original } from '../../../server/src/meeting/dialects/dialects.js';
import { findingProblems, problemLists, problems } from '../../../server/src/meeting/problems/findProblems.js';
import { type ProblemCode, problemCodes, problemTable } from '../../../server/src/meeting/problems/problemTable.js';
import { lines, logOf, meeting } from '../../helpers/logs.js';
import { marked } from '../../helpers/marked.js';
import { checkProblems } from '../../helpers/problems.js';

const { commands } = original;

/** The problems of one kind in a text must be those marked in it; further kinds that it has may be listed. */
function check(code: ProblemCode, source: string, also: readonly ProblemCode[] = []) {
  const { text, ranges } = marked(source);
  return checkProblems(code, logOf(text), text, ranges, also);
}

describe('problems:', () => {
  it('fade what a bot ignores', () => {
    const faded = problemCodes.filter((code) => problemTable[code].ignored);
    assert.sameMembers(faded, [
      'not-chair',
      'refused-command',
      'bridged-command',
      'outside-meeting',
      'meeting-already-started',
      'nothing-to-undo',
      'vote-not-open',
      'vote-already-open',
      'invalid-vote',
    ]);
  });
  it('are found in steps, leaving nothing to do', () => {
    const log = logOf(`10:00 <bob> #topic x\n${meeting('10:01 <bob> #topic x\n10:02 <bob> well\n'.repeat(300))}`);
    for (const _ of findingProblems(log)) assert.isUndefined(_);
    const lists = problemLists(log);
    assert.isAbove(lists.length, 2);
    assert.isTrue(problemLists(log).every((list, index) => list === lists[index]));
    assert.lengthOf(problems(log), 301);
  });
  it('of votes show what was not understood', () => {
    const told = (text: string) => problems(logOf(meeting(text))).map(({ code, message }) => `${code}: ${message}`);
    assert.deepEqual(told('10:01 <ann> #startvote Tea\n'), [
      'invalid-vote: No question here: it must end with a question mark, followed by the options.',
    ]);
    assert.deepEqual(told('10:01 <ann> #startvote Tea? a b\n10:02 <bob> #vote c\n10:03 <ann> #endvote\n'), [
      'invalid-vote: “c” is not one of the options: a, b.',
    ]);
    assert.deepEqual(told('10:01 <ann> #motion Tea\n10:02 <ann> #close\n10:03 <ann> #failed x\n'), [
      'invalid-vote: No one voted: the bot does not close the vote.',
    ]);
  });
  it('of nicks show how many are not read', () => {
    const told = (count: number) => {
      const names = Array.from({ length: count }, (_, index) => `n${index}`).join(' ');
      const text = meeting(`10:01 <ann> #nick ${names}\n`);
      return problems(logOf(text)).map(({ message }) => message);
    };
    assert.isEmpty(told(1_999));
    assert.isEmpty(told(2_000));
    assert.deepEqual(told(2_001), ['Only the first 2,000 of 2,001 nicks are read.']);
  });
  describe('unknown-command', () => {
    const code = 'unknown-command';
    it('is a word close to a command', () => {
      const [problem] = check(code, meeting('10:01 <bob> «#todo» buy tea\n'));
      assert.equal(problem?.meant, '#action');
      assert.include(problem?.message, 'Did you mean #action?');
    });
    it('may be the start of a meeting', () => {
      check(code, '10:00 <ann> «#startmeeing»\n');
    });
    it('is not a number', () => void check(code, meeting('10:01 <bob> #96, 93, and 45\n10:01 <bob> #1. is first\n')));
    it('is not a channel, or any other longer word', () => {
      for (const name of ['#topc-dev', '#linkk.er', '#infos/42']) check(code, meeting(`10:01 <bob> ${name} is free\n`));
    });
    it('is not a word in the middle of a line', () =>
      void check(code, meeting('10:01 <bob> well, #todo is for you\n')));
    it('is not a command of another bot', () =>
      void check(
        code,
        meeting('10:00 <bot> Meeting started now\n10:01 <bob> #vote +1\n10:01 <bob> #startvote x? a\n'),
      ));
    it('is not a word outside of a meeting', () => void check(code, '10:01 <bob> #todo buy tea\n'));
  });

  const opendev = (text: string) => meeting(`10:00:01 <ann> #startvote Tea? yes, no\n${text}`);

  describe('vote-not-open', () => {
    const code = 'vote-not-open';
    it('is a vote, or the end of one, while none is open', () => {
      check(code, opendev('10:01 <ann> #endvote\n10:02 <bob> «#vote» yes\n10:03 <ann> «#endvote»\n'));
      check(code, meeting('10:01 <ann> #here\n10:01 <bob> «#vote» +1\n10:02 <ann> «#close»\n'));
    });
    it('shows which command is ignored', () => {
      const [problem] = check(code, opendev('10:01 <ann> #endvote\n10:02 <bob> «#vote» yes\n'));
      assert.equal(problem?.message, 'No vote is open here: the bot ignores #vote.');
    });
    it('is not a +1 in talk', () => void check(code, meeting('10:01 <ann> [TOPIC] x\n10:02 <bob> +1 to that\n')));
  });

  describe('vote-already-open', () => {
    const code = 'vote-already-open';
    it('is a vote while another is open', () => {
      const [problem] = check(code, opendev('10:01 <ann> «#startvote» Milk? a\n10:02 <ann> #endvote\n'));
      assert.equal(problem?.related?.[0]?.line, 1);
    });
    it('is not a motion, which starts over', () =>
      void check(
        code,
        meeting('10:01 <ann> #motion x\n10:02 <ann> #motion y\n10:03 <bob> #vote +\n10:04 <ann> #close\n'),
        ['vote-not-closed'],
      ));
  });

  describe('vote-not-closed', () => {
    const code = 'vote-not-closed';
    it('is a vote that no one closes', () =>
      void check(code, meeting('10:01 <ann> «#startvote» Tea? yes\n10:02 <bob> #vote yes\n')));
    it('is not a vote that ends with the meeting', () =>
      void check(code, meeting('10:01 <ann> [VOTE] Tea\n10:02 <bob> +1\n')));
  });

  describe('invalid-vote', () => {
    const code = 'invalid-vote';
    it('is a vote for none of the options', () => {
      const [problem] = check(code, opendev('10:01 <bob> «#vote» perhaps\n10:02 <ann> #endvote\n'));
      assert.equal(problem?.message, '“perhaps” is not one of the options: yes, no.');
    });
    it('is a question without a question mark', () =>
      void check(code, meeting('10:01 <ann> «#startvote» Tea: yes, no\n')));
    it('is closing a motion on which no one voted', () =>
      void check(code, meeting('10:01 <ann> #motion x\n10:02 <ann> «#close»\n'), ['vote-not-closed']));
  });

  describe('vote-mismatch', () => {
    const code = 'vote-mismatch';
    const bot = '10:00:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC and is due to finish in 60 minutes.\n';
    const counted = (line: string) =>
      meeting(
        `${bot}10:01 <ann> #startvote Tea? yes, no\n10:02 <bob> #vote yes\n10:03 <ann> #endvote\n10:03 <bot> ${line}\n`,
      );
    it('is a count that differs from the log', () => {
      const [problem] = check(code, counted('«yes (2): bob, eve»'));
      assert.equal(problem?.message, 'According to the votes in this log, the result is yes: 1, no: 0.');
    });
    it('is not a count that agrees', () => void check(code, counted('yes (1): bob')));
    it('is not something that someone else says', () =>
      void check(code, counted('yes (1): bob').replace('<bot> yes (1)', '<eve> yes (7)')));
  });

  describe('not-chair', () => {
    const code = 'not-chair';
    it('is every command for chairs from someone else', () => {
      for (const { words, rights } of commands) {
        if (rights === 'chair') check(code, meeting(`10:01 <bob> «${words[0]}» x\n`));
      }
    });
    it('shows who started the meeting', () => {
      const [problem] = check(code, meeting('10:01 <bob> «#topic» x\n'));
      assert.include(problem?.message, 'bob is not a chair');
      assert.deepInclude(problem?.related?.[0], { line: 0, start: 15, end: 28 });
    });
    it('shows who stopped being a chair, and where', () => {
      const [problem] = check(
        code,
        meeting('10:01 <ann> #chair bob\n10:02 <ann> #unchair bob\n10:03 <bob> «#topic» x\n'),
      );
      assert.deepInclude(problem?.related?.[0], { line: 2, message: 'bob stops being a chair here' });
    });
    it('points to who started the meeting', () => {
      const [problem] = check(code, meeting('10:01 <bob> «#topic» x\n'));
      assert.deepEqual(
        problem?.related?.map(({ message }) => message),
        ['ann started the meeting here'],
      );
    });
    it('is not a command of a chair or the owner', () =>
      void check(code, meeting('10:01 <ann> #chair bob\n10:02 <bob> #topic x\n')));
  });

  describe('outside-meeting', () => {
    const code = 'outside-meeting';
    const held = meeting('10:01 <ann> #topic x\n');
    const told = (source: string) => check(code, source).map(({ message, related = [] }) => [message, related.length]);
    const none = 'No meeting is running here: the bot ignores #topic.';
    it('shows the meetings above and below, if there are any', () => {
      assert.deepEqual(told(`${held}11:00 <ann> «#topic» y\n`), [[none, 1]]);
      assert.deepEqual(told(`09:00 <ann> «#topic» y\n${held}`), [[none, 1]]);
      assert.deepEqual(told(`${held}11:00 <ann> «#topic» y\n${held.replaceAll('10:', '12:')}`), [[none, 2]]);
      assert.deepEqual(told('11:00 <ann> «#topic» y\n'), [
        ['This log has no #startmeeting: the bot ignores #topic.', 0],
      ]);
    });
  });

  describe('chairs in a message', () => {
    const told = (count: number) => {
      const names = Array.from({ length: count }, (_, index) => `chair${index + 10}`);
      const text = meeting(`10:01 <ann> #chair ${names.join(' ')}\n10:02 <eve> #topic x\n`);
      return problems(logOf(text)).find(({ code }) => code === 'not-chair')?.message ?? '';
    };
    it('are all, or the owner if there are very many', () => {
      assert.include(told(19), 'Chairs here: ann, chair10, chair11,');
      assert.include(told(20), 'Chairs here: ann and 20 others.');
    });
  });

  describe('chair-mismatch', () => {
    it('points to where the chairs changed, by a command or by the bot', () => {
      const said = 'Current chairs: ann bob';
      const text = `10:00 <ann> #startmeeting\n10:01 <bot> ${said}\n10:02 <bot> Current chairs: ann eve\n10:03 <ann> #endmeeting\n`;
      const found = problems(logOf(text)).filter(({ code }) => code === 'chair-mismatch');
      const start = '10:01 <bot> '.length;
      assert.deepEqual(found[1]?.related, [
        { line: 1, start, end: start + said.length, message: 'The chairs changed here' },
      ]);
    });
  });
  describe('unknown-nick after #unchair', () => {
    const told = (nicks: string) =>
      problems(logOf(meeting(`10:01 <bob> x\n10:01 <ann> #chair bob\n10:02 <ann> #unchair ${nicks}\n`))).map(
        ({ message }) => message,
      );
    it('shows what the bot makes of it', () => {
      assert.deepEqual(told('bob,'), ['bob, is not a chair: the bot treats the comma as part of the nick.']);
      assert.deepEqual(told('bbo'), ['bbo is not a chair: this does nothing.']);
      assert.deepEqual(told('bobb'), ['bobb is not a chair: did you mean bob?']);
      assert.deepEqual(told('bob'), []);
    });
  });

  describe('chair-mismatch, with very many chairs,', () => {
    const names = Array.from({ length: 25 }, (_, index) => `chair${index}`);
    const told = (listed: readonly string[]) =>
      problems(
        logOf(
          `10:00 <ann> #startmeeting\n10:00 <bot> Meeting started now\n10:01 <ann> #chair ${names.join(' ')}\n` +
            `10:01 <bot> Current chairs: ${listed.join(' ')}\n10:02 <ann> #endmeeting\n`,
        ),
      ).flatMap(({ code, message }) => (code === 'chair-mismatch' ? [message] : []));
    it('names only those who differ', () => {
      assert.isEmpty(told(['ann', ...names]));
      assert.deepEqual(told(['ann', ...names, 'eve']), ['According to the commands in this log, eve is not a chair.']);
      assert.deepEqual(told(['ann', ...names.slice(1)]), [
        'According to the commands in this log, chair0 is also a chair.',
      ]);
      assert.deepEqual(told(['ann', ...names.slice(2), 'bob', 'eve']), [
        'According to the commands in this log, chair0, chair1 are also chairs; bob, eve are not chairs.',
      ]);
    });
  });

  describe('missing-argument', () => {
    const code = 'missing-argument';
    it('is every command that needs one and has none', () => {
      for (const { words, argumentNeeded } of commands) {
        if (argumentNeeded) check(code, meeting(`10:01 <ann> «${words[0]}» \n`));
      }
    });
    it('shows what is missing, and the result', () => {
      const told = (word: string) => check(code, meeting(`10:01 <ann> «${word}»\n`))[0]?.message;
      assert.equal(told('#nick'), '#nick has no nicks: it does nothing.');
      assert.equal(told('#link'), '#link has no URL: the bot records an empty item.');
      assert.equal(told('#topic'), '#topic has no text: the bot records an empty item.');
    });
    it('is not a command that needs none', () => {
      const others = commands.filter(
        (command) => !command.argumentNeeded && !['start', 'end', 'undo'].includes(command.effect),
      );
      for (const { words } of others) check(code, meeting(`10:01 <ann> ${words[0]}\n`));
    });
    it('is not a command that is ignored', () => void check(code, meeting('10:01 <bob> #topic\n'), ['not-chair']));
  });

  describe('outside-meeting', () => {
    const code = 'outside-meeting';
    it('is a command in a log without a meeting', () => {
      const [problem] = check(code, '10:00 <ann> «#topic» x\n10:01 <ann> «#endmeeting»\n');
      assert.include(problem?.message, 'This log has no #startmeeting');
    });
    it('is a command after a meeting, and before the next', () => {
      const [problem] = check(code, `${meeting('')}11:00 <ann> «#info» x\n${meeting('')}`);
      assert.deepEqual(
        problem?.related?.map(({ line }) => line),
        [1, 3],
      );
    });
    it('is not a link or talk', () =>
      void check(code, `${meeting('')}11:00 <ann> http://a.example\n11:00 <ann> #96\n`));
  });

  describe('meeting-already-started', () => {
    const code = 'meeting-already-started';
    it('is a #startmeeting in a meeting', () => {
      const [problem] = check(code, meeting('10:01 <bob> «#startmeeting» x\n'));
      assert.equal(problem?.related?.[0]?.line, 0);
    });
    it('is not a #startmeeting after one', () => void check(code, meeting('') + meeting('')));
  });

  describe('missing-endmeeting', () => {
    const code = 'missing-endmeeting';
    it('is a meeting that runs to the end of the log', () =>
      void check(code, '10:00 <ann> «#startmeeting» x\n10:01 <bob> bye\n'));
    it('shows an #endmeeting by someone else', () => {
      const [problem] = check(code, '10:00 <ann> «#startmeeting»\n10:01 <bob> #endmeeting\n', ['not-chair']);
      assert.deepInclude(problem?.related?.[0], { line: 1, message: 'bob is not a chair' });
    });
    it('is not a meeting that ends', () => void check(code, meeting('')));
  });

  describe('nothing-to-undo', () => {
    const code = 'nothing-to-undo';
    it('is an #undo without an item', () =>
      void check(code, meeting('10:01 <ann> #info x\n10:01 <ann> #undo\n10:01 <ann> «#undo»\n')));
    it('is not an #undo with one', () => void check(code, meeting('10:01 <ann> #info x\n10:01 <ann> #undo\n')));
  });

  describe('invalid-link', () => {
    const code = 'invalid-link';
    it('is a #link without a URL', () => {
      const [problem] = check(code, meeting('10:01 <ann> #link «host.example:8080 is up»\n'));
      assert.equal(problem?.message, 'No URL: the bot links the first word, “host.example:8080”.');
    });
    it('is a URL in capitals, which the bot does not know', () =>
      void check(code, meeting('10:01 <ann> #link «HTTP://A.EXAMPLE»\n')));
    it('is not a #link with a URL anywhere', () =>
      void check(code, meeting('10:01 <ann> #link see https://a.example\n')));
    it('is not a line that begins with a URL', () =>
      void check(code, meeting('10:01 <ann> http:\n10:01 <ann> http://a.example\n')));
    it('is not a #link that was undone', () => void check(code, meeting('10:01 <ann> #link x\n10:01 <ann> #undo\n')));
  });

  describe('unassigned-action', () => {
    const code = 'unassigned-action';
    it('is an action for no one present', () =>
      void check(code, meeting('10:01 <ann> #action «somebody sharpens the saw»\n')));
    it('is not an action for someone present', () =>
      void check(code, meeting('10:01 <ann> #action Ann sharpens the saw\n')));
    it('is not an action for someone who joins later', () =>
      void check(code, meeting('10:01 <ann> #action bob: saw\n10:02 <bob> ok\n')));
    it('is not an action for someone who was named', () =>
      void check(code, meeting('10:01 <ann> #action bob: saw\n10:02 <ann> #nick bob\n')));
    it('is not an action that was undone', () =>
      void check(code, meeting('10:01 <ann> #action x\n10:01 <ann> #undo\n')));
  });

  describe('unknown-nick', () => {
    const code = 'unknown-nick';
    it('is a new chair who says nothing, while almost the same nick does', () => {
      const [problem] = check(code, meeting('10:01 <ann> #chair «wnada» teo\n10:01 <wanda> hi\n'));
      assert.equal(problem?.meant, 'wanda');
    });
    it('is a nick that differs only in case', () =>
      void check(code, meeting('10:01 <ann> #chair «Bob»\n10:01 <bob> hi\n')));
    it('is not just a chair who says nothing', () =>
      void check(code, meeting('10:01 <ann> #chair calfonso\n10:01 <bob> hi\n')));
    it('is not a chair who speaks later', () =>
      void check(code, meeting('10:01 <ann> #chair bob\n10:02 <bob> hi\n10:02 <bobb> hi\n')));
    it('is someone who is not a chair when #unchair is given', () => {
      check(code, meeting('10:01 <ann> #unchair «bob»\n'));
    });
    it('is a nick with a comma after #unchair', () => {
      const [problem] = check(code, meeting('10:01 <ann> #chair bob cat\n10:02 <ann> #unchair «bob,» cat\n'));
      assert.equal(problem?.meant, 'bob');
      assert.include(problem?.message, 'comma');
    });
    it('is not a chair who is removed', () =>
      void check(code, meeting('10:01 <ann> #chair bob\n10:02 <ann> #unchair bob\n')));
  });

  describe('chair-mismatch', () => {
    const code = 'chair-mismatch';
    it('is a bot’s list with someone extra, reported once', () => {
      const [problem] = check(
        code,
        meeting('10:01 <bot> «Current chairs: ann bob»\n10:02 <bot> Current chairs: ann bob\n'),
      );
      assert.include(problem?.message, 'the chairs here are ann');
    });
    it('is a bot’s list without someone, reported once', () => {
      check(
        code,
        meeting(lines`
          10:01 <ann> #chair bob
          10:01 <bot> «Current chairs: ann»
          10:02 <ann> #chair cat
          10:02 <bot> Current chairs: ann cat
          `),
      );
    });
    it('is a greeting that names another owner', () => {
      check(
        code,
        lines`
          10:00 <ann> #startmeeting
          10:00 <bot> «Meeting started Fri Mar 14 18:00:02 2031 UTC.  The chair is eve. Information …»
          10:59 <eve> #endmeeting
          `,
      );
    });
    it('is not a late list', () => {
      check(
        code,
        meeting(lines`
          10:01 <ann> #chair bob
          10:01 <ann> #chair cat
          10:01 <bot> Current chairs: ann bob
          10:01 <ann> #unchair cat
          10:01 <bot> Current chairs: ann bob cat
          10:01 <bot> Current chairs: ann bob
          `),
      );
    });
    it('is not something that someone else says', () => {
      check(code, meeting('10:00 <bot> Current chairs: ann\n10:01 <eve> Current chairs: eve\n'));
    });
  });

  describe('time-backwards', () => {
    const code = 'time-backwards';
    it('is a line that is earlier than the one above', () => {
      const [problem] = check(code, meeting('10:09 <ann> x\n«10:05» <bob> y\n'));
      assert.equal(problem?.message, 'Time goes backwards: 10:05:00 after 10:09:00.');
      assert.deepEqual(problem?.related, [{ line: 1, start: 0, end: 5, message: 'The previous time' }]);
    });
    it('shows whole stamps if their dates or zones differ', () => {
      const [problem] = check(
        code,
        lines`
          2031-03-14T10:00:00Z <ann> #startmeeting
          «2031-03-13T12:00:00Z» <ann> #endmeeting
          `,
      );
      assert.equal(problem?.message, 'Time goes backwards: 2031-03-13T12:00:00Z after 2031-03-14T10:00:00Z.');
    });
    it('is not a later date or another zone', () => {
      const end = (at: string) => `2031-03-14T18:00:00+0200 <ann> #startmeeting\n${at} <ann> #endmeeting\n`;
      check(code, end('2031-03-15T10:00:00+0200'));
      check(code, end('2031-03-14T17:30:00+0100'));
    });
    it('is not midnight, or just a moment', () => {
      check(code, '23:59:30 <ann> #startmeeting\n00:00:10 <ann> x\n00:00:05 <ann> y\n00:01:00 <ann> #endmeeting\n');
    });
    it('is not outside of meetings', () =>
      void check(code, `12:00 <ann> x\n09:00 <ann> y\n${meeting('')}08:00 <ann> z\n`));
  });

  describe('indented-command', () => {
    const code = 'indented-command';
    it('is a command after spaces', () => {
      const [problem] = check(code, meeting('10:01 <ann> «  #info» x\n'));
      assert.equal(problem?.meant, '#info');
    });
    it('is not a command that is ignored anyway', () =>
      void check(code, meeting('10:01 <bob>  #topic x\n'), ['not-chair']));
    it('is not talk', () => void check(code, meeting('10:01 <bob>  #96 x\n')));
  });

  it('are none in a meeting without any', () => {
    assert.isEmpty(problems(logOf(meeting('10:01 <ann> #topic x\n10:02 <bob> hi\n10:03 <bob> #action bob sweeps\n'))));
  });

  it('are sorted by line, and within lines', () => {
    const nick = fc.constantFrom('ann', 'bob', 'bot');
    const said = fc.constantFrom(
      ...commands.flatMap(({ words }) => words),
      ...[
        '#todo x',
        '  #info x',
        '#chair bob,',
        '#unchair bob,',
        '#action x',
        'Current chairs: eve',
        'http://x',
        ' ',
        '😀',
      ],
    );
    const row = fc.record({ nick, said, time: fc.constantFrom('10:00', '10:05', '23:00') });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const log = logOf(rows.map((one) => `${one.time} <${one.nick}> ${one.said}\n`).join(''));
        const found = problems(log);
        assert.deepEqual(
          found,
          [...found].sort((a, b) => a.line - b.line || a.start - b.start),
        );
        for (const { code, line, start, end, related = [] } of found) {
          assert.include(problemCodes, code);
          for (const place of [{ line, start, end }, ...related]) {
            assert.isAtMost(place.start, place.end);
            assert.isAtMost(place.end, log.text.text(place.line).length);
          }
        }
      }),
    );
  });
});
