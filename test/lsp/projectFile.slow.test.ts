import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert } from 'chai';
import type { CodeAction, DocumentLink, FullDocumentDiagnosticReport, RegistrationParams } from 'vscode-languageserver';
import type { CollectResult } from '../../server/src/protocol.js';
import { meeting } from '../helpers/logs.js';
import { Editor } from './client.js';

const text = meeting('10:01 <ann> #link lists.example\n10:02 <ann> #link birds.example #7\n');
const ignored = { code: 'invalid-link', text: 'lists.example' };
const onFirst = { start: { line: 1, character: 20 }, end: { line: 1, character: 20 } };
const asked = { range: onFirst, context: { diagnostics: [], only: ['quickfix'] } };
const pulling = {
  textDocument: { diagnostic: {} },
  workspace: {
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
};

describe('meetlog.json over stdio', () => {
  let editor: Editor;
  let folder: string;
  let watched: Promise<unknown>;
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const textDocument = { uri: '' };

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'meetlog-')));
    mkdirSync(join(folder, 'in/logs'), { recursive: true });
    textDocument.uri = uriOf('in/logs/tea.log');
    editor = new Editor();
    watched = new Promise((done) => editor.connection.onRequest('client/registerCapability', done));
  });
  afterEach(async () => {
    assert.equal(await editor.close(), 0);
    rmSync(folder, { recursive: true });
  });

  /** Starts the server in the folder `in`, and opens the log. */
  async function start(capabilities: object = pulling, initializationOptions: object = {}) {
    const workspaceFolders = [{ uri: uriOf('in'), name: 'in' }];
    const params = { processId: process.pid, rootUri: null, workspaceFolders, capabilities, initializationOptions };
    await editor.ask('initialize', params);
    await editor.tell('initialized', {});
    await editor.open(textDocument.uri, text);
  }

  async function write(name: string, content: object | string) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    await editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type: 2 }] });
  }

  async function problems(): Promise<number> {
    const report = await editor.ask<FullDocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    return report.items.length;
  }

  it('ignores problems, from the nearest file above, as soon as it is changed', async () => {
    writeFileSync(join(folder, 'meetlog.json'), JSON.stringify({ ignore: [{ code: 'invalid-link' }] }));
    await start();
    assert.equal(JSON.stringify(await watched).includes('**/meetlog.json'), true);
    assert.equal(await problems(), 2, 'above the folder of the workspace');
    await write('in/meetlog.json', { ignore: [ignored] });
    assert.equal(await problems(), 1);
    const summary = await editor.ask<{ problems: number }>('meetlog/summary', { textDocument });
    assert.equal(summary.problems, 1);
    assert.isEmpty(await editor.ask('textDocument/codeAction', { textDocument, ...asked }));
    await write('in/logs/meetlog.json', {});
    assert.equal(await problems(), 2, 'the nearest');
    await write('in/logs/meetlog.json', {
      ignore: [
        { ...ignored, log: 'tea.log' },
        { code: 'invalid-link', log: 'b.log' },
      ],
    });
    assert.equal(await problems(), 1);
    rmSync(join(folder, 'in/logs/meetlog.json'));
    await editor.tell('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('in/logs/meetlog.json'), type: 3 }],
    });
    await write('in/meetlog.json', {
      ignore: [
        { ...ignored, log: 'logs/tea.log' },
        { ...ignored, code: 'not-chair' },
      ],
    });
    assert.equal(await problems(), 1);
  });
  it('makes editors ask again', async () => {
    await start({ ...pulling, workspace: { ...pulling.workspace, diagnostics: { refreshSupport: true } } });
    const refreshed = new Promise((done) => editor.connection.onRequest('workspace/diagnostic/refresh', done));
    assert.equal(await problems(), 2);
    await write('in/meetlog.json', { ignore: [ignored] });
    await refreshed;
  });
  it('counts as it is in the editor before it is saved, and as it is in the file once it is closed', async () => {
    writeFileSync(join(folder, 'in/meetlog.json'), '{}');
    await start({ ...pulling, workspace: { ...pulling.workspace, diagnostics: { refreshSupport: true } } });
    let refreshed = () => {};
    editor.connection.onRequest('workspace/diagnostic/refresh', () => refreshed());
    const afterRefresh = async (change: () => Promise<unknown>) => {
      const told = new Promise<void>((done) => {
        refreshed = done;
      });
      await change();
      await told;
      return problems();
    };
    const file = uriOf('in/meetlog.json');
    assert.equal(await problems(), 2);
    await editor.open(file, '{}', 'json');
    const typed = `"ignore": [${JSON.stringify(ignored)}]`;
    assert.equal(await afterRefresh(() => editor.edit(file, 2, 0, 1, 1, typed)), 1);
    // Half of an entry ignores nothing, and is reported.
    assert.equal(await afterRefresh(() => editor.edit(file, 3, 0, 0, 40, '')), 2);
    assert.isNotEmpty(editor.published.findLast(({ uri }) => uri === file)?.diagnostics);
    assert.equal(await afterRefresh(() => editor.edit(file, 4, 0, 0, 0, `{${typed}}`.slice(0, 40))), 1);
    assert.isEmpty(editor.published.findLast(({ uri }) => uri === file)?.diagnostics);
    // It is no log.
    assert.isNull(await editor.ask('textDocument/documentSymbol', { textDocument: { uri: file } }));
    assert.equal(await afterRefresh(() => editor.shut(file)), 2);
  });
  it('is sent by editors that are asked to', async () => {
    const asked = new Promise<RegistrationParams>((done) => {
      editor.connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
        if (params.registrations.some(({ method }) => method === 'textDocument/didOpen')) done(params);
      });
    });
    await start({
      ...pulling,
      textDocument: { ...pulling.textDocument, synchronization: { dynamicRegistration: true } },
    });
    const { registrations } = await asked;
    assert.sameMembers(
      registrations.map(({ method }) => method),
      ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose'],
    );
    for (const { registerOptions } of registrations)
      assert.deepEqual(registerOptions.documentSelector, [{ pattern: '**/meetlog.json' }]);
  });
  it('reports what is wrong with it, and uses the rest', async () => {
    writeFileSync(join(folder, 'in/meetlog.json'), `{\n  "quorum": 0,\n  "ignore": [${JSON.stringify(ignored)}]\n}\n`);
    await start();
    assert.equal(await problems(), 1);
    const [report] = editor.published;
    assert.equal(report?.uri, uriOf('in/meetlog.json'));
    assert.deepEqual(report?.diagnostics[0]?.range.start, { line: 1, character: 12 });
    assert.equal(report?.diagnostics[0]?.message, 'This must be at least 1.');
    await write('in/meetlog.json', {});
    assert.equal(await problems(), 2);
    assert.isEmpty(editor.published.at(-1)?.diagnostics);
  });
  it('gives links, in trusted workspaces only, before those of the settings', async () => {
    const links = [
      { pattern: '#(\\d+)', url: 'https://own.example/$1' },
      { pattern: '(', url: 'https://own.example/' },
    ];
    writeFileSync(join(folder, 'in/meetlog.json'), JSON.stringify({ links }));
    const settings = { links: [{ pattern: '#7', address: 'https://set.example/' }] };
    await start(pulling, { isTrusted: false, settings });
    const targets = async () => {
      const all = await editor.ask<DocumentLink[]>('textDocument/documentLink', { textDocument });
      return all.map(({ target }) => target);
    };
    assert.deepEqual(await targets(), ['https://set.example/']);
    assert.isEmpty(editor.published);
    await editor.tell('meetlog/trusted', {});
    assert.deepEqual(await targets(), ['https://own.example/7']);
    assert.match(String(editor.published[0]?.diagnostics[0]?.message), /not a valid RE2 expression/);
  });
  it('gets an entry by a quick fix, the last one', async () => {
    await start();
    const actions = () => editor.ask<CodeAction[]>('textDocument/codeAction', { textDocument, ...asked });
    const made = (await actions()).at(-1);
    assert.equal(made?.title, 'Ignore this in meetlog.json');
    assert.isUndefined(made?.isPreferred);
    const [create, added] = made?.edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: 'create', uri: uriOf('in/meetlog.json') });
    const entry = '{ "code": "invalid-link", "log": "logs/tea.log", "text": "lists.example" }';
    assert.include(JSON.stringify(added), JSON.stringify(entry).slice(1, -1));
    await write('in/meetlog.json', '{\n  "ignore": [\n    { "code": "not-chair" }\n  ]\n}\n');
    assert.deepEqual((await actions()).at(-1)?.edit?.documentChanges, [
      {
        textDocument: { uri: uriOf('in/meetlog.json'), version: null },
        edits: [
          {
            range: { start: { line: 2, character: 27 }, end: { line: 2, character: 27 } },
            newText: `,\n    ${entry}`,
          },
        ],
      },
    ] as never);
    await write('in/meetlog.json', '{');
    assert.isEmpty((await actions()).filter(({ title }) => title.startsWith('Ignore')));
  });
  it('is not offered to editors that cannot edit other files', async () => {
    await start({ textDocument: { diagnostic: {} } });
    const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', { textDocument, ...asked });
    assert.isEmpty(actions.filter(({ title }) => title.startsWith('Ignore')));
  });
  it('is edited by clients with our commands themselves', async () => {
    await start(pulling, { minutesCommands: true });
    const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', { textDocument, ...asked });
    assert.deepEqual(actions.at(-1)?.command?.arguments, [
      uriOf('in/meetlog.json'),
      { code: 'invalid-link', log: 'logs/tea.log', text: 'lists.example' },
    ]);
    const params = { text: '{}', list: 'ignore', entries: [{ code: 'invalid-link' }] };
    assert.deepEqual(await editor.ask('meetlog/projectEdit', params), {
      offset: 0,
      length: 2,
      text: '{\n  "ignore": [\n    { "code": "invalid-link" }\n  ]\n}',
    });
  });
  it('is read by the client where the server cannot', async () => {
    textDocument.uri = 'vscode-vfs://host/club/tea.log';
    const read: string[] = [];
    editor.connection.onRequest('meetlog/readFile', ({ uri }: { uri: string }) => {
      read.push(uri);
      return uri === 'vscode-vfs://host/club/meetlog.json' ? JSON.stringify({ ignore: [ignored] }) : null;
    });
    await start(pulling, { readsFiles: true });
    assert.equal(await problems(), 1);
    assert.deepEqual(read, ['vscode-vfs://host/club/meetlog.json']);
  });
  it('gets people of logs, with reasons', async () => {
    writeFileSync(
      join(folder, 'in/logs/b.log'),
      meeting('10:01 <quill> hi\n10:02 <quill_> hi\n10:03 <rook> hi\n10:03 <rook[m]> hi\n'),
    );
    writeFileSync(join(folder, 'in/logs/notes.txt'), 'notes\n');
    await start();
    const logs = ['b.log', 'notes.txt', 'none.log'].map((name) => uriOf(`in/logs/${name}`));
    const known = JSON.stringify({ people: [{ name: 'Ruth', nicks: ['rook'] }] });
    const found = await editor.ask<CollectResult>('meetlog/collectPeople', { logs, text: known });
    assert.deepEqual(found.people, [{ name: 'quill', nicks: ['quill', 'quill_'] }]);
    assert.include(found.why, '## quill\n\n- No full name of quill was found.\n- quill, quill\\_ differ only');
  });
});
