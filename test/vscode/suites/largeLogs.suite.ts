import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering, closeAll, folder, until } from '../helpers.js';

declare const HOST: 'node' | 'browser';

const meeting = '10:00:00 <ann> #startmeeting Cake\n10:00:05 <ann> #agreed cake\n10:01:00 <ann> #endmeeting\n';

describe('a file of more than 50 MB, which VS Code keeps from extensions', () => {
  const files = ['huge.log', 'other.log'].map((name) => () => vscode.Uri.joinPath(folder(), name));
  const [huge, other] = files as [() => vscode.Uri, () => vscode.Uri];

  before(async function () {
    // In a browser, no part of a file can be read, and a whole one only slowly.
    if (HOST === 'browser') this.skip();
    const fill = '10:02:00 <bob> and much more of it\n'.repeat(1_540_000);
    await vscode.workspace.fs.writeFile(huge(), new TextEncoder().encode(meeting + fill));
    await vscode.workspace.fs.writeFile(other(), new Uint8Array(53_000_000).fill(0x61));
  });
  after(async () => {
    await closeAll();
    if (HOST === 'node') for (const file of files) await vscode.workspace.fs.delete(file());
  });

  it('is told what to do about, once, if it is a meeting log', async () => {
    const warned = answering('showWarningMessage', () => undefined);
    try {
      await vscode.commands.executeCommand('vscode.open', other(), { preview: false });
      for (const time of ['first', 'second']) {
        await vscode.commands.executeCommand('vscode.open', huge(), { preview: false });
        await until(
          `the message, opened for the ${time} time`,
          () => warned.told.length,
          (length) => length > 0,
        );
        await closeAll();
      }
      assert.deepEqual(warned.told, [
        'Meetlog: huge.log is larger than 50 MB, and VS Code does not show such files to extensions. ' +
          'On the command line, “meetlog minutes huge.log” reads files of any size. Or split it.',
      ]);
    } finally {
      warned.dispose();
    }
  });
});
