import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import { artifactUri } from '../../server/src/cli/files/artifactUri.js';
import { checkFormats } from '../../server/src/reports/check.js';
import { outline } from '../../server/src/reports/outline.js';
import { outlineTree } from '../../server/src/reports/outlineTree.js';
import { printable, printableJson, visible, visibleLines } from '../../server/src/reports/printable.js';
import { problemList } from '../../server/src/reports/problemList.js';
import { runs } from '../helpers/edits.js';
import { logOf, meeting } from '../helpers/logs.js';
import { hasTerminal, onTerminal } from '../helpers/terminal.js';
import { forbidden, unseenLog, unseenName } from '../helpers/unseen.js';

/** Characters that must not be in any output: the above, and those that change the direction or are invisible. */
const hidden = /[\p{Bidi_Control}\u200b\u2060\ufeff]/u;

/** No line of an output contains anything invisible or is a CI command, except those that are intended. */
function assertHarmless(output: string, isMeant = (_line: string) => false): void {
  for (const line of output.split('\n')) {
    assert.notMatch(line, forbidden);
    assert.notMatch(line, hidden);
    if (isMeant(line)) continue;
    assert.notMatch(line, /^\s*::/);
    assert.notMatch(line, /##\w*\[/);
  }
}

describe('what is printed', () => {
  it('shows invisible characters as escapes', () => {
    assert.equal(
      printable('a\u001b[31m\n\u202e\u2028\ud800\u{e0041}'),
      'a\\u{1b}[31m\\u{a}\\u{202e}\\u{2028}\\u{d800}\\u{e0041}',
    );
    assert.equal(visible('::\t'), '::\\u{9}');
    assert.equal(visibleLines('a\tb\n\u001b\r\n'), 'a\tb\n\\u{1b}\\u{d}\n');
  });
  it('is not a CI command', () => {
    assert.equal(printable('::error::x'), '\\u{3a}:error::x');
    assert.equal(printable('  ::error::x'), '  \\u{3a}:error::x');
    assert.equal(printable('a ##[error]x ###vso[y] ## [z]'), 'a \\u{23}#[error]x #\\u{23}#vso[y] ## [z]');
  });
  it('leaves everything else unchanged', () => {
    for (const text of ['a::b', '漢 é 👩‍👩‍👧 \u200c', 'C:\\x', '# [x]']) assert.equal(printable(text), text);
  });
  it('means the same as JSON', () =>
    fc.assert(
      fc.property(fc.jsonValue(), unseenName, (value, name) => {
        const json = printableJson([value, name]);
        assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify([value, name])));
        assertHarmless(json);
      }),
    ));

  it('of outlines is harmless', () =>
    fc.assert(
      fc.property(unseenLog, unseenName, (text, name) => {
        const found = outline(logOf(text, name), name);
        assertHarmless(outlineTree(found));
        assertHarmless(printableJson(found));
        assert.deepEqual(JSON.parse(printableJson(found)), JSON.parse(JSON.stringify(found)));
        assert.equal(JSON.parse(printableJson(found)).file, name);
      }),
      { numRuns: runs(80) },
    ));

  /** The lines of GitHub's format that are intended as commands. */
  const annotation = /^::(?:error|warning|notice) file=[^:,]*,line=\d+,col=\d+,endColumn=\d+,title=[a-z-]+::/;

  for (const [format, write] of Object.entries(checkFormats)) {
    it(`of problems is harmless as ${format}`, () =>
      fc.assert(
        fc.property(unseenLog, unseenName, (text, file) => {
          const problems = problemList(logOf(text, file));
          const output = write([{ file, meetings: 1, problems }], artifactUri);
          assertHarmless(output, (line) => format === 'github' && annotation.test(line));
          const lines = { text: problems.length, github: problems.length }[format];
          if (lines !== undefined) assert.lengthOf(output.split('\n').filter(Boolean), lines);
        }),
        { numRuns: runs(40) },
      ));
  }

  it('does not let a file name become a CI command together with what follows it', () => {
    const problems = problemList(logOf('10:00 <ann> #startmeeting\n'));
    assert.match(
      checkFormats.text?.([{ file: ':', meetings: 1, problems }], String) ?? '',
      /^\\u\{3a\}:1:\d+: error: /,
    );
  });
  it('names files for GitHub like its toolkit', () => {
    const problems = problemList(logOf('10:00 <a%,:b> #startmeeting\n'));
    const output = checkFormats.github?.([{ file: 'a%:,\n\r.log', meetings: 1, problems }], String);
    assert.match(
      output ?? '',
      /^::error file=a%25%3A%2C%0A%0D\.log,line=1,col=\d+,endColumn=\d+,title=missing-endmeeting::/,
    );
  });
  it('does not let chat text be a link or a placeholder in SARIF', () => {
    const problems = problemList(
      logOf('10:00 <ann> #startmeeting\n10:01 <[x](http://x){0}> #topic x\n10:02 <ann> #endmeeting\n'),
    );
    const { runs } = JSON.parse(checkFormats.sarif?.([{ file: 'x.log', meetings: 1, problems }], String) ?? '');
    assert.match(runs[0].results[0].message.text, /^\[x\] \(http:\/\/x\)\{\{0\}\} is not a chair/);
  });
});

describe('the command line with hostile file names', () => {
  if (process.platform === 'win32') return;
  let folder: string;
  const names = [
    'x\n::error title=pwn::y.log',
    '::error title=pwn::y.log',
    ' ::error::z.log',
    'a\u001b]0;pwn\u0007.log',
    '\u202egol.log',
    '##[error]x.log',
  ];
  const all = `x${names.join('')}`;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'meetlog-names-'));
    for (const name of names) writeFileSync(join(folder, name), meeting('10:01 <b\u001b\u202eob> #topic x\n'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) => {
    const cli = [resolve('dist/cli.js'), ...args];
    return spawnSync(process.execPath, cli, { cwd: folder, encoding: 'utf8', timeout: 60_000 });
  };

  it('prints nothing that a terminal or a CI system obeys', () => {
    for (const args of [
      ['minutes', '.', '-o', 'out/'],
      ['minutes', ...names, '-f', 'html', '-o', 'named/'],
      ['minutes', ...names, '-o', names[0] ?? ''],
      ['minutes', ...names.map((name) => `none${name}`)],
      ['minutes', names[0] ?? '', '-m', '7'],
      ['minutes', names[0] ?? '', '--template', names[1] ?? ''],
      ['minutes', names[3] ?? '', '-o', names[3] ?? ''],
      ['check', '.'],
      ['check', ...names],
      ['check', '-f', 'sarif', ...names],
      ['check', '-f', 'json', ...names],
      ['check', ...names.map((name) => `none${name}`)],
      ['outline', '--json', all],
      ['outline', all],
      [all],
      ...[`--${all}`, '--format', '--log-url', '--layout'].map((option) => ['minutes', 'x', option, all]),
      ['outline', ...names],
    ]) {
      const { stdout, stderr } = run(...args);
      assert.isNotEmpty(stdout + stderr);
      assertHarmless(stdout);
      assertHarmless(stderr);
    }
  });
  (hasTerminal ? it : it.skip)('prints minutes harmlessly to a terminal, and unchanged elsewhere', () => {
    const log = '10:00 <ann> #startmeeting \u001b[31mred\n10:01 <ann> #info a\tb\n10:02 <ann> #endmeeting\n';
    writeFileSync(join(folder, 'red.log'), log);
    const args = ['minutes', 'red.log', '-f', 'text', '--bug-compatible', '-o', '-'];
    assert.include(run(...args).stdout, '\n#red: \u001b[31mred\n');
    const command = [process.execPath, resolve('dist/cli.js'), ...args].map((word) => `'${word}'`).join(' ');
    const { stdout } = onTerminal(command, folder);
    assert.include(stdout, '#red: \\u{1b}[31mred');
    assert.match(stdout, /\* a\s+b {2}\(ann/);
  });
  it('shows them all the same', () => {
    assert.include(run('minutes', names[0] ?? '').stderr, 'x\\u{a}::error title=pwn::y.md\n');
    assert.include(run('check', names[1] ?? '').stdout, '\\u{3a}:error title=pwn::y.log:2:');
    assert.include(run('minuets').stderr, "error: unknown command 'minuets' (Did you mean minutes?)\n");
  });
});
