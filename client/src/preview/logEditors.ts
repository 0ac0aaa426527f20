import {
  Range,
  TabInputText,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { Followed } from './followed.js';

/** The editors of the log that a preview shows. Lines are 0-based. */
export class LogEditors {
  #log: Uri;
  readonly #followed = new WeakMap<TextEditor, Followed>();

  constructor(log: Uri) {
    this.#log = log;
    this.follow(log);
  }

  /** Follows this log from now on, and remembers what its editors show, to notice when they are scrolled. */
  follow(log: Uri): void {
    this.#log = log;
    for (const editor of this.#visible()) this.#followed.set(editor, new Followed(linesSeen(editor)?.top));
  }

  /** The line of a visible cursor between two lines, inclusive; undefined if there is none. */
  cursorBetween(start: number, last: number): number | undefined {
    const lines = this.#visible().map(({ selection }) => selection.active.line);
    return lines.find((line) => start <= line && line <= last);
  }

  /** The first line that an editor of the log shows, if the user scrolled there. */
  scrolledTo(editor: TextEditor): number | undefined {
    const seen = linesSeen(editor);
    if (!seen || editor.document.uri.toString() !== this.#log.toString()) return undefined;
    return this.#followedIn(editor).isScrolledTo(seen.top, seen.bottom) ? seen.top : undefined;
  }

  /** Scrolls the log so that a line is on top. */
  scroll(line: number): void {
    for (const editor of this.#visible()) {
      this.#followedIn(editor).askFor(line, linesKeptAbove(editor));
      editor.revealRange(lineRange(line), TextEditorRevealType.AtTop);
    }
  }

  /**
   * Shows the log with the cursor on a line. Without a line, the log stays where it is; if it has to be opened, `otherwise` is
   * used.
   */
  async show(line?: number, otherwise = 0): Promise<void> {
    const [open] = this.#visible();
    const viewColumn = open?.viewColumn ?? this.#column() ?? ViewColumn.One;
    const target = line ?? (open || this.#column() ? undefined : otherwise);
    if (open && target !== undefined) this.#expect(target, open);
    const shown = await window.showTextDocument(this.#log, {
      viewColumn,
      ...(target !== undefined && { selection: lineRange(target) }),
    });
    if (shown !== open && target !== undefined) this.#expect(target, shown);
  }

  #expect(line: number, editor: TextEditor): void {
    const seen = linesSeen(editor);
    if (!seen || line < seen.top || seen.bottom < line) this.#followedIn(editor).awaits(line);
  }

  #followedIn(editor: TextEditor): Followed {
    const followed = this.#followed.get(editor) ?? new Followed(undefined);
    this.#followed.set(editor, followed);
    return followed;
  }

  #visible(): readonly TextEditor[] {
    const log = this.#log.toString();
    return window.visibleTextEditors.filter(({ document }) => document.uri.toString() === log);
  }

  /** The column of a tab with the log, even if it is hidden by another tab. */
  #column(): ViewColumn | undefined {
    const isOfLog = (input: unknown) => input instanceof TabInputText && input.uri.toString() === this.#log.toString();
    return window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => isOfLog(input)))?.viewColumn;
  }
}

/** The first and the last visible line of an editor. */
function linesSeen({ visibleRanges }: TextEditor): { readonly top: number; readonly bottom: number } | undefined {
  const [first, last] = [visibleRanges[0], visibleRanges.at(-1)];
  return first && last && { top: first.start.line, bottom: last.end.line };
}

/** The maximum number of lines that VS Code keeps above a line that it reveals at the top. */
function linesKeptAbove({ document }: TextEditor): number {
  const settings = workspace.getConfiguration('editor', document);
  return Math.max(settings.get('stickyScroll.maxLineCount', 5), settings.get('cursorSurroundingLines', 0));
}

function lineRange(line: number): Range {
  return new Range(line, 0, line, 0);
}
