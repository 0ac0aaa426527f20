import { checkFix as check } from '../helpers/checkFix.js';

const head = '10:00 <ann> scribe: ann\n10:00 <ann> present+ ann, bob\n';

describe('the quick fixes of meetings with a scribe', () => {
  it('respell a correction, or remove it', () => {
    const text = (correction: string) => `${head}10:01 <ann> bob: from Assam\n${correction}`;
    const line = '10:02 <bob> s/As$0am/China/\n';
    check('failed-correction', text(line), 'Change to s/Assam/China/', text('10:02 <bob> s/Assam/China/\n'));
    check('failed-correction', text(line), 'Remove this line', text(''));
    check(
      'odd-correction',
      text('10:02 <bob> s/As$0sam/China/ above\n'),
      'Change to s/Assam/China/',
      text('10:02 <bob> s/Assam/China/\n'),
    );
  });
  it('name the scribe below the first line, so that a meeting above stays as it is', () => {
    const lines = '10:01 <ann> present+ ann, bob\n10:02 <ann> Topic: x\n10:03 <bob> y\n10:04 <ann> RESOLVED: z\n';
    check(
      'no-scribe',
      `10:00 <bob> hel$0lo\n${lines}`,
      'Add the line “scribe: ann”',
      `10:00 <bob> hello\n10:00 <ann> scribe: ann\n${lines}`,
    );
  });
  it('say that someone scribes', () => {
    const below = '10:03 <bob> ... b\n10:04 <bob> ann: c\n10:05 <bob> ... d\n10:06 <bob> ann: e\n';
    check(
      'scribe-not-set',
      `${head}10:02 <bob> an$0n: a\n${below}`,
      'Add the line “scribe+”',
      `${head}10:02 <bob> scribe+\n10:02 <bob> ann: a\n${below}`,
    );
  });
  it('name the speaker of dots, or join them with the line above', () => {
    const above = `${head}10:01 <ann> bob: a\n10:02 <ann> ACTION: bob to buy cups`;
    const text = `${above}\n10:03 <ann> ... by Fri$0day\n`;
    check('misplaced-dots', text, 'Change to bob:', `${above}\n10:03 <ann> bob: by Friday\n`);
    check('misplaced-dots', text, 'Join with the line above', `${above} by Friday\n`);
  });
  it('add someone to those present, above what that person says', () => {
    const below = '10:03 <ann> zoe: b\n10:04 <ann> zoe: c\n';
    check(
      'maybe-present',
      `${head}10:02 <ann> zo$0e: a\n${below}`,
      'Add the line “present+ zoe”',
      `${head}10:02 <ann> present+ zoe\n10:02 <ann> zoe: a\n${below}`,
    );
  });
  it('put a backslash in front', () => {
    const title = 'Put a backslash in front, which makes the line talk';
    check('not-a-speaker', `${head}10:02 <ann> No$0te: a\n`, title, `${head}10:02 <ann> \\Note: a\n`);
    check('swallowed-line', `${head}10:02 <bob> agen$0da bashing\n`, title, `${head}10:02 <bob> \\agenda bashing\n`);
  });
  it('close a block below the lines in a row', () => {
    const [above, below] = [`${head}10:01 <ann> `, '10:02 <ann> a\n'];
    check(
      'unclosed-block',
      `${above}$0[[\n${below}10:03 <bob> b\n`,
      'Add the line “]]”',
      `${above}[[\n${below}10:02 <ann> ]]\n10:03 <bob> b\n`,
    );
  });
  it('ask for the minutes', () => {
    const text = '10:00 <RRSAgent> log$0ging to https://x.example/2031/03/14-tea-irc\n10:01 <ann> scribe: ann\n';
    check(
      'no-minutes',
      text,
      'Add the line “RRSAgent, draft minutes”',
      `${text.replace('$0', '')}10:01 <ann> RRSAgent, draft minutes\n`,
    );
  });
  it('set a topic that is lost, and remove one that is doubled', () => {
    const lines = '10:01 <Zakim> bob, you wanted to ask\n10:02 <ann> agenda+ Tea\n';
    check(
      'topic-lost',
      `${head}${lines}10:03 <ann> take$0 up agendum 1\n`,
      'Add the line “Topic: Tea”',
      `${head}${lines}10:03 <ann> take up agendum 1\n10:03 <ann> Topic: Tea\n`,
    );
    const taken = `${head}10:01 <Zakim> agendum 1 -- Tea -- taken up [from ann]\n`;
    check('doubled-topic', `${taken}10:02 <ann> Top$0ic: Tea\n`, 'Remove this line', taken);
  });
  it('add those whom a list leaves out', () => {
    check(
      'present-reset',
      `${head}10:01 <ann> Pres$0ent: ann\n`,
      'Add the line “present+ bob”',
      `${head}10:01 <ann> Present: ann\n10:01 <ann> present+ bob\n`,
    );
  });
  it('write what was meant', () => {
    check(
      'invalid-date',
      `${head}10:01 <ann> Date: 20$031-03-14\n`,
      'Change to 14 Mar 2031',
      `${head}10:01 <ann> Date: 14 Mar 2031\n`,
    );
    check('unknown-command', `${head}10:01 <ann> To$0pc: Tea\n`, 'Change to Topic', `${head}10:01 <ann> Topic: Tea\n`);
    check(
      'unknown-nick',
      `${head}10:01 <bob> pre$0sent-\n`,
      'Change to present- bob',
      `${head}10:01 <bob> present- bob\n`,
    );
    check(
      'invalid-link',
      `${head}10:01 <ann> Agenda: s$0ee https://x.example/a\n`,
      'Change to https://x.example/a',
      `${head}10:01 <ann> Agenda: https://x.example/a\n`,
    );
    check(
      'unknown-scribe',
      `10:00 <robbie> hi\n10:00 <robbie> present+\n10:01 <ann> scribe: robi$0e\n`,
      'Change to robbie',
      `10:00 <robbie> hi\n10:00 <robbie> present+\n10:01 <ann> scribe: robbie\n`,
    );
  });
  it('assign an action, and remove an empty label', () => {
    const above = `${head}10:01 <bob> cups?\n`;
    check(
      'unassigned-action',
      `${above}10:02 <ann> ACTION: bu$0y cups\n`,
      'Assign to bob',
      `${above}10:02 <ann> ACTION: bob to buy cups\n`,
    );
    check('missing-argument', `${above}10:02 <ann> Top$0ic:\n`, 'Remove this line', above);
  });
  it('remove what is off the record', () => {
    check('off-record', `${head}10:01 <bob> [off] b$0ad\n`, 'Remove this line', head);
  });
  it('do to another correction what a correction cannot', () => {
    const text = (...lines: string[]) => `${head}10:01 <ann> bob: tea\n${lines.map((line) => `${line}\n`).join('')}`;
    const other = '10:02 <bob> s/tea/tee/';
    check('failed-correction', text(other, '10:03 <bob> s|s/te$0a/tee/||'), 'Remove both corrections', text());
    check(
      'failed-correction',
      text('10:02 <bob> s/tea/kofee/', '10:03 <ann> s/te$0a/kofee/tea/coffee/'.replaceAll('\\', '')),
      'Remove this line',
      text('10:02 <bob> s/tea/kofee/'),
    );
    check(
      'failed-correction',
      text('10:02 <bob> s/tes/teas/', '10:03 <bob> s|s/te$0s|s/tea|'),
      'Change the other correction to s/tea/teas/',
      text('10:02 <bob> s/tea/teas/'),
    );
  });
  it('write a label as it is read', () => {
    const code = 'unrecognized-command';
    check(
      code,
      `${head}10:01 <ann> RES$0OLVED that tea\n`,
      'Change to RESOLVED:',
      `${head}10:01 <ann> RESOLVED: tea\n`,
    );
    check(code, `${head}10:01 <ann> [To$0pic: Tea]\n`, 'Change to Topic: Tea', `${head}10:01 <ann> Topic: Tea\n`);
    check(code, `${head}10:01 <ann> \u00a0To$0pic: Tea\n`, 'Change to Topic:', `${head}10:01 <ann> Topic: Tea\n`);
    const url = 'https://x.example/a';
    check(
      'not-a-speaker',
      `${head}10:01 <ann> Prev$0ious: ${url}\n`,
      'Change to Previous meeting',
      `${head}10:01 <ann> Previous meeting: ${url}\n`,
    );
  });
  it('make an action of what is one, and talk of what is none', () => {
    const text = (line: string) => `${head}10:01 <bob> cups?\n10:02 <ann> ${line}\n`;
    check('odd-action', text('Act$0ion item: buy cups'), 'Change to ACTION:', text('ACTION: buy cups'));
    check('odd-action', text('Act$0ion item: buy cups'), 'Assign to bob', text('ACTION: bob to buy cups'));
    const title = 'Put a backslash in front, which makes the line talk';
    check('odd-action', text('Act$0ion items: none'), title, text('\\Action items: none'));
  });
  it('name who is on a list once', () => {
    const text = (line: string) => `${head}10:01 <ann> present+ robbie\n10:02 <robbie_> ${line}\n`;
    check('unknown-nick', text('pre$0sent+'), 'Change to present+ robbie', text('present+ robbie'));
    check('unknown-nick', text('present+ rob$0bie_'), 'Change to robbie', text('present+ robbie'));
  });
  it('join or remove a line on which scribe.perl gives up', () => {
    const more = '10:04:00 <bob> c\n'.repeat(4);
    const top = head.replaceAll('10:00 ', '10:00:00 ');
    const text = `${top}10:01:00 <bob> a\nand $0b\n10:02:00 <bob> c\nand d\n${more}`;
    const joined = `${top}10:01:00 <bob> a and b\n10:02:00 <bob> c and d\n${more}`;
    check('unread-line', text, 'Join all 2 such lines', joined);
    check('unread-line', text.replace('c\nand d', 'c'), 'Join with the line above', joined.replace(' and d', ''));
    check('unread-line', `${top}10:01:00 * bob$0 waves\n${more}`, 'Remove this line', `${top}${more}`);
  });
});
