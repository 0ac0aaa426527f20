import {
  commands,
  Disposable,
  type TextDocument,
  type TextEditor,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { generateMinutesCommand, type Preview, saveMinutesCommand } from '../../../server/src/protocol.js';
import { Debounced } from '../debounced.js';
import { about, type Server } from '../languageServer.js';
import { LogEditors } from './logEditors.js';
import type { FromPage, PageCommand, PreviewState, ToPage } from './messages.js';

/** How long a log must be unchanged, in milliseconds, before its preview is updated. */
const delay = 100;

/** The commands that make minutes of the meeting that is shown. Their arguments are a log and a meeting's index. */
const minutesCommands: Partial<Record<PageCommand, string>> = {
  copy: 'meetlog.copyMinutes',
  save: saveMinutesCommand,
  generate: generateMinutesCommand,
};

/** A panel that shows the minutes of a meeting and follows its log. */
export class PreviewPanel implements Disposable {
  readonly panel: WebviewPanel;
  readonly #server: Server;
  readonly #listeners: Disposable;
  #state: PreviewState;
  /** The meeting that is shown, and the URI of its log; undefined if none is. */
  #shown: (Preview & { readonly log: string }) | undefined;
  readonly #drawing = new Debounced(() => void this.#draw());
  /** How many updates were requested: only the last one is shown. */
  #drawings = 0;
  readonly #editors: LogEditors;

  constructor(panel: WebviewPanel, state: PreviewState, server: Server, extension: Uri) {
    this.panel = panel;
    this.#state = state;
    this.#server = server;
    this.#editors = new LogEditors(Uri.parse(state.log));
    this.#listeners = Disposable.from(
      server.onDidRefresh(() => this.#redraw()),
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#receive(message)),
      workspace.onDidChangeTextDocument(({ document }) => this.#documentChanged(document)),
      workspace.onDidOpenTextDocument((document) => this.#documentChanged(document)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        const line = this.#editors.scrolledTo(textEditor);
        if (line !== undefined) this.#send({ type: 'scroll', line });
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#selectionChanged(textEditor)),
    );
    const dist = Uri.joinPath(extension, 'dist');
    panel.iconPath = Uri.joinPath(extension, 'client/media/icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.webview.html = page(panel, Uri.joinPath(dist, 'preview.js'));
    this.#name();
    // VS Code queues messages until the page is ready; the title need not wait for it.
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
    this.#editors.follow(log);
    this.#redraw();
  }

  toggleLock(): void {
    this.#state = { ...this.#state, isLocked: !this.isLocked };
    this.#name();
    this.#redraw();
  }

  /** Runs the command of a button in the toolbar or an entry in the context menu. */
  async run(command: PageCommand): Promise<void> {
    const own = minutesCommands[command];
    if (own && this.#shown) await commands.executeCommand(own, this.#state.log, this.#shown.index);
    if (command === 'showLog') await this.#editors.show(undefined, this.#state.line);
    if (command === 'lock') this.toggleLock();
    if (command === 'previous') this.#goTo(this.#shown?.previousLine);
    if (command === 'next') this.#goTo(this.#shown?.nextLine);
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
    if (this.#shown && isWithin(this.#shown, line)) this.#send({ type: 'select', line });
    else this.#redraw(delay);
  }

  #redraw(after = 0): void {
    this.#drawings++;
    this.#drawing.in(after);
  }

  async #draw(): Promise<void> {
    const drawing = this.#drawings;
    const answer = await this.#ask(Uri.parse(this.#state.log));
    if (drawing !== this.#drawings) return;
    const before = this.#shown;
    if (typeof answer === 'string') {
      this.#shown = undefined;
      this.#send({ type: 'tell', text: answer, state: this.#state });
    } else {
      this.#shown = { ...answer, log: this.#state.log };
      this.#show(answer, before && (before.index !== answer.index || before.log !== this.#state.log));
    }
    this.#name();
  }

  /** What to show: a sentence if there are no minutes. */
  async #ask(log: Uri): Promise<Preview | string> {
    const name = log.path.slice(log.path.lastIndexOf('/') + 1);
    try {
      // The server knows only open documents. After a reload, or if its editor was closed, the log may not be open.
      await workspace.openTextDocument(log);
    } catch {
      return `${name} cannot be opened. It may have been moved or deleted.`;
    }
    try {
      const preview = await this.#server.ask('meetlog/preview', { ...about(log), line: this.#state.line });
      return preview ?? `There is no meeting in ${name}.`;
    } catch (error) {
      return `The minutes cannot be shown: ${error instanceof Error ? error.message : error}`;
    }
  }

  #show({ body, index, count, startLine, lastLine }: Preview, isOther = false): void {
    this.#send({ type: 'show', body, endLine: lastLine + 1, meeting: { index, count }, state: this.#state });
    const cursor = isOther ? this.#editors.cursorBetween(startLine, lastLine) : undefined;
    if (cursor !== undefined) this.#send({ type: 'select', line: cursor });
  }

  #name(): void {
    this.panel.title = `${this.isLocked ? '[Minutes]' : 'Minutes'} ${this.#shown?.title ?? ''}`;
  }

  async #receive(message: FromPage): Promise<void> {
    if (message.type === 'ready') this.#redraw();
    if (message.type === 'scrolled') this.#editors.scroll(message.line);
    if (message.type === 'open') await this.#editors.show(message.line);
    if (message.type === 'run') await this.run(message.command);
  }

  /** Shows the meeting that begins on a line, and scrolls the log to it. */
  #goTo(line: number | null | undefined): void {
    if (line === null || line === undefined) return;
    this.#state = { ...this.#state, line };
    this.#editors.scroll(line);
    this.#redraw();
  }

  #send(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

function isWithin({ startLine, lastLine }: Preview, line: number): boolean {
  return startLine <= line && line <= lastLine;
}

/** The empty page: it may run only our script, and cannot load or send anything else. */
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
