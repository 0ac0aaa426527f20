import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert } from 'chai';
import type { SymbolInformation, WorkDoneProgressBegin } from 'vscode-languageserver';
import { lines } from '../helpers/logs.js';
import { generateLog } from '../tools/bench/logs.js';
import { Editor } from './client.js';

const tea = lines`
  10:00:00 <ann> #startmeeting Tea
  10:01:00 <ann> #topic Green
  10:02:00 <ann> #action bob to oil the saw
  10:03:00 <ann> #agreed mint
  10:03:00 <bob> ok
  10:04:00 <ann> #endmeeting
  `;

describe('the logs of a workspace over stdio', () => {
  let editor: Editor;
  let folder: string;
  beforeEach(() => {
    editor = new Editor();
    folder = mkdtempSync(join(tmpdir(), 'meetlog-workspace-'));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    assert.equal(await editor.close(), 0);
  });

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
  const begin = (folders = [pathToFileURL(folder).href], capabilities = {}) =>
    editor.initialize(capabilities, undefined, folders);
  const symbols = (query: string) => editor.ask<SymbolInformation[]>('workspace/symbol', { query });
  const namesOf = async (query: string) => (await symbols(query)).map(({ name }) => name);

  it('have symbols: meetings, topics, actions and decisions', async () => {
    write('tea.2031-03-14.log', tea);
    const { capabilities } = await begin();
    assert.isTrue(capabilities.workspaceSymbolProvider);
    const found = await symbols('');
    assert.deepEqual(
      found.map(({ name, containerName, location: { range } }) => [
        name,
        containerName,
        range.start.line,
        range.start.character,
        range.end.character,
      ]),
      [
        ['Tea', '2031-03-14', 0, 29, 32],
        ['Green', 'Tea, 2031-03-14', 1, 22, 27],
        ['bob: oil the saw', 'Tea, 2031-03-14', 2, 23, 41],
        ['mint', 'Tea, 2031-03-14', 3, 23, 27],
      ],
    );
    assert.equal(found[0]?.location.uri, uriOf('tea.2031-03-14.log'));
    assert.deepEqual(await namesOf('oilsaw'), ['bob: oil the saw']);
    assert.deepEqual(await namesOf('mint tea'), ['mint']);
    assert.deepEqual(await namesOf('xyz'), []);
  });

  it('are those of all folders, and follow open documents', async () => {
    for (const name of ['a', 'b', 'a/node_modules']) mkdirSync(join(folder, name));
    write('a/tea.log', tea);
    write('a/node_modules/tea.log', tea);
    write('b/tea.log', tea);
    write('tea.log', tea);
    await begin(['a', 'b'].map((name) => uriOf(name)));
    assert.deepEqual(
      (await symbols('mint')).map(({ location: { uri } }) => uri),
      [uriOf('a/tea.log'), uriOf('b/tea.log')],
    );
    await editor.open(uriOf('b/tea.log'), tea.replace('mint', 'lemon'));
    assert.deepEqual(await namesOf('lemon'), ['lemon']);
    await editor.edit(uriOf('b/tea.log'), 2, 3, 23, 28, 'honey');
    assert.deepEqual(await namesOf('lemon'), []);
    assert.deepEqual(await namesOf('honey'), ['honey']);
    await editor.shut(uriOf('b/tea.log'));
    assert.deepEqual(await namesOf('honey'), []);
    await editor.tell('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: uriOf('a'), name: 'a' }] },
    });
    assert.lengthOf(await symbols('mint'), 1);
  });

  it('follow files that are made, changed, renamed and deleted', async () => {
    write('tea.log', tea);
    const watched = new Promise<unknown>((done) => {
      editor.connection.onRequest('client/registerCapability', ({ registrations }) => {
        if (JSON.stringify(registrations).includes('irclog')) done(registrations);
      });
    });
    await begin(undefined, { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    const changed = (...changes: readonly (readonly [string, number])[]) =>
      editor.tell('workspace/didChangeWatchedFiles', {
        changes: changes.map(([name, type]) => ({ uri: uriOf(name), type })),
      });
    assert.lengthOf(await symbols('mint'), 1);
    await watched;
    write('tea.log', tea.replace('mint', 'lemon'));
    await changed(['tea.log', 2]);
    assert.deepEqual(await namesOf('lemon'), ['lemon']);
    renameSync(join(folder, 'tea.log'), join(folder, 'milk.log'));
    await changed(['tea.log', 3], ['milk.log', 1]);
    assert.deepEqual(
      (await symbols('lemon')).map(({ location: { uri } }) => uri),
      [uriOf('milk.log')],
    );
    rmSync(join(folder, 'milk.log'));
    await changed(['milk.log', 3]);
    assert.deepEqual(await symbols('lemon'), []);
  });

  it('are none without a folder, except those of open documents', async () => {
    await begin([]);
    assert.deepEqual(await symbols(''), []);
    await editor.open(uriOf('tea.log'), tea);
    assert.deepEqual(await namesOf('mint'), ['mint']);
  });

  it('are read while other requests are answered, and that can be cancelled', async () => {
    for (let number = 0; number < 2500; number++) write(`${number}.log`, generateLog(400));
    let cancelled = false;
    const begun = new Promise<WorkDoneProgressBegin>((done) => {
      editor.connection.onRequest('window/workDoneProgress/create', () => undefined);
      editor.connection.onNotification('$/progress', ({ token, value }) => {
        if (value.kind !== 'begin') return;
        cancelled = true;
        void editor.tell('window/workDoneProgress/cancel', { token });
        done(value);
      });
    });
    await begin(undefined, { window: { workDoneProgress: true } });
    await editor.open(uriOf('tea.log'), tea);
    let isDone = false;
    const found = symbols('').then((all) => {
      isDone = true;
      return all;
    });
    let answered = 0;
    while (!isDone) {
      await editor.ask('textDocument/hover', {
        textDocument: { uri: uriOf('tea.log') },
        position: { line: 1, character: 18 },
      });
      answered++;
    }
    assert.isAbove(answered, 5);
    assert.isNotEmpty(await found);
    assert.deepInclude(await begun, { title: 'Reading logs', cancellable: true });
    assert.isTrue(cancelled);
  });
});
