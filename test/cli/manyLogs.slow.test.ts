import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assert } from 'chai';
import { threadsFor } from '../../server/src/cli/threads/everyLog.js';
import { meeting } from '../helpers/logs.js';

describe('many logs', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'meetlog-many-'));
    mkdirSync(join(folder, 'logs/more'), { recursive: true });
    for (const name of good) writeFileSync(join(folder, name), bigLog(name));
    writeFileSync(join(folder, 'logs/other.txt'), '10:00 <ann> hi\n');
    writeFileSync(join(folder, 'talk.log'), '10:00 <ann> hi\n');
    writeFileSync(join(folder, 'two.log'), meeting('10:01 <ann> #info one\n') + meeting('10:01 <ann> #info two\n'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const good = Array.from({ length: 20 }, (_, number) => join('logs', number % 3 ? '' : 'more', `club-${number}.log`));
  /** Enough logs for threads, including some that fail. */
  const all = [...good.slice(0, 9), 'talk.log', 'none.log', 'two.log', ...good.slice(9)];

  /** Most of a megabyte, though not in many lines. */
  const bigLog = (name: string) => {
    const said = Array.from({ length: 10 }, (_, line) => `10:02 <bob> ${`${name} ${line} `.repeat(4000)}\n`);
    return meeting(`10:01 <ann> #topic ${name}\n${said.join('')}10:58 <ann> #action bob reads ${name}\n`);
  };
  const run = (command: string, paths: readonly string[], options = '', node: readonly string[] = []) => {
    const args = [...node, resolve('dist/cli.js'), command, ...paths, ...options.split(' ').filter(Boolean)];
    const result = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 });
    const lines = result.stderr.split('\n').filter(Boolean);
    const failures = lines.filter((line) => line.startsWith('meetlog: '));
    return { ...result, failures, written: lines.filter((line) => !failures.includes(line)) };
  };
  /** The results in threads, and in one thread with a few at a time. */
  const both = (command: string, options = '') => {
    const some = [all.slice(0, 12), all.slice(12)];
    assert.isAbove(threadsFor(found(all)), 0);
    for (const paths of some) assert.equal(threadsFor(found(paths)), 0);
    const parts = some.map((paths) => run(command, paths, options.replace('out/', 'few/')));
    return { many: run(command, all, options), few: parts };
  };
  const found = (paths: readonly string[]) => paths.map((path) => ({ path: join(folder, path) }));
  /** The files in a folder with their contents. */
  const files = (name: string) =>
    readdirSync(join(folder, name), { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8')])
      .sort();

  it('are written like a few, with the same files, messages and exit code', () => {
    const { many, few } = both('minutes', '-f markdown,json -o out/');
    assert.deepEqual(files('out'), files('few'));
    const names = (paths: readonly string[]) => paths.map((path) => path.replace('few', 'out'));
    assert.deepEqual(many.written, names(few.flatMap(({ written }) => written)));
    assert.lengthOf(many.written, 2 * (good.length + 2));
    assert.deepEqual(
      many.failures,
      few.flatMap(({ failures }) => failures),
    );
    assert.lengthOf(many.failures, 2);
    assert.equal(many.status, 2);
  });
  it('are printed in order', () => {
    const { many, few } = both('minutes', '--only actions -o -');
    assert.equal(many.stdout, few.map(({ stdout }) => stdout).join(''));
    assert.equal(many.status, 2);
  });
  it('are checked like a few', () => {
    const { many, few } = both('check', '--format json');
    assert.deepEqual(
      JSON.parse(many.stdout),
      few.flatMap(({ stdout }) => JSON.parse(stdout)),
    );
    assert.deepEqual(
      many.failures,
      few.flatMap(({ failures }) => failures),
    );
    assert.equal(many.status, 2);
  });
  it('are found in a folder, and listed in an index', () => {
    const { status, failures } = run('minutes', ['logs', 'none'], '-o found/ --index');
    assert.equal(status, 2);
    assert.deepEqual(failures, ['meetlog: none cannot be read: no such file']);
    const written = readdirSync(join(folder, 'found'), { recursive: true, encoding: 'utf8' });
    assert.lengthOf(written, good.length + ['more', 'index.html'].length);
    const index = readFileSync(join(folder, 'found/index.html'), 'utf8');
    assert.lengthOf(index.match(/bob reads/g) ?? [], good.length);
  });

  it('are read even if one is too large', () => {
    const lines = Array.from({ length: 160_000 }, (_, line) => `10:02 <bob> #info ${line}\n`);
    writeFileSync(join(folder, 'large.log'), meeting(lines.join('')));
    const paths = [...good.slice(0, 10), 'large.log', ...good.slice(10)];
    const { status, failures, written } = run('minutes', paths, '-o left/', ['--max-old-space-size=32']);
    assert.deepEqual(failures, ['meetlog: large.log: it needs more memory than is available']);
    assert.lengthOf(written, good.length);
    assert.equal(status, 2);
  });
  it('are read even if one is too large, however few they are', () => {
    const lines = Array.from({ length: 60_000 }, (_, line) => `10:02 <bob> #info ${line}\n`);
    writeFileSync(join(folder, 'middling.log'), meeting(lines.join('')));
    for (const command of ['minutes', 'check']) {
      const { status, failures } = run(command, ['middling.log', good[0] ?? ''], '', ['--max-old-space-size=16']);
      assert.deepEqual(failures, ['meetlog: middling.log: it needs more memory than is available']);
      assert.equal(status, 2);
    }
  });
  it('take no more memory than a few', () => {
    // With an index, which needs the most of each log.
    const peak = (count: number) => {
      mkdirSync(join(folder, `copies${count}`), { recursive: true });
      for (let copy = 0; copy < count; copy++) {
        linkSync(join(folder, good[copy % good.length] ?? ''), join(folder, `copies${count}/copy${copy}.log`));
      }
      const { stderr } = run('minutes', [`copies${count}`], '-o peak/ --index', [
        '--require',
        resolve('test/cli/peak.cjs'),
      ]);
      rmSync(join(folder, `copies${count}`), { recursive: true });
      return Number(/^peak (\d+)$/m.exec(stderr)?.[1]);
    };
    assert.isBelow(peak(100) / peak(40), 1.4);
  });
});
