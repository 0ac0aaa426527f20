import { existsSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assert } from 'chai';
import { Desk } from '../helpers/commandLine.js';
import { meeting } from '../helpers/logs.js';

const log = meeting('10:01 <ann> #info one\n10:02 <ann> #topic x\n');

describe('links to the log', () => {
  const desk = Desk.forEach({ 'logs/club.log': log, 'logs/2031/tea.log': log, 'logs/two.log': log + log });
  const check = (line: string, errors = '') => {
    const { status, stdout, stderr } = desk.shell(line);
    assert.include(stderr, errors);
    assert.equal(status, 0, stdout + stderr);
    return stdout;
  };
  /** The addresses in minutes, each once, without what is behind `#`. */
  const links = (text: string) => [
    ...new Set(Array.from(text.matchAll(/\]\(([^#)]+)|href="([^#"]+)/g), ([, inline, href]) => inline ?? href ?? '')),
  ];
  const checkLinks = (file: string, ...expected: readonly string[]) => {
    assert.deepEqual(links(desk.read(file)), expected, file);
    for (const link of expected)
      assert.isTrue(existsSync(desk.path(join(dirname(file), decodeURIComponent(link)))), `${file}: ${link}`);
  };

  it('lead from a folder to where it is', () => {
    check('meetlog minutes logs -o out/');
    checkLinks('out/club.md', '../logs/club.log');
    checkLinks('out/2031/tea.md', '../../logs/2031/tea.log');
    check('cd out; meetlog minutes ../logs/2031/tea.log -o "a b/c/"');
    checkLinks('out/a b/c/tea.md', '../../../logs/2031/tea.log');
  });
  it('lead from a file to where it is', () => {
    check('meetlog minutes logs/club.log -o new/notes.md');
    checkLinks('new/notes.md', '../logs/club.log');
    check('meetlog minutes logs/club.log -o notes.md');
    checkLinks('notes.md', 'logs/club.log');
  });
  it('lead to it beside the minutes', () => {
    check('meetlog minutes logs/club.log');
    checkLinks('logs/club.md', 'club.log');
    check('cd logs; meetlog minutes 2031/tea.log -o 2031/');
    checkLinks('logs/2031/tea.md', 'tea.log');
  });
  it('lead to its page beside the minutes if that is written with them, else to that of the bot', () => {
    check('meetlog minutes logs/club.log -f markdown,html,log-html,text,json -o out/');
    checkLinks('out/club.md', '../logs/club.log');
    checkLinks('out/club.html', 'club.log.html');
    assert.include(desk.read('out/club.txt').replaceAll('\n', ' '), 'available at club.log.html .');
    assert.deepEqual(JSON.parse(desk.read('out/club.json')).log, {
      base: '../logs/',
      file: 'club.log',
      pageBase: '',
      page: 'club.log.html',
    });
    check('meetlog minutes logs/club.log -f html -o bot/');
    assert.deepEqual(links(desk.read('bot/club.html')), ['../logs/club.log.html']);
  });
  it('lead to the page of the same meeting', () => {
    check('meetlog minutes logs/two.log -f markdown,html,log-html -o out/');
    for (const number of [1, 2]) {
      checkLinks(`out/two-${number}.html`, `two-${number}.log.html`);
      checkLinks(`out/two-${number}.md`, '../logs/two.log');
    }
  });
  it('are those of the bot if its faults are repeated', () => {
    check('meetlog minutes logs/club.log -f text,html,markdown --bug-compatible -o out/');
    assert.match(desk.read('out/club.html'), /href='club\.log\.html#l-\d/);
    assert.include(desk.read('out/club.txt').replaceAll('\n', ' '), 'available at club.log.html .');
    checkLinks('out/club.md', '../logs/club.log');
  });
  it('are where --log-url says', () => {
    const address = 'https://logs.example/';
    check(`meetlog minutes logs/club.log -f markdown,html,log-html -o out/ --log-url ${address}`);
    assert.deepEqual(links(desk.read('out/club.md')), [`${address}club.log`]);
    assert.deepEqual(links(desk.read('out/club.html')), [`${address}club.log.html`]);
    assert.deepEqual(links(check(`meetlog minutes logs/club.log -o - --log-url ${address}`)), [`${address}club.log`]);
  });
  it('are in nothing that is printed', () => {
    for (const output of ['-', '/dev/stdout', '>(cat)']) {
      const printed = check(`meetlog minutes logs/club.log -o ${output}`);
      assert.include(printed, 'one (ann, 10:01:00)');
      assert.isEmpty(links(printed), output);
    }
    const page = check('meetlog minutes logs/club.log -f html -o -');
    assert.include(page, 'class="INFO">one<');
    assert.isEmpty(links(page));
    check('meetlog minutes logs/club.log -o - > logs/printed.md');
    checkLinks('logs/printed.md');
  });

  describe('from standard input', () => {
    it('are not there if it has no name, which is not made up', () => {
      for (const options of ['-f markdown,json,html,text', '-f markdown,json,html,text -o out/'])
        check(`meetlog minutes - ${options} < logs/club.log > printed`);
      const written = Object.entries(desk.files()).filter(([path]) => /^out\/|^printed$/.test(path));
      assert.lengthOf(written, 5);
      for (const [path, text] of written) {
        assert.isEmpty(links(text), path);
        assert.notMatch(text, /\w\.log|full logs/, path);
      }
      const { log: named } = JSON.parse(desk.read('out/meeting.json'));
      assert.deepEqual(named, { base: null, file: '', pageBase: null, page: '' });
    });
    it('lead to its page if that is written with the minutes', () => {
      check('meetlog minutes - -f html,log-html -o out/ < logs/club.log');
      checkLinks('out/meeting.html', 'meeting.log.html');
    });
    it('lead to where its name says, or --log-url', () => {
      check('meetlog minutes - --stdin-filename logs/club.log -o out/ < logs/club.log');
      checkLinks('out/club.md', '../logs/club.log');
      const named = '--stdin-filename club.log --log-url https://x.example/';
      assert.deepEqual(links(check(`meetlog minutes - ${named} < logs/club.log`)), ['https://x.example/club.log']);
    });
    it('cannot be made of an address without a name, which is said', () => {
      const printed = check(
        'meetlog minutes - --log-url https://x.example/ < logs/club.log',
        'There are no links to the log, as it has no name. Give it one with --stdin-filename.',
      );
      assert.isEmpty(links(printed));
    });
  });

  it('lead to a log behind a link by the names that users know', () => {
    symlinkSync(desk.path('logs/2031'), desk.path('now'));
    check('meetlog minutes now/tea.log -o out/');
    checkLinks('out/tea.md', '../now/tea.log');
  });
});
