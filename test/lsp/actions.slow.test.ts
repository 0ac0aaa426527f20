import { assert } from 'chai';
import type { ClientCapabilities, CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver';
import { applied } from '../helpers/applied.js';
import { meeting } from '../helpers/logs.js';
import { Editor } from './client.js';

const uri = 'file:///logs/club.log';
const textDocument = { uri };
const on = (line: number, character = 16) => ({ start: { line, character }, end: { line, character } });

describe('code actions over stdio', () => {
  let editor: Editor;
  beforeEach(() => {
    editor = new Editor();
  });
  afterEach(async () => assert.equal(await editor.close(), 0));

  const ask = (line: number, context: object = {}) =>
    editor.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: on(line),
      context: { diagnostics: [], ...context },
    });
  async function open(text: string, capabilities: ClientCapabilities, options?: unknown) {
    const { capabilities: offered } = await editor.initialize(capabilities, options);
    assert.deepEqual(offered.codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.meetlog'],
      resolveProvider: true,
    });
    await editor.open(uri, text);
  }
  const text = meeting('10:01:00 <bob> tea\n10:02:00 <ann> #info \n10:03:00 <ann> #agred x\n');

  it('are plain edits, complete at once, for a client that declares nothing', async () => {
    await open(text, {});
    const record = (await ask(1)).find(({ title }) => title === 'Record as #agreed');
    assert.isUndefined(record?.data);
    assert.equal(
      applied(text, record?.edit?.changes?.[uri] ?? []),
      text.replace('tea\n', 'tea\n10:01:00 <ann> #agreed tea\n'),
    );
    assert.deepEqual(
      (await ask(2)).map(({ title }) => title),
      ['Remove this line'],
    );
    const [all] = await ask(0, { only: ['source.fixAll'] });
    assert.equal(all?.kind, 'source.fixAll.meetlog');
    assert.equal(applied(text, all?.edit?.changes?.[uri] ?? []), text.replace('#agred', '#agreed'));
    assert.deepEqual(await editor.ask('codeAction/resolve', all ?? {}), all);
  });

  it('are versioned edits with snippets, completed when chosen, for one that declares all of it', async () => {
    await open(text, {
      textDocument: { codeAction: { resolveSupport: { properties: ['edit'] }, dataSupport: true } },
      workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
    });
    const [add] = await ask(2);
    assert.equal(add?.title, 'Add the missing text');
    const [changed] = (add?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(changed?.textDocument, { uri, version: 1 });
    assert.deepEqual(changed?.edits, [
      {
        range: { start: { line: 2, character: 20 }, end: { line: 2, character: 21 } },
        snippet: { kind: 'snippet', value: ' $0' },
      },
    ]);
    const [all] = await ask(0, { only: ['source.fixAll'] });
    assert.isUndefined(all?.edit);
    await editor.edit(uri, 2, 1, 15, 18, 'cake');
    const resolved = await editor.ask<CodeAction>('codeAction/resolve', all ?? {});
    const [edit] = (resolved.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(edit?.textDocument, { uri, version: 2 });
    assert.deepEqual(edit?.edits, [
      { range: { start: { line: 3, character: 15 }, end: { line: 3, character: 21 } }, newText: '#agreed' },
    ]);
    await editor.shut(uri);
    assert.deepEqual(await editor.ask('codeAction/resolve', all ?? {}), all);
  });

  it('name the problems of the client, and switch them off or ignore them only in one that owns the commands', async () => {
    await open(text, { textDocument: { diagnostic: {} } }, { minutesCommands: true });
    const { items } = await editor.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
    const actions = await ask(3, { diagnostics: items, triggerKind: 2 });
    assert.deepEqual(
      actions.map(({ title, diagnostics }) => [title, diagnostics?.map(({ code }) => code)]),
      [
        ['Change to #agreed', ['unknown-command']],
        ['Do not show unknown-command', ['unknown-command']],
        ['Ignore this in meetlog.json', ['unknown-command']],
      ],
    );
    assert.deepEqual(actions[1]?.command?.arguments, ['unknown-command']);
    assert.isEmpty(await ask(1, { triggerKind: 2 }));
    assert.isNotEmpty(await ask(1, { triggerKind: 1 }));
  });
});
