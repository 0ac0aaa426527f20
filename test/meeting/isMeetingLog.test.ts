import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { isMeetingLog, Sniffer } from '../../server/src/meeting/isMeetingLog.js';

/** Output of other programs, partly with signs and words that meetings have too. */
const others = [
  'Mar 14 10:00:00 host sshd[42]: Accepted publickey for ann from 192.0.2.7 port 4242 ssh2\n',
  '192.0.2.7 - - [14/Mar/2031:10:00:00 +0000] "GET /#topic HTTP/1.1" 200 42 "-" "Browser/1.0"\n',
  '2031-03-14 10:00:00,123 [main] INFO org.example.Main - #action started <worker-1>\n\tat org.example.Main.run(Main.java:42)\n',
  '10:00:00.123 [http-nio-8080-exec-1] ERROR o.e.Servlet - failed: #info\n',
  'npm error code E404\nnpm error 404 Not Found - GET https://registry.example/x\nnpm notice #help\n',
  'commit 1a2b3c4d\nAuthor: Ann <ann@host.example>\nDate:   Fri Mar 14 10:00:00 2031 +0000\n\n    #topic of the branch\n',
  'time,nick,text\n10:00,ann,"#startmeeting"\n10:01,bob,"#topic"\n',
  '# Meeting\n\n- [ ] #action for *ann*\n- <https://example.org>\n\n## topic\n',
  '#include <stdio.h>\n#define topic 1\nint main(void) { return 0; } // #info\n',
  '<html>\n<body>\n<p class="info">#topic</p>\n</body>\n</html>\n',
  'time="2031-03-14T10:00:00Z" level=info msg="meeting started" id=#link\n',
  '{"ts":"2031-03-14T10:00:00Z","level":"info","msg":"#topic and #action"}\n',
  '[10:00:00] Starting compilation in watch mode... #info\n[10:00:01] Found 0 errors. Watching for file changes.\n',
  'I0314 10:00:00.123456    42 server.go:42] #link is up\nW0314 10:00:01.123456    42 server.go:43] #topic gone\n',
  '1: 10:00:00: ann: usr/bin/true\n10:00:01 cron: #action run\n10:00:02 cron: #nick\n'.replace(/#/g, ''),
];

describe('a meeting log is distinguished from other logs', () => {
  const check = (isMeeting: boolean, text: string) => assert.equal(isMeetingLog(text), isMeeting, text.slice(0, 200));
  const talk = '10:00:00 <ann> hello\n';

  it('by #startmeeting, in any case', () => {
    check(true, '10:00 <ann> #startmeeting\n');
    check(true, '10:00 <ann> #StartMeeting x\r\n');
  });
  it('by a mistyped #startmeeting', () => check(true, '10:00 <ann> #startmeeing\n'));
  it("by a bot's greeting", () => check(true, '10:00 <bot> Meeting started Fri Mar 14 18:00:02 2031 UTC.\n'));
  it('by two commands', () => check(true, '10:00 <ann> #topic x\n10:01 <ann> #info y\n'));
  it('far down', () => check(true, `${talk.repeat(5000)}10:00 <ann> #startmeeting\n`));
  it('and is not a chat without commands', () =>
    check(false, `${talk}10:01 <bob> #96 is fixed, see #linux\n`.repeat(20)));
  it('and is not a chat with a single command', () => check(false, `${talk}10:01 <bob> #help me\n`));
  it('and is not a text about meetings', () => check(false, 'Type #startmeeting to start.\n#topic starts a topic.\n'));
  it('and is not a log of a server', () => check(false, readFileSync('examples/web-server.log', 'utf8')));
  it('and is not the output of another program', () => {
    for (const text of others) check(false, text.repeat(20));
  });
  it('in the layouts of other clients, and with the signs of other bots', () => {
    check(true, '2031-03-14 10:00:00\tann\t#startmeeting\n');
    check(true, '2031-03-14 10:00:00 <@ann:host.org> !startmeeting x\n');
    check(true, '[10:00] <ann> [TOPIC] x\n[10:01] <ann> [ACTION] y\n');
    check(true, 'ann [10:00 AM]\n#startmeeting\n\n[10:01]\nhello\n');
    check(true, '10:00 <bot> ann: Meeting started at 2031-03-14T10:00+0000\n');
  });
  it('in pieces', () => {
    const pieces = (...texts: readonly string[]) => {
      const sniffer = new Sniffer(talk.repeat(300));
      return texts.map((text) => sniffer.finds(text));
    };
    assert.deepEqual(pieces(talk, '10:00 <ann> #startmeeting\n', ''), [false, true, false]);
    assert.deepEqual(pieces('10:00 <ann> #topic x\n', talk, '10:01 <ann> #info y\n'), [false, false, true]);
  });
  it('and is not empty', () => check(false, ''));
  it('by the example', () => check(true, readFileSync('examples/rooftop-garden.log', 'utf8')));
  it('in linear time', () => {
    for (const piece of ['#', '#a', '#a\n', 'Meeting started ', `${talk}#`, '10:00 <ann> see #linux\n'])
      check(false, talk.repeat(500) + piece.repeat(100_000));
  });
});
