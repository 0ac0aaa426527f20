import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, insert, open, until, untilActive, untilLanguage, write } from '../helpers.js';

describe('commands', () => {
  let document: vscode.TextDocument;

  beforeEach(async () => {
    document = await open('rooftop-garden.log');
    await untilLanguage(document, 'meeting-log');
  });
  afterEach(closeAll);

  for (const [format, language, start] of [
    ['markdown', 'markdown', '# Rooftop garden, spring plan\n'],
    ['text', 'plaintext', '===========================\nRooftop garden, spring plan\n'],
    ['html', 'html', '<!DOCTYPE html>'],
  ] as const) {
    it(`Generate Minutes opens ${format} beside the log`, async () => {
      await vscode.commands.executeCommand('meetlog.generateMinutes', document.uri.toString(), 0, format);
      const { document: minutes, viewColumn } = await untilActive(format, (shown) => shown.getText().startsWith(start));
      assert.equal(viewColumn, vscode.ViewColumn.Two);
      assert.equal(minutes.languageId, language);
      assert.include(minutes.getText(), 'drip line');
    });
  }

  it('Generate Minutes works for an untitled document', async () => {
    const content = '10:00:00 <ann> #startmeeting\n10:00:05 <ann> #agreed tea\n10:01:00 <ann> #endmeeting\n';
    const untitled = await vscode.workspace.openTextDocument({ content });
    await vscode.window.showTextDocument(untitled);
    await untilLanguage(untitled, 'meeting-log');
    await vscode.commands.executeCommand('meetlog.generateMinutes', undefined, undefined, 'markdown');
    await untilActive('the minutes', (shown) => shown.getText().includes('**AGREED:** tea'));
  });

  it('Generate Minutes works for a read-only virtual document', async () => {
    const content = '10:00:00 <ann> #startmeeting\n10:05:00 <ann> #agreed coffee\n10:06:00 <ann> #endmeeting\n';
    const archive = vscode.workspace.registerTextDocumentContentProvider('archive', {
      provideTextDocumentContent: () => content,
    });
    const virtual = await vscode.workspace.openTextDocument(vscode.Uri.parse('archive:/2031/club.log'));
    await vscode.window.showTextDocument(virtual);
    await untilLanguage(virtual, 'meeting-log');
    await vscode.commands.executeCommand('meetlog.generateMinutes', undefined, undefined, 'text');
    await untilActive('the minutes', (shown) => shown.getText().includes('* AGREED: coffee  (ann, 10:05:00)'));
    archive.dispose();
  });

  /** Generates minutes with a template in the folder. */
  async function generateBy(template: string): Promise<void> {
    const settings = vscode.workspace.getConfiguration('meetlog');
    await settings.update('minutes.template', template, vscode.ConfigurationTarget.Workspace);
    try {
      await vscode.commands.executeCommand('meetlog.generateMinutes', document.uri.toString(), 0, 'template');
    } finally {
      await settings.update('minutes.template', undefined, vscode.ConfigurationTarget.Workspace);
    }
  }

  it('Generate Minutes uses the template from the settings', async () => {
    await generateBy('templates/mail.txt.liquid');
    await untilActive('the minutes', (shown) =>
      shown.getText().startsWith('Subject: Minutes of Rooftop garden, spring plan'),
    );
  });

  it('Generate Minutes stops a template that takes too long, and continues with the next', async () => {
    const { showErrorMessage } = vscode.window;
    const told: string[] = [];
    vscode.window.showErrorMessage = async (message: string) => {
      told.push(message);
      return undefined;
    };
    try {
      // LiquidJS does not check the time while it parses a template: this is stopped from outside.
      await write('slow.liquid', '{{x}}'.repeat(199_000));
      await generateBy('slow.liquid');
      assert.deepEqual(told, ['Meetlog: slow.liquid: it took more than 2 seconds.']);
    } finally {
      vscode.window.showErrorMessage = showErrorMessage;
    }
    await generateBy('templates/announcement.md.liquid');
    await untilActive('the minutes', (shown) => shown.getText().startsWith('**Rooftop garden, spring plan'));
  });

  it('Open Live Minutes opens a document that follows the log', async () => {
    await vscode.commands.executeCommand('meetlog.openLiveMinutes', document.uri.toString(), 0, 'markdown');
    const { document: live } = await untilActive('the minutes', ({ uri }) => uri.scheme === 'meetlog');
    assert.equal(live.languageId, 'markdown');
    await insert(document, 9, '18:00:59 <noor> #info we have a quorum\n');
    await until(
      'the minutes to follow',
      () => live.getText(),
      (text) => text.includes('we have a quorum'),
    );
  });

  it('Copy Topic copies the topic at the cursor', async () => {
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(19, 0, 19, 0);
    await vscode.commands.executeCommand('meetlog.copyTopic');
    await until(
      'the clipboard',
      () => vscode.env.clipboard.readText(),
      (text) => text.startsWith('## Watering rota\n'),
    );
  });

  it('Preview Minutes opens only one preview beside the log', async () => {
    const previews = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview);
    await vscode.commands.executeCommand('meetlog.previewMinutes');
    await vscode.commands.executeCommand('meetlog.previewMinutes', document.uri.toString(), 0);
    await until(
      'a preview',
      () => previews().map(({ label }) => label),
      ([label]) => label === 'Minutes Rooftop garden, spring plan',
    );
    assert.lengthOf(previews(), 1);
    assert.equal(previews()[0]?.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  it('Preview Minutes follows the active log until it is locked', async () => {
    const shown = (title: string) =>
      until(
        `the preview of ${title}`,
        () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
        (labels) => labels.includes(title),
      );
    await write('second.log', '10:00:00 <ann> #startmeeting Second\n10:01:00 <ann> #endmeeting\n');
    await vscode.commands.executeCommand('meetlog.previewMinutes');
    await shown('Minutes Rooftop garden, spring plan');
    await open('second.log');
    await shown('Minutes Second');
    await vscode.commands.executeCommand('meetlog.togglePreviewLocking');
    await shown('[Minutes] Second');
    await open('rooftop-garden.log');
    await vscode.commands.executeCommand('meetlog.previewMinutes');
    await shown('Minutes Rooftop garden, spring plan');
    await shown('[Minutes] Second');
  });

  it('Copy Minutes copies Markdown', async () => {
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('meetlog.copyMinutes');
    await until(
      'the clipboard',
      () => vscode.env.clipboard.readText(),
      (text) => text.startsWith('# Rooftop garden, spring plan'),
    );
  });

  it('Go to Next and Previous Item move the cursor from item to item', async () => {
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    for (const [command, line] of [
      ['nextItem', 9],
      ['nextItem', 10],
      ['nextItem', 14],
      ['previousItem', 10],
    ] as const) {
      await vscode.commands.executeCommand(`meetlog.${command}`);
      await until(
        `the cursor on line ${line}`,
        () => vscode.window.activeTextEditor?.selection.active.line,
        (at) => at === line,
      );
    }
  });
});
