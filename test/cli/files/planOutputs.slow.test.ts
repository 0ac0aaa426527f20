import { mkdirSync, symlinkSync } from 'node:fs';
import { assert } from 'chai';
import fc from 'fast-check';
import { type Claim, collisions, folded, isGiven } from '../../../server/src/cli/files/claims.js';
import type { MinutesJob } from '../../../server/src/cli/minutesJob.js';
import { writeLog } from '../../../server/src/cli/writeLog.js';
import { cli, Desk } from '../../helpers/commandLine.js';
import { runs } from '../../helpers/edits.js';
import { meeting } from '../../helpers/logs.js';

/** A log with several meetings, each of which contains unique text. */
const logOf = (name: string, meetings: number) =>
  Array.from({ length: meetings }, (_, index) => meeting(`10:01 <ann> #topic ${secret(name, index)}\n`)).join('');
// A word that no format escapes.
const secret = (name: string, index: number) =>
  `secret${[...name].map((character) => (character.codePointAt(0) ?? 0) % 1e6).join('q')}n${index}e`;

describe('two minutes that would be written to the same file', () => {
  const desk = Desk.forEach();
  /** Logs by name, with the number of their meetings. */
  const write = (logs: Readonly<Record<string, number>>) =>
    desk.write(Object.fromEntries(Object.entries(logs).map(([name, count]) => [name, logOf(name, count)])));

  it('are refused before anything is written, naming both logs and the file', () => {
    write({ 'a/x.log': 1, 'b/x.log': 1, 'c/y.log': 1, 'x.log': 2, 'x.txt': 2, 'x-1.log': 1 });
    const check = (logs: string, both: string, file: string, options = '') =>
      desk.checkRefused(
        `minutes ${logs} -o out/${options}`,
        `${both} would be written to the same file, ${file}`,
        'nothing was written',
      );
    check('a/x.log c/y.log b/x.log', 'a/x.log and b/x.log', 'out/x.md');
    check('x.log x.txt', 'x.log and x.txt', 'out/x-1.md');
    check('x.log x.txt', 'x.log and x.txt', 'out/x-2.md', ' --meeting 2');
    check('x-1.log x.log', 'x-1.log and x.log', 'out/x-1.md');
    check('a/x.log x-1.log x.txt', 'x-1.log and x.txt', 'out/x-1.html', ' -f html');
  });
  it('are distinguished by how many meetings the logs have', () => {
    write({ 'x.log': 1, 'x-1.log': 1, 'y.log': 2, 'y.txt': 1, 'z.log': 2, 'z-3.log': 1, 'z-1.log': 2 });
    desk.check('minutes x.log x-1.log y.log y.txt z.log z-3.log z-1.log -o out/', 0);
    const written = Object.keys(desk.files()).filter((name) => name.startsWith('out/'));
    assert.lengthOf(written, 1 + 1 + 2 + 1 + 2 + 1 + 2);
  });
  it('are refused if file extensions make their names equal', () => {
    write({ 'x.log': 1, 'x.page.log': 1, 'y.log': 3, 'y-3.page.log': 1 });
    const logs = 'x.page.log y-3.page.log';
    desk.checkRefused(`minutes x.log ${logs} -f page,html -o out/`, 'x.log and x.page.log', 'out/x.page.html');
    desk.checkRefused(`minutes y.log ${logs} -f page,html -o out/`, 'y.log and y-3.page.log', 'out/y-3.page.html');
    desk.check(`minutes x.log ${logs} -f page,text -o out/`, 0);
  });
  it('are refused if one is the index', () => {
    write({ 'index.log': 1, 'x.log': 1 });
    desk.checkRefused('minutes x.log index.log -f html --index -o out/', 'index.log and the index', 'out/index.html');
    desk.checkRefused('minutes index.log -f html --index', 'index.log and the index', 'index.html');
    desk.checkRefused('minutes x.log -f html --index -o out/index.html', 'x.log and the index');
    desk.check('minutes x.log index.log -f text --index -o out/', 0);
  });
  it('are refused if two formats have the same extension', () => {
    write({ 'x.log': 1 });
    desk.write({ 'short.md.liquid': 'x', 'other.MD.liquid': 'x' });
    desk.checkRefused(
      'minutes x.log -f markdown,template --template short.md.liquid',
      '“markdown” and “template” both end in .md',
    );
    desk.checkRefused('minutes x.log -f template,markdown --template other.MD.liquid', 'both end in .md');
  });
  it('are refused if folders or files are links to each other', () => {
    write({ 'a/x.log': 1, 'b/y.log': 1, 'b/z.log': 2 });
    mkdirSync(desk.path('out'));
    symlinkSync('a', desk.path('c'));
    desk.write({ 'c/x.txt': logOf('other', 1) });
    desk.checkRefused('minutes a/x.log c/x.txt', 'a/x.log and c/x.txt', 'a/x.md');
    symlinkSync('y.md', desk.path('out/x.md'));
    desk.checkRefused('minutes a/x.log b/y.log -o out/', 'a/x.log and b/y.log', 'out/x.md');
    symlinkSync('z-2.md', desk.path('out/z-1.md'));
    desk.checkRefused('minutes b/z.log -o out/', 'two minutes of b/z.log', 'out/z-1.md');
    symlinkSync('../out/x.md', desk.path('a/z-2.md'));
    desk.check('minutes a/x.log -o out/', 0);
    assert.include(desk.read('out/y.md'), secret('a/x.log', 0));
  });
  it('are refused if the disk does not distinguish their names', function () {
    if (process.platform !== 'linux') this.skip();
    write({ 'a/x.log': 1, 'b/X.log': 1, 'a/\u00e9.log': 1, 'b/e\u0301.log': 1 });
    desk.write({ 'foldingDisk.cjs': foldingDisk });
    const check = (logs: string, code: number, node = '') => {
      const { status, stderr } = desk.shell(`"${process.execPath}" ${node} "${cli}" minutes ${logs} -o out/`);
      assert.equal(status, code, stderr);
      return stderr;
    };
    for (const logs of ['a/x.log b/X.log', 'a/\u00e9.log b/e\u0301.log']) {
      const before = desk.files();
      assert.include(check(logs, 2, '--require ./foldingDisk.cjs'), 'would be written to the same file');
      assert.deepEqual(desk.files(), before);
    }
    check('a/x.log b/X.log', 0);
    assert.includeMembers(Object.keys(desk.files()), ['out/x.md', 'out/X.md']);
  });
  it('are not found if a log is given twice, by any paths', () => {
    write({ 'logs/x.log': 1, 'logs/y.log': 1 });
    symlinkSync('logs', desk.path('same'));
    symlinkSync('x.log', desk.path('logs/a.log'));
    desk.check('minutes logs/x.log ./logs/x.log same/x.log logs/a.log -o out/', 0);
    desk.check('minutes logs same logs/x.log -o all/', 0);
    const written = Object.keys(desk.files()).filter((name) => /^(?:out|all)\//.test(name));
    assert.sameMembers(written, ['out/x.md', 'all/x.md', 'all/y.md']);
  });
  it('are not found for files that are not logs', () => {
    write({ 'logs/x.log.txt': 1 });
    desk.write({ 'logs/x.txt': 'Minutes by MeetBot\n', 'logs/x.log': '10:00 <ann> hi\n' });
    desk.check('minutes logs -o out/', 0);
    assert.include(desk.read('out/x.md'), secret('logs/x.log.txt', 0));
  });

  it('are not written by a log that gets another meeting after it was counted', async () => {
    write({ 'x.log': 2 });
    const job: MinutesJob = { options: {}, formats: ['markdown'], writerOptions: {}, into: 'beside', logs: new Map() };
    const path = desk.path('x.log');
    const { failure } = await writeLog({ path, real: path, meetings: 1 }, job);
    assert.include(failure?.message, 'x.log changed while it was read');
    assert.lengthOf(Object.keys(desk.files()), 1);
    assert.lengthOf((await writeLog({ path, real: path, meetings: 2 }, job)).files, 2);
  });

  it('never lose one: either all are written or none', () => {
    const name = fc
      .tuple(fc.constantFrom('', 'a/', 'b/'), fc.constantFrom('x', 'x-1', 'x-2', 'X', 'x.page', 'index', 'x-1-2'))
      .chain(([folder, base]) => fc.constantFrom('.log', '.txt', '.log.txt').map((end) => folder + base + end));
    type Run = typeof commands extends fc.Arbitrary<infer R> ? R : never;
    const commands = fc.record({
      logs: fc.uniqueArray(fc.tuple(name, fc.integer({ min: 1, max: 3 })), {
        minLength: 1,
        maxLength: 5,
        selector: ([one]) => one,
      }),
      formats: fc.uniqueArray(fc.constantFrom('markdown', 'html', 'page', 'log-html', 'moin', 'text'), {
        minLength: 1,
      }),
      link: fc.option(fc.constantFrom('x.md', 'x-1.html', 'x-2.txt', 'index.html')),
      options: fc.constantFrom('in', 'in --index'),
    });
    let refused = 0;
    const check = ({ logs, formats, options }: Run, one: Desk) => {
      const before = one.files();
      const { status, stderr } = one.run(`minutes ${options} -f ${formats} -o out/`);
      const isRefused = status === 2 && stderr.includes('would be written to the same file');
      assert.isTrue(isRefused || status === 0, stderr);
      if (isRefused) assert.deepEqual(one.files(), before);
      else for (const [path, count] of logs) checkAll(one.files(), path, count, formats.length);
      refused += Number(isRefused);
    };
    const inDesk = (run: Run) => {
      const one = new Desk();
      try {
        one.write(Object.fromEntries(run.logs.map(([path, count]) => [`in/${path}`, logOf(path, count)])));
        mkdirSync(one.path('out'));
        if (run.link) symlinkSync(run.link === 'x.md' ? 'x-1.md' : 'x.html', one.path(`out/${run.link}`));
        check(run, one);
      } finally {
        one.remove();
      }
    };
    fc.assert(fc.property(commands, inDesk), { numRuns: runs(12), seed: 2 });
    assert.isAbove(refused, 0);
  });

  /** Each meeting of a log is in as many files as there are formats. */
  const checkAll = (files: Readonly<Record<string, string>>, log: string, meetings: number, formats: number) => {
    const texts = Object.entries(files).filter(([path, text]) => path.startsWith('out/') && !text.startsWith('->'));
    for (let meeting = 0; meeting < meetings; meeting++) {
      const holders = texts.filter(([, text]) => text.includes(secret(log, meeting)));
      assert.lengthOf(holders, formats, `${log} ${meeting}`);
    }
  };
});

/** Preloaded: makes the disk ignore case and encodings of accents. */
const foldingDisk = `
const fs = require('node:fs');
const { basename, dirname } = require('node:path');
const exists = fs.existsSync;
const folded = (name) => name.normalize().toLowerCase();
fs.existsSync = (path) => exists(path) || (exists(dirname(path)) &&
  fs.readdirSync(dirname(path)).some((name) => folded(name) === folded(basename(path))));`;

describe('claims to files', () => {
  const sourcesOf = (paths: string) =>
    paths.split(' ').map((path, place) => {
      const [, folder = '', base = ''] = /^(?:(.*)\/)?(.*)$/.exec(path) ?? [];
      return { place, folder: folder || '.', real: `/logs/${folder}`.replace(/\/$/, ''), base };
    });
  /** The claims to files that several logs might be written to. */
  const shared = (paths: string, extensions = ['.md']) =>
    collisions({ sources: sourcesOf(paths), extensions, meeting: undefined, index: undefined, links: new Map() });
  const check = (paths: string, expected: string, extensions?: string[]) => {
    const show = ({ place, meeting: number }: Claim) => paths.split(' ')[place ?? 0] + (number ? `#${number}` : '');
    const targets = shared(paths, extensions).map((claims) => claims.map(show).sort().join('='));
    assert.equal(targets.sort().join(', '), expected);
  };

  it('are only of names that may be equal', () => {
    check('x y a/x', '');
    check('x-1 x x-', 'x#1=x-1');
    check('2031-01-01 2031-01-02', '');
    check('x-1-2 x x-1', 'x#1=x-1, x-1#2=x-1-2');
    check('x x', 'x#1=x#1, x=x');
    check('x.moin x', 'x=x.moin', ['.txt', '.moin.txt']);
  });
  it('are found regardless of the case and encoding of a name', () => {
    check('X x', 'X#1=x#1, X=x');
    check('caf\u00e9 cafe\u0301', 'cafe\u0301#1=caf\u00e9#1, cafe\u0301=caf\u00e9');
    assert.equal(folded('Straße'), folded('STRASSE'));
  });
  it('are as many as the logs, not as their pairs', () => {
    const many = Array.from({ length: 3000 }, (_, number) => `x-${number + 1}`);
    assert.lengthOf(shared(['x', ...many].join(' ')), 3000);
    assert.isAtMost(shared(many.map(() => 'x').join(' ')).length, 2);
  });
  it('depend on how many meetings a log has', () => {
    const given = (number: number | undefined, meetings: number, only?: number) =>
      isGiven({ place: 0, path: '', ...(number && { meeting: number }) }, meetings, only);
    assert.isTrue(given(undefined, 1));
    assert.isFalse(given(undefined, 2));
    assert.isFalse(given(1, 1));
    assert.isTrue(given(2, 2));
    assert.isFalse(given(3, 2));
    assert.isFalse(given(1, 2, 2));
    assert.isTrue(given(2, 2, 2));
    assert.isTrue(given(undefined, 1, 1));
  });
});
