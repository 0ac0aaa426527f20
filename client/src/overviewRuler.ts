import {
  DecorationRangeBehavior,
  Disposable,
  OverviewRulerLane,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { RulerMarks } from '../../server/src/protocol.js';
import { Debounced } from './debounced.js';
import { languageId } from './detection.js';
import { about, type Server } from './languageServer.js';

/** How long a log must be unchanged, in milliseconds, before its marks are updated; until then, they move with the text. */
const delay = 300;

type Kind = keyof RulerMarks;

/** Marks topics, decisions and actions in the overview ruler of visible logs. VS Code itself marks problems there. */
export function registerRulerMarks(server: Server): Disposable {
  const marker = new RulerMarker(server);
  const update = new Debounced(() => marker.update());
  const renew = () => {
    marker.forget();
    update.in(0);
  };
  update.in(0);
  return Disposable.from(
    marker,
    update,
    server.onDidRefresh(renew),
    window.onDidChangeVisibleTextEditors(() => update.in(0)),
    // A document becomes a log, or an ordinary file, while its editor is visible.
    workspace.onDidOpenTextDocument(() => update.in(0)),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId === languageId) update.in(delay);
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('meetlog.overviewRuler')) renew();
    }),
  );
}

class RulerMarker implements Disposable {
  readonly #server: Server;
  /** The versions of the logs whose marks editors show; undefined if they must show none. */
  #shown = new WeakMap<TextEditor, number | undefined>();
  /** Made when the first log is shown. */
  #types: Readonly<Record<Kind, TextEditorDecorationType>> | undefined;

  constructor(server: Server) {
    this.#server = server;
  }

  /** Asks for all marks again with the next update. */
  forget(): void {
    for (const editor of window.visibleTextEditors) if (this.#shown.has(editor)) this.#shown.set(editor, -1);
  }

  update(): void {
    // The server logs why it has no answer.
    for (const editor of window.visibleTextEditors) this.#updateOne(editor).catch(() => undefined);
  }

  dispose(): void {
    if (this.#types) for (const type of Object.values(this.#types)) type.dispose();
  }

  async #updateOne(editor: TextEditor): Promise<void> {
    const { document } = editor;
    if (!isMarked(editor)) {
      if (this.#shown.get(editor) !== undefined) this.#show(editor, undefined);
      return;
    }
    const { version } = document;
    if (this.#shown.get(editor) === version) return;
    const marks = await this.#server.ask('meetlog/rulerMarks', about(document.uri));
    // An edit will lead to another update.
    if (marks && document.version === version && isMarked(editor)) this.#show(editor, marks);
  }

  #show(editor: TextEditor, marks: RulerMarks | undefined): void {
    const { document } = editor;
    this.#shown.set(editor, marks && document.version);
    this.#types ??= decorationTypes();
    for (const [kind, type] of Object.entries(this.#types)) {
      const lines = marks?.[kind as Kind] ?? [];
      editor.setDecorations(
        type,
        lines.filter((line) => line < document.lineCount).map((line) => document.lineAt(line).range),
      );
    }
  }
}

function isMarked({ document }: TextEditor): boolean {
  if (document.languageId !== languageId) return false;
  return workspace.getConfiguration('meetlog', document).get('overviewRuler.enable', true);
}

/** Problems have the lane on the right. */
function decorationTypes(): Readonly<Record<Kind, TextEditorDecorationType>> {
  const type = (color: string, overviewRulerLane: OverviewRulerLane) =>
    window.createTextEditorDecorationType({
      overviewRulerColor: new ThemeColor(`meetlogOverviewRuler.${color}`),
      overviewRulerLane,
      rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    });
  return {
    topics: type('topicForeground', OverviewRulerLane.Left),
    decisions: type('decisionForeground', OverviewRulerLane.Center),
    actions: type('actionForeground', OverviewRulerLane.Center),
  };
}
