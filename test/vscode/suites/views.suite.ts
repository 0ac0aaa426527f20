import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, open, until, untilLanguage, write } from '../helpers.js';

const text = `10:00:00 <ann> #startmeeting Plans
10:01:00 <ann> #topic Tea
10:02:00 <bob> see http://a.example/x_(y), (http://b.example/) and #12
10:14:00 <ann> #startvote Mint? yes, no
10:15:00 <bob> #vote yes
10:15:00 <ann> #endvote
10:16:00 <ann> http://c.example/a%2Fb?c=%26 is encoded
10:16:00 <ann> #endmeeting
`;

describe('links, hints, selections and folds', () => {
  let document: vscode.TextDocument;
  before(async () => {
    await write('plans.meetlog', text);
    document = await open('plans.meetlog');
    await untilLanguage(document, 'meeting-log');
  });
  after(closeAll);

  const ask = <T>(command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand<T>(command, document.uri, ...args);
  const set = (key: string, value: unknown) =>
    vscode.workspace.getConfiguration('meetlog').update(key, value, vscode.ConfigurationTarget.Global);
  // Including those that VS Code finds itself.
  const links = async () => {
    const found = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider');
    return found
      .sort((a, b) => a.range.start.compareTo(b.range.start))
      .map(({ range, target }) => `${document.getText(range)} → ${target?.toString(true)}`);
  };
  const hints = async () => {
    const range = new vscode.Range(0, 0, document.lineCount, 0);
    const found = await ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', range);
    return found.map(({ position, label }) => `${position.line} ${label}`);
  };
  const plain = [
    'http://a.example/x_(y) → http://a.example/x_(y)',
    'http://b.example/ → http://b.example/',
    'http://c.example/a%2Fb?c=%26 → http://c.example/a/b?c=&',
  ];

  it('link each URL once', async () => {
    const found = await until('links', links, (all) => all.length >= plain.length);
    assert.deepEqual(found, plain);
  });

  it('leave URLs to VS Code that it would not open as they are written', async () => {
    const found = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider');
    const encoded = found.filter(({ range }) => range.start.line === 6);
    assert.lengthOf(encoded, 1);
  });

  it('link what the settings say', async () => {
    await set('links', [{ pattern: '#([0-9]+)', address: 'https://e.example/$1' }]);
    const expected = [plain[0], plain[1], '#12 → https://e.example/12', plain[2]];
    await until('more links', links, (all) => all.length === expected.length);
    assert.deepEqual(await links(), expected);
    await set('links', undefined);
    await until('fewer links', links, (all) => all.length === plain.length);
  });

  it('give hints, as far as the settings ask for them', async () => {
    const expected = ['3 12 min later', '4 yes: 1, no: 0'];
    await until('hints', hints, (all) => all.join() === expected.join());
    await set('inlayHints.gaps', false);
    await set('inlayHints.elapsed', true);
    const others = ['1 1 min into the meeting', '4 yes: 1, no: 0'];
    await until('other hints', hints, (all) => all.join() === others.join());
    await set('inlayHints.gaps', undefined);
    await set('inlayHints.elapsed', undefined);
    await until('the first hints', hints, (all) => all.join() === expected.join());
  });

  it('grow selections', async () => {
    const [selection] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', [
      new vscode.Position(2, 16),
    ]);
    const texts: string[] = [];
    for (let one = selection; one; one = one.parent as vscode.SelectionRange) texts.push(document.getText(one.range));
    const rows = text.split('\n');
    const said = rows[2]?.slice('10:02:00 <bob> '.length) ?? '';
    // VS Code has some of its own.
    assert.includeMembers(texts, [
      'see',
      said,
      rows[2] ?? '',
      rows.slice(1, 8).join('\n'),
      rows.slice(0, 8).join('\n'),
    ]);
  });

  it('give folds', async () => {
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider');
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [0, 7],
        [1, 7],
      ],
    );
  });
});
