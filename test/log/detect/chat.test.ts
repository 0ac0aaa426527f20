import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import { mayBeChat } from '../../../server/src/log/detect/chat.js';
import { layouts } from '../../../server/src/log/layouts/layouts.js';

describe('a quick check for chats', () => {
  for (const { name, samples, below } of layouts) {
    it(`accepts ${name}`, () => {
      assert.isTrue(mayBeChat(samples.map(([line]) => line).join('\n')));
      // In layouts with headings, a message is any line.
      for (const [line, kind] of below ? [] : samples) if (kind === 'message') assert.isTrue(mayBeChat(line), line);
    });
  }

  const others = {
    syslog: 'Mar 14 10:00:00 host sshd[42]: Accepted publickey for ann from 192.0.2.7 port 4242 ssh2\n',
    'a web server': '192.0.2.7 - - [14/Mar/2031:10:00:00 +0000] "GET /#topic HTTP/1.1" 200 42 "-" "Browser/1.0"\n',
    'a proxy': '2031/03/14 10:00:00 [error] 42#42: *7 open() failed (2: No such file or directory)\n',
    Java: '2031-03-14 10:00:00,123 [main] INFO org.example.Main - #action started\n\tat org.example.Main.run(Main.java:42)\n',
    Spring: '2031-03-14 10:00:00.123  INFO 42 --- [main] org.example.Main : started\n',
    Go: 'I0314 10:00:00.123456    42 server.go:42] #link is up\n',
    'a compiler': '[10:00:00] Starting compilation in watch mode... #info\n',
    JSON: '{"ts":"2031-03-14T10:00:00Z","level":"info","msg":"#topic and #action"}\n',
    // A T may be between a date and a time: a row of them can be read in too many ways to try all.
    genes: `${'T'.repeat(200)}\n`,
    prose: 'Dear all,\nthe minutes of Friday are below.\n',
  };
  for (const [name, text] of Object.entries(others)) {
    it(`rejects ${name}`, () => assert.isFalse(mayBeChat(text.repeat(50))));
  }
  it('rejects the example of another log, and empty text', () => {
    assert.isFalse(mayBeChat(readFileSync('examples/web-server.log', 'utf8')));
    assert.isFalse(mayBeChat(''));
  });
  it('accepts many other lines', () => {
    const rows = (share: number) => `${'prose\n'.repeat(share)}10:00 <ann> hello\n`.repeat(300);
    assert.isTrue(mayBeChat(rows(10)));
    assert.isFalse(mayBeChat(rows(100)));
  });
});
