import { assert } from 'chai';
import type { RegistrationParams, UnregistrationParams } from 'vscode-languageserver';
import { Editor } from './client.js';

const uri = 'file:///club.log';
const textDocument = { uri };
const text = '10:00:00 <ann> #startmeeting\n10:01:00 <ann> #topic Cups\n10:02:00 <ann> #endmeeting\n';
const semanticTokens = { dynamicRegistration: true, requests: {}, tokenTypes: [], tokenModifiers: [], formats: [] };
const dynamic = { documentSymbol: { dynamicRegistration: true }, semanticTokens };
const methods = ['textDocument/documentSymbol', 'textDocument/semanticTokens'];

describe('features that clients request again only if they are registered again', () => {
  let editor: Editor;
  /** The registered features, by ID. */
  let registered: Map<string, string>;
  let changed: (() => void) | undefined;
  beforeEach(() => {
    editor = new Editor();
    registered = new Map();
    editor.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      for (const { id, method } of registrations) registered.set(id, method);
    });
    editor.connection.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
      for (const { id } of unregisterations) registered.delete(id);
      changed?.();
    });
  });
  afterEach(() => editor.close());

  const ids = () => [...registered].filter(([, method]) => methods.includes(method)).map(([id]) => id);
  const set = (layout: string) =>
    editor.tell('workspace/didChangeConfiguration', { settings: { meetlog: { layout } } });

  it('are registered again whenever a setting of the server has changed', async () => {
    const { capabilities } = await editor.initialize({ textDocument: dynamic });
    assert.isUndefined(capabilities.documentSymbolProvider);
    assert.isUndefined(capabilities.semanticTokensProvider);
    await editor.open(uri, text);
    assert.lengthOf(await editor.ask<unknown[]>('textDocument/documentSymbol', { textDocument }), 1);
    const first = ids();
    assert.sameMembers([...registered.values()], methods);
    const renewed = new Promise<void>((done) => {
      changed = done;
    });
    // The same as the default: nothing changes.
    await set('auto');
    await set('weechat');
    await renewed;
    assert.lengthOf(ids(), methods.length);
    for (const id of first) assert.notInclude(ids(), id);
    assert.isEmpty((await editor.ask<unknown[] | null>('textDocument/documentSymbol', { textDocument })) ?? []);
  });
  it('are static capabilities for clients without dynamic registration', async () => {
    const { capabilities } = await editor.initialize({});
    assert.isDefined(capabilities.documentSymbolProvider);
    assert.isDefined(capabilities.semanticTokensProvider);
    await editor.open(uri, text);
    await set('weechat');
    assert.isNotNull(await editor.ask('textDocument/documentSymbol', { textDocument }));
    assert.isEmpty(ids());
  });
});
