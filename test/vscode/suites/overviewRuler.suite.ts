import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, insert, open, until, untilLanguage, write } from '../helpers.js';

const text = `10:00:00 <ann> #startmeeting Plans
10:01:00 <ann> #topic Tea
10:02:00 <ann> #agreed green
10:03:00 <bob> #action bob buys it
10:04:00 <ann> #topic Cake
10:05:00 <ann> #endmeeting
`;

describe('the overview ruler', () => {
  let document: vscode.TextDocument;
  let watched: ReturnType<typeof watchEditors>;
  before(async () => {
    watched = watchEditors();
    await write('marks.meetlog', text);
    document = await open('marks.meetlog');
    await untilLanguage(document, 'meeting-log');
  });
  after(async () => {
    watched.dispose();
    await setEnabled(undefined);
    await closeAll();
  });

  const setEnabled = (value: boolean | undefined) =>
    vscode.workspace
      .getConfiguration('meetlog')
      .update('overviewRuler.enable', value, vscode.ConfigurationTarget.Workspace);
  /** Waits until topics, decisions and actions are marked on some lines. */
  const untilMarked = (...lines: number[][]) =>
    until(
      `marks on ${JSON.stringify(lines)}`,
      () => JSON.stringify(watched.marks(document)),
      (found) => found === JSON.stringify(lines),
    );

  it('marks topics, decisions and actions', () => untilMarked([1, 4], [2], [3]));

  it('follows edits', async () => {
    await insert(document, 1, '10:00:30 <bob> hi\n10:00:40 <bob> #action bob listens\n');
    await untilMarked([3, 6], [4], [2, 5]);
  });

  it('marks nothing if it is not wanted, and everything when it is', async () => {
    await setEnabled(false);
    await untilMarked([], [], []);
    await setEnabled(undefined);
    await untilMarked([3, 6], [4], [2, 5]);
  });

  it('marks nothing in an ordinary file', async () => {
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await untilMarked([], [], []);
    await vscode.languages.setTextDocumentLanguage(document, 'meeting-log');
    await untilMarked([3, 6], [4], [2, 5]);
  });

  it('is not asked for again for the same text', async () => {
    const before = watched.count();
    await vscode.commands.executeCommand('cursorMove', { to: 'down' });
    await open('web-server.log');
    await open('marks.meetlog');
    await untilMarked([3, 6], [4], [2, 5]);
    assert.isAtMost(watched.count() - before, 6);
  });
});

/** Notes what is decorated in visible editors, which VS Code does not tell. */
function watchEditors() {
  const visible = Object.getOwnPropertyDescriptor(vscode.window, 'visibleTextEditors');
  const { window } = vscode;
  const editors = () => visible?.get?.call(window) as readonly vscode.TextEditor[];
  const wrapped = new WeakMap<vscode.TextEditor, vscode.TextEditor>();
  const marks = new Map<string, Map<string, number[]>>();
  let count = 0;
  const wrap = (editor: vscode.TextEditor) => {
    const known = wrapped.get(editor) ?? watch(editor);
    wrapped.set(editor, known);
    return known;
  };
  const watch = (editor: vscode.TextEditor) =>
    new Proxy({} as vscode.TextEditor, {
      get: (_target, name) => {
        if (name !== 'setDecorations') return Reflect.get(editor, name);
        return (type: vscode.TextEditorDecorationType, ranges: readonly vscode.Range[]) => {
          count++;
          const own = marks.get(editor.document.uri.toString()) ?? new Map<string, number[]>();
          marks.set(editor.document.uri.toString(), own);
          own.set(
            type.key,
            ranges.map(({ start }) => start.line),
          );
          editor.setDecorations(type, ranges);
        };
      },
    });
  Object.defineProperty(window, 'visibleTextEditors', { configurable: true, get: () => editors().map(wrap) });
  return {
    marks: ({ uri }: vscode.TextDocument) => [...(marks.get(uri.toString())?.values() ?? [])],
    count: () => count,
    dispose: () => visible && Object.defineProperty(window, 'visibleTextEditors', visible),
  };
}
