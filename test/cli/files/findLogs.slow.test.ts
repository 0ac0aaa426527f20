import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { assert } from 'chai';
import fc from 'fast-check';
import { findLogs } from '../../../server/src/cli/files/findLogs.js';
import { mayBeLog } from '../../../server/src/cli/files/readFiles.js';
import { Desk } from '../../helpers/commandLine.js';
import { meeting } from '../../helpers/logs.js';

const isRoot = process.getuid?.() === 0;
const log = meeting('10:01 <ann> #info x\n');
const warned = meeting('10:01 <bob> #topic x\n');

describe('a folder of logs', () => {
  const desk = Desk.forEach({
    'logs/a.log': log,
    'logs/sub/b.log': warned,
    'logs/notes.txt': 'notes\n',
    'logs/c.pdf': log,
  });
  const link = (target: string, path: string) => symlinkSync(target, desk.path(path));
  /** What is found, as paths, and what is reported. */
  const find = (...paths: string[]) => {
    const searches = findLogs(paths.map((path) => desk.path(path)));
    const shown = (text: string) => text.replaceAll(`${desk.folder}/`, '');
    return {
      found: searches.flatMap(({ found }) => found.map(({ path }) => shown(path))),
      said: searches.flatMap(({ failures }) => failures.map(({ message }) => shown(message))),
    };
  };
  const both = ['logs/a.log', 'logs/notes.txt', 'logs/sub/b.log'];

  it('is searched at any depth, by the names of files', () => assert.deepEqual(find('logs').found, both));

  it('is searched through links to files and folders, and each file found once', () => {
    desk.write({ 'far/d.log': log, 'far/deep/e.log': log });
    link('../far', 'logs/far');
    link('a.log', 'logs/0.log');
    link('../far/d.log', 'logs/linked.log');
    link('sub', 'logs/0sub');
    link('a.log', 'logs/image.png');
    const found = [...both, 'logs/far/d.log', 'logs/far/deep/e.log'].sort();
    assert.deepEqual(find('logs'), { found, said: [] });
    assert.deepEqual(
      find('logs', 'far', 'logs').found.sort(),
      found.map((path) => path.replace('logs/far/', 'logs/far/')),
    );
    assert.deepEqual(find('logs', 'logs/sub/b.log').found, [...found.slice(0, -1), 'logs/sub/b.log']);
  });
  it('may have links that form a loop, lead into it or to folders above', () => {
    desk.write({ 'other/f.log': log });
    link('..', 'logs/up');
    link('.', 'logs/sub/here');
    link('../sub', 'logs/sub/self');
    link('loop', 'logs/loop');
    link('../../other', 'logs/sub/other');
    link('../logs', 'other/back');
    assert.deepEqual(find('logs'), { found: [...both, 'logs/sub/other/f.log'], said: [] });
  });
  it('is searched as far as possible, reporting what cannot be read', () => {
    spawnSync('mkfifo', [desk.path('logs/pipe.log')]);
    link('none', 'logs/dangling.log');
    link('none', 'logs/dangling');
    assert.deepEqual(find('logs', 'none/').found, both);
    assert.sameMembers(find('logs', 'none/').said, [
      'logs/pipe.log cannot be read: it is not a regular file',
      'logs/dangling.log cannot be read: no such file',
      'none/ cannot be read: no such file',
    ]);
    desk.check('minutes logs none/ -o out/', 2, 'pipe.log cannot be read', 'dangling.log cannot be', 'none/ cannot be');
    assert.isTrue('out/a.md' in desk.files());
  });
  it('may have folders that cannot be opened', function () {
    if (isRoot && spawnSync('setpriv', ['--version']).status !== 0) this.skip();
    chmodSync(desk.folder, 0o755);
    mkdirSync(desk.path('logs/closed'));
    desk.write({ 'logs/closed/x.log': log });
    chmodSync(desk.path('logs/closed'), 0);
    const user = isRoot ? 'setpriv --reuid 65534 --clear-groups ' : '';
    const { status, stdout, stderr } = desk.shell(
      `${user}"${process.execPath}" "${process.cwd()}/dist/cli.js" check logs`,
    );
    chmodSync(desk.path('logs/closed'), 0o755);
    assert.equal(stderr, 'meetlog: logs/closed cannot be read: permission denied\n');
    assert.include(stdout, 'logs/sub/b.log:2:13: warning');
    assert.equal(status, 2);
  });
  it('may have names that are not UTF-8', function () {
    if (process.platform !== 'linux') this.skip();
    writeFileSync(Buffer.concat([Buffer.from(desk.path('logs/caf')), Buffer.from([0xe9]), Buffer.from('.log')]), log);
    desk.check('minutes logs -o out/', 2, 'caf\uFFFD.log cannot be read: its name is not UTF-8');
    assert.include(desk.read('out/a.md'), 'x (');
  });
  it('without logs is reported by all commands', () => {
    desk.write({ 'none/x.txt': 'notes\n', 'empty/x.pdf': log, 'talk/x.log': '10:00 <ann> hi\n' });
    for (const folder of ['none', 'empty', 'talk', 'empty/']) {
      for (const command of ['minutes', 'check', 'outline'])
        assert.equal(desk.check(`${command} ${folder}`, 1, `there are no logs of meetings in ${folder}.`), '');
    }
    assert.equal(desk.check('check nowhere', 2, 'nowhere cannot be read: no such file'), '');
    assert.equal(desk.check('check empty --format json', 1), '[]\n');
  });

  it('does not contain the minutes that Meetlog wrote into it, edited or not', () => {
    // Enough talk for its minutes to look like a log.
    desk.write({
      'logs/a.log': meeting('10:01 <ann> hi\n'.repeat(60)),
      'logs/sub/b.log': meeting('10:01 <bob> hi\n'.repeat(60)),
    });
    const formats = ['text', 'moin', 'markdown', 'log-html', 'json'];
    for (const format of formats) desk.check(`minutes logs/a.log -f ${format} -o logs/${format}.txt`, 0);
    for (let times = 0; times < 3; times++) desk.check('minutes logs -f moin', 0);
    const moin = ['logs/a.moin.txt', 'logs/sub/b.moin.txt'];
    const known = ['logs/a.log', 'logs/sub/b.log', 'logs/notes.txt', 'logs/c.pdf'];
    const named = formats.map((format) => `logs/${format}.txt`);
    assert.sameMembers(Object.keys(desk.files()), [...known, ...named, ...moin]);
    for (const name of [...moin, ...named])
      desk.write({
        [name]: `My notes.\n${desk.read(name).replace(/ \(digest \w+\)/, '')}\nMore.\n10:00 <ann> #startmeeting\n`,
      });
    desk.check('minutes logs -o out/', 0);
    assert.sameMembers(Object.keys(desk.files()), [...known, ...named, ...moin, 'out/a.md', 'out/sub/b.md']);
    assert.notInclude(desk.check('check logs', 0), 'moin');
    desk.check('minutes logs/a.moin.txt -o -', 0);
  });
  it('is examined by the heads of files if that is enough', () => {
    desk.check('minutes logs -f text,rst -o out/', 0);
    const mayBe = (path: string, within?: string) =>
      mayBeLog({ path: desk.path(path), real: '', ...(within !== undefined && { within }) });
    assert.isTrue(mayBe('logs/a.log', ''));
    for (const path of ['out/a.txt', 'out/a.rst', 'logs/notes.txt']) assert.isFalse(mayBe(path, ''), path);
    for (const path of ['logs/notes.txt', 'none.log']) assert.isTrue(mayBe(path), path);
  });
  it('contains logs in which someone quotes minutes', () => {
    const quote = 'Generated by Meetlog 0.1.0 (digest 0123456789abcdef)';
    desk.write({ 'logs/q.log': meeting(`10:01 <ann> ${quote}\n`), 'logs/r.txt': `${log}${quote}\n` });
    desk.check('minutes logs -o out/', 0);
    assert.includeMembers(Object.keys(desk.files()), ['out/q.md', 'out/r.md']);
  });

  it('is found in any tree of folders and links, each log once', () => {
    const names = ['a', 'b', 'c'];
    const path = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const tree = fc.record({
      logs: fc.uniqueArray(path, { maxLength: 4 }),
      links: fc.array(fc.tuple(path, fc.constantFrom('.', '..', ...names, '../a', '../b/c', 'x.log')), {
        maxLength: 5,
      }),
    });
    fc.assert(
      fc.property(tree, ({ logs, links }) => {
        rmSync(desk.path('tree'), { recursive: true, force: true });
        desk.write({ 'tree/x.log': 'tree', ...Object.fromEntries(logs.map((one) => [`tree/${one}/x.log`, one])) });
        for (const [at, target] of links) {
          mkdirSync(desk.path(`tree/${at}`), { recursive: true });
          try {
            symlinkSync(target, desk.path(`tree/${at}/link.log`));
          } catch {
            // It already exists.
          }
        }
        const [{ found } = { found: [] }] = findLogs([desk.path('tree')]);
        const reals = found.map(({ real }) => real);
        assert.sameMembers(reals, [...new Set(reals)]);
        for (const one of ['', ...logs.map((name) => `${name}/`)]) assert.include(reals, desk.path(`tree/${one}x.log`));
      }),
    );
  });
});
