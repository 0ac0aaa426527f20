import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, codesOf, folder, open, read, until, write } from '../helpers.js';

const name = 'meetlog.json';
const log = 'project.meetlog';
const text = [
  '10:00:00 <ann> #startmeeting Tea',
  '10:01:00 <ann> #link lists.example',
  '10:02:00 <quill_> hi',
  '10:02:30 <quill> hi',
  '10:03:00 <ann> #endmeeting',
  '',
].join('\n');

describe('meetlog.json', () => {
  const uri = () => vscode.Uri.joinPath(folder(), name);
  const links = (document: vscode.TextDocument) => codesOf(document).filter((code) => code === 'invalid-link');
  const messages = () => vscode.languages.getDiagnostics(uri()).map(({ message, source }) => `${source}: ${message}`);

  before(() => write(log, text));
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uri()).then(undefined, () => undefined);
  });
  after(() => vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), log)));

  it('gets an entry by a quick fix, after which the problem is gone', async () => {
    const document = await open(log);
    await until(
      'the problem',
      () => links(document).length,
      (count) => count === 1,
    );
    const actions = () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(1, 22, 1, 22),
        vscode.CodeActionKind.QuickFix.value,
      );
    const isOurs = ({ title }: vscode.CodeAction) => title === `Ignore this in ${name}`;
    const all = await until('the quick fix', actions, (found) => found.some(isOurs));
    const { command } = all.find(isOurs) ?? {};
    assert.isDefined(command);
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    await until(
      'the problem to go',
      () => links(document).length,
      (count) => count === 0,
    );
    const entry = '{ "code": "invalid-link", "log": "project.meetlog", "text": "lists.example" }';
    assert.equal(await read(name), `{\n  "ignore": [\n    ${entry}\n  ]\n}\n`);
    // A file that is there is only added to.
    await vscode.commands.executeCommand(command?.command ?? '', uri().toString(), { code: 'not-chair' });
    assert.equal(await read(name), `{\n  "ignore": [\n    ${entry},\n    { "code": "not-chair" }\n  ]\n}\n`);
  });

  it('is checked and completed by its schema', async () => {
    await write(name, '{\n  "quorum": 0,\n  \n}\n');
    await open(name);
    await until('the schema', messages, (found) => found.some((one) => !one.startsWith('meetlog:')));
    const complete = () =>
      vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri(),
        new vscode.Position(2, 2),
      );
    const list = await until('completions', complete, ({ items }) => items.some(({ label }) => label === 'ignore'));
    assert.isTrue(list.items.some(({ label }) => label === 'people'));
  });

  it('has our own diagnostics, which go when it is mended', async () => {
    await write(name, '{\n  "people": [{ "name": "Ann", "nicks": ["a", "a"] }]\n}\n');
    await open(log);
    await until('the fault', messages, (found) => found.some((one) => one.includes('The nick “a” is here twice')));
    await write(name, '{}\n');
    await until('the fault to go', messages, (found) => found.length === 0);
  });

  it('gets people of the logs, unsaved', async () => {
    await open(log);
    await vscode.commands.executeCommand('meetlog.collectPeople');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), uri().toString());
    assert.isTrue(document?.isDirty);
    assert.match(document?.getText() ?? '', /\{ "name": "quill", "nicks": \["quill", "quill_"\] \}/);
    assert.equal(await read(name), '{}\n');
  });
});
