import { assert } from 'chai';
import { Reported, reasonOf, reportFailure } from '../../client/src/report.js';
import * as vscode from '../helpers/vscode.js';

describe('the failure of a command', () => {
  const { error: log } = console;
  before(() => {
    console.error = () => undefined;
  });
  after(() => {
    console.error = log;
  });

  const shown = async (error: unknown) => {
    const told: string[] = [];
    Object.assign(vscode.window, { showErrorMessage: async (message: string) => told.push(message) });
    await reportFailure(() => Promise.reject(error));
    return told;
  };
  it('is shown as a sentence', async () => {
    assert.deepEqual(await shown(new Reported('the file is gone')), ['Meetlog: the file is gone.']);
    assert.deepEqual(await shown(new Error('slow.liquid: it took more than 2 seconds.')), [
      'Meetlog: slow.liquid: it took more than 2 seconds.',
    ]);
  });
  it('shows neither paths nor stacks', async () => {
    for (const error of [
      new Error('Cannot open file:///home/ann/heat.log'),
      new Error("ENOENT: no such file or directory, open '/home/ann/heat.log'"),
      new Error('open C:\\logs\\heat.log'),
      new Error('it failed\n    at run (x.js:1:2)'),
      'cannot resolve resource untitled:/home/ann/heat.md',
    ]) {
      const [message] = await shown(error);
      assert.match(message ?? '', /^Meetlog: [^\n]+\.$/);
      assert.notMatch(message ?? '', /heat|\.js/);
    }
  });
  it('of a file system shows its reason', async () => {
    assert.deepEqual(await shown(new vscode.FileSystemError('NoPermissions')), [
      'Meetlog: You do not have permission to write there.',
    ]);
    assert.equal(reasonOf(new Error('EIO /x')), 'The file system reported an error.');
  });
});
