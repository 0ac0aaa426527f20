import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, open, read, until, untilLanguage, write } from '../helpers.js';

declare const HOST: 'node' | 'browser';

const talk = '10:00:00 <ann> hello\n10:00:05 <bob> hi\n';
const meeting = '10:00:00 <ann> #startmeeting\n10:00:05 <bob> hi\n10:01:00 <ann> #endmeeting\n';

describe('detection', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace
      .getConfiguration('meetlog')
      .update('detection', undefined, vscode.ConfigurationTarget.Global);
  });

  it('runs in the requested host', async () => {
    const extension = vscode.extensions.getExtension('meetlog.meetlog');
    await extension?.activate();
    assert.isTrue(extension?.isActive);
    assert.equal(typeof (globalThis as { process?: unknown }).process, HOST === 'node' ? 'object' : 'undefined');
  });

  it('makes the log of a meeting a meeting log', async () => {
    await untilLanguage(await open('rooftop-garden.log'), 'meeting-log');
  });

  it('leaves the log of a server alone', async () => {
    const before = await read('web-server.log');
    const document = await open('web-server.log');
    // A meeting that is opened later is recognised: by then, this log has been examined too.
    await untilLanguage(await open('rooftop-garden.log'), 'meeting-log');
    assert.equal(document.languageId, 'log');
    assert.equal(document.getText(), before);
    assert.isFalse(document.isDirty);
    assert.isEmpty(await symbols(document));
    assert.isEmpty(vscode.languages.getDiagnostics(document.uri));
  });

  it('makes a text with a meeting a meeting log, and leaves other texts alone', async () => {
    await write('a.txt', meeting);
    await write('b.txt', talk);
    const other = await open('b.txt');
    await untilLanguage(await open('a.txt'), 'meeting-log');
    assert.equal(other.languageId, 'plaintext');
  });

  it('recognises the names that MeetBot gives its logs, whatever they contain', async () => {
    await write('club.2031-03-14-18.00.log.txt', '');
    await untilLanguage(await open('club.2031-03-14-18.00.log.txt'), 'meeting-log');
    await write('old.irclog', '');
    await untilLanguage(await open('old.irclog'), 'meeting-log');
  });

  it('remembers that a file is an ordinary log', async () => {
    await write('not-ours.log', meeting);
    const document = await open('not-ours.log');
    await untilLanguage(document, 'meeting-log');
    await vscode.commands.executeCommand('meetlog.treatAsOrdinaryLog');
    await untilLanguage(document, 'log');
    await reopen('not-ours.log', 'log');
  });

  it('remembers that a file is a meeting log', async () => {
    await write('ours.log', talk);
    const document = await open('ours.log');
    await vscode.commands.executeCommand('meetlog.treatAsMeetingLog');
    await untilLanguage(document, 'meeting-log');
    await reopen('ours.log', 'meeting-log');
  });

  it('treats a change of the language mode as a choice', async () => {
    await write('picked.log', meeting);
    const document = await open('picked.log');
    await untilLanguage(document, 'meeting-log');
    await vscode.languages.setTextDocumentLanguage(document, 'log');
    await reopen('picked.log', 'log');
  });

  it('can be always on or off by a setting', async () => {
    const configuration = vscode.workspace.getConfiguration('meetlog');
    await configuration.update('detection', 'always', vscode.ConfigurationTarget.Global);
    await write('forced.log', talk);
    await untilLanguage(await open('forced.log'), 'meeting-log');
    await configuration.update('detection', 'never', vscode.ConfigurationTarget.Global);
    await write('forbidden.log', meeting);
    const document = await open('forbidden.log');
    // Nothing shows that nothing will happen: open a log of MeetBot's own after it, and wait for its outline.
    await write('later.irclog', meeting);
    const later = await open('later.irclog');
    await until(
      'an outline',
      () => symbols(later),
      (found) => found.length > 0,
    );
    assert.equal(document.languageId, 'log');
  });
});

async function reopen(name: string, language: string): Promise<void> {
  await closeAll();
  const closed = () => !vscode.workspace.textDocuments.some(({ uri }) => uri.path.endsWith(`/${name}`));
  await until(`${name} to close`, closed, Boolean);
  const document = await open(name);
  await untilLanguage(document, language);
  // It stays so: anything that would change it has happened when a log that is opened later was examined.
  await untilLanguage(await open('rooftop-garden.log'), 'meeting-log');
  assert.equal(document.languageId, language);
}

async function symbols({ uri }: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
  return (
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri)) ?? []
  );
}
