import { assert } from 'chai';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import { logOf } from '../../helpers/logs.js';
import { checkScribed as check, scribedHead as head, toldScribed as told } from '../../helpers/scribedProblems.js';

describe('problems of meetings with a scribe:', () => {
  it('an ordinary meeting has none', () => {
    check(
      'failed-correction',
      '10:01 <ann> Topic: Tea\n10:02 <ann> bob: hot\n10:03 <ann> ... and black\n10:04 <bob> q+ to ask\n' +
        '10:05 <ann> ack bob\n10:06 <bob> s/hot/cold/\n10:07 <ann> ACTION: bob to buy cups\n10:08 <ann> RESOLVED: Tea\n',
    );
  });
  it('those of a MeetBot’s meeting are not these', () => {
    const text =
      '10:00 <ann> #startmeeting\n10:01 <ann> scribe: bob\n10:02 <ann> s/never/said/\n10:03 <ann> Topic:\n10:04 <ann> #endmeeting\n';
    assert.isEmpty(problems(logOf(text)));
  });

  describe('failed-correction', () => {
    const code = 'failed-correction';
    it('suggests the nearest text above by spelling', () => {
      const [problem] = check(code, '10:01 <ann> bob: from Assam\n10:02 <bob> «s/Asam/China/»\n');
      assert.equal(problem?.meant, 's/Assam/China/');
      assert.include(problem?.message, 'Did you mean “Assam”?');
      assert.deepEqual(
        problem?.related?.map(({ line }) => line),
        [2],
      );
    });
    it('says that a backslash does not protect a slash', () => {
      const text = '10:01 <ann> bob: and/or\n10:02 <bob> «s/and\\/or/or/»\n';
      assert.equal(check(code, text)[0]?.meant, 's|and/or|or|');
    });
    it('keeps punctuation that was typed', () => {
      const text = '10:01 <ann> bob: Mathias is here, mathias: hi\n10:02 <bob> «s/matthias:/bob:/»\n';
      assert.equal(check(code, text)[0]?.meant, 's/mathias:/bob:/');
    });
    it('says that the nick does not belong to it', () => {
      const [problem] = check(code, '10:01 <bob> oh no\n10:02 <bob> «s/<bob> oh no/oh yes/»\n');
      assert.equal(problem?.meant, 's/oh no/oh yes/');
    });
    it('says what another correction has done', () => {
      assert.deepEqual(told(code, '10:01 <bob> oh no\n10:02 <bob> s/no/yes/\n10:03 <ann> «s/no/yes/»\n'), [
        '“no” is in no line above, so this correction does nothing. Another correction has already changed it.',
      ]);
    });
    it('says that the text is below, which G reaches', () => {
      const [problem] = check(code, '10:01 <bob> «s/coffee/tea/»\n10:02 <bob> more coffee\n');
      assert.equal(problem?.meant, 's/coffee/tea/G');
    });
    it('says that the new text is there', () => {
      const [problem] = check(code, '10:01 <bob> Simone says so\n10:02 <bob> «s/Simona/Simone/»\n');
      assert.include(problem?.message, 'already there');
      assert.isUndefined(problem?.meant);
    });
    it('leaves spaces out', () => {
      assert.equal(check(code, '10:01 <bob> the end.\n10:02 <bob> «s/end. /start/»\n')[0]?.meant, 's/end./start/');
    });
    it('is for another correction, which none changes', () => {
      const text = '10:01 <bob> tea\n10:02 <bob> s/tea/tee/\n10:03 <bob> «s|s/tea/tee/||»\n';
      const [problem] = check(code, text);
      assert.include(problem?.message, 'It is in another correction, and corrections do not change each other.');
      assert.equal(problem?.instead, '');
    });
    it('stays in the minutes where nothing is like it', () => {
      assert.deepEqual(told(code, '10:01 <bob> «s/zebra/horse/»\n'), [
        '“zebra” is in no line above, so this correction does nothing and stays in the minutes as it is.',
      ]);
    });
  });

  describe('odd-correction', () => {
    const code = 'odd-correction';
    it('has words behind it, which become a part of the new text', () => {
      const [problem] = check(code, '10:01 <bob> tea\n10:02 <bob> «s/tea/milk/ in line 1»\n');
      assert.equal(problem?.meant, 's/tea/milk/');
      assert.equal(check(code, '10:01 <bob> tea\n10:02 <bob> «s/tea/milk/ g»\n')[0]?.meant, 's/tea/milk/g');
    });
    it('is in a form that is talk', () => {
      assert.equal(check(code, '10:01 <bob> some tea\n10:02 <bob> «S/tea/milk/»\n')[0]?.meant, 's/tea/milk/');
      assert.equal(check(code, '10:01 <bob> some tea\n10:02 <bob> «s,tea,milk,»\n')[0]?.meant, 's/tea/milk/');
    });
    it('does not say what to change', () => void check(code, '10:01 <bob> «s//milk/»\n'));
    it('is not an address, other talk, or what is nowhere', () => {
      check(code, '10:01 <bob> tea\n10:02 <bob> s/tea/https://tea.example/x y\n10:03 <bob> s,water,milk,\n');
      check(code, '10:01 <bob> w3c\n10:02 <bob> s|w3c|w3c/ag|\n');
    });
  });

  describe('misplaced-correction', () => {
    const code = 'misplaced-correction';
    it('changes a part of another word', () => {
      const [problem] = check(code, '10:01 <bob> the tea is what he likes\n10:02 <bob> «s/he/she/»\n');
      assert.include(problem?.message, '“tshe tea is what he likes”');
      assert.equal(problem?.meant, 's/what he/what she/');
      assert.deepEqual(
        problem?.related?.map(({ message }) => message),
        ['“he” is a part of another word here'],
      );
      check(code, '10:01 <bob> we do as he does\n10:02 <bob> the tea\n10:03 <bob> «s/he/they/g»\n');
    });
    it('changes a label', () => {
      check(code, '10:01 <ann> Topic: Tea\n10:02 <bob> «s/op/ap/»\n');
      check(code, '10:01 <ann> Topic: Tea\n10:02 <bob> s/Topic: Tea/Tea/\n');
      check(code, '10:01 <ann> ISSUE: Tea\n10:02 <bob> s/ISSUE/Topic/\n');
    });
    it('changes a part of a word, where a line above has the word', () => {
      const [problem] = check(
        code,
        '10:01 <bob> thanks, Kim\n10:02 <ann> Kimberly came\n10:03 <bob> «s/Kim/Kimberly/»\n',
      );
      assert.equal(problem?.meant, 's/thanks, Kim/thanks, Kimberly/'.replaceAll('thanks, ', 'thanks, '));
      check(code, '10:01 <bob> thanks, Kimberly\n10:02 <ann> Kim came\n10:03 <bob> s/Kim/Kimberly/\n');
    });
    it('changes the line of someone else, where who corrects said it, too', () => {
      check(code, '10:01 <bob> a tea\n10:02 <zoe> some tea\n10:03 <bob> «s/tea/milk/»\n');
      check(code, '10:01 <ann> a tea\n10:02 <zoe> some tea\n10:03 <bob> s/tea/milk/\n');
      check(code, '10:01 <bob> a tea\n10:02 <bob> some tea\n10:03 <bob> s/tea/milk/\n');
      check(code, `10:01 <bob> a tea\n10:02 <zoe> some tea\n${'10:02 <zoe> x\n'.repeat(9)}10:03 <bob> s/tea/milk/\n`);
    });
    it('changes what the scribe writes for a proposal', () => {
      check(code, '10:01 <ann> PROPOSAL: green tea\n10:02 <bob> «s/OS/OAS/»\n');
    });
    it('is not a correction of what is within words everywhere', () =>
      void check(code, '10:01 <bob> repositary\n10:02 <bob> s/ar/or/\n'));
  });

  describe('no-scribe', () => {
    const code = 'no-scribe';
    const lines = '10:01 <ann> present+ ann, bob\n10:02 <ann> Topic: x\n10:03 <bob> y\n10:04 <ann> z\n';
    it('says who is taken for the scribe', () => {
      const [problem] = check(code, `${lines}10:05 <ann> RESOLVED: x\n`, [], '10:00 <bob> «hello»\n');
      assert.include(problem?.message, 'take ann for the scribe, who wrote most (4 lines)');
      assert.deepEqual(problem?.missing, { nick: 'ann', text: 'scribe: ann', line: 0, isBelow: true });
    });
    it('is not said of a few lines', () =>
      void check(code, '10:01 <ann> present+ ann, bob\n10:02 <ann> RESOLVED: x\n', [], ''));
  });

  describe('unknown-scribe', () => {
    const code = 'unknown-scribe';
    it('says nothing', () => {
      assert.equal(check(code, '10:01 <robbie> hi\n10:02 <ann> scribe: «robie»\n')[0]?.meant, 'robbie');
      assert.isUndefined(check(code, '10:02 <ann> scribe+ «zoe»\n')[0]?.meant);
    });
    it('is not a nick with `_`, or one of those who said something before', () => {
      check(code, '10:01 <robbie_> hi\n10:02 <ann> scribe: robbie\n10:03 <ann> scribe: bob\n10:04 <bob> ok\n');
    });
    it('is a name without a nick', () => {
      const text = `10:01 <robbie> hi\n${'10:02 <robbie> x\n'.repeat(8)}`;
      assert.equal(check(code, `${text}10:03 <ann> Scribe: «Robbie Doe»\n`)[0]?.meant, 'robbie = Robbie Doe');
      check(code, `${text}10:03 <ann> Scribe: Robbie Doe\n10:03 <ann> scribenick: robbie\n`);
    });
    it('is named without a colon', () => {
      assert.equal(check(code, '10:01 <bob> hi\n10:02 <ann> «scribe is bob»\n')[0]?.meant, 'scribe: bob');
      check(code, '10:01 <bob> hi\n10:02 <ann> scribe: bob\n10:03 <bob> scribe is bob\n10:04 <bob> scribe is tired\n');
    });
  });

  describe('scribe-not-set', () => {
    const code = 'scribe-not-set';
    const speeches = '10:03 <bob> ... b\n10:04 <bob> cat: c\n10:05 <bob> ... d\n10:06 <bob> ann: e\n';
    it('writes down what others say', () => {
      const [problem] = check(code, `10:01 <cat> hi\n10:02 <bob> «cat: a»\n${speeches}`);
      assert.deepEqual(problem?.missing, { nick: 'bob', text: 'scribe+', line: 3 });
    });
    it('is not someone who addresses others', () => {
      check(code, '10:01 <bob> cat: a\n10:02 <bob> ann: b\n10:03 <bob> cat: c\n10:04 <bob> ann: d\n');
      check(code, `10:01 <bob> scribe+\n10:02 <bob> cat: a\n${speeches}`, ['maybe-present']);
    });
  });

  describe('misplaced-dots', () => {
    const code = 'misplaced-dots';
    it('go on with the speaker above an action', () => {
      const [problem] = check(
        code,
        '10:01 <ann> bob: a\n10:02 <ann> ACTION: bob to buy cups\n10:03 <ann> «... by Friday»\n10:04 <ann> ... soon\n',
      );
      assert.include(problem?.message, 'the action above: the minutes have this line as what bob says');
      assert.equal(problem?.meant, 'bob:');
    });
    it('of a second scribe do not go on with the first one’s', () => {
      check(code, '10:00 <bob> scribe+\n10:01 <bob> ann: a\n10:02 <ann> «... and b»\n');
    });
    it('are right below a topic, by others, and without a speaker', () => {
      check(code, '10:01 <ann> bob: a\n10:02 <ann> Topic: Cups\n10:03 <ann> ... b\n');
      check(code, '10:01 <ann> ACTION: bob to buy cups\n10:02 <ann> ... by Friday\n');
      check(code, '10:01 <ann> bob: a\n10:02 <bob> ACTION: bob to buy cups\n10:03 <bob> ... by Friday\n');
    });
  });

  describe('maybe-present', () => {
    const code = 'maybe-present';
    it('speaks often and fits no name', () => {
      const text = (one: string) => `10:01 <ann> ${one}: a\n10:02 <ann> zoe: b\n10:03 <ann> zoe: c\n`;
      const [problem] = check(code, text('«zoe»'));
      assert.deepEqual(problem?.missing, { nick: 'ann', text: 'present+ zoe', line: 2 });
    });
    const others = (present: string, speaker: string) =>
      check(code, `10:01 <ann> present+ ${present}\n${`10:02 <ann> ${speaker}: a\n`.repeat(3)}`);
    it('is not someone who fits a name', () => {
      others('Zoe_Smith', 'zoe');
      others('Zoe Smith', 'smith');
      others('Zoe Smith', 'ZS');
      others('Zoe Smith', 'zsmith');
      others('ZoeSmith', 'Zoe_S');
      others('Zoé', 'zoe_');
      others('johnathan', 'jonathan');
      others('Wilco', 'WF');
    });
    it('is not someone whose nick adds a name', () => {
      check(code, `10:01 <r12a> present+ Richard\n${'10:02 <ann> r12a: a\n'.repeat(3)}`);
    });
    it('is not a word that introduces what follows', () => {
      check(code, '10:01 <ann> Goal: a\n10:02 <ann> Flow: b\n10:03 <ann> Goal: c\n');
    });
    it('is no one if there is no list', () => {
      check(code, '10:02 <ann> zoe: b\n'.repeat(3), [], '10:00 <ann> scribe: ann\n10:00 <ann> chair: bob\n');
    });
  });

  describe('not-a-speaker', () => {
    const code = 'not-a-speaker';
    it('is a number, a link, or a word before a remark', () => {
      check(
        code,
        '10:01 <ann> «12»:30 is too late\n10:02 <ann> «Note»: tea\n10:03 <ann> «[text](https»://x.example)\n',
      );
    });
    it('is what an address is', () => {
      check(code, '10:01 <ann> «Explainer»: https://x.example/y\n10:02 <ann> Explainer says it\n');
      assert.equal(check(code, '10:01 <ann> «Previous»: https://x.example/y\n')[0]?.meant, 'Previous meeting');
      check(code, '10:01 <ann> bob: https://x.example/y\n10:02 <ann> Eva: x\n10:03 <ann> Eva: https://x.example\n');
    });
    it('is not a person', () => void check(code, '10:01 <ann> zoe: a\n10:02 <ann> Zoe_S: b\n10:03 <ann> bob: c\n'));
  });

  describe('swallowed-line', () => {
    const code = 'swallowed-line';
    it('is talk that begins like a command', () => {
      check(
        code,
        '10:01 <bob> «agenda for today: https://x.example»\n10:02 <ann> «agenda bashing»\n10:03 <bob> «Q - what is tea?»\n' +
          '10:04 <bob> «ack that»\n10:05 <bob> «next agenda item is tea»\n',
      );
    });
    it('is not a command', () => {
      check(
        code,
        '10:01 <bob> q+ to ask about tea\n10:02 <ann> q?\n10:03 <ann> ack bob\n10:04 <ann> ack zoe\n10:05 <ann> agenda+ Tea\n' +
          '10:06 <ann> zakim, take up agendum 1\n10:07 <ann> take up agendum 1\n10:08 <ann> next agendum\n10:09 <bob> q - \n' +
          '10:10 <bob> -q\n10:11 <bob> queue?\n10:12 <ann> agenda?\n10:13 <ann> close agendum 1\n10:14 <bob> +q\\\n',
      );
    });
    it('is what someone says behind a command', () => {
      check(code, '10:01 <ann> «ack bob bob: so do we»\n10:02 <ann> ack bob (tea)\n10:03 <ann> ack bob: ok\n');
    });
    it('is not what bots say', () => void check(code, '10:01 <agendabot> agenda is empty\n'));
  });

  describe('unclosed-block', () => {
    const code = 'unclosed-block';
    it('is never closed', () => {
      const [problem] = check(code, '10:01 <ann> «[[»\n10:02 <ann> a\n10:03 <bob> b\n10:04 <ann> c\n');
      assert.include(problem?.message, 'all 2 lines by ann');
      assert.deepEqual(problem?.missing, { nick: 'ann', text: ']]', line: 3, isBelow: true });
    });
    it('is closed after very many lines', () => {
      const lines = '10:02 <ann> a\n'.repeat(30);
      const [problem] = check(code, `10:01 <ann> «[[»\n${lines}10:03 <bob> b\n${lines}10:04 <ann> ]]\n`);
      assert.include(problem?.message, 'ann closes this block only after 60 lines, which are taken as they are');
      check(code, `10:01 <ann> [[\n${lines}${lines}10:04 <ann> ]]\n`);
      check(code, `10:01 <ann> [[\n10:03 <bob> b\n${lines}10:04 <ann> ]]\n`);
    });
    it('is closed', () => void check(code, '10:01 <ann> ```\n10:02 <ann> a\n10:03 <ann> ```\n'));
  });

  it('off-record is a line that the minutes show', () => {
    check('off-record', '10:01 <bob> «[off] bad tea»\n10:02 <bob> [offtopic] tea\n');
    check('off-record', '10:01 <bob> «/me yawns»\n10:02 <bob> /me\n10:03 <bob> /meet is a path\n');
  });

  describe('no-minutes and minutes-outdated', () => {
    const log = '10:00 <RRSAgent> logging to https://x.example/2031/03/14-tea-irc\n';
    const draft = '10:09 <bob> RRSAgent, draft minutes\n';
    const minutes =
      '10:09 <RRSAgent> I have made the request to generate https://x.example/2031/03/14-tea-minutes.html bob\n';
    it('are reported where nobody asks', () => {
      const top = log.replace('logging', '«logging').replace('-irc', '-irc»');
      const [problem] = check('no-minutes', '10:01 <ann> Topic: Tea\n', [], top + head);
      assert.deepEqual(problem?.missing, { nick: 'ann', text: 'RRSAgent, draft minutes', line: 3, isBelow: true });
    });
    it('are not, without a bot or where someone asks', () => {
      check('no-minutes', '10:01 <ann> Topic: Tea\n');
      check('no-minutes', draft, [], log + head);
      check('no-minutes', minutes, [], log + head);
    });
    it('are asked for by the end of the meeting', () => {
      check('no-minutes', '10:09 <bob> Zakim, end meeting\n', [], log + head);
      check('no-minutes', '10:09 <bob> trackbot, end telcon\n', [], log + head);
    });
    it('are asked for when the bot has left', () => {
      const left = '10:08 <bob> RRSAgent, bye\n10:08 <RRSAgent> I see no action items\n';
      const asked = '10:09 <bob> «RRSAgent, draft minutes»\n';
      const [problem] = check('no-minutes', left + asked, [], log + head);
      assert.equal(problem?.message, 'RRSAgent left before it is asked for the minutes, so they are not written.');
      check('no-minutes', `${left}${draft}10:10 <RRSAgent> ok\n`, [], log + head);
      check('no-minutes', `${left}${log.replace('10:00', '10:08')}${draft}`, [], log + head);
    });
    it('have lines below', () => {
      const asked = minutes.replace('I have', '«I have').replace('bob\n', 'bob»\n');
      const [problem] = check('minutes-outdated', `${asked}10:10 <bob> present+ zoe\n`, [], log + head);
      assert.include(problem?.message, 'a line below that is for them is not in them');
      check('minutes-outdated', `${asked}10:10 <ann> Topic: a\n10:11 <bob> s/a/b/\n`, [], log + head);
    });
    it('have all that is for them', () => {
      check('minutes-outdated', `${minutes}10:10 <bob> bye\n`, [], log + head);
      check('minutes-outdated', `${minutes}10:10 <bob> present+ zoe\n${minutes}`, [], log + head);
      check('minutes-outdated', `${minutes}10:10 <bob> present+ zoe\n${draft}`, [], log + head);
    });
  });

  describe('topic-lost', () => {
    const code = 'topic-lost';
    const bot = '10:01 <Zakim> bob, you wanted to ask\n10:02 <ann> agenda+ Tea\n';
    it('has no topic below', () => {
      const [problem] = check(code, `${bot}10:03 <ann> «take up agendum 1»\n10:04 <bob> black\n`);
      assert.deepEqual(problem?.missing, { nick: 'ann', text: 'Topic: Tea', line: 4, isBelow: true });
    });
    it('has one, or the bot is not in the log', () => {
      check(code, `${bot}10:03 <ann> take up agendum 1\n10:03 <Zakim> agendum 1 -- Tea -- taken up [from ann]\n`);
      check(code, `${bot}10:03 <ann> next agendum\n10:03 <ann> Topic: Tea\n`);
      check(code, '10:03 <ann> next agendum\n10:04 <bob> black\n');
    });
  });

  it('doubled-topic is set by a bot and by someone', () => {
    const code = 'doubled-topic';
    const taken = '10:01 <Zakim> agendum 1 -- Black Tea -- taken up [from ann]\n';
    check(code, `${taken}10:02 <ann> «Topic: Tea»\n`);
    check(code, `10:00 <ann> «Topic: Black tea»\n${taken}`);
    check(code, `${taken}10:02 <ann> Topic: Cake\n`);
    check(code, `${taken}${'10:02 <bob> x\n'.repeat(9)}10:02 <ann> Topic: Black tea\n`);
  });

  it('present-reset takes names off the list', () => {
    const [problem] = check('present-reset', '10:01 <ann> «Present: ann»\n');
    assert.include(problem?.message, 'bob is no longer on it');
    assert.equal(problem?.missing?.text, 'present+ bob');
    check('present-reset', '10:01 <ann> Present: ann\n10:02 <bob> present+\n');
    check('present-reset', '10:01 <ann> present- bob\n');
  });

  describe('invalid-date', () => {
    const code = 'invalid-date';
    it('is in another form', () => {
      const [problem] = check(code, '10:01 <ann> Date: «2031-03-14»\n');
      assert.equal(problem?.meant, '14 Mar 2031');
      check(code, '10:01 <bob> Date: «March 14, 2031»\n10:02 <bob> Date: tomorrow\n');
    });
    it('differs', () => {
      const [problem] = check(code, '10:01 <ann> Date: 14 Mar 2031\n10:02 <ann> Date: «16 Mar 2031»\n');
      assert.equal(problem?.meant, '14 Mar 2031');
      check(code, '10:01 <ann> Date: 14 Mar 2031\n10:02 <ann> Date: 15 Mar 2031\n');
    });
  });

  describe('those that others have too:', () => {
    it('labels with a typing error', () => {
      assert.equal(check('unknown-command', '10:01 <ann> «Topc»: Tea\n')[0]?.meant, 'Topic');
      assert.equal(check('unknown-command', '10:01 <bob> «presnet»+\n')[0]?.meant, 'present');
      check('unknown-command', '10:01 <bob> topics: a, b\n10:02 <ann> Tropic: hot\n10:03 <ann> bob: c\n');
    });
    it('commands to bots without a comma', () => {
      assert.equal(check('unknown-command', '10:01 <ann> «zakim »take up agendum 2\n')[0]?.meant, 'zakim, ');
      check('unknown-command', '10:01 <ann> zakim is quiet\n');
    });
    it('labels without text or name', () => {
      check('missing-argument', '10:01 <ann> «Topic:»\n10:02 <ann> «scribe:»\n10:03 <ann> «chair:»\n');
      check('missing-argument', '10:01 <ann> ACTION:\n10:02 <ann> ... bob to buy cups\n');
    });
    it('addresses with more', () => {
      const [problem] = check(
        'invalid-link',
        '10:01 <ann> Agenda: «see https://x.example/a.»\n10:02 <ann> Agenda: Tea\n',
      );
      assert.equal(problem?.meant, 'https://x.example/a');
    });
    it('actions that name no one', () => {
      check('unassigned-action', '10:01 <ann> ACTION: «buy cups»\n10:02 <ann> ACTION: «need to buy cups»\n');
      check(
        'unassigned-action',
        '10:01 <ann> ACTION: Zoe to buy cups\n10:02 <ann> ACTION: zoe: buy cups\n10:03 <ann> ACTION: buy cups (bob)\n' +
          '10:04 <ann> ACTION: chairs to send it\n10:05 <ann> ACTION: Zoe Smith and cat to buy cups\n10:06 <ann> ACTION: ask @zoe\n',
      );
    });
    it('names that are not on the list', () => {
      assert.equal(
        check('unknown-nick', '10:01 <ann> present+ robbie\n10:02 <ann> present- «robie»\n')[0]?.meant,
        'robbie',
      );
      assert.equal(check('unknown-nick', '10:01 <bob> «present-»\n')[0]?.meant, 'present- bob');
      check('unknown-nick', '10:01 <ann> present- bob\n');
    });
    it('names that are on a list in another spelling', () => {
      const twice = (one: string, other: string) => {
        const [problem] = check('unknown-nick', `10:01 <ann> present+ ${one}\n10:02 <ann> present+ «${other}»\n`);
        assert.equal(problem?.meant, one);
      };
      twice('Zoe Smith', 'ZoeSmith');
      twice('zoe', 'zoe_');
      twice('Jonathan', 'Jonatan');
      check('unknown-nick', '10:01 <ann> present+ Jan, Jon\n10:02 <ann> present+ Zoe, zoe\n');
      check('unknown-nick', '10:01 <dmitri1> present+\n10:02 <dmitri2> present+\n');
      check('unknown-nick', '10:01 <ann> present+ zoe\n10:02 <ann> present+ zoe_\n10:03 <ann> present- zoe\n');
      check('unknown-nick', '10:01 <zoe_> «chair+»\n', [], `${head}10:00 <ann> chair: zoe\n`);
    });
  });
});
