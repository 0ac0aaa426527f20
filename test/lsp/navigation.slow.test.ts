import { assert } from 'chai';
import type { ClientCapabilities, Location, Range, WorkspaceEdit } from 'vscode-languageserver';
import { lines } from '../helpers/logs.js';
import { Editor } from './client.js';

const uri = 'file:///logs/tea.log';
const textDocument = { uri };
const text = lines`
  10:00:00 <ann> #startmeeting Tea
  10:00:01 <bot> Meeting started Fri Mar 14 10:00:01 2031 UTC.  The chair is ann. Information about MeetBot at x.
  10:01:00 <ann> #topic Green
  10:02:00 <bob> ann: mint?
  10:03:00 <ann> #agreed mint
  10:04:00 <ann> #endmeeting
  `;
const onBob = { textDocument, position: { line: 3, character: 11 } };
const onBot = { textDocument, position: { line: 1, character: 11 } };
const edits: ClientCapabilities = {
  textDocument: { rename: { prepareSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};

describe('people and commands over stdio', () => {
  let editor: Editor;
  const start = async (client: ClientCapabilities) => {
    const { capabilities } = await editor.initialize(client);
    await editor.open(uri, text);
    return capabilities;
  };
  beforeEach(() => {
    editor = new Editor();
  });
  afterEach(async () => assert.equal(await editor.close(), 0));

  const refusal = (method: string, params: object) =>
    editor.ask(method, params).then(
      () => assert.fail('nothing was refused'),
      (error: Error) => error.message,
    );

  it('have definitions and references', async () => {
    assert.deepInclude(await start({}), { definitionProvider: true, referencesProvider: true, renameProvider: true });
    const defined = await editor.ask<Location>('textDocument/definition', {
      textDocument,
      position: { line: 5, character: 18 },
    });
    assert.deepEqual(defined, {
      uri,
      range: { start: { line: 0, character: 15 }, end: { line: 0, character: 28 } },
    });
    const found = await editor.ask<Location[]>('textDocument/references', {
      textDocument,
      position: { line: 2, character: 17 },
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [4],
    );
  });
  it('are renamed, also for clients that declare nothing', async () => {
    await start({});
    const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', { ...onBob, newName: 'ann' });
    assert.deepEqual(Object.keys(edit), ['changes']);
    assert.lengthOf(edit.changes?.[uri] ?? [], 1);
  });
  it('are renamed with a version, and with a question before two people are merged', async () => {
    assert.deepInclude(await start(edits), { renameProvider: { prepareProvider: true } });
    const prepared = await editor.ask<{ range: Range; placeholder: string }>('textDocument/prepareRename', onBob);
    assert.equal(prepared.placeholder, 'bob');
    const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', { ...onBob, newName: 'ann' });
    assert.deepInclude(edit.documentChanges?.[0], { textDocument: { uri, version: 1 } });
    assert.isTrue(edit.changeAnnotations?.merge?.needsConfirmation);
    assert.isUndefined(edit.changes);
  });
  it('are not renamed if they are the bot, or to what is no nick, and the reason is given', async () => {
    await start(edits);
    assert.include(await refusal('textDocument/prepareRename', onBot), '“bot” is the bot');
    assert.include(await refusal('textDocument/rename', { ...onBob, newName: 'a b' }), 'it has spaces');
  });
});
