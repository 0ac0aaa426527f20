import {
  CodeAction,
  CodeActionKind,
  commands,
  type Diagnostic,
  Disposable,
  languages,
  type Memento,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { languageId } from './detection.js';
import { about, type Server } from './languageServer.js';
import { Remembered } from './remembered.js';
import { reportFailure } from './report.js';

const maxAsked = 500;
const [choose, report] = ['Choose Layout…', 'Report This Layout'] as const;
const commandOf = { [choose]: 'meetlog.chooseLayout', [report]: 'meetlog.reportLayout' } as const;

/** What can be done about a log that is not read: quick fixes, and the command that reports its layout. */
export function registerUnreadLogs(server: Server): Disposable {
  return Disposable.from(
    commands.registerCommand('meetlog.reportLayout', () => reportFailure(() => reportLayout(server))),
    languages.registerCodeActionsProvider(
      { language: languageId },
      { provideCodeActions: (_document, _range, { diagnostics }) => actionsFor(diagnostics) },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
}

function actionsFor(diagnostics: readonly Diagnostic[]): CodeAction[] {
  const solved = diagnostics.filter(({ code }) => (typeof code === 'object' ? code.value : code) === 'unread-log');
  if (solved.length === 0) return [];
  return [choose, report].map((title) => {
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.diagnostics = solved;
    action.command = { title, command: commandOf[title] };
    return action;
  });
}

/** Opens a text about the layout of the active log, with all words replaced, as an untitled document. It sends nothing. */
async function reportLayout(server: Server): Promise<void> {
  const log = window.activeTextEditor?.document;
  const content = log?.languageId === languageId ? await server.ask('meetlog/layoutReport', about(log.uri)) : null;
  if (content === null) return;
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}

/** Asks once for each log that is not read what to do about it. */
export class UnreadQuestions {
  readonly #asked: Remembered<true>;
  /** Untitled documents: the next one may have the same name. */
  readonly #untitled = new WeakSet<TextDocument>();

  constructor(memory: Memento) {
    this.#asked = new Remembered(memory, 'askedUnread', maxAsked);
  }

  /** To be called whenever a log turns out not to be read. */
  async ask(log: TextDocument): Promise<void> {
    if (log.isUntitled ? this.#untitled.has(log) : this.#asked.of(log.uri)) return;
    if (log.isUntitled) this.#untitled.add(log);
    else await this.#asked.set(log.uri, true);
    const picked = await window.showWarningMessage(question(log.uri), choose, report);
    if (!picked) return;
    // Both commands are about the active editor.
    await window.showTextDocument(log);
    await commands.executeCommand(commandOf[picked]);
  }
}

function question({ path }: Uri): string {
  return `Meetlog cannot read ${path.replace(/^.*\//, '')}: no layout is known for its lines.`;
}
