import { assert } from 'chai';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import type { ProblemCode } from '../../../server/src/meeting/problems/problemTable.js';
import { actionsIn, logOf, meeting, uri } from '../../helpers/logs.js';

/** Greetings of bots, by the dialect that they show. */
const greetings = {
  none: '',
  meetbot: '10:00:00 <bot> Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann.\n',
  meetingology: '10:00:00 <bot> Meeting started at 10:00:00 UTC.  The chair is ann.\n',
  hcoop: '10:00:00 <bot> ann: Meeting started at 2031-03-14T10:00+0000\n',
};

type Bot = keyof typeof greetings;

const strayCodes: ReadonlySet<ProblemCode> = new Set([
  'misplaced-command',
  'unrecognized-command',
  'glued-command',
  'unknown-command',
]);

/** The problems of a line that ann says in her meeting, in which jay is present. */
function told(said: string, bot: Bot = 'meetbot', line = `10:01 <ann> ${said}`) {
  const log = logOf(meeting(`${greetings[bot]}10:00:30 <jay> hi\n${line}\n`));
  return problems(log).filter(({ code }) => strayCodes.has(code));
}

function checkAll(code: ProblemCode, texts: readonly string[], bot?: Bot) {
  for (const text of texts) {
    const found = told(text, bot);
    assert.deepEqual(
      found.map((one) => one.code),
      [code],
      JSON.stringify(text),
    );
  }
}

function checkSilent(texts: readonly string[], bot?: Bot) {
  for (const text of texts) assert.isEmpty(told(text, bot), JSON.stringify(text));
}

/** The first quick fix of a line in ann's meeting must make it this line. */
function checkFix(line: string, expected: string, bot: Bot = 'meetbot') {
  const text = meeting(`${greetings[bot]}10:00:30 <jay> hi\n${line}\n`);
  const row = text.split('\n').indexOf(line);
  const start = { line: row, character: 0 };
  const [action] = actionsIn(logOf(text), { start, end: { line: row, character: line.length } }, []);
  const edits = action?.edit?.changes?.[uri] ?? [];
  assert.equal(TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), edits).split('\n')[row], expected);
}

describe('misplaced-command', () => {
  it('is a command after a nick, the mark of a list, a quotation mark, a filler or the end of a clause', () =>
    checkAll('misplaced-command', [
      'jay: #action jay oils the saw',
      'jay, #info it is back',
      '@jay:host.example: #action oil the saw',
      'jay and cid: #action oil the saw',
      '- #info a list',
      '* #info a list',
      '• #info a list',
      '1. #action jay oils the saw',
      'b) #action jay oils the saw',
      '[ ] #action jay oils the saw',
      '-> #action jay oils the saw',
      '##topic Tools',
      '👍 #agreed we oil it',
      '"#action jay oils the saw',
      '“#action jay oils the saw”',
      '> #action jay oils the saw',
      '`#topic Tools`',
      '**#topic** Tools',
      '(#link https://tools.example)',
      'ok #topic Tools',
      'ok, then #agreed we oil it',
      'thanks all, #endmeeting',
      'right, #undo',
      '- jay: #action oil the saw',
      'we are all for it. #agreed we oil it',
      'it works - #info the saw is back',
      'is there more? #topic Money',
    ]));
  it('is not talk about a command', () =>
    checkSilent([
      'the command #topic is for chairs',
      'use #action to record what to do',
      'introduce yourself with #info',
      'please introduce yourself: #info your name',
      'when you arrive, #info your name',
      'note: #info your name',
      'example: #action jay oils the saw',
      'can someone #info that?',
      'jay: do you want to #info in?',
      'write "#info name"',
      '"#info" is for facts',
      '"#info name" is how to do it',
      '`#topic` sets the topic',
      'you need to #endmeeting first?',
      'so #info is what you use',
      'great #idea jay',
      'jay: #topic sets the topic',
      'jay: use #action for that',
      '#96 #action',
      'jay: #undo',
      'jay: #action that, please',
      'jay: #agreed?',
      'jay: #action jay?',
      '- #action',
      'Useful Commands: #action #agreed #help #info',
      'ASFBot: #topic Tools',
      'join us in: #info-desk',
      'and bob#info too',
      'ok, #startmeeting Tools',
      'ok, #lurk',
      '+1 #vote',
    ]));
  it('is not said by bots', () => {
    assert.isEmpty(told('', 'meetbot', '10:01 <bot> jay: #action oil the saw'));
    assert.isEmpty(told('', 'none', '10:01 <toolbot> jay: #action oil the saw'));
  });
  it('is addressed to another bot only if it is not this one', () =>
    checkAll('misplaced-command', ['bot: #topic Tools']));
  it('is not a text that is in the minutes all the same', () => {
    const line = (said: string) => `10:02 <ann> #action jay oils the saw\n10:03 <jay> ${said}`;
    assert.isEmpty(told('', 'meetbot', line('> #action jay oils the saw')));
    assert.isNotEmpty(told('', 'meetbot', line('> #action jay oils it')));
  });
  it('is a command in a /me action', () => {
    const [problem] = told('', 'meetbot', '10:01 * ann #info the saw is back');
    assert.equal(problem?.message, 'Bots ignore #info in a /me action.');
    assert.isEmpty(told('', 'meetbot', '10:01 * ann wonders about #info'));
    assert.isEmpty(told('', 'meetbot', '10:01 * ann likes: #info the saw is back'));
  });
  it('outside of a meeting is only a start', () => {
    const of = (text: string) => problems(logOf(text)).map(({ code }) => code);
    assert.deepEqual(of('10:00 <ann> ok, #startmeeting Tools\n'), ['misplaced-command']);
    assert.isEmpty(of('10:00 <ann> jay: #action oil the saw\n'));
  });
  it('is found once, in the middle of a long log as well', () => {
    const talk = '10:01 <jay> well, this and that\n'.repeat(600);
    const text = meeting(`${talk}10:02 <ann> jay: #action oil the saw\n${talk}`);
    const found = problems(logOf(text)).filter(({ code }) => code === 'misplaced-command');
    assert.deepEqual(
      found.map(({ line }) => line),
      [601],
    );
  });
  it('is fixed by putting the command first', () => {
    checkFix('10:01 <ann> ok, then #agreed we oil it', '10:01 <ann> #agreed we oil it');
    checkFix('10:01 <ann> “#agreed we oil it”', '10:01 <ann> #agreed we oil it');
    checkFix('10:01 <ann> **#topic** Tools', '10:01 <ann> #topic Tools');
  });
  it('is fixed without losing whom an action was for', () => {
    checkFix('10:01 <ann> jay: #action oil the saw', '10:01 <ann> #action jay: oil the saw');
    checkFix('10:01 <ann> jay: #action Jay oils the saw', '10:01 <ann> #action Jay oils the saw');
    checkFix('10:01 <ann> jay: #info the saw is back', '10:01 <ann> #info the saw is back');
  });
  it('in a /me action is fixed by making it a message', () =>
    checkFix('10:01 * ann #info the saw is back', '10:01 <ann> #info the saw is back'));
});

describe('unrecognized-command', () => {
  const code = 'unrecognized-command';
  it('is a command with a sign that only looks like its own', () =>
    checkAll(code, [
      '＃topic Tools',
      '♯topic Tools',
      '﹟info the saw is back',
      '#\ufe0f\u20e3topic Tools',
      '＃ｔｏｐｉｃ Tools',
    ]));
  it('is a command with something invisible before or in it', () =>
    checkAll(code, [
      '\u00a0#topic Tools',
      '\u3000#topic Tools',
      '\u200b#topic Tools',
      '#\u200btopic Tools',
      '#to\u200bpic Tools',
      '\ufeff#endmeeting',
    ]));
  it('is a command with codes for bold or coloured text before or in it', () =>
    checkAll(code, ['\x02#topic\x02 Tools', '\x0304#topic Tools', '\x0304,12#topic\x03 Tools', '#\x0ftopic Tools']));
  it('is a command with a space after its sign', () =>
    checkAll(code, ['# topic Tools', '# action jay oils the saw', '# endmeeting', '# link https://tools.example']));
  it('is not prose, a heading in Markdown or a comment in a shell', () =>
    checkSilent([
      '# Topic Tools',
      '# info is here',
      '# link the library',
      '# help wanted',
      '# topic',
      '## topic Tools',
    ]));
  it('with a space needs the rights of a chair, as the command does', () => {
    assert.isEmpty(told('', 'meetbot', '10:01 <jay> # topic Tools'));
    assert.isNotEmpty(told('', 'meetbot', '10:01 <jay> # info the saw is back'));
  });
  it('is a command after a backslash, or with letters of another alphabet', () =>
    checkAll(code, ['\\#topic Tools', '#tоpic Tools']));
  it('has the sign of another bot, if a bot is there', () => {
    checkAll(code, ['!topic Tools', '.topic Tools', '/topic Tools', '!endmeeting']);
    checkSilent(['!info firefox', '!help me', '/nick jay', '!hi', '!topic', '.action-figures are nice']);
    checkSilent(['!topic Tools'], 'none');
  });
  it('is followed directly by something, if the bot needs a space', () =>
    checkAll(
      code,
      [
        '#topic: Tools',
        '#topic:Tools',
        '#info, it is back',
        '#endmeeting.',
        '#endmeeting>>)',
        '#topic審查',
        '#action-jay oils',
      ],
      'meetingology',
    ));
  it('is not a part of another word', () => {
    checkSilent(['#info-desk is free', '#help.example is down', '#topic/42', '#info’s', '#topic…'], 'meetingology');
    checkSilent(['#info-desk is free', '#help.example is down', '#topic審查']);
  });
  it('shows why the bot ignores it', () => {
    const message = (said: string, bot?: Bot) => told(said, bot)[0]?.message;
    assert.equal(message('＃topic x'), 'The bot ignores this: its sign only looks like the “#” of #topic.');
    assert.equal(message('\u200b#topic x'), 'The bot ignores this: #topic has an invisible character before or in it.');
    assert.equal(message('# topic x'), 'The bot ignores this: #topic has a space after “#”.');
    assert.equal(message('!topic x'), 'This bot does not know !topic. Did you mean #topic?');
    assert.equal(message('#topic: x', 'hcoop'), 'The bot ignores this: #topic must be followed by a space.');
  });
  it('may be the start of a meeting', () => {
    const [problem] = problems(logOf('10:00 <ann> ＃startmeeting Tools\n'));
    assert.equal(problem?.code, code);
    assert.isEmpty(problems(logOf('10:00 <ann> ＃topic Tools\n')));
  });
  it('is fixed by typing the command anew', () => {
    checkFix('10:01 <ann> ＃topic Tools', '10:01 <ann> #topic Tools');
    checkFix('10:01 <ann> \u00a0#topic Tools', '10:01 <ann> #topic Tools');
    checkFix('10:01 <ann> \x0304#topic\x03 Tools', '10:01 <ann> #topic Tools');
    checkFix('10:01 <ann> # topic Tools', '10:01 <ann> #topic Tools');
    checkFix('10:01 <ann> !topic Tools', '10:01 <ann> #topic Tools');
    checkFix('10:01 <ann> #topic:Tools', '10:01 <ann> #topic Tools', 'hcoop');
    checkFix('10:01 <ann> #topic審查', '10:01 <ann> #topic 審查', 'hcoop');
    checkFix('10:01 <ann> #action-jay oils', '10:01 <ann> #action jay oils', 'hcoop');
    checkFix('10:01 <ann> #undo.', '10:01 <ann> #undo', 'hcoop');
  });
});

describe('a log of a bot on Matrix', () => {
  const told = (said: string) => {
    const text = `10:00 <ann> !startmeeting Weekly\n10:00 <bot> Meeting started at 2031-03-14 10:00:00 UTC\n10:01 <ann> ${said}\n10:02 <ann> !endmeeting\n`;
    return problems(logOf(text)).map(({ code, meant }) => `${code} ${meant}`);
  };
  it('tells mistyped words with the bot’s own signs', () => {
    assert.deepEqual(told('!edmeeting'), ['unknown-command !endmeeting']);
    assert.deepEqual(told('!tpic Tools'), ['unknown-command !topic']);
    assert.deepEqual(told('^acton ann oils the saw'), ['unknown-command ^action']);
    assert.deepEqual(told('!Topic Tools'), ['unrecognized-command !topic']);
    assert.deepEqual(told('#topic Tools'), ['unrecognized-command !topic']);
    assert.deepEqual(told('#todo ann oils the saw'), ['unknown-command !action']);
    assert.deepEqual(told('! topic Tools'), ['unrecognized-command !topic']);
    assert.deepEqual(told('!topic: Tools'), ['unrecognized-command !topic']);
    assert.deepEqual(told('ok, !topic Tools'), ['misplaced-command !topic']);
  });
  it('does not tell commands to other bots', () => {
    for (const said of ['!hi', '!wiki Tools', '!group members tools', '!hello', '!karma ann', '!todo x', '!note y']) {
      assert.isEmpty(told(said), said);
    }
  });
});

describe('glued-command', () => {
  it('is punctuation that the bot does not skip', () => {
    checkAll('glued-command', [
      '#topic: Tools',
      '#topic:Tools',
      '#info, it is back',
      '#action-jay oils',
      '#chair: jay',
    ]);
    checkSilent([
      '#info :) it is back',
      '#action - oil the saw',
      '#info-desk is free',
      '#endmeeting.',
      '#info it: is back',
    ]);
    checkSilent(['#info:)', '#info://tools.example']);
  });
  it('shows what the bot records', () => {
    assert.equal(
      told('#topic: Tools')[0]?.message,
      'The bot does not skip the “:” after #topic: it records “: Tools”.',
    );
    assert.equal(told('#chair: jay')[0]?.message, 'The bot does not skip the “:” after #chair.');
  });
  it('is fixed by deleting the punctuation', () => {
    checkFix('10:01 <ann> #topic: Tools', '10:01 <ann> #topic Tools');
    checkFix('10:01 <ann> #topic:Tools', '10:01 <ann> #topic Tools');
    checkFix('10:01 <ann> #info, it is back', '10:01 <ann> #info it is back');
  });
});

describe('a slip', () => {
  it('is told with the word of the bot in the log', () => {
    const meant = (said: string, bot?: Bot) => told(said, bot).map(({ code, meant: word }) => `${code} ${word}`);
    assert.deepEqual(meant('#name tools'), ['unknown-command #meetingname']);
    assert.deepEqual(meant('#decision we oil it'), ['unknown-command #agreed']);
    assert.deepEqual(meant('#decision we oil it', 'hcoop'), ['unknown-command #accepted']);
    assert.deepEqual(meant('#agred we oil it', 'hcoop'), ['unknown-command #accepted']);
    assert.deepEqual(meant('#summary it is back'), ['unknown-command #info']);
    assert.deepEqual(meant('#agenda Tools'), ['unknown-command #topic']);
  });
  it('may be a command that the bot does not have', () => {
    assert.equal(told('#agreed we oil it', 'hcoop')[0]?.message, 'This bot has no #agreed. Did you mean #accepted?');
    assert.equal(told('#lurkk', 'hcoop')[0]?.message, 'No bot knows #lurkk, and this bot has no #lurk.');
    assert.isEmpty(told('#startvote Tea? yes, no'));
  });
});
