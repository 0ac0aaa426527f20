import { assert } from 'chai';
import * as vscode from 'vscode';
import { answering, closeAll, discardUntitled, folder, read, until, untilActive, write } from '../helpers.js';

const said = (second: number, user: string, text: string) => ({
  type: 'message',
  user,
  text,
  ts: `${1931288280 + second}.000100`,
});
const people = [
  { id: 'U1', name: 'ada', real_name: 'Ada Moss' },
  { id: 'U2', name: 'finn', real_name: 'Finn Reed' },
];
const messages = [
  said(1, 'U1', '#startmeeting Lantern club'),
  said(2, 'U1', '#chair <@U2>'),
  said(3, 'U2', '#acton Ada Moss lights a lamp'),
  said(4, 'U1', '#endmeeting'),
];
const begin =
  '2031-03-14 20:58:01 <Ada Moss> #startmeeting Lantern club\n2031-03-14 20:58:02 <Ada Moss> #chair Finn Reed\n';

describe('an export of a chat', () => {
  const file = () => vscode.Uri.joinPath(folder(), 'lamps.json');
  const isLog = ({ uri, languageId }: vscode.TextDocument) =>
    uri.scheme === 'meetlog-export' && uri.path.endsWith('/lamps.log') && languageId === 'meeting-log';

  before(async () => {
    await write('lamps.json', JSON.stringify(messages));
    await write('users.json', JSON.stringify(people));
    await write('settings.json', '{ "lamps": 3 }');
  });
  afterEach(async () => {
    await discardUntitled();
    await closeAll();
  });

  async function openLamps(answer: () => unknown = () => undefined) {
    const told = answering('showInformationMessage', answer);
    try {
      await vscode.commands.executeCommand('meetlog.openAsMeetingLog', file());
      const { document } = await untilActive('the log', isLog);
      return { document, told: told.told };
    } finally {
      told.dispose();
    }
  }

  it('opens as a read-only log with outline, problems and lenses, and says what it is', async () => {
    const { document, told } = await openLamps();
    assert.isTrue(document.getText().startsWith(begin), document.getText());
    assert.deepEqual(told, [
      'Slack: a channel of an export (JSON): 4 messages, as a read-only log. Save it to edit it. Times are in UTC.',
    ]);
    await until(
      'the outline',
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (symbols) => (symbols ?? []).some(({ name }) => name.includes('Lantern club')),
    );
    await until(
      'the problem',
      () => vscode.languages.getDiagnostics(document.uri).length,
      (length) => length > 0,
    );
    const { range } = vscode.languages.getDiagnostics(document.uri)[0] as vscode.Diagnostic;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    assert.isEmpty(actions.filter(({ edit }) => edit));
    await until(
      'the lenses',
      () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 9),
      (lenses) => (lenses ?? []).length > 0,
    );
  });

  it('gives minutes, which are saved beside the export', async () => {
    const { document } = await openLamps();
    await vscode.commands.executeCommand('meetlog.generateMinutes', document.uri.toString(), 0, 'markdown');
    const beside = vscode.Uri.joinPath(folder(), 'lamps.md').path;
    const minutes = await untilActive('the minutes', ({ uri, getText }) => uri.path === beside && getText().length > 0);
    assert.isTrue(minutes.document.isUntitled);
    assert.include(minutes.document.getText(), 'Lantern club');
    assert.notInclude(minutes.document.getText(), 'meetlog-export');
  });

  it('is saved as a file by its message, and the file opens', async () => {
    const target = vscode.Uri.joinPath(folder(), 'kept.log');
    const dialog = vscode.window.showSaveDialog;
    const proposed: (string | undefined)[] = [];
    vscode.window.showSaveDialog = async (options) => {
      proposed.push(options?.defaultUri?.path);
      return target;
    };
    try {
      await openLamps(() => 'Save As…');
      const isKept = ({ uri, languageId }: vscode.TextDocument) =>
        uri.path === target.path && uri.scheme !== 'meetlog-export' && languageId === 'meeting-log';
      await untilActive('the file', isKept);
    } finally {
      vscode.window.showSaveDialog = dialog;
    }
    assert.deepEqual(proposed, [vscode.Uri.joinPath(folder(), 'lamps.log').path]);
    assert.isTrue((await read('kept.log')).startsWith(begin));
  });

  it('is converted anew each time', async () => {
    await openLamps();
    await write('lamps.json', JSON.stringify([...messages, said(9, 'U2', 'good night')]));
    const { document } = await openLamps();
    await until(
      'the new text',
      () => document.getText(),
      (text) => text.includes('good night'),
    );
  });

  it('is not any JSON: a message says so', async () => {
    const told = answering('showErrorMessage', () => undefined);
    try {
      await vscode.commands.executeCommand('meetlog.openAsMeetingLog', vscode.Uri.joinPath(folder(), 'settings.json'));
      assert.lengthOf(told.told, 1);
      assert.include(told.told[0], 'settings.json is no chat that Meetlog knows');
    } finally {
      told.dispose();
    }
  });
});
