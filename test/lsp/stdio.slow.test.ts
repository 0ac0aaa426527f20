import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import type {
  ApplyWorkspaceEditParams,
  CodeAction,
  CodeLens,
  Diagnostic,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  SemanticTokens,
} from 'vscode-languageserver';
import { allLayouts } from '../../server/src/log/layouts/layouts.js';
import { dialects } from '../../server/src/meeting/dialects/dialects.js';
import { writers } from '../../server/src/minutes/writers.js';
import type { Choices, LogSummary, MinutesResult } from '../../server/src/protocol.js';
import { meeting } from '../helpers/logs.js';
import { Editor } from './client.js';

const uri = 'file:///logs/tea%20club.log';
const textDocument = { uri };
const text = meeting('10:01 <ann> #topic Tea\n10:02 <bob> #topic Cake\n10:03 <ann> #agreed green\n');

describe('the server over stdio', () => {
  let editor: Editor;
  beforeEach(() => {
    editor = new Editor();
  });
  afterEach(async () => assert.equal(await editor.close(), 0));

  it('links problems to a client’s own command for explaining them', async () => {
    await editor.initialize({ textDocument: { diagnostic: {} } }, { minutesCommands: true });
    await editor.open(uri, text);
    const report = await editor.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
    assert.deepEqual(report.items[0]?.codeDescription, { href: 'command:meetlog.explainProblem?%22not-chair%22' });
  });

  it('answers an editor that pulls', async () => {
    const { capabilities, serverInfo } = await editor.initialize({ textDocument: { diagnostic: {} } });
    assert.equal(serverInfo?.name, 'meetlog');
    assert.deepInclude(capabilities, { hoverProvider: true, foldingRangeProvider: true });
    await editor.open(uri, text);

    const report = await editor.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
    assert.deepEqual(
      report.items.map(({ code }) => code),
      ['not-chair'],
    );
    const href = report.items[0]?.codeDescription?.href ?? '';
    assert.isTrue(href.endsWith('/docs/problems.md#not-chair'), href);
    assert.include(readFileSync(new URL(href), 'utf8'), '\n## not-chair\n');
    const [symbol] = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    assert.equal(symbol?.name, 'Meeting');
    const folds = await editor.ask<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    assert.lengthOf(folds, 2);
    const hover = await editor.ask<Hover>('textDocument/hover', { textDocument, position: { line: 2, character: 8 } });
    assert.include(JSON.stringify(hover.contents), 'not a chair');
    const highlights = (character: number) =>
      editor.ask<DocumentHighlight[]>('textDocument/documentHighlight', {
        textDocument,
        position: { line: 1, character },
      });
    assert.isTrue(capabilities.documentHighlightProvider);
    assert.deepEqual(
      (await highlights(8)).map(({ range, kind }) => [range.start.line, kind]),
      [0, 1, 3, 4].map((line) => [line, 3]),
    );
    assert.deepEqual(await highlights(3), []);
    const lenses = await editor.ask<CodeLens[]>('textDocument/codeLens', { textDocument });
    assert.isUndefined(lenses[1]?.command);
    const resolved = await editor.ask<CodeLens>('codeLens/resolve', lenses[1] ?? {});
    assert.equal(resolved.command?.command, 'meetlog.generateMinutes');
    const lastLine = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    const tokens = await editor.ask<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument,
      range: lastLine,
    });
    assert.lengthOf(tokens.data, 15);
    const range = report.items[0]?.range;
    const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: report.items },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Make bob a chair before this line',
        'Change to a line by ann',
        'Change to #info',
        'Change to #action',
        'Change to #idea',
      ],
    );
    assert.isEmpty(editor.published);
  });

  it('reports that diagnostics are unchanged', async () => {
    await editor.initialize({ textDocument: { diagnostic: {} } }, { settings: {} });
    await editor.open(uri, text);
    const pull = (previousResultId?: string) =>
      editor.ask<{ kind: string; resultId: string; items?: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument,
        ...(previousResultId && { previousResultId }),
      });
    const first = await pull();
    assert.deepEqual(await pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await editor.tell('workspace/didChangeConfiguration', { settings: { meetlog: {} } });
    assert.equal((await pull(first.resultId)).kind, 'full');
    const second = await pull();
    await editor.edit(uri, 2, 1, 20, 20, ' and talk');
    assert.equal((await pull(second.resultId)).kind, 'unchanged');
    await editor.edit(uri, 3, 2, 7, 10, 'ann');
    assert.deepInclude(await pull(second.resultId), { kind: 'full', items: [] });
  });

  it('follows edits', async () => {
    await editor.initialize({ textDocument: { diagnostic: {} } });
    await editor.open(uri, text);
    await editor.edit(uri, 2, 2, 7, 10, 'ann');
    const { items } = await editor.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
    assert.isEmpty(items);
    await editor.tell('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [{ text: 'talk' }],
    });
    assert.isEmpty(await editor.ask('textDocument/documentSymbol', { textDocument }));
  });

  it('sends diagnostics to an editor that cannot pull', async () => {
    await editor.initialize({});
    await editor.open(uri, text, 'log');
    assert.deepEqual(await editor.nextPublished(), ['not-chair']);
    // Unchanged diagnostics are not sent again.
    await editor.edit(uri, 2, 1, 20, 20, ' and talk');
    await editor.ask('meetlog/summary', { textDocument });
    await editor.edit(uri, 3, 2, 7, 10, 'ann');
    assert.deepEqual(await editor.nextPublished(), []);
    await editor.edit(uri, 4, 2, 7, 10, 'eve');
    assert.deepEqual(await editor.nextPublished(), ['not-chair']);
    await editor.tell('textDocument/didClose', { textDocument });
    assert.deepEqual(await editor.nextPublished(), []);
  });

  it('requests settings from an editor that supports it, and again when they change', async () => {
    let severity = {};
    editor.connection.onRequest(
      'workspace/configuration',
      ({ items }: { items: { section: string; scopeUri: string }[] }) => {
        assert.deepEqual(items, [{ section: 'meetlog', scopeUri: uri }]);
        return [{ diagnostics: { severity } }];
      },
    );
    await editor.initialize({ workspace: { configuration: true } });
    await editor.open(uri, text);
    assert.deepEqual(await editor.nextPublished(), ['not-chair']);
    severity = { 'not-chair': 'off' };
    await editor.tell('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await editor.nextPublished(), []);
  });

  it('does not request settings for a closed document', async () => {
    const asked: (string | undefined)[] = [];
    editor.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) => {
      asked.push(...items.map(({ scopeUri }) => scopeUri));
      return items.map(() => ({}));
    });
    await editor.initialize({ workspace: { configuration: true } });
    await editor.open(uri, text);
    assert.deepEqual(await editor.nextPublished(), ['not-chair']);
    await editor.shut(uri);
    assert.deepEqual(await editor.nextPublished(), []);
    assert.isNull(await editor.ask('textDocument/documentSymbol', { textDocument }));
    assert.deepEqual(asked, [uri]);
  });

  it('accepts settings from an editor that only sends them', async () => {
    const off = { diagnostics: { severity: { 'not-chair': 'off' } } };
    await editor.initialize({}, { settings: off });
    await editor.open(uri, text);
    assert.deepEqual(await editor.nextPublished(), []);
    await editor.tell('workspace/didChangeConfiguration', { settings: { meetlog: {} } });
    assert.deepEqual(await editor.nextPublished(), ['not-chair']);
  });

  it('writes minutes, lists formats, summarises and finds items', async () => {
    await editor.initialize({}, { minutesCommands: true });
    await editor.open(uri, text);
    const formats = await editor.ask<{ name: string }[]>('meetlog/formats', {});
    assert.deepEqual(
      formats.map(({ name }) => name),
      writers.map(({ name }) => name),
    );
    const minutes = (format: string, index = 0) =>
      editor.ask<MinutesResult | null>('meetlog/minutes', { textDocument, meeting: index, format });
    assert.deepInclude(await minutes('text'), { fileName: 'tea club.txt', languageId: 'plaintext' });
    assert.include((await minutes('text'))?.text, 'AGREED: green');
    assert.isNull(await minutes('text', 1));
    assert.isNull(await minutes('docx'));
    const summary = await editor.ask<LogSummary>('meetlog/summary', { textDocument });
    assert.deepInclude(summary, { meetings: 1 });
    assert.lengthOf(await editor.ask<unknown[]>('meetlog/meetings', { textDocument }), 1);
    const next = { textDocument, line: 0, direction: 'next' };
    assert.deepEqual(await editor.ask('meetlog/nearItem', next), { line: 1, character: 12 });
  });

  it('reads a log in the layout and by the rules from the settings, and again when they change', async () => {
    await editor.initialize({}, { settings: { bot: 'hcoop' } });
    await editor.open(uri, '10:00 <ann> #startmeeting\n10:01 <ann> #topic: x\n10:02 <ann> #endmeeting\n');
    const topics = async () => {
      const [held] = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
      return held?.children?.length;
    };
    assert.equal(await topics(), 0);
    await editor.tell('workspace/didChangeConfiguration', { settings: { meetlog: { bot: 'auto', layout: 'jitsi' } } });
    const summary = await editor.ask<LogSummary>('meetlog/summary', { textDocument });
    assert.deepInclude(summary, { rules: 'MeetBot', meetings: 0 });
    assert.include(summary.layout, 'Jitsi');
    await editor.tell('workspace/didChangeConfiguration', { settings: { meetlog: {} } });
    assert.equal(await topics(), 1);
    const choices = await editor.ask<Choices>('meetlog/choices', {});
    const names = (all: readonly { name: string }[]) => all.map(({ name }) => name);
    assert.deepEqual([choices.layouts, choices.bots].map(names), [allLayouts, dialects].map(names));
  });

  it('keeps minutes up to date as a separate document', async () => {
    const refreshed: string[] = [];
    let told = () => {};
    editor.connection.onRequest('workspace/textDocumentContent/refresh', ({ uri: address }: { uri: string }) => {
      refreshed.push(address);
      told();
      return null;
    });
    const next = () => new Promise<void>((done) => (told = done));
    const { capabilities } = await editor.initialize({});
    assert.deepEqual(capabilities.workspace?.textDocumentContent, { schemes: ['meetlog'] });
    await editor.open(uri, text);
    const { uri: address } = await editor.ask<MinutesResult>('meetlog/minutes', {
      textDocument,
      meeting: 0,
      format: 'text',
    });
    const read = async () =>
      (await editor.ask<{ text: string }>('workspace/textDocumentContent', { uri: address })).text;
    assert.include(await read(), 'AGREED: green');

    let refresh = next();
    await editor.edit(uri, 2, 1, 12, 12, '#info more\n10:01 <ann> ');
    await editor.edit(uri, 3, 1, 18, 22, 'less');
    await refresh;
    assert.include(await read(), '* less  (ann,');

    refresh = next();
    await editor.tell('textDocument/didClose', { textDocument });
    await refresh;
    assert.include(await read(), 'No minutes to show');
    assert.deepEqual(refreshed, [address, address]);
    assert.isNull(await editor.ask('workspace/textDocumentContent', { uri: 'meetlog:/x' }));
  });

  it('names the minutes of an untitled log after its meeting', async () => {
    await editor.initialize({});
    const unsaved = { uri: 'untitled:Untitled-1' };
    await editor.open(unsaved.uri, text);
    const asked = { textDocument: unsaved, meeting: 0, format: 'text' };
    const { fileName, uri: address } = await editor.ask<MinutesResult>('meetlog/minutes', asked);
    assert.equal(fileName, 'Meeting.txt');
    assert.match(address, /^meetlog:\/Meeting\.txt\?/);
  });

  it('reports what is wrong with a template, and continues', async () => {
    await editor.initialize({});
    await editor.open(uri, text);
    const by = (template: object) =>
      editor.ask<MinutesResult>('meetlog/minutes', { textDocument, meeting: 0, format: 'template', template });
    const error = await by({ name: 'x.liquid', text: '{% if %}' }).catch(({ message }: Error) => message);
    assert.match(String(error), /^x\.liquid: /);
    assert.equal((await by({ name: 'x.liquid', text: '{{ title }}' })).text, 'Meeting');
  });

  it('returns a preview and a topic', async () => {
    await editor.initialize({});
    await editor.open(uri, text);
    assert.include(JSON.stringify(await editor.ask('meetlog/preview', { textDocument, line: 0 })), 'green');
    assert.isNull(await editor.ask('meetlog/topic', { textDocument, line: 0 }));
  });

  it('creates a file of minutes for an editor without its own commands', async () => {
    const edits: ApplyWorkspaceEditParams[] = [];
    const shown: { uri: string }[] = [];
    editor.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      edits.push(params);
      return { applied: true };
    });
    editor.connection.onRequest('window/showDocument', (params: { uri: string }) => {
      shown.push(params);
      return { success: true };
    });
    const { capabilities } = await editor.initialize({ window: { showDocument: { support: true } } });
    assert.include(capabilities.executeCommandProvider?.commands ?? [], 'meetlog.generateMinutes');
    await editor.open(uri, text);
    await editor.ask('workspace/executeCommand', { command: 'meetlog.generateMinutes', arguments: [uri, 0] });
    const target = 'file:///logs/tea%20club.md';
    assert.deepInclude(edits[0]?.edit.documentChanges?.[0], { kind: 'create', uri: target });
    assert.include(JSON.stringify(edits[0]), '# Meeting');
    assert.equal(shown[0]?.uri, target);
  });

  it('reports to an editor what went wrong with a command', async () => {
    const messages: string[] = [];
    editor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      messages.push(message);
    });
    editor.connection.onRequest('workspace/applyEdit', () => ({ applied: false, failureReason: 'It exists.' }));
    await editor.initialize({});
    await editor.open(uri, text);
    const run = (...args: unknown[]) =>
      editor.ask('workspace/executeCommand', { command: 'meetlog.generateMinutes', arguments: args });
    await run(uri, 7);
    await run(uri, 0);
    await run();
    assert.include(messages[0], 'has no meeting 8');
    assert.include(messages[1], 'It exists.');
    assert.lengthOf(messages, 3);
  });

  it('reports once which settings it ignores, and again if they were valid in between', async () => {
    const messages: string[] = [];
    editor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      messages.push(message);
    });
    const minutes = async (settings: object) => {
      await editor.tell('workspace/didChangeConfiguration', { settings: { meetlog: { minutes: settings } } });
      const asked = { textDocument, meeting: 0, format: 'html' };
      return (await editor.ask<MinutesResult>('meetlog/minutes', asked)).text;
    };
    await editor.initialize({}, { settings: { minutes: { logUrl: 'javascript:x//', timeZone: 'Mars' } } });
    await editor.open(uri, text);
    assert.notInclude(await minutes({ logUrl: 'javascript:y//' }), 'script:');
    assert.lengthOf(messages, 2);
    assert.include(
      await minutes({ logUrl: 'https://logs.example/' }),
      'href="https://logs.example/tea%20club.log.html',
    );
    await minutes({ logUrl: 'javascript:z//' });
    assert.lengthOf(messages, 3);
    assert.include(messages[2], 'meetlog.minutes.logUrl, “javascript:z//”. It must start with http:// or https://');
  });

  it('reports once for each log that its times cannot be converted to the time zone of the settings', async () => {
    const messages: string[] = [];
    editor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      messages.push(message);
    });
    await editor.initialize({}, { settings: { minutes: { timeZone: 'Asia/Tokyo' } } });
    const log = '14:00 <ann> #startmeeting\n14:01 <ann> #topic Tea\n14:10 <ann> #endmeeting\n';
    await editor.open(uri, log);
    await editor.ask('meetlog/topic', { textDocument, line: 1 });
    const { text: written } = await editor.ask<MinutesResult>('meetlog/minutes', {
      textDocument,
      meeting: 0,
      format: 'markdown',
    });
    assert.include(written, '14:00:00 to 14:10:00 (');
    const why = 'The times cannot be converted to Asia/Tokyo, as the time zone of the log is not known.';
    assert.deepEqual(messages, [`Meetlog: tea club.log: ${why}`]);
    const preview = await editor.ask<{ body: string }>('meetlog/preview', { textDocument, line: 1 });
    assert.include(preview.body, `<dt>Time zone</dt><dd>${why}</dd>`);

    await editor.open('untitled:Untitled-1', log);
    await editor.ask('meetlog/topic', { textDocument: { uri: 'untitled:Untitled-1' }, line: 1 });
    assert.deepEqual(messages.slice(1), [`Meetlog: ${why}`]);
  });

  it('continues if an editor answers none of its requests', async () => {
    const workspace = {
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
      codeLens: { refreshSupport: true },
    };
    await editor.initialize({ workspace });
    await editor.open(uri, text);
    assert.deepEqual(await editor.nextPublished(), ['not-chair']);
    await editor.tell('workspace/didChangeConfiguration', { settings: null });
    assert.isNotNull(await editor.ask('textDocument/documentSymbol', { textDocument }));
  });

  it('answers for documents that are not open', async () => {
    await editor.initialize({ textDocument: { diagnostic: {} } });
    assert.isNull(await editor.ask('textDocument/documentSymbol', { textDocument }));
    assert.isNull(await editor.ask('textDocument/hover', { textDocument, position: { line: 0, character: 0 } }));
    assert.deepEqual(await editor.ask('textDocument/diagnostic', { textDocument }), { kind: 'full', items: [] });
    assert.isNull(await editor.ask('meetlog/minutes', { textDocument, meeting: 0, format: 'text' }));
  });

  it('continues after any request', async () => {
    await editor.initialize({});
    await editor.open(uri, text);
    const odd = [
      { line: 99, character: 99 },
      { line: 0, character: 99 },
    ];
    for (const position of odd)
      assert.deepEqual(await editor.ask('textDocument/documentHighlight', { textDocument, position }), []);
    for (const position of odd) assert.isNull(await editor.ask('textDocument/hover', { textDocument, position }));
    assert.isNull(await editor.ask('textDocument/hover', { textDocument, position: { line: -1, character: -1 } }));
    assert.isNotNull(await editor.ask('textDocument/documentSymbol', { textDocument }));
  });
});
