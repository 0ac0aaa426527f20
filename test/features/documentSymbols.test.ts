import { assert } from 'chai';
import fc from 'fast-check';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { documentSymbols } from '../../server/src/features/documentSymbols.js';
import { lines, logOf, meeting, twoMeetings } from '../helpers/logs.js';
import { marked, withRanges } from '../helpers/marked.js';

describe('the outline', () => {
  const check = (text: string, expected: string) => assert.equal(tree(documentSymbols(logOf(text))), expected);
  const tree = (symbols: readonly DocumentSymbol[], indent = ''): string =>
    symbols
      .map(({ name, detail, range, children = [] }) => {
        const span = `${range.start.line + 1}-${range.end.line + 1}`;
        return `${indent}${name} (${detail}) ${span}\n${tree(children, `${indent}  `)}`;
      })
      .join('');

  it('has meetings, topics and items', () =>
    check(
      twoMeetings,
      lines`
        Plans (10:00:00 ann) 1-7
          Info: first (10:01:00 bob) 2-2
          Tea (10:02:00 ann) 3-5
            Agreed: green (10:03:00 ann) 4-4
          Cake (10:05:00 ann) 6-7
        #club Meeting (11:00:00 bob) 9-10
        `,
    ));
  it('names everything that has no name', () =>
    check(
      meeting('10:01 <ann> #topic\n10:01 <ann> #action \n'),
      lines`
        #club Meeting (10:00:00 ann) 1-4
          (empty topic) (10:01:00 ann) 2-4
            Action: (empty) (10:01:00 ann) 3-3
        `,
    ));
  it('names a vote on nothing', () =>
    check(
      meeting('10:01 <ann> #motion\n'),
      lines`
        #club Meeting (10:00:00 ann) 1-3
          Vote: (empty) (open · +1: 0, -1: 0) 2-2
        `,
    ));
  it('of a chat without a meeting has its days, and its talks between long pauses', () => {
    check('10:00 <ann> hi\n', 'Chat (10:00 · 1 line) 1-1\n');
    check(
      '--- Log opened Fri Mar 14 09:00:00 2031\n10:00 < ann> hi\n10:05 < bob> hi\n11:00 < ann> still here?\n' +
        '--- Day changed Sat Mar 15 2031\n09:00 < ann> hi\n',
      '2031-03-14 (10:00 · 3 lines) 2-4\n  10:00 · 2 lines (until 10:05) 2-3\n  11:00 · 1 line (until 11:00) 4-4\n2031-03-15 (09:00 · 1 line) 6-6\n',
    );
    check('<ann> hi\n', 'Chat (1 line) 1-1\n');
    check('some text\n', '');
  });
  it('has votes, which replace the items that record them, and subtopics', () => {
    check(
      meeting('10:01 <ann> #topic x\n10:02 <ann> #startvote a? b, c\n10:03 <bob> #vote b\n10:04 <ann> #endvote\n'),
      '#club Meeting (10:00:00 ann) 1-6\n  x (10:01:00 ann) 2-6\n    Vote: a? (closed · b: 1, c: 0) 3-3\n',
    );
    check(
      meeting('10:01 <ann> [TOPIC] x\n10:02 <ann> #subtopic y\n10:03 <ann> #info z\n'),
      '#club Meeting (10:00:00 ann) 1-5\n  x (10:01:00 ann) 2-5\n    y (10:02:00 ann) 3-5\n      Info: z (10:03:00 ann) 4-4\n',
    );
  });

  it('gives each type of item its own kind of icon', () => {
    const types = ['topic', 'action', 'info', 'idea', 'help', 'link', 'agreed', 'rejected'];
    const [one] = documentSymbols(logOf(meeting(types.map((type) => `10:01 <ann> #${type} http://x\n`).join(''))));
    const [topic] = one?.children ?? [];
    const kinds = [topic, ...(topic?.children ?? [])].map((symbol) => symbol?.kind);
    assert.lengthOf(new Set([SymbolKind.Module, ...kinds]), types.length + 1);
  });

  it('selects the name of a meeting, topic, item or vote, without its command', () => {
    const { text, ranges } = marked(
      lines`
        «10:00 <ann> #startmeeting Plans»
        10:01 <ann> #topic «Tea or coffee»
        10:02 <bob> #info   «hot»
        10:03 <ann> #startvote «Which?» tea, coffee
        10:04 <ann> #endvote
        10:05 <ann> #endmeeting
        `,
    );
    const all = (symbols: readonly DocumentSymbol[]): DocumentSymbol[] =>
      symbols.flatMap((symbol) => [symbol, ...all(symbol.children ?? [])]);
    const selected = all(documentSymbols(logOf(text))).map(({ selectionRange }) => selectionRange);
    assert.equal(withRanges(text, selected), withRanges(text, ranges));
  });

  it('contains the ranges of its children and its selection', () => {
    const within = (inner: DocumentSymbol['range'], outer: DocumentSymbol['range']) =>
      inner.start.line >= outer.start.line &&
      (inner.end.line < outer.end.line ||
        (inner.end.line === outer.end.line && inner.end.character <= outer.end.character));
    const sound = (symbol: DocumentSymbol): boolean =>
      symbol.name.trim() !== '' &&
      within(symbol.selectionRange, symbol.range) &&
      (symbol.children ?? []).every((child) => within(child.range, symbol.range) && sound(child));
    const row = fc.constantFrom(
      '#startmeeting',
      '#topic x',
      '#topic',
      '#info y',
      '#undo',
      '#endmeeting',
      'talk',
      '',
      '#link \u00a0',
    );
    fc.assert(
      fc.property(fc.array(row), (rows) =>
        documentSymbols(logOf(rows.map((said) => `10:00 <ann> ${said}`).join('\r\n'))).every(sound),
      ),
    );
  });
});
