import { assert } from 'chai';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from './client.js';

/**
 * Whatever is typed, every answer must be that of a document which is opened with the same text. RUNS=2000 in the environment makes a
 * long run of it; each run is up to twenty edits. The layout is chosen, since that of an open document stays, whatever is typed.
 */
const runs = Number(process.env.RUNS ?? 40);
const edited = 'file:///logs/club.log';
const fresh = 'file:///fresh/club.log';

const said = fc.constantFrom(
  '#startmeeting x',
  '#endmeeting',
  '#topic tea',
  '#chair bob',
  '#unchair bob',
  '#agreed 😀 yes',
  '#action ann pours',
  '#link x',
  '#todo y',
  '#undo',
  'http://a.example/ b',
  '#startvote a? b, c',
  '#vote b',
  '#endvote',
  'hello',
  'Current chairs: ann',
  '\u202e talk',
);
const row = fc
  .tuple(fc.nat(59), fc.constantFrom('ann', 'bob', 'eve'), said)
  .map(([minute, nick, text]) => `10:${String(minute).padStart(2, '0')}:00 <${nick}> ${text}`);
const ends = fc.constantFrom('\n', '\r\n', '\n', '\r');
const rows = (maxLength: number) =>
  fc.array(fc.tuple(row, ends), { maxLength }).map((all) => all.map(([text, end]) => text + end).join(''));
const piece = fc.oneof(rows(3), said, fc.constantFrom('', '\n', '\r', '\r\n', ' ', '#', '<', '😀', '\ud83d'));
const edit = fc.record({ line: fc.nat(30), lines: fc.nat(3), from: fc.nat(30), to: fc.nat(30), text: piece });

describe('a document that was edited', () => {
  let editor: Editor;
  before(async () => {
    editor = new Editor();
    await editor.initialize(
      { textDocument: { diagnostic: {} } },
      { minutesCommands: true, settings: { layout: 'supybot' } },
    );
  });
  after(async () => assert.equal(await editor.close(), 0));

  /** Every answer about a document, without its URI. */
  const answers = async (uri: string, lines: number) => {
    const textDocument = { uri };
    const range = { start: { line: 0, character: 0 }, end: { line: lines, character: 0 } };
    const all = await Promise.all([
      editor.ask('textDocument/documentSymbol', { textDocument }),
      editor.ask('textDocument/foldingRange', { textDocument }),
      editor.ask('textDocument/diagnostic', { textDocument }),
      editor.ask('textDocument/codeLens', { textDocument }),
      editor.ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
      editor.ask('meetlog/summary', { textDocument }),
      editor.ask('meetlog/minutes', { textDocument, meeting: 0, format: 'json' }),
      ...[1, 12, 18].map((character) =>
        editor.ask('textDocument/hover', { textDocument, position: { line: lines >> 1, character } }),
      ),
    ]);
    return JSON.stringify(all)
      .replace(/"resultId":"[^"]*",?/g, '')
      .replaceAll(uri, '')
      .replaceAll(encodeURIComponent(uri), '');
  };

  it('answers as one that is opened anew', async () => {
    const start = '10:00:00 <ann> #startmeeting\n'.repeat(3);
    await fc.assert(
      fc.asyncProperty(rows(40), fc.array(edit, { maxLength: 20 }), async (text, edits) => {
        let reference = start + text;
        let version = 1;
        await editor.open(edited, reference);
        for (const { line, lines, from, to, text: newText } of edits) {
          const range = {
            start: { line, character: lines > 0 ? from : Math.min(from, to) },
            end: { line: line + lines, character: Math.max(from, to) },
          };
          const document = TextDocument.create('', '', 0, reference);
          reference = TextDocument.applyEdits(document, [{ range, newText }]);
          await editor.tell('textDocument/didChange', {
            textDocument: { uri: edited, version: ++version },
            contentChanges: [{ range, text: newText }],
          });
          // Asked at every state, since each starts from what was found for the one before it.
          await editor.ask('textDocument/documentSymbol', { textDocument: { uri: edited } });
        }
        await editor.open(fresh, reference);
        const count = reference.split('\n').length;
        assert.equal(await answers(edited, count), await answers(fresh, count));
        for (const uri of [edited, fresh]) await editor.tell('textDocument/didClose', { textDocument: { uri } });
      }),
      { numRuns: runs },
    );
  });
});
