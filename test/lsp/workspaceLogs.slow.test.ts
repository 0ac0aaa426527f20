import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assert } from 'chai';
import type { SymbolInformation, WorkDoneProgressBegin } from 'vscode-languageserver';
import type { CheckedLogs, IndexState, RecordedAction, TreePart } from '../../server/src/protocol.js';
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
  const begin = (folders = [pathToFileURL(folder).href], capabilities = {}, options = {}) =>
    editor.initialize(capabilities, options, folders);
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
    await begin(
      ['a', 'b'].map((name) => uriOf(name)),
      { workspace: { workspaceFolders: true } },
    );
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

  const tree = (name: string, path: readonly string[] = [], more: object = {}) =>
    editor.ask<TreePart>('meetlog/tree', { tree: name, path, today: '2031-04-01', ...more });
  const labelsOf = async (...asked: Parameters<typeof tree>) =>
    (await tree(...asked)).nodes.map(({ label, description }) => [label, description].filter(Boolean).join(' — '));

  it('have trees, level by level, with problems that are found meanwhile', async () => {
    write('tea.2031-03-14.log', tea.replace('#agreed', '#agred'));
    const told = new Promise<void>((done) =>
      editor.connection.onNotification('meetlog/indexChanged', ({ isReading }: IndexState) => {
        if (!isReading) done();
      }),
    );
    await begin(undefined, {}, { minutesCommands: true });
    assert.deepEqual(await labelsOf('meetings'), ['No channel — 1 meeting']);
    assert.deepEqual(await labelsOf('meetings', ['']), ['2031-03-14 — Tea']);
    await told;
    assert.deepEqual(await labelsOf('meetings', ['']), ['2031-03-14 — Tea · 1 warning']);
    assert.deepEqual(await labelsOf('actions', ['bob']), ['bob to oil the saw — since 2031-03-14']);
    assert.deepEqual(await labelsOf('decisions'), []);
    assert.deepEqual(await labelsOf('nothing'), []);
  });

  it('are listed and read by a client whose file system the server does not have, in untrusted workspaces too', async () => {
    const files: Readonly<Record<string, string | null>> = {
      'mem:/w/a.log': tea,
      'mem:/w/b.log': null,
      'mem:/w/c.txt': '',
    };
    const asked: unknown[] = [];
    editor.connection.onRequest('meetlog/findLogs', () => Object.keys(files).map((uri) => ({ uri })));
    editor.connection.onRequest('meetlog/readChat', (params: { readonly uri: string }) => {
      asked.push(params.uri);
      const text = files[params.uri] ?? null;
      return text === null ? null : { text };
    });
    await begin(['mem:/w'], {}, { readsFiles: true, findsLogs: true, isTrusted: false });
    assert.deepEqual(await labelsOf('meetings'), ['1 log cannot be read', 'No channel — 1 meeting']);
    assert.deepEqual(await labelsOf('meetings', ['unreadable:']), ['b.log — cannot be read']);
    assert.deepEqual(await namesOf('mint'), ['mint']);
    assert.include(asked, 'mem:/w/a.log');
  });

  it('are checked on request: problems of closed logs are shown, those of open documents not twice, until that is taken back', async () => {
    write('a.log', tea.replace('#agreed', '#agred'));
    write('b.log', tea);
    await begin(undefined, { textDocument: { diagnostic: {} } });
    const shown = new Map<string, number>();
    const isShown = (name: string, count: number) => {
      for (const { uri, diagnostics } of editor.published.splice(0)) shown.set(uri, diagnostics.length);
      return (shown.get(uriOf(name)) ?? 0) === count;
    };
    const untilShown = async (name: string, count: number) => {
      const end = Date.now() + 20_000;
      while (!isShown(name, count)) {
        assert.isBelow(Date.now(), end, `${name} has not ${count}`);
        await editor.ask('workspace/symbol', { query: 'xyz' });
      }
    };
    const { summary, problems } = await editor.ask<CheckedLogs>('meetlog/checkAll', {});
    assert.match(summary, /^Checked 2 logs: /);
    assert.isAbove(problems, 0);
    await untilShown('a.log', problems);
    await untilShown('b.log', 0);
    await editor.open(uriOf('a.log'), tea.replace('#agreed', '#agred'));
    await untilShown('a.log', 0);
    await editor.shut(uriOf('a.log'));
    await untilShown('a.log', problems);
    await editor.ask('meetlog/forgetChecked', {});
    await untilShown('a.log', 0);
  });

  it('are checked by a command of clients without their own', async () => {
    write('a.log', tea);
    const said = new Promise<string>((done) =>
      editor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => done(message)),
    );
    const { capabilities } = await begin();
    assert.include(capabilities.executeCommandProvider?.commands ?? [], 'meetlog.checkAllLogs');
    await editor.ask('workspace/executeCommand', { command: 'meetlog.checkAllLogs' });
    assert.match(await said, /^Checked 1 log: /);
  });

  it('have an entry of meetlog.json for each action item, and follow that file', async () => {
    write('tea.2031-03-14.log', tea);
    await begin();
    const path = ['bob', `${uriOf('tea.2031-03-14.log')}#3`];
    const record = () => editor.ask<RecordedAction>('meetlog/actionRecord', { path, today: '2031-04-01' });
    const entry = { log: 'tea.2031-03-14.log', text: 'bob to oil the saw', state: 'done', date: '2031-04-01' };
    assert.deepEqual(await record(), { file: uriOf('meetlog.json'), entry });
    write('meetlog.json', JSON.stringify({ actions: [{ ...entry, date: '2031-03-20' }] }));
    await editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('meetlog.json'), type: 1 }] });
    assert.deepEqual(await labelsOf('actions'), []);
    assert.deepEqual(await labelsOf('actions', ['bob'], { withDone: true }), ['bob to oil the saw — done']);
    assert.deepEqual((await record()).entry, { ...entry, date: '2031-03-20' });
    assert.isNull(await editor.ask('meetlog/actionRecord', { path: ['bob', 'gone'], today: '2031-04-01' }));
  });

  it('are none without a folder, except those of open documents', async () => {
    await begin([]);
    assert.deepEqual(await symbols(''), []);
    await editor.open(uriOf('tea.log'), tea);
    assert.deepEqual(await namesOf('mint'), ['mint']);
  });

  it('are read while other requests are answered, and that can be cancelled', async () => {
    const log = generateLog(100);
    for (let number = 0; number < 2500; number++) write(`${number}.log`, log);
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
