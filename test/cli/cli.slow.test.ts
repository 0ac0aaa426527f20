import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assert } from 'chai';
import { allCommands } from '../../server/src/meeting/dialects/dialects.js';
import { writers } from '../../server/src/minutes/writers.js';
import { meeting } from '../helpers/logs.js';

const cli = resolve('dist/cli.js');
/** A timeout for tests that wait for a program. */
const timeout = 60_000;

describe('the command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'meetlog-cli-'));
    cpSync('test/fixtures/repair-cafe.log', join(folder, 'cafe.log'));
    writeFileSync(join(folder, 'talk.log'), '10:00 <ann> hi\n');
    writeFileSync(join(folder, 'two.log'), meeting('10:01 <ann> #info one\n') + meeting('10:01 <ann> #info two\n'));
    writeFileSync(join(folder, 'warned.log'), meeting('10:01 <bob> #topic x\n10:01 <bob> #todo y\n'));
    writeFileSync(join(folder, 'open.log'), '10:00 <ann> #startmeeting\n10:01 <ann> #info x\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs it in the folder and checks the exit code, the error text and a part of the output. */
  const check = (args: string, code: number, output = '', errors = '') => {
    const { status, stdout, stderr } = run(args);
    assert.include(stderr, errors);
    assert.include(stdout, output);
    assert.equal(status, code, stdout + stderr);
    return stdout;
  };
  const run = (args: string) =>
    spawnSync(process.execPath, [cli, ...args.split(' ')], { cwd: folder, encoding: 'utf8', timeout });
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');

  describe('minutes', () => {
    it('writes beside the log', () => {
      check('minutes cafe.log', 0, '', 'cafe.md');
      assert.include(read('cafe.md'), '# Repair café & tools');
    });
    it('writes in the given format', () => {
      check('minutes cafe.log --format text', 0);
      assert.include(read('cafe.txt'), 'Meeting summary\n---');
    });
    it('writes to a file, into a folder and to standard output', () => {
      check('minutes cafe.log -o new/minutes.md', 0);
      check('minutes cafe.log -o new', 0);
      check('minutes cafe.log two.log -o more', 0);
      assert.equal(read('new/minutes.md'), read('new/cafe.md'));
      assert.deepEqual(readdirSync(join(folder, 'more')).sort(), ['cafe.md', 'two-1.md', 'two-2.md']);
      check('minutes cafe.log -o -', 0, '# Repair café & tools');
    });
    it('writes one of several meetings', () => {
      const one = check('minutes two.log --meeting 2 -o -', 0, 'two (');
      assert.notInclude(one, 'one (');
      check('minutes two.log --meeting 3 -o -', 2, '', 'two.log has no meeting 3, it has 2');
    });
    it('uses another channel', () =>
      void check('minutes cafe.log -o - --channel #tea', 0, '# #tea: Repair café & tools'));
    it('repeats the bugs of MeetBot', () => {
      assert.notInclude(check('minutes cafe.log -o - -f text --bug-compatible', 0), 'Action items\n---');
      check('minutes cafe.log -o - -f text', 0, 'Action items\n---');
    });
    it('writes a meeting that was not ended', () => void check('minutes open.log -o -', 0, '**Not ended:**'));

    it('continues after a log that it cannot read, or that has no meeting', () => {
      check('minutes none.log talk.log cafe.log -o out/', 2, '', 'none.log cannot be read: no such file');
      check('minutes talk.log cafe.log', 1, '', 'talk.log: This log has no #startmeeting.');
      assert.isTrue(existsSync(join(folder, 'out/cafe.md')));
      assert.isTrue(existsSync(join(folder, 'cafe.md')));
    });
    it('never overwrites the log', () => {
      cpSync(join(folder, 'cafe.log'), join(folder, 'cafe.txt'));
      const before = read('cafe.txt');
      check('minutes cafe.txt -f text', 2, '', 'cafe.txt is the log itself');
      check('minutes cafe.log -o ./cafe.log', 2, '', 'cafe.log is the log itself');
      assert.equal(read('cafe.txt'), before);
      assert.equal(read('cafe.log'), before);
    });
    it('never overwrites another log, but does overwrite minutes with the full log', () => {
      writeFileSync(join(folder, 'two.txt'), meeting('10:01 <ann> #info another\n'));
      check('minutes two.log -f text -m 1 -o two.txt', 2, '', 'two.txt is also a log');
      assert.include(read('two.txt'), 'another');
      for (let times = 0; times < 2; times++) check('minutes cafe.log -f moin,text', 0, '', 'cafe.moin.txt');
    });
    it('never writes several minutes to one file', () => {
      check('minutes cafe.log open.log -o x.md', 2, '', 'x.md is one file, but there are 2 logs');
      check('minutes two.log -o x.md', 2, '', 'x.md is one file, but there are more than one to write of two.log');
      assert.isFalse(existsSync(join(folder, 'x.md')));
    });
    it('leaves nothing behind if it cannot write', () => {
      mkdirSync(join(folder, 'cafe.md'));
      const before = readdirSync(folder);
      check('minutes cafe.log -o cafe.md/x/../../cafe.log/y', 2, '', 'cannot be written');
      writeFileSync(join(folder, 'cafe.md/keep'), '');
      check('minutes cafe.log', 2, '', 'cannot be written');
      assert.deepEqual(readdirSync(folder), before);
    });
    it('uses another layout and another bot', () => {
      writeFileSync(join(folder, 'moot.log'), meeting('10:01 <ann> [TOPIC] Tea\n10:02 <ann> [AGREED] green\n'));
      check('minutes moot.log -o -', 0, '### Tea');
      assert.notInclude(check('minutes moot.log --bot meetbot -o -', 0), 'Tea');
      check('minutes moot.log --layout weechat -o -', 1, '', 'moot.log: The chosen layout, “weechat”, reads none of');
      check('minutes moot.log --bot x', 2, '', 'Allowed choices are meetbot, opendev');
      assert.equal(JSON.parse(check('outline moot.log --json', 0)).layout, 'supybot');
    });
    it('treats a whole log as a meeting', () => {
      check('minutes talk.log', 1, '', 'Use --whole-log to treat it as one meeting.');
      check('minutes talk.log --whole-log -o -', 0, '# Meeting');
      check('outline talk.log --whole-log', 0, 'Meeting (10:00:00)');
    });
    it('writes several formats at once', () => {
      check('minutes cafe.log -f text,json --format rst -o out/', 0, '', join('out', 'cafe.json'));
      assert.deepEqual(readdirSync(join(folder, 'out')).sort(), ['cafe.json', 'cafe.rst', 'cafe.txt']);
    });
    it('finds the meetings in a folder, and keeps its subfolders', () => {
      mkdirSync(join(folder, 'logs/2031'), { recursive: true });
      for (const name of ['cafe.log', '2031/two.log', 'talk.log']) {
        cpSync(join(folder, name.replace('2031/', '')), join(folder, 'logs', name));
      }
      check('minutes logs -o out/', 0);
      const found = readdirSync(join(folder, 'out'), { recursive: true }) as string[];
      assert.deepEqual(found.sort(), ['2031', join('2031', 'two-1.md'), join('2031', 'two-2.md'), 'cafe.md']);
      check('minutes logs', 0);
      assert.isTrue(existsSync(join(folder, 'logs/2031/two-1.md')));
      check('minutes talk.log logs -o x.md', 2, '', 'x.md is one file, but there are 3 logs');
      mkdirSync(join(folder, 'none'));
      check('minutes none', 1, '', 'there are no logs of meetings in none');
      rmSync(join(folder, 'cafe.md'), { force: true });
      check('minutes none cafe.log', 1, '', 'there are no logs of meetings in none');
      assert.isTrue(existsSync(join(folder, 'cafe.md')));
    });
    it('names the meetings in a folder that it cannot read in the chosen layout', () => {
      const written = check('minutes . --layout weechat -o -', 1, '', 'cafe.log: The chosen layout');
      assert.equal(written, '');
    });
    it('reports at the end what failed', () => {
      const { stderr } = run('minutes none.log cafe.log talk.log two.log');
      const lines = stderr.trim().split('\n');
      assert.deepEqual(lines.slice(0, 3), ['cafe.md', 'two-1.md', 'two-2.md']);
      assert.match(lines[3] ?? '', /^meetlog: none\.log cannot be read/);
      assert.match(lines[4] ?? '', /^meetlog: talk\.log: This log has no #startmeeting/);
    });
    it('writes only decisions, actions or one topic', () => {
      assert.notInclude(check('minutes cafe.log --only actions -o -', 0, 'Action items'), '## Decisions');
      assert.notInclude(check('minutes cafe.log --only decisions -o -', 0, '## Decisions'), 'Action items');
      assert.notInclude(check('minutes cafe.log --topic 1 -o -', 0, ''), 'Saturdays');
      check('minutes cafe.log --topic 99 -o -', 2, '', 'cafe.log: there is no topic 99');
    });
    it('leaves the bot out, links to the log elsewhere, and shows another time zone', () => {
      const shown = check(
        'minutes cafe.log --without-bot --log-url https://logs.example.org/ --time-zone Asia/Tokyo -o -',
        0,
      );
      assert.include(shown, 'https://logs.example.org/cafe.log#L');
      assert.include(shown, '04:00:00');
      check('minutes cafe.log --time-zone Mars/Olympus', 2, '', 'It must be the name of a time zone');
      writeFileSync(join(folder, 'zone.log'), '14:00 <ann> #startmeeting\n14:10 <ann> #endmeeting\n');
      const fault = 'zone.log: The times cannot be converted to Asia/Tokyo, as the time zone of the log is not known.';
      const unknown = check('minutes zone.log --time-zone Asia/Tokyo -o -', 0, '14:00:00 to 14:10:00 (10 min)', fault);
      assert.notInclude(unknown, 'UTC');
    });
    it('writes nothing if the address of the log is not fit for links', () => {
      for (const address of ['javascript:alert(1)//', '//x.example/', 'https://ann:secret@x.example/']) {
        check(`minutes cafe.log -f html --log-url ${address}`, 2, '', 'It must ');
      }
      assert.isFalse(existsSync(join(folder, 'cafe.html')));
      check('minutes cafe.log -f html -o - --log-url ../logs/', 0, 'href="../logs/cafe.log.html#l-');
    });
    it('mentions no one by default', () => {
      const said = 'thanks @octocat, see #45';
      writeFileSync(join(folder, 'ping.log'), `10:00 <ann> #startmeeting\n10:01 <ann> #info ${said}\n`);
      assert.notInclude(check('minutes ping.log -o -', 0), said);
      assert.include(check('minutes ping.log --mentions -o -', 0), said);
    });
    it('writes with a template', () => {
      writeFileSync(join(folder, 'short.md.liquid'), '{{ title }} on {{ date }}\n');
      check('minutes cafe.log --template short.md.liquid', 0);
      assert.equal(read('cafe.md'), 'Repair café & tools <3 on 2031-09-09\n');
      check('minutes cafe.log -f template', 2, '', 'needs --template FILE');
      check('minutes cafe.log --template none.liquid', 2, '', 'none.liquid cannot be read');
      writeFileSync(join(folder, 'bad.liquid'), '{% for %}');
      check('minutes cafe.log --template bad.liquid', 2, '', 'bad.liquid: ');
    });
    it('writes an index of what it wrote, newest first, with all actions by person', () => {
      check('minutes cafe.log two.log -f markdown,page -o out/ --index', 0, '', join('out', 'index.html'));
      const index = read('out/index.html');
      assert.include(index, '<a href="cafe.page.html">Web Page</a> · <a href="cafe.md">Markdown</a>');
      assert.isBelow(index.indexOf('2031-09-09'), index.indexOf('two-1.page.html'));
      check('minutes cafe.log --index -o -', 2, '', 'an index is of files');
      check('minutes cafe.log --index', 0, '', 'index.html');
    });
    it('reads a byte-order mark, UTF-16 and bytes that are not text', () => {
      const text = meeting('10:01 <ann> #info café\n');
      writeFileSync(join(folder, 'bom.log'), `\uFEFF${text}`);
      writeFileSync(join(folder, 'utf16.log'), Buffer.from(`\uFEFF${text}`, 'utf16le'));
      writeFileSync(join(folder, 'latin1.log'), Buffer.from(text, 'latin1'));
      check('minutes bom.log -o -', 0, 'café (');
      check('minutes utf16.log -o -', 0, 'café (');
      check('minutes latin1.log -o -', 0, 'café (');
    });
  });

  describe('check', () => {
    it('exits with 1 if there are errors', () => {
      check('check open.log', 1, 'open.log:1:13: error: This meeting is never ended');
      check('check cafe.log talk.log', 0);
    });
    it('exits with 0 if there are warnings, unless there are too many', () => {
      check('check warned.log', 0, '2 warnings');
      check('check warned.log --max-warnings 2', 0);
      check('check warned.log --max-warnings 1', 1, '', '2 warnings, more than 1');
    });
    it('exits with 2 if a log cannot be read, and checks the others', () =>
      void check('check none.log warned.log', 2, 'warned.log:2:13: warning'));
    it('checks the meeting logs in a folder', () => {
      mkdirSync(join(folder, 'logs'));
      for (const name of ['warned.log', 'talk.log']) cpSync(join(folder, name), join(folder, 'logs', name));
      const [report, ...others] = JSON.parse(check('check --format json logs', 0));
      assert.equal(report.file, join('logs', 'warned.log'));
      assert.isEmpty(others);
    });
    it('reports that there are none', () => void check('check talk.log', 0, 'no problems\n'));
    it('prints JSON', () => {
      const [report] = JSON.parse(check('check --format json warned.log', 0));
      assert.equal(report.file, 'warned.log');
      assert.deepInclude(report.problems[0], { code: 'not-chair', line: 2, column: 13, endColumn: 19 });
    });
    it('prints SARIF', () => {
      const { version, runs } = JSON.parse(check('check --format sarif warned.log', 0));
      assert.equal(version, '2.1.0');
      assert.deepInclude(runs[0].results[0], { ruleId: 'not-chair', level: 'warning' });
      assert.deepEqual(runs[0].results[0].locations[0].physicalLocation, {
        artifactLocation: { uri: 'warned.log' },
        region: { startLine: 2, startColumn: 13, endColumn: 19 },
      });
    });
    it('prints annotations for GitHub', () =>
      void check(
        'check --format github warned.log',
        0,
        '::warning file=warned.log,line=2,col=13,endColumn=19,title=not-chair::bob is',
      ));
    it('obeys no escape sequence of a log', () => {
      writeFileSync(join(folder, 'evil.log'), meeting('10:01 <b\u001b[31m> #topic x\n'));
      assert.notInclude(check('check evil.log', 0), '\u001b');
      assert.notInclude(check('outline evil.log', 0), '\u001b');
    });
  });

  describe('outline', () => {
    it('prints a tree', () => void check('outline cafe.log', 0, '    24      IDEA Saturdays with *free*'));
    it('prints JSON', () => {
      const found = JSON.parse(check('outline --json cafe.log', 0));
      assert.deepInclude(found, { file: 'cafe.log', layout: 'irssi', bot: 'meetbot' });
      const [one] = found.meetings;
      assert.deepInclude(one, { title: 'Repair café & tools <3', name: 'repair_café', channel: null });
      assert.deepInclude(one, { date: '2031-09-09', owner: 'wilma', chairs: ['ida', 'wilma'], votes: [] });
      assert.deepEqual(one.start, { line: 1, time: '19:00:00' });
      assert.deepEqual(one.end, { line: 41, time: '19:05:20' });
      assert.deepInclude(one.topics[0], { line: 10, time: '19:01:00', nick: 'jörn', subtopics: [] });
      assert.deepEqual(one.topics[0].items[2], {
        line: 13,
        time: '19:01:30',
        nick: 'ida',
        type: 'LINK',
        text: 'look (https://irons.example.org/q?a=1&b=2) for "prices"',
        prefix: 'look (',
        url: 'https://irons.example.org/q?a=1&b=2',
        suffix: ') for "prices"',
      });
      assert.deepEqual(one.people[0], { nick: 'wilma', lines: 15, chair: true });
      assert.deepInclude(found.problems[0], { code: 'invalid-link', severity: 'information', line: 15, column: 22 });
    });
  });

  it('lists formats, layouts and commands', () => {
    const formats = check('formats', 0);
    for (const { name } of writers) assert.include(formats, `${name} `);
    check('layouts', 0, 'supybot        MeetBot');
    const listed = check('commands', 0);
    for (const { command } of allCommands()) assert.include(listed, String(command.words[0]));
  });

  it('exits with 2 on wrong usage', () => {
    check('', 2, '', 'error: unknown command');
    check('minuets cafe.log', 2, '', 'Did you mean minutes?');
    check('minutes', 2, '', "missing required argument 'log'");
    check('minutes cafe.log --format docx', 2, '', 'Allowed choices are markdown, text, html, ');
    check('minutes cafe.log --meeting x', 2, '', 'It must be a whole number');
    check('minutes cafe.log --layout x', 2, '', 'Allowed choices are supybot');
    check('check cafe.log --max-warnings -1', 2, '', 'It must be a whole number');
  });

  it('prints its version and its usage', () => {
    check('--version', 0, JSON.parse(readFileSync('package.json', 'utf8')).version);
    check('--help', 0, 'Usage: meetlog');
    assert.match(check('minutes --help', 0, '--bug-compatible').replace(/\s+/g, ' '), /its HTML is not safe/);
  });

  it('ends quietly if its reader does', () => {
    const { status, stderr } = spawnSync(`"${process.execPath}" "${cli}" commands | head -n 1`, {
      shell: true,
      encoding: 'utf8',
      timeout,
    });
    assert.equal(status, 0);
    assert.equal(stderr, '');
  });
});
