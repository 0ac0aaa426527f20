import { assert } from 'chai';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { diagnostics } from '../../../server/src/features/diagnostics.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { problemList } from '../../../server/src/reports/problemList.js';
import { defaultSettings } from '../../../server/src/settings.js';
import type { Level } from '../../../server/src/settingsTable.js';
import { logOf } from '../../helpers/logs.js';
import { checkScribed as check } from '../../helpers/scribedProblems.js';

/** What would be put in the place of each problem. */
function meant(...given: Parameters<typeof check>) {
  return check(...given).map((problem) => problem.meant);
}

describe('forms that scribe.perl does not read:', () => {
  describe('unrecognized-command', () => {
    const code = 'unrecognized-command';
    it('is a resolution without a colon, in capitals', () => {
      assert.deepEqual(meant(code, '10:01 <ann> «RESOLVED that »tea is hot\n'), ['RESOLVED: ']);
      assert.deepEqual(meant(code, '10:01 <bob> «RESOLVED - »tea is hot\n'), ['RESOLVED: ']);
      assert.deepEqual(meant(code, '10:01 <bob> «RESOLUTION 3: »tea is hot\n'), ['RESOLUTION: ']);
      check(code, '10:01 <bob> resolved that one\n10:02 <bob> Resolution text is there\n10:03 <bob> RESOLVED\n');
    });
    it('is a list with an equals sign', () => {
      assert.deepEqual(meant(code, '10:01 <bob> «regrets=» zoe\n'), ['regrets:']);
      assert.deepEqual(meant(code, '10:01 <ann> «Chair =» bob\n'), ['Chair:']);
      check(code, '10:01 <ann> present= ann, bob\n10:02 <bob> chairs=\n10:03 <bob> chair-based = x\n');
    });
    it('is a subtopic in two words', () => {
      assert.deepEqual(meant(code, '10:01 <ann> «sub topic:» Tea\n10:02 <bob> «Sub - topic :» Milk\n'), [
        'Subtopic:',
        'Subtopic:',
      ]);
      check(code, '10:01 <ann> sub topics are fine\n10:02 <ann> sub-topic: Tea\n');
    });
    it('is a label in brackets', () => {
      assert.deepEqual(meant(code, '10:01 <ann> «[Topic: Tea]»\n10:02 <bob> «[ present+ zoe ]»\n'), [
        'Topic: Tea',
        'present+ zoe',
      ]);
      check(code, '10:01 <bob> [topic: see above] and so on\n10:02 <bob> [PENDING] ACTION: x\n10:03 <bob> [tea]\n');
    });
    it('is a label behind what cannot be seen', () => {
      assert.deepEqual(meant(code, '10:01 <ann> «\u00a0Topic:» Tea\n10:02 <bob> «\u0002\u000304present+»\n'), [
        'Topic:',
        'present+',
      ]);
      check(code, '10:01 <bob> \u00a0well\n10:02 <bob> \u00a0time: 12\n');
    });
    it('is an action without a colon', () => {
      assert.deepEqual(meant(code, '10:01 <ann> «ACTION bob will »buy cups\n'), ['ACTION: bob to ']);
      assert.deepEqual(meant(code, '10:01 <ann> «ACTION zoe should »buy cups\n'), ['ACTION: zoe to ']);
      assert.deepEqual(meant(code, '10:01 <bob> «action bob will »buy cups\n10:02 <bob> «ACTION bob »buy cups\n'), [
        'ACTION: bob to ',
        'ACTION: bob to ',
      ]);
      check(code, '10:01 <ann> action-20\n10:02 <ann> action bob likes\n10:03 <bob> ACTION items will follow\n');
    });
    it('is not what bots say, or what is talk on purpose', () => {
      check(code, '10:01 <agendabot> RESOLVED that x\n10:02 <bob> \\RESOLVED that x\n');
    });
  });

  describe('odd-action', () => {
    const code = 'odd-action';
    it('begins with the word, and names no one', () => {
      const text = '10:01 <bob> «Action items: none»\n10:02 <ann> «Action was taken to remove it»\n';
      const [first, second] = check(code, text);
      assert.equal(
        first?.message,
        'The minutes take “items: none” for an action, because the line begins with that word.',
      );
      assert.isUndefined(second?.meant);
    });
    it('may be meant as an action', () => {
      assert.deepEqual(meant(code, '10:01 <bob> «Action item: »bob to buy cups\n'), ['ACTION: ']);
    });
    it('is not an action of someone', () => {
      check(code, '10:01 <bob> action bob to buy cups\n10:02 <bob> action zoe: buy cups\n');
      check(code, '10:01 <bob> ACTION: item: bob buys cups\n');
    });
  });

  describe('unknown-scribe', () => {
    const code = 'unknown-scribe';
    const robbie = `10:01 <robbie> hi\n${'10:02 <robbie> x\n'.repeat(8)}`;
    it('is a name where only nicks are read', () => {
      assert.deepEqual(meant(code, `${robbie}10:03 <ann> ScribeNick: «Robbie Doe»\n`), ['robbie = Robbie Doe']);
      const [problem] = check(code, `${robbie}10:03 <bob> scribe+ «Robbie Doe»\n`);
      assert.include(problem?.message, 'is not a nick, so this line is talk.');
    });
    it('is given with an equals sign', () => {
      assert.deepEqual(meant(code, `${robbie}10:03 <ann> «scribe=robbie»\n`), ['scribe: robbie']);
    });
    it('is an address', () => void check(code, '10:03 <ann> Scribe: «https:»//x.example/y\n'));
  });

  describe('unread-line', () => {
    const code = 'unread-line';
    const recorder = '10:00:00 <RRSAgent> logging to https://x.example/2031/03/14-tea-irc\n';
    const top = '10:00:00 <ann> scribe: ann\n10:00:00 <ann> present+ ann, bob\n';
    const more = '10:01:00 <bob> hi\n'.repeat(4);
    const draft = '10:09:00 <bob> RRSAgent, draft minutes\n';
    it('is the first of those on which scribe.perl gives up', () => {
      const [one] = check(code, `10:01:00 <bob> a\n«and b»\n${more}`, [], top);
      assert.equal(one?.message, 'Because of this line, scribe.perl reads nothing of this log.');
      assert.isUndefined(one?.severity);
      const [first] = check(code, `10:01:00 <bob> a\n«and b»\nand c\n${more}10:02:00 <bob>\n`, [], top);
      assert.equal(first?.message, 'Because of this line and 2 more, scribe.perl reads nothing of this log.');
    });
    it('is an error in a log of the bot that runs scribe.perl', () => {
      const [problem] = check(code, `«10:01:00 * ann waves»\n${more}${draft}`, [], recorder + top);
      assert.equal(problem?.severity, 'error');
    });
    it('is an error in reports and editors, too, unless a setting says otherwise', () => {
      const log = logOf(`${recorder}${top}10:01:00 * ann waves\n${more}${draft}`);
      const levels = (level: Level) => {
        const settings = { ...defaultSettings, severity: { ...defaultSettings.severity, [code]: level } };
        return diagnostics(log, 'file:///x.log', settings).flatMap((one) => (one.code === code ? one.severity : []));
      };
      assert.deepEqual(levels('information'), [DiagnosticSeverity.Error]);
      assert.deepEqual(levels('hint'), [DiagnosticSeverity.Hint]);
      assert.deepEqual(levels('off'), []);
      assert.deepEqual(
        problemList(log).map(({ severity, line }) => ({ severity, line })),
        [{ severity: 'error', line: 4 }],
      );
    });
    it('is in none of the layouts that scribe.perl reads', () => {
      check(code, `10:01:00 <bob> a\n\n10:02:00 <bob> bob has joined #tea\n${more}`, [], top);
      const logs = [
        '14-03-2031 10:00:00 < ann!a@x.example: scribe: ann\n14-03-2031 10:00:00 < ann!a@x.example: present+\n14-03-2031 10:00:00 -!- bob has joined #tea\n',
        '[10:00] <ann> scribe: ann\n[10:00] <ann> present+\n[10:00] == bob has joined #tea\n[10:00] * bob waves\n',
        '[2031-03-14 10:00:00] <ann> scribe: ann\n[2031-03-14 10:00:00] <ann> present+\n[2031-03-14 10:00:00] → bob joined (a@x.example)\n',
        '2031-03-14T10:00:00Z <ann> scribe: ann\n2031-03-14T10:00:00Z <ann> present+\n2031-03-14T10:00:00Z -!- bob has joined #tea\n',
        '[10:00:00] <ann> scribe: ann\n[10:00:00] <ann> present+\n[10:00:00] --> bob has joined #tea\n',
      ];
      for (const text of logs) {
        const log = logOf(text);
        assert.lengthOf(log.meetings, 1, text);
        assert.notInclude(
          problems(log).map((one) => one.code),
          code,
          text,
        );
      }
    });
    it('is not in a log of another layout, or of a MeetBot', () => {
      check(code, '', [], '2031-03-14 10:00:00\tann\tscribe: ann\n2031-03-14 10:00:00\tann\tpresent+ ann\n');
      const text =
        '10:00 <ann> #startmeeting\n10:01 <ann> Topic: a\nand b\n10:02 <ann> scribe+\n10:03 <ann> #endmeeting\n';
      assert.isEmpty(problems(logOf(text)));
    });
  });
});
