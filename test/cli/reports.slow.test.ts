import { spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { assert } from 'chai';
import { cli, Desk } from '../helpers/commandLine.js';
import { meeting } from '../helpers/logs.js';
import { hasTerminal, onTerminal } from '../helpers/terminal.js';

const warned = meeting('10:01 <bob> #topic x\n10:02 <ann> #topic tea\n10:03 <ann> #agreed y\n10:04 <ann> #action z\n');

describe('reports for people', () => {
  const desk = Desk.forEach({
    'logs/a.log': warned,
    'logs/sub/two.log': warned + warned,
    'logs/notes.txt': 'notes\n',
    'talk.log': '10:00 <ann> hi\n',
  });

  it('of a check have a summary, and list files without a meeting', () => {
    const text = desk.check('check logs talk.log', 0);
    assert.deepEqual(text.split('\n').slice(-4), [
      'talk.log: This log has no #startmeeting.',
      'No meeting in logs/notes.txt.',
      '3 logs, 3 meetings, 3 warnings, 3 information',
      '',
    ]);
  });
  it('of a check do not change the formats for programs', () => {
    for (const format of ['json', 'sarif', 'github']) {
      const printed = desk.check(`check logs -f ${format}`, 0, 'No meeting in logs/notes.txt.\n2 logs, 3 meetings, 3 ');
      assert.notInclude(printed, '2 logs');
    }
    const [report] = JSON.parse(desk.check('check talk.log -f json', 0));
    assert.deepEqual(report, { file: 'talk.log', meetings: 0, problems: [] });
  });

  it('of outlines may have many logs, each below its name', () => {
    const text = desk.check(
      'outline logs talk.log none.log',
      2,
      'talk.log: This log has no',
      'none.log cannot be read',
    );
    assert.match(text, /^logs\/a\.log\n {5}1 {2}Meeting .*\n(?:.*\n)*\nlogs\/sub\/two\.log\n {5}1 {2}1\. /);
    assert.notInclude(text, 'notes');
    assert.notInclude(desk.check('outline logs/a.log', 0), 'a.log');
    desk.check('outline talk.log', 1, 'talk.log: This log has no #startmeeting. Use --whole-log');
  });
  it('of outlines are an object for one log, and a list for several or a folder', () => {
    const read = (paths: string) => JSON.parse(desk.check(`outline --json ${paths}`, 0));
    assert.equal(read('logs/a.log').file, 'logs/a.log');
    assert.deepEqual(
      read('logs').map(({ file, problems }: { file: string; problems: unknown[] }) => [file, problems.length]),
      [
        ['logs/a.log', 2],
        ['logs/sub/two.log', 4],
      ],
    );
    const both = desk.check('outline --json logs/a.log talk.log', 1, 'talk.log: This log has no #startmeeting.');
    assert.lengthOf(JSON.parse(both), 2);
    assert.lengthOf(read('logs/sub'), 1);
  });
  it('of outlines have the numbers of topics for --topic', () => {
    const text = desk.check('outline logs/a.log', 0);
    const number = /(\d)\. tea$/m.exec(text)?.[1];
    assert.include(desk.check(`minutes logs/a.log --topic ${number} -o -`, 0), '### tea');
  });

  describe('in color', () => {
    const run = (command: string, env: NodeJS.ProcessEnv) => {
      const { stdout, stderr } = spawnSync(process.execPath, [cli, ...command.split(' ')], {
        cwd: desk.folder,
        encoding: 'utf8',
        env: { ...process.env, ...env },
      });
      return { stdout, stderr };
    };
    const forced = { FORCE_COLOR: '1', NO_COLOR: '' };
    const commands = ['check logs', 'outline logs', 'formats', 'minutes --help', 'minutes none.log', 'minuets x'];

    it('say the same', () => {
      for (const command of commands) {
        const plain = run(command, { FORCE_COLOR: '0' });
        const colored = run(command, forced);
        assert.include(colored.stdout + colored.stderr, '\u001b[', command);
        assert.equal(stripVTControlCharacters(colored.stdout), plain.stdout);
        assert.equal(stripVTControlCharacters(colored.stderr), plain.stderr);
        assert.notInclude(plain.stdout + plain.stderr, '\u001b', command);
      }
    });
    it('are never for files and programs', () => {
      for (const command of [
        'check logs -f json',
        'check logs -f sarif',
        'check logs -f github',
        'outline logs --json',
      ])
        assert.notInclude(run(command, forced).stdout, '\u001b', command);
      assert.notInclude(run('minutes logs/a.log -o -', forced).stdout, '\u001b');
      for (const shell of ['bash', 'zsh', 'fish'])
        assert.notInclude(run(`completion ${shell}`, forced).stdout, '\u001b', shell);
    });
    (hasTerminal ? it : it.skip)('are used on a terminal, unless NO_COLOR is set', () => {
      const check = (env: string) => onTerminal(`${env} '${process.execPath}' '${cli}' check logs`, desk.folder).stdout;
      assert.include(check(''), '\u001b[33mwarning:\u001b[39m');
      assert.notInclude(check('NO_COLOR=1'), '\u001b');
    });
  });
});

describe('help', () => {
  const desk = Desk.forEach({});

  for (const command of ['minutes', 'check', 'outline', 'formats', 'layouts', 'commands', 'completion']) {
    it(`of ${command} has exit codes, and examples whose options exist`, () => {
      const text = desk.check(`${command} --help`, 0);
      assert.match(text, new RegExp(`\\nExamples:\\n(?:.* )?.*meetlog ${command}`));
      assert.match(text, /\nExit codes:\n {2}0 {2}done\n/);
      const [options = '', rest = ''] = text.split('\nExamples:\n');
      const examples = [...rest.matchAll(/^ {2}(.*meetlog .*?) {2}/gm)].map(([, line]) => line).join('\n');
      for (const [option] of examples.matchAll(/(?<= )--?[a-z][a-z-]*/g))
        assert.match(options, new RegExp(`(?:^|\\s)${option}\\b`), option);
      if (command === 'minutes') assert.include(text, '-o notes.md');
    });
  }
});

describe('what was written', () => {
  const desk = Desk.forEach(Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`${name}.log`, warned])));
  (hasTerminal ? it : it.skip)('is named on a terminal, of many files only how many', () => {
    const minutes = (args: string) => onTerminal(`'${process.execPath}' '${cli}' minutes ${args}`, desk.folder).stdout;
    assert.match(minutes('a.log'), /(?:^|[\rK])a\.md\r?\n/);
    assert.match(minutes('a.log b.log -o out/'), /out\/a\.md\r?\nout\/b\.md\r?\n/);
    assert.include(minutes('*.log -o all/'), '6 files of 6 meetings written');
  });
});

describe('wrong usage', () => {
  const desk = Desk.forEach({ 'a.log': warned });
  it('gets a suggestion', () => {
    const check = (command: string, meant: string) => desk.checkRefused(command, `Did you mean ${meant}?`);
    check('minutes a.log --format markdwon', 'markdown');
    check('minutes a.log --format text,md', 'markdown');
    check('check a.log --format jsno', 'json');
    check('minutes a.log --layout supibot', 'supybot');
    check('outline a.log --bot MeetBot', 'meetbot');
    check('minutes a.log --only decision', 'decisions');
    check('completion bahs', 'bash');
    check('help chek', 'check');
    check('check a.log --bot zodbot', 'fedora');
    check('minuets a.log', 'minutes');
    check('minutes a.log --oputput x', '--output');
    desk.checkRefused('minutes a.log --oputput x', '(see meetlog minutes --help)');
  });
});

describe('several kinds of items', () => {
  const desk = Desk.forEach({ 'a.log': warned });
  it('are separated by commas, or given by repeated options', () => {
    const both = desk.check('minutes a.log --only decisions,actions -o -', 0);
    assert.include(both, 'AGREED');
    assert.include(both, 'ACTION');
    assert.equal(desk.check('minutes a.log --only actions --only decisions -o -', 0), both);
    assert.notInclude(desk.check('minutes a.log --only actions -o -', 0), 'AGREED');
  });
});
