import { assert } from 'chai';
import * as vscode from 'vscode';
import { closeAll, open, until, untilLanguage, write } from '../helpers.js';

const minutes = Array.from(
  { length: 200 },
  (_, at) => `${10 + Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`,
);
const text = [
  '09:59:00 <ann> #startmeeting Plans',
  ...minutes.map((time, at) => `${time}:30 <${at === 150 ? 'cid' : 'bob'}> line ${at}`),
  '14:00:00 <ann> #endmeeting',
  '',
].join('\n');

describe('a place to go to', () => {
  let document: vscode.TextDocument;
  let picks: ReturnType<typeof watchPicks>;
  let closed: Thenable<unknown>;

  before(async () => {
    await write('long.meetlog', text);
    document = await open('long.meetlog');
    await untilLanguage(document, 'meeting-log');
    picks = watchPicks();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closed;
    const [editor] = vscode.window.visibleTextEditors;
    if (editor) editor.selection = new vscode.Selection(0, 0, 0, 0);
    editor?.revealRange(new vscode.Range(0, 0, 0, 0), vscode.TextEditorRevealType.AtTop);
    await untilVisible(0);
  });
  after(async () => {
    picks.dispose();
    await closeAll();
  });

  const isVisible = (line: number) =>
    vscode.window.activeTextEditor?.visibleRanges.some(({ start, end }) => start.line <= line && line <= end.line);
  const untilVisible = (line: number) =>
    until(
      `line ${line} to be visible`,
      () => isVisible(line),
      (visible) => visible === true,
    );
  const cursor = () => vscode.window.activeTextEditor?.selection.active.line;
  const press = (command: string) => vscode.commands.executeCommand(`workbench.action.${command}`);
  /** Runs a command until its list is there. */
  const list = async (command: string) => {
    picks.forget();
    closed = vscode.commands.executeCommand(command);
    await until(
      'the list',
      () => picks.last()?.activeItems.length ?? 0,
      (length) => length > 0,
    );
    return picks.last()?.items.map(({ label, description }) => [label, description].filter(Boolean).join(': ')) ?? [];
  };
  const type = async (value: string) => {
    picks.type(value);
    return until(
      'the answer',
      () => picks.last()?.items.map(({ label, description }) => `${label} ${description ?? ''}`.trim()) ?? [],
      ([first]) => first !== undefined && !first.startsWith('Type'),
    );
  };

  it('is the first line of a person, shown before it is chosen', async () => {
    assert.deepEqual(await list('meetlog.goToPerson'), [
      '$(person) bob: 199 lines · first seen 10:00:30',
      '$(person) ann: owner · 2 lines · first seen 09:59:00',
      '$(person) cid: 1 line · first seen 12:30:30',
    ]);
    assert.isFalse(isVisible(151));
    assert.isTrue(isVisible(0));
    await press('quickOpenSelectPrevious');
    await untilVisible(151);
    assert.equal(cursor(), 0);
    await press('acceptSelectedQuickOpenItem');
    await until('the cursor there', cursor, (line) => line === 151);
  });

  it('is left again with Escape', async () => {
    await list('meetlog.goToPerson');
    await press('quickOpenSelectPrevious');
    await untilVisible(151);
    await press('closeQuickOpen');
    await untilVisible(0);
    assert.equal(cursor(), 0);
  });

  it('is the line at a time, shown while it is typed', async () => {
    assert.deepEqual(await list('meetlog.goToTime'), ['Type a time to go to']);
    assert.deepEqual(await type('12:30'), ['$(comment) cid: line 150 12:30:30']);
    await untilVisible(151);
    assert.equal(cursor(), 0);
    await press('acceptSelectedQuickOpenItem');
    await until('the cursor there', cursor, (line) => line === 151);
  });

  it('may be so many minutes after the start', async () => {
    await list('meetlog.goToTime');
    assert.deepEqual(await type('+151'), ['$(comment) cid: line 150 12:30:30']);
  });

  it('is nowhere if no time is typed', async () => {
    await list('meetlog.goToTime');
    assert.match((await type('noon')).join(), /^“noon” is not a time/);
    await press('acceptSelectedQuickOpenItem');
    assert.equal(cursor(), 0);
    assert.isTrue(isVisible(0));
  });
});

/** Notes the lists that are shown, and types into them: only a keyboard could do so otherwise. */
function watchPicks() {
  const before = vscode.window.createQuickPick;
  let last: vscode.QuickPick<vscode.QuickPickItem> | undefined;
  let typed: vscode.EventEmitter<string>;
  vscode.window.createQuickPick = (() => {
    const pick = before();
    typed = new vscode.EventEmitter<string>();
    Object.defineProperty(pick, 'onDidChangeValue', { value: typed.event });
    last = pick;
    return pick;
  }) as typeof before;
  return {
    last: () => last,
    forget: () => {
      last = undefined;
    },
    type: (value: string) => {
      if (last) last.value = value;
      typed.fire(value);
    },
    dispose: () => {
      vscode.window.createQuickPick = before;
    },
  };
}
