import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, open, until, untilLanguage } from '../helpers.js';

describe('the code of a problem', () => {
  after(closeAll);

  it('leads to the page that explains it', async () => {
    const document = await open('rooftop-garden.log');
    await untilLanguage(document, 'meeting-log');
    const [problem] = await until(
      'problems',
      () => vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'meetlog'),
      ({ length }) => length > 0,
    );
    assert.isDefined(problem);
    const { target } = problem.code as { target: vscode.Uri };
    assert.equal(target.scheme, 'command');
    // As VS Code follows the link.
    await vscode.commands.executeCommand(target.path, JSON.parse(target.query));
    await until(
      'the page of problems',
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      (labels) => labels.some((label) => label.includes('problems.md')),
    );
  });
});
