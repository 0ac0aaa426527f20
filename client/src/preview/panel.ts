import {
  commands,
  Disposable,
  Range,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { previewCommand } from '../../../server/src/protocol.js';
import { Debounced } from '../debounced.js';
import { languageId } from '../detection.js';
import { about, type Server } from '../languageServer.js';
import type { FromPage, PreviewState, ToPage } from './messages.js';

const viewType = 'meetlog.preview';
/** How long a log must rest, in milliseconds, before its preview is drawn anew. */
const delay = 100;
/** How long, in milliseconds, scrolling that the preview caused is not reported back to it. */
const quiet = 200;

/** The previews: one that goes with the active log, and those that were locked to theirs. No log has two. */
export function registerPreview(server: Server, extension: Uri): Disposable {
  const previews = new Set<PreviewPanel>();
  const add = (panel: WebviewPanel, state: PreviewState) => {
    const preview = new PreviewPanel(panel, state, server, extension);
    previews.add(preview);
    panel.onDidDispose(() => {
      preview.dispose();
      previews.delete(preview);
    });
  };
  const followed = () => [...previews].find(({ isLocked }) => !isLocked);

  const open = (log?: string, line?: number) => {
    const editor = window.activeTextEditor;
    const uri = log === undefined ? editor?.document.uri : Uri.parse(log);
    if (!uri) return;
    const at = line ?? editor?.selection.active.line ?? 0;
    const known = [...previews].find((preview) => preview.shows(uri)) ?? followed();
    if (known) {
      known.show(uri, at);
      known.panel.reveal(undefined, true);
      return;
    }
    const where = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    add(window.createWebviewPanel(viewType, '', where), { log: uri.toString(), line: at, isLocked: false });
  };

  const follow = (editor: TextEditor | undefined) => {
    if (editor?.document.languageId !== languageId) return;
    const { document, selection } = editor;
    if ([...previews].some((preview) => preview.shows(document.uri))) return;
    followed()?.show(document.uri, selection.active.line);
  };

  return Disposable.from(
    commands.registerCommand(previewCommand, open),
    // The preview that is active, else that of the active log.
    commands.registerCommand('meetlog.togglePreviewLocking', () => {
      const log = window.activeTextEditor?.document.uri;
      const all = [...previews];
      const chosen = all.find(({ panel }) => panel.active) ?? all.find((preview) => log && preview.shows(log));
      chosen?.toggleLock();
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state?: PreviewState) {
        if (state) add(panel, state);
        else panel.dispose();
      },
    }),
    window.onDidChangeActiveTextEditor(follow),
    // A log becomes one while its editor is active, when its language is found.
    workspace.onDidOpenTextDocument((document) => {
      if (document === window.activeTextEditor?.document) follow(window.activeTextEditor);
    }),
    { dispose: () => [...previews].forEach(({ panel }) => void panel.dispose()) },
  );
}

/** One panel that shows the minutes of one meeting, and goes with its log. */
class PreviewPanel implements Disposable {
  readonly panel: WebviewPanel;
  readonly #server: Server;
  readonly #listeners: Disposable;
  #state: PreviewState;
  #title = '';
  /** The lines of the meeting that is shown. */
  #shown = { start: 0, last: -1 };
  readonly #drawing = new Debounced(() => void this.#draw());
  /** How many drawings were wanted: only the last one is shown. */
  #drawings = 0;
  #quietUntil = 0;

  constructor(panel: WebviewPanel, state: PreviewState, server: Server, extension: Uri) {
    this.panel = panel;
    this.#state = state;
    this.#server = server;
    this.#listeners = Disposable.from(
      server.onDidRefresh(() => this.#redraw()),
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      workspace.onDidChangeTextDocument(({ document }) => this.#documentChanged(document)),
      workspace.onDidOpenTextDocument((document) => this.#documentChanged(document)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [top] }) => {
        if (!top || !this.shows(textEditor.document.uri) || Date.now() < this.#quietUntil) return;
        this.#send({ type: 'scroll', line: top.start.line });
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#selectionChanged(textEditor)),
    );
    const dist = Uri.joinPath(extension, 'dist');
    panel.iconPath = Uri.joinPath(extension, 'client/media/icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.webview.html = page(panel, Uri.joinPath(dist, 'preview.js'));
    this.#name();
    // VS Code keeps what is sent until the page is there; the title need not wait for it.
    this.#redraw();
  }

  get isLocked(): boolean {
    return this.#state.isLocked;
  }

  shows(log: Uri): boolean {
    return log.toString() === this.#state.log;
  }

  /** Shows the meeting that a line of a log belongs to. */
  show(log: Uri, line: number): void {
    this.#state = { ...this.#state, log: log.toString(), line };
    this.#redraw();
  }

  toggleLock(): void {
    this.#state = { ...this.#state, isLocked: !this.isLocked };
    this.#name();
    this.#redraw();
  }

  dispose(): void {
    this.#drawing.dispose();
    this.#listeners.dispose();
  }

  #documentChanged({ uri }: TextDocument): void {
    if (this.shows(uri)) this.#redraw(delay);
  }

  #selectionChanged({ document, selection }: TextEditor): void {
    if (!this.shows(document.uri)) return;
    const { line } = selection.active;
    this.#state = { ...this.#state, line };
    const { start, last } = this.#shown;
    if (line < start || line > last) this.#redraw(delay);
    else this.#send({ type: 'select', line });
  }

  #redraw(after = 0): void {
    this.#drawings++;
    this.#drawing.in(after);
  }

  async #draw(): Promise<void> {
    const drawing = this.#drawings;
    const log = Uri.parse(this.#state.log);
    try {
      // The server knows open documents only; after a reload, or when its editor was closed, the log may be none.
      const { fileName } = await workspace.openTextDocument(log);
      const preview = await this.#server.ask('meetlog/preview', { ...about(log), line: this.#state.line });
      if (drawing !== this.#drawings) return;
      if (preview) {
        this.#shown = { start: preview.startLine, last: preview.lastLine };
        this.#send({ type: 'show', body: preview.body, endLine: preview.lastLine + 1, state: this.#state });
      } else {
        this.#send({ type: 'tell', text: `There is no meeting in ${fileName}.`, state: this.#state });
      }
      this.#title = preview?.title ?? '';
    } catch (error) {
      if (drawing !== this.#drawings) return;
      this.#send({
        type: 'tell',
        text: `The log cannot be shown: ${error instanceof Error ? error.message : error}`,
        state: this.#state,
      });
    }
    this.#name();
  }

  #name(): void {
    this.panel.title = `${this.isLocked ? '[Minutes]' : 'Minutes'} ${this.#title}`;
  }

  async #receive(message: FromPage): Promise<void> {
    if (message.type === 'ready') this.#redraw();
    if (message.type === 'scrolled') this.#scrollLog(message.line);
    if (message.type === 'open') await this.#openLog(message.line);
  }

  #scrollLog(line: number): void {
    this.#quietUntil = Date.now() + quiet;
    for (const editor of window.visibleTextEditors) {
      if (this.shows(editor.document.uri)) editor.revealRange(lineRange(line), TextEditorRevealType.AtTop);
    }
  }

  async #openLog(line: number): Promise<void> {
    const open = window.visibleTextEditors.find(({ document }) => this.shows(document.uri));
    const selection = lineRange(line);
    this.#quietUntil = Date.now() + quiet;
    await window.showTextDocument(Uri.parse(this.#state.log), {
      viewColumn: open?.viewColumn ?? ViewColumn.One,
      selection,
    });
  }

  #send(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

function lineRange(line: number): Range {
  return new Range(line, 0, line, 0);
}

/** The page before anything is shown: it may run the one script that is ours, load nothing else, and send nothing anywhere. */
function page({ webview }: WebviewPanel, script: Uri): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${webview.cspSource}; base-uri 'none'; form-action 'none';">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Minutes</title>
</head>
<body>
<div id="minutes"></div>
<script src="${webview.asWebviewUri(script)}"></script>
</body>
</html>`;
}
