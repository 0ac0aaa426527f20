import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import type { DocumentLink, FoldingRange, InlayHint, SelectionRange } from 'vscode-languageserver';
import { lines } from '../helpers/logs.js';
import { Editor } from './client.js';

const uri = 'file:///logs/tea.log';
const textDocument = { uri };
const text = lines`
  10:00:00 <ann> #startmeeting Tea
  10:01:00 <ann> #topic Green
  10:02:00 <bob> see http://a.example/x, and #12
  10:12:00 <ann> #startvote Mint? yes, no
  10:13:00 <bob> #vote yes
  10:14:00 <ann> #endvote
  10:15:00 <ann> #endmeeting
  `;
const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const issues = { pattern: '#([0-9]+)', address: 'https://e.org/$1' };

describe('links, hints, selections and folds over stdio', () => {
  let editor: Editor;
  beforeEach(() => {
    editor = new Editor();
  });
  afterEach(async () => assert.equal(await editor.close(), 0));

  const links = () => editor.ask<DocumentLink[]>('textDocument/documentLink', { textDocument });
  const hints = async () => {
    const found = await editor.ask<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
    return found.map(({ position: { line }, label }) => `${line} ${label}`);
  };
  const folds = () => editor.ask<FoldingRange[]>('textDocument/foldingRange', { textDocument });
  const set = (meetlog: object) => editor.tell('workspace/didChangeConfiguration', { settings: { meetlog } });

  it('are for clients that declare nothing', async () => {
    const { capabilities } = await editor.initialize({});
    assert.deepInclude(capabilities, {
      documentLinkProvider: { resolveProvider: false },
      inlayHintProvider: true,
      selectionRangeProvider: true,
    });
    await editor.open(uri, text);
    const [link, ...more] = await links();
    assert.isEmpty(more);
    assert.deepEqual(link, {
      range: { start: { line: 2, character: 19 }, end: { line: 2, character: 37 } },
      target: 'http://a.example/x',
    });
    assert.deepEqual(await hints(), ['3 10 min later', '4 yes: 1, no: 0']);
    assert.isTrue((await folds()).every((fold) => !('collapsedText' in fold)));
    const [word, line] = await editor.ask<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [
        { line: 2, character: 15 },
        { line: 0, character: 0 },
      ],
    });
    assert.deepEqual(word?.range, {
      start: { line: 2, character: 15 },
      end: { line: 2, character: 18 },
    });
    assert.equal(line?.range.end.character, 2);
  });

  it('have tooltips and texts for clients that show them', async () => {
    await editor.initialize({
      textDocument: {
        documentLink: { tooltipSupport: true },
        foldingRange: { foldingRange: { collapsedText: true } },
      },
    });
    await set({ links: [issues] });
    await editor.open(uri, text);
    assert.deepEqual(
      (await links()).map(({ target, tooltip }) => [target, tooltip]),
      [
        ['http://a.example/x', undefined],
        ['https://e.org/12', 'https://e.org/12'],
      ],
    );
    assert.deepEqual(
      (await folds()).map(({ collapsedText }) => collapsedText),
      ['Tea · 15 min · 1 topic', 'Green · 14 min · 1 item'],
    );
  });

  it('follow the settings, and refresh hints where clients support it', async () => {
    await editor.initialize({ workspace: { inlayHint: { refreshSupport: true } } });
    const refreshed = new Promise<void>((done) => {
      editor.connection.onRequest('workspace/inlayHint/refresh', () => done());
    });
    await editor.open(uri, text);
    await set({ inlayHints: { tally: false, gaps: false, elapsed: true } });
    await refreshed;
    assert.deepEqual(await hints(), ['1 1 min into the meeting']);
  });

  it('report each invalid entry once', async () => {
    const told: string[] = [];
    editor.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      told.push(message);
    });
    await editor.initialize({});
    await editor.open(uri, text);
    await set({ links: [{ ...issues, pattern: '(#' }, issues] });
    await set({ links: [{ ...issues, pattern: '(#1' }, issues] });
    assert.lengthOf(await links(), 2);
    assert.lengthOf(told, 1);
    assert.include(
      told[0],
      'an entry of the setting meetlog.links, “(#”. The pattern is not a valid RE2 expression: missing closing )',
    );
  });

  it('are not kept waiting by a hostile pattern', async () => {
    await editor.initialize({});
    await set({ links: [{ pattern: '(a+)+b', address: 'https://e.org/' }] });
    await editor.open(uri, `10:00:00 <ann> ${'a'.repeat(5000)}\n`.repeat(20));
    assert.isEmpty(await links());
  });

  it('have one link for each URL of a real log', async function () {
    const folder = process.env.MEETLOG_LOGS;
    await editor.initialize({});
    if (folder === undefined) return this.skip();
    await editor.open(uri, readFileSync(`${folder}/corpus/openstack-heat-2012-04-23.supybot.log`, 'utf8'));
    const found = await links();
    assert.lengthOf(found, 10);
    assert.equal(found[0]?.target, 'http://wiki.debian.org/MeetBot');
  });
});
