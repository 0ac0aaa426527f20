import {
  type QuickPick,
  type QuickPickItem,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  TextEditorRevealType,
  ThemeColor,
  ViewColumn,
  window,
} from 'vscode';

/** An item of a quick pick that leads to a 0-based line; without one, it is only a hint. */
export interface LineItem extends QuickPickItem {
  readonly line?: number;
}

/**
 * Lets users pick a line of an editor from items that `prepare` gives to the quick pick. The line of the active item is shown as
 * in “Go to Symbol in Editor”, and without a choice, the editor returns to where it was.
 */
export async function pickLine(editor: TextEditor, prepare: (pick: QuickPick<LineItem>) => void): Promise<void> {
  const pick = window.createQuickPick<LineItem>();
  const preview = new LinePreview(editor);
  // As in other lists, the first item is shown only when users get to it.
  let isFirst = true;
  pick.onDidChangeActive(([item]) => {
    if (!isFirst) preview.show(item?.line);
    isFirst = false;
  });
  const picked = new Promise<number | undefined>((done) => {
    pick.onDidAccept(() => {
      const line = pick.activeItems[0]?.line;
      if (line !== undefined) done(line);
    });
    pick.onDidHide(() => done(undefined));
  });
  prepare(pick);
  pick.show();
  try {
    const line = await picked;
    if (line === undefined) preview.show(undefined);
    else await goTo(editor, line);
  } finally {
    preview.dispose();
    pick.dispose();
  }
}

async function goTo({ document, viewColumn }: TextEditor, line: number): Promise<void> {
  const selection = new Range(line, 0, line, 0);
  await window.showTextDocument(document, { viewColumn: viewColumn ?? ViewColumn.Active, selection });
}

/** Shows a line of an editor without moving the cursor. */
class LinePreview {
  readonly #editor: TextEditor;
  readonly #before: Range | undefined;
  readonly #highlight: TextEditorDecorationType;
  #isMoved = false;

  constructor(editor: TextEditor) {
    this.#editor = editor;
    this.#before = editor.visibleRanges[0];
    // The colours of VS Code's own previews.
    this.#highlight = window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
      border: '1px solid',
      borderColor: new ThemeColor('editor.rangeHighlightBorder'),
    });
  }

  /** Shows a line; undefined returns to where the editor was. */
  show(line: number | undefined): void {
    const range = line === undefined ? undefined : new Range(line, 0, line, 0);
    this.#editor.setDecorations(this.#highlight, range ? [range] : []);
    if (range) this.#editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    else if (this.#isMoved && this.#before) {
      const { start } = this.#before;
      this.#editor.revealRange(new Range(start.line, 0, start.line, 0), TextEditorRevealType.AtTop);
    }
    this.#isMoved = range !== undefined;
  }

  dispose(): void {
    this.#highlight.dispose();
  }
}
