import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { assert } from 'chai';
import { Desk } from '../helpers/commandLine.js';
import { meeting } from '../helpers/logs.js';

const hasDevices = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;
const log = meeting('10:01 <ann> #info x\n');

function skipWithoutDevices(this: Mocha.Context): void {
  if (!hasDevices) this.skip();
}

describe('what is not a regular file', () => {
  const desk = Desk.forEach({ 'club.log': log });
  beforeEach(skipWithoutDevices);
  const shell = (line: string, code = 0) => {
    const { status, stdout, stderr } = desk.shell(line);
    assert.equal(status, code, stdout + stderr);
    return { stdout, stderr };
  };
  const minutes = () => desk.check('minutes club.log -o -', 0);

  it('is written into: a named pipe', () => {
    spawnSync('mkfifo', [desk.path('pipe.md')]);
    for (const options of ['-o pipe.md', '-o pipe.md --force']) {
      const { stdout } = shell(`cat pipe.md & meetlog minutes club.log ${options}; wait`);
      assert.equal(stdout, minutes());
      assert.isTrue(lstatSync(desk.path('pipe.md')).isFIFO());
    }
    symlinkSync('pipe.md', desk.path('club.md'));
    // Whoever reads it there finds the log beside it.
    assert.include(shell('cat pipe.md & meetlog minutes club.log; wait').stdout, '- x ([ann, 10:01:00](club.log#L2))');
  });
  it('is written into: file descriptors, after what they contain', () => {
    const text = minutes();
    assert.equal(shell('meetlog minutes club.log -o /dev/stdout').stdout, text);
    assert.equal(desk.check('minutes club.log -o /dev/stdout', 0), text);
    shell('echo first > all.md; meetlog minutes club.log -o /dev/stdout >> all.md');
    assert.equal(desk.read('all.md'), `first\n${text}`);
    shell('meetlog minutes club.log -o /dev/fd/7 7> seven.md');
    assert.equal(desk.read('seven.md'), text);
    symlinkSync('/dev/stdout', desk.path('link.md'));
    assert.equal(shell('meetlog minutes club.log -o link.md').stdout, text);
    assert.equal(shell('meetlog minutes club.log -o >(cat)').stdout, text);
    assert.include(shell('meetlog minutes club.log -o /dev/fd/77', 2).stderr, '/dev/fd/77 cannot be written');
    assert.include(shell('meetlog minutes club.log -o /dev/stdout --index', 2).stderr, 'an index is of files');
    assert.isFalse(existsSync('/dev/index.html'));
  });
  it('is written into: devices', function () {
    if (!isRoot || spawnSync('mknod', [desk.path('null.md'), 'c', '1', '3']).status !== 0) this.skip();
    spawnSync('mknod', [desk.path('full.md'), 'c', '1', '7']);
    spawnSync('mknod', [desk.path('disk.md'), 'b', '7', '200']);
    desk.check('minutes club.log -o null.md', 0);
    desk.check('minutes club.log -o full.md', 2, 'full.md cannot be written: no space left on the disk');
    desk.check('minutes club.log -o disk.md', 2, 'disk.md cannot be written: it is a disk');
    for (const name of ['null.md', 'full.md']) assert.isTrue(statSync(desk.path(name)).isCharacterDevice());
  });
  it('may be closed by its reader', () => {
    spawnSync('mkfifo', [desk.path('pipe.md')]);
    desk.write({ 'club.log': meeting('10:01 <ann> #info x\n'.repeat(20_000)) });
    shell('head -c 1 pipe.md & meetlog minutes club.log -o pipe.md; wait $!');
  });
});

describe('what is printed', () => {
  const desk = Desk.forEach({ 'club.log': log, 'open.log': '10:00 <ann> #startmeeting\n' });
  beforeEach(skipWithoutDevices);

  it('to a full disk is a failure', () => {
    const commands = [
      'minutes club.log -o -',
      'check club.log',
      'outline club.log',
      'formats',
      '--help',
      'minutes --help',
    ];
    for (const command of commands) {
      const { status, stderr } = desk.shell(`meetlog ${command} > /dev/full`);
      assert.equal(stderr, 'meetlog: standard output cannot be written: no space left on the disk\n', command);
      assert.equal(status, 2, command);
    }
  });
  it('to a disk with too little space is a failure too', function () {
    mkdirSync(desk.path('small'));
    if (!isRoot || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'x', desk.path('small')]).status !== 0)
      this.skip();
    try {
      desk.write({ 'club.log': meeting('10:01 <ann> #info x\n'.repeat(2000)), 'small/club.md': '' });
      assert.equal(desk.shell('meetlog minutes club.log -o - > small/out.md').status, 2);
      desk.shell('rm small/out.md');
      desk.check('minutes club.log -o small/', 2, 'club.md cannot be written: no space left on the disk');
      assert.equal(desk.read('small/club.md'), '');
      assert.equal(desk.shell('ls -A small').stdout, 'club.md\n');
    } finally {
      spawnSync('umount', [desk.path('small')]);
    }
  });
  it('may be read partially', () => {
    desk.write({ 'club.log': meeting('10:01 <ann> #info x\n'.repeat(20_000)) });
    for (const command of ['minutes club.log -o -', 'outline club.log --json', 'check club.log open.log', 'commands']) {
      const { status, stdout, stderr } = desk.shell(`(meetlog ${command}; echo $? >&2) | head -c 1`);
      assert.include(['0\n', '1\n'], stderr, command);
      assert.lengthOf(stdout, 1);
      assert.equal(status, 0);
    }
  });
  it('as an error may have no reader: everything is still written', () => {
    const logs = Object.fromEntries(Array.from({ length: 240 }, (_, number) => [`logs/${number}.log`, log]));
    desk.write(logs);
    for (const [out, reader] of Object.entries({ one: '| head -1', two: '| true', three: '2>&- | cat' })) {
      const { stdout } = desk.shell(`(meetlog minutes logs none -o ${out}/ 2>&1 >/dev/null; echo $? > code) ${reader}`);
      assert.equal(desk.read('code'), '2\n', stdout);
      assert.lengthOf(
        Object.keys(desk.files()).filter((name) => name.startsWith(`${out}/`)),
        240,
      );
    }
    const { status } = desk.shell('meetlog check none open.log 2> /dev/full');
    assert.equal(status, 2);
  });
});
