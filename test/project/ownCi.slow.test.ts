import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { assert } from 'chai';
import { cli, Desk } from '../helpers/commandLine.js';
import { meeting } from '../helpers/logs.js';
import { packMeetlog } from '../helpers/packed.js';
import { type CompositeAction, readYaml, runAction } from '../helpers/workflows.js';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly types: readonly string[];
  readonly pass_filenames?: boolean;
}

const actionFolder = '.github/actions/check';
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const example = (name: string) => readFileSync(`examples/tool-library/${name}`, 'utf8');
const exampleLogs = readdirSync('examples/tool-library').filter((name) => name.endsWith('.log.txt'));
const minutesName = 'minutes-2031-03-19.md';
const march = 'tool-library.2031-03-19-18.30.log.txt';

/** A repository of a project: its meetings, an ordinary log, and other files. */
const repository = {
  ...Object.fromEntries(exampleLogs.map((name) => [`meetings/${name}`, example(name)])),
  [`meetings/${minutesName}`]: example(minutesName),
  'not ended/club.log': meeting('10:01 <ann> #info x\n').replace(/.*#endmeeting\n/, ''),
  'web-server.log': readFileSync('examples/web-server.log', 'utf8'),
  'README.md': '# Club\n',
};

const preCommit = process.env.PRE_COMMIT ?? 'pre-commit';
const hasPreCommit = spawnSync(preCommit, ['--version']).status === 0;

let packed: ReturnType<typeof packMeetlog>;
before(function () {
  this.timeout(120_000);
  packed = packMeetlog();
});
after(() => rmSync(packed.folder, { recursive: true, force: true }));

describe('the action for projects on GitHub', () => {
  const desk = Desk.forEach(repository);
  /** Runs the action with a quick npx: it only runs the command. */
  const run = (inputs: Readonly<Record<string, string>>) => {
    const script = `#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done\nshift 2\nexec "${process.execPath}" "${cli}" "$@"\n`;
    return runAction(actionFolder, desk.folder, inputs, { PATH: withNpx(script) });
  };
  const withNpx = (script: string) => {
    desk.write({ '.bin/npx': script });
    chmodSync(desk.path('.bin/npx'), 0o755);
    return `${desk.path('.bin')}${delimiter}${process.env.PATH}`;
  };

  it('annotates what bots ignored, and fails only if there are errors or too many warnings', () => {
    const [check, ...rest] = run({ paths: 'meetings' });
    assert.isEmpty(rest);
    assert.equal(check?.status, 0, check?.stderr);
    assert.match(String(check?.stdout), /^::warning file=meetings\/tool-library\.2031-04-02.*title=unknown-command::/m);
    assert.deepEqual(
      ['2', '3'].map((warnings) => run({ paths: 'meetings', 'max-warnings': warnings })[0]?.status),
      [1, 0],
    );
    const [failed] = run({ paths: 'not ended' });
    assert.equal(failed?.status, 1);
    assert.match(String(failed?.stdout), /^::error file=not ended\/club\.log,.*title=missing-endmeeting::/m);
  }).timeout(60_000);

  it('checks all paths, one a line, and leaves ordinary logs alone', () => {
    const [check] = run({ paths: '\nmeetings\r\nnot ended/club.log\n' });
    assert.include(String(check?.stderr), '4 logs, 4 meetings');
    const [all] = run({});
    assert.include(String(all?.stderr), '4 logs, 4 meetings');
    assert.notInclude(String(all?.stdout), 'web-server');
  }).timeout(60_000);

  it('runs nothing that an input says', () => {
    const evil = '$(touch hacked) `touch hacked` "; touch hacked; \' || touch hacked';
    for (const name of Object.keys(readYaml<CompositeAction>(`${actionFolder}/action.yml`).inputs)) {
      const [check] = run({ [name]: evil });
      assert.notInclude([undefined, null], check?.status, name);
    }
    assert.isFalse(existsSync(desk.path('hacked')));
    for (const { run: script } of readYaml<CompositeAction>(`${actionFolder}/action.yml`).runs.steps)
      assert.notInclude(script, '${{');
  }).timeout(60_000);

  it('fetches the version that it belongs to', () => {
    const [check] = runAction(actionFolder, desk.folder, {}, { PATH: withNpx('#!/bin/sh\necho "$@"\n') });
    const args = `--yes --package meetlog@${manifest.version} -- meetlog check --format github -- .\n`;
    assert.equal(check?.stdout, args, check?.stderr);
  });

  it('runs the package as npm makes it', () => {
    const [check] = runAction(actionFolder, desk.folder, { package: packed.file });
    assert.equal(check?.status, 1);
    assert.include(String(check?.stderr), '4 logs, 4 meetings');
  }).timeout(60_000);

  it('holds minutes against their logs, on request', function () {
    this.timeout(60_000);
    const minutes = `meetings/${minutesName}`;
    const [check, verify] = run({ paths: 'not ended', minutes, logs: 'meetings' });
    assert.equal(check?.status, 1);
    assert.equal(verify?.status, 1, verify?.stderr);
    const findings = String(verify?.stdout).matchAll(
      /^::\w+ file=meetings\/minutes-2031-03-19\.md,.*title=([\w-]+)::/gm,
    );
    assert.deepEqual(
      [...findings].map(([, code]) => code),
      ['wrong-person', 'wrong-count', 'unsupported'],
    );
  });
});

describe('the hooks for pre-commit', () => {
  const desk = Desk.forEach(repository);
  const hooks = readYaml<readonly Hook[]>('.pre-commit-hooks.yaml');
  const hook = (id: string) => hooks.find((one) => one.id === id) as Hook;

  it('run the command of the package, on logs of meetings by their names', () => {
    for (const { entry, language } of hooks) {
      assert.property(manifest.bin, String(entry.split(' ')[0]));
      assert.equal(language, 'node');
    }
    const matching = (id: string) => Object.keys(desk.files()).filter((name) => new RegExp(hook(id).files).test(name));
    assert.sameMembers(
      matching('meetlog'),
      Object.keys(repository).filter((name) => /\.log(\.txt)?$/.test(name)),
    );
    assert.include(matching('meetlog-verify'), `meetings/${minutesName}`);
  });

  it('report what is wrong in a log, and nothing about an ordinary one', () => {
    const run = (...files: readonly string[]) =>
      spawnSync(process.execPath, [cli, ...hook('meetlog').entry.split(' ').slice(1), ...files], { cwd: desk.folder });
    assert.equal(run('web-server.log').status, 0);
    assert.equal(run('web-server.log', 'not ended/club.log').status, 1);
  });

  it('are run by pre-commit itself, where there is one', function () {
    if (!hasPreCommit) this.skip();
    this.timeout(300_000);
    const git = (folder: string, ...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=ann', '-c', 'user.email=ann@example.org', ...args], {
        cwd: folder,
        encoding: 'utf8',
      }).trim();
    const commit = (folder: string) => {
      git(folder, 'init', '--quiet');
      git(folder, 'add', '--all');
      git(folder, 'commit', '--quiet', '--message', 'x');
      return git(folder, 'rev-parse', 'HEAD');
    };
    // The package with the hooks, as a repository: what is built is in it, so that nothing is fetched.
    execFileSync('tar', ['-xzf', packed.file, '-C', packed.folder]);
    const hookRepository = join(packed.folder, 'package');
    const desk2 = new Desk(hookRepository);
    const { scripts: _, devDependencies: __, ...rest } = manifest;
    desk2.write({
      'package.json': JSON.stringify(rest),
      '.pre-commit-hooks.yaml': readFileSync('.pre-commit-hooks.yaml', 'utf8'),
    });
    const verifyArgs = `[meetings/${minutesName}, meetings/${march}]`;
    const config = [
      'repos:',
      `  - repo: ${hookRepository}`,
      `    rev: ${commit(hookRepository)}`,
      '    hooks:',
      '      - id: meetlog',
      '      - id: meetlog-verify',
      `        args: ${verifyArgs}`,
    ];
    desk.write({ '.pre-commit-config.yaml': `${config.join('\n')}\n` });
    commit(desk.folder);
    const run = (...args: readonly string[]) =>
      spawnSync(preCommit, ['run', '--color', 'never', ...args], {
        cwd: desk.folder,
        encoding: 'utf8',
        env: { ...process.env, PRE_COMMIT_HOME: join(packed.folder, 'home') },
      });
    const all = run('--all-files', 'meetlog');
    assert.equal(all.status, 1, all.stdout + all.stderr);
    assert.include(all.stdout, 'not ended/club.log:');
    assert.include(all.stdout, '5 logs, 4 meetings');
    const ordinary = run('meetlog', '--files', 'web-server.log', 'README.md');
    assert.equal(ordinary.status, 0, ordinary.stdout);
    const good = run('meetlog', '--files', ...exampleLogs.map((name) => `meetings/${name}`));
    assert.match(good.stdout, /^Meetlog\.+Passed$/m);
    const verify = run('--all-files', 'meetlog-verify');
    assert.equal(verify.status, 1, verify.stdout + verify.stderr);
    assert.include(verify.stdout, minutesName);
  });
});
