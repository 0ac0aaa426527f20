import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, insert, open, until, untilLanguage, write } from '../helpers.js';

type Code = Exclude<vscode.Diagnostic['code'], undefined | string | number>;

describe('features', () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await open('rooftop-garden.log');
    await untilLanguage(document, 'meeting-log');
    await until('an outline', outline, (found) => found?.length === 1);
  });
  after(closeAll);

  const ask = <T>(command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand<T>(command, document.uri, ...args);
  const outline = () => ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
  const line = (text: string) =>
    document
      .getText()
      .split(/\r?\n/)
      .findIndex((row) => row.includes(text));

  it('provide an outline of the meeting, its topics and their items', async () => {
    const [meeting] = await outline();
    assert.equal(meeting?.name, 'Rooftop garden, spring plan');
    assert.deepEqual(
      meeting?.children.map(({ name, children }) => [name, children.length]),
      [
        ['Info: The janitor let us keep the water tap over the winter', 0],
        ['Seedlings', 3],
        ['Watering rota', 4],
        ['Open questions', 1],
      ],
    );
  });

  it('provide diagnostics with codes, places and related places', async () => {
    const found = await until(
      'diagnostics',
      () => vscode.languages.getDiagnostics(document.uri),
      (all) => all.length === 4,
    );
    const byLine = [...found].sort((a, b) => a.range.start.line - b.range.start.line);
    assert.deepEqual(
      byLine.map(({ code, severity, range }) => [(code as Code).value, severity, document.getText(range)]),
      [
        ['missing-endmeeting', vscode.DiagnosticSeverity.Error, '#startmeeting'],
        ['not-chair', vscode.DiagnosticSeverity.Warning, '#topic'],
        ['unknown-command', vscode.DiagnosticSeverity.Warning, '#todo'],
        [
          'unassigned-action',
          vscode.DiagnosticSeverity.Information,
          'Rosalind asks the neighbours for their old rain barrel',
        ],
      ],
    );
    assert.equal(byLine[1]?.relatedInformation?.[0]?.location.range.start.line, 0);
    assert.equal(
      (byLine[1]?.code as Code | undefined)?.target.toString(true),
      'command:meetlog.explainProblem?"not-chair"',
    );
  });

  it('give hovers', async () => {
    const at = new vscode.Position(line('#chair kesh'), 17);
    const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', at);
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((part) => (part as vscode.MarkdownString).value)
      .join('\n');
    assert.include(text, '**#chair**');
    assert.include(text, 'Chairs after this line: kesh, noor');
  });

  it('give code lenses', async () => {
    const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', 20);
    const titles = lenses.filter(({ range }) => range.start.line === 0).map(({ command }) => command?.title);
    assert.deepEqual(titles, ['not ended · 3 topics · 2 actions · 5 people', 'Generate minutes', 'Preview', 'Save…']);
    assert.isTrue(lenses.some(({ range }) => range.start.line === line('#topic Seedlings')));
  });

  it('provide code lenses whose commands work as long as they are shown', async () => {
    const lenses = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', 20);
    const copy = lenses.find(({ command }) => command?.title === 'Copy')?.command;
    // VS Code drops arguments before the lens.
    for (const { command } of lenses) assert.isEmpty(command?.arguments ?? [], command?.title);
    const again = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', 20);
    assert.include(
      again.map(({ command }) => command?.command),
      copy?.command,
    );
    await vscode.commands.executeCommand(copy?.command ?? '');
    assert.include(await vscode.env.clipboard.readText(), 'Seedlings');
  });

  it('give folds', async () => {
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider');
    const spans = folds.map(({ start, end }) => [start, end]);
    assert.deepEqual(spans[0], [0, document.lineCount - 2]);
    assert.deepInclude(spans, [line('#topic Seedlings'), line('#topic Watering') - 1]);
  });

  it('fix the log with quick fixes, which resolve the problems', async () => {
    const range = new vscode.Range(0, 20, 0, 20);
    const actions = await ask<vscode.CodeAction[]>('vscode.executeCodeActionProvider', range);
    const fix = actions.find(({ title }) => title === 'End the meeting on its last line');
    assert.isTrue(await vscode.workspace.applyEdit(fix?.edit as vscode.WorkspaceEdit));
    assert.isTrue(document.getText().endsWith('18:09:15 <noor> #endmeeting\n'), document.getText().slice(-80));
    await until(
      'the problem to go away',
      () => vscode.languages.getDiagnostics(document.uri),
      (all) => all.length === 3,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('are correct however often the language of a document changes', async () => {
    await write('switched.log', document.getText());
    const switched = await open('switched.log');
    await untilLanguage(switched, 'meeting-log');
    const names = async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        switched.uri,
      );
      return found?.[0]?.children.map(({ name }) => name) ?? [];
    };
    const problems = () => vscode.languages.getDiagnostics(switched.uri).length;
    for (const number of ['one', 'two', 'three', 'four']) {
      await vscode.languages.setTextDocumentLanguage(switched, 'plaintext');
      // Every other time, there is no time to see the empty answer.
      if (number.length > 3) {
        await until(
          'no outline',
          async () => (await names()).length,
          (length) => length === 0,
        );
        await until('no problems', problems, (length) => length === 0);
      }
      await insert(switched, 9, `18:00:59 <noor> #info number ${number}\n`);
      await vscode.languages.setTextDocumentLanguage(switched, 'meeting-log');
      await until('the outline', names, (all) => all.includes(`Info: number ${number}`));
    }
    await until('the problems', problems, (length) => length === 4);
    assert.includeMembers(await names(), ['Info: number one', 'Info: number four', 'Seedlings']);
    await vscode.window.showTextDocument(switched);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('follow the settings while the log is open', async () => {
    const configuration = vscode.workspace.getConfiguration('meetlog');
    const level = { 'not-chair': 'off', 'unknown-command': 'error' };
    await configuration.update('diagnostics.severity', level, vscode.ConfigurationTarget.Global);
    await until(
      'severities to change',
      () => vscode.languages.getDiagnostics(document.uri),
      (all) =>
        !all.some(({ code }) => (code as Code).value === 'not-chair') &&
        all.some(
          ({ code, severity }) =>
            (code as Code).value === 'unknown-command' && severity === vscode.DiagnosticSeverity.Error,
        ),
    );
    await configuration.update('diagnostics.severity', undefined, vscode.ConfigurationTarget.Global);
    await configuration.update('codeLens.enable', false, vscode.ConfigurationTarget.Global);
    await until(
      'no lenses',
      () => ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider'),
      (all) => all.length === 0,
    );
    await configuration.update('codeLens.enable', undefined, vscode.ConfigurationTarget.Global);
  });
});
