import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { assert } from 'chai';

interface LaunchConfiguration {
  readonly name: string;
  readonly args?: readonly string[];
  readonly program?: string;
  readonly preLaunchTask?: string;
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const { configurations, compounds } = json('.vscode/launch.json');
const { tasks } = json('.vscode/tasks.json');

describe('the launch configurations', () => {
  it('name existing tasks, files and configurations', () => {
    for (const { name, args = [], program = '', preLaunchTask } of configurations as readonly LaunchConfiguration[]) {
      if (preLaunchTask)
        assert.include(
          tasks.map(({ label }: { label: string }) => label),
          preLaunchTask,
          name,
        );
      for (const [, file = ''] of [...args, program].join('\n').matchAll(/\$\{workspaceFolder\}\/?(.*)/g))
        assert.isTrue(existsSync(file || '.'), `${name}: ${file}`);
    }
    const names = configurations.map(({ name }: LaunchConfiguration) => name);
    for (const compound of compounds) assert.includeMembers(names, compound.configurations);
  });

  it('debug only the open test: its name and that of its folder are unique', () => {
    const { args = [] } = configurations.find(({ name }: LaunchConfiguration) => name === 'Debug Open Test');
    const pattern = String(args.at(-1));
    const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.test.ts'),
    );
    const debugged = tests.map((file) => {
      const values = { fileDirnameBasename: basename(dirname(file)), fileBasenameNoExtension: basename(file, '.ts') };
      return pattern.replace(/\$\{(\w+)\}/g, (_, name: keyof typeof values) => values[name]);
    });
    assert.lengthOf(new Set(debugged), tests.length);
    for (const [index, file] of tests.entries()) {
      const built = join('dist/test/unit', file.replace(/\.ts$/, '.mjs')).replaceAll('\\', '/');
      const ending = debugged[index]?.replace('dist/test/unit/**', '');
      assert.isTrue(existsSync(built) && built.endsWith(String(ending)), built);
    }
  });

  it('wait for what `npm run watch` prints', () => {
    const { background, pattern } = tasks[0].problemMatcher;
    const printed = [...readFileSync('build.mjs', 'utf8').matchAll(/console\.log\('(watch: \w+)'\)/g)].map(
      ([, line]) => line,
    );
    assert.lengthOf(printed, 2);
    for (const [index, regexp] of [background.beginsPattern, background.endsPattern].entries())
      assert.match(String(printed[index]), new RegExp(regexp));
    const found = new RegExp(pattern.regexp).exec('server/src/a.ts:3:5: error: Could not resolve "./b.js": no file');
    assert.deepEqual(found?.slice(1), ['server/src/a.ts', '3', '5', 'error', 'Could not resolve "./b.js": no file']);
  });
});
