import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assert } from 'chai';
import { meeting } from '../helpers/logs.js';

describe('templates on the command line', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'meetlog-templates-'));
    mkdirSync(join(folder, 'logs'));
    mkdirSync(join(folder, 'big'));
    const said = `10:02 <bob> ${'and so on '.repeat(100_000)}\n`;
    for (let number = 10; number < 50; number++) {
      const topic = `10:01 <ann> #topic ${number === 33 ? 'bad' : number}\n`;
      writeFileSync(join(folder, `logs/club-${number}.log`), meeting(topic));
      if (number < 30 || number === 33) writeFileSync(join(folder, `big/club-${number}.log`), meeting(topic + said));
    }
    writeFileSync(join(folder, 'good.md.liquid'), '{{ topics[0].text }}\n');
    // Nothing in it looks at the time.
    const bomb = '{% if topics[0].text == "bad" %}{{ (1..40000000) | join | size }}{% endif %}';
    writeFileSync(join(folder, 'bad.md.liquid'), `${bomb}{{ topics[0].text }}\n`);
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = (args: string) => {
    const node = ['--require', resolve('test/cli/forks.cjs'), resolve('dist/cli.js')];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...node, ...args.split(' ')], {
      cwd: folder,
      encoding: 'utf8',
    });
    const failures = stderr.split('\n').filter((line) => line.startsWith('meetlog: '));
    return { status, stdout, failures, forks: /^forks (\d+)$/m.exec(stderr)?.[1] };
  };
  const numbers = (bad: string[]) =>
    [...Array(40).keys()].map((number) => `${number + 10}`).flatMap((one) => (one === '33' ? bad : one));

  it('are run for many logs in one process', () => {
    const { status, stdout, failures, forks } = run('minutes logs --template good.md.liquid -o -');
    assert.deepEqual({ status, failures, forks }, { status: 0, failures: [], forks: '1' });
    assert.deepEqual(stdout.trim().split('\n'), numbers(['bad']));
  });
  it('that exceed a limit for one log are stopped, and run for the next', () => {
    const { status, stdout, failures, forks } = run('minutes logs --template bad.md.liquid -o -');
    assert.equal(status, 2);
    assert.lengthOf(failures, 1);
    // On a busy machine it has not yet taken all of its memory when its time is up.
    const why = /it took more (?:memory than a template may|than 2 seconds)\.$/;
    assert.match(failures[0] ?? '', /club-33\.log.*template: bad\.md\.liquid: /);
    assert.match(failures[0] ?? '', why);
    assert.equal(forks, '2');
    assert.deepEqual(stdout.trim().split('\n'), numbers([]));
  });
  it('do so in threads too', () => {
    const { status, failures } = run('minutes big --template bad.md.liquid -o out/');
    assert.equal(status, 2);
    assert.lengthOf(failures, 1);
    const written = readdirSync(join(folder, 'out')).sort();
    assert.deepEqual(
      written,
      [...Array(20).keys()].map((number) => `club-${number + 10}.md`),
    );
    assert.equal(readFileSync(join(folder, 'out/club-12.md'), 'utf8'), '12\n');
  });
  it('start no process if there are none', () => {
    assert.equal(run('minutes logs -f markdown -o -').forks, '0');
  });
});
