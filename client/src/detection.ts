import {
  commands,
  Disposable,
  languages,
  type Memento,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { headLength, mayBeChat } from '../../server/src/log/detect/chat.js';
import { Remembered } from './remembered.js';

/** The language of meeting logs. */
export const languageId = 'meeting-log';

/** What a user decided that a file is, whatever its text shows. */
type LogKind = 'meeting' | 'ordinary';

const maxChoices = 500;
/** How many lines of a log are asked for to see what it is. */
const headLines = 1000;
/** How many lines of a chat are searched for a meeting at once: some milliseconds. */
const pieceLines = 10_000;

/**
 * Gives logs of meetings their language. `.log` and `.txt` files belong to many programs, so a file is a meeting log only if
 * its text shows a meeting, a setting says so, or a user chose it; the choice is remembered for the file.
 */
export function registerDetection(memory: Memento): Disposable {
  const detection = new Detection(memory);
  for (const document of workspace.textDocuments) void detection.opened(document);
  return Disposable.from(
    workspace.onDidOpenTextDocument((document) => detection.opened(document)),
    workspace.onDidCloseTextDocument((document) => detection.closed(document)),
    commands.registerCommand('meetlog.treatAsMeetingLog', () => detection.choose('meeting')),
    commands.registerCommand('meetlog.treatAsOrdinaryLog', () => detection.choose('ordinary')),
  );
}

class Detection {
  readonly #choices: Remembered<LogKind>;
  /** The languages that this class is giving to documents: what else changes a language is a person. */
  readonly #giving = new Map<TextDocument, string>();
  /** Documents that are getting another language. */
  readonly #changing = new Set<TextDocument>();

  constructor(memory: Memento) {
    this.#choices = new Remembered(memory, 'choices', maxChoices);
  }

  /** VS Code reports a change of language as a document that is closed, but is not, and opened again. */
  closed(document: TextDocument): void {
    if (!document.isClosed) this.#changing.add(document);
  }

  async opened(document: TextDocument): Promise<void> {
    const isChanged = this.#changing.delete(document);
    if (this.#giving.get(document) === document.languageId) return;
    if (isChanged) await this.#changed(document);
    else await this.#look(document);
  }

  /** Gives a document the language that it should have. */
  async #look(document: TextDocument): Promise<void> {
    const isMeeting = document.languageId === languageId;
    const choice = this.#choices.of(document.uri);
    if (isMeeting && choice === 'ordinary') await this.#setLanguage(document, 'ordinary');
    if (isMeeting || !mayBeLog(document)) return;
    const judged = choice ?? (await judge(document));
    // Meanwhile the document may have been closed, or a user may have decided.
    if (document.isClosed || !mayBeLog(document)) return;
    if ((this.#choices.of(document.uri) ?? judged) === 'meeting') await this.#setLanguage(document, 'meeting');
  }

  /** To pick another language mode is to choose as well. */
  async #changed(document: TextDocument): Promise<void> {
    if (document.languageId === languageId) await this.#remember(document.uri, 'meeting');
    else if (mayBeLog(document)) await this.#remember(document.uri, 'ordinary');
  }

  /** Makes the active editor's document what a person says it is. */
  async choose(choice: LogKind): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    await this.#remember(document.uri, choice);
    await this.#setLanguage(document, choice);
  }

  async #setLanguage(document: TextDocument, choice: LogKind): Promise<void> {
    const language = choice === 'meeting' ? languageId : await ordinaryLanguage(document);
    if (document.languageId === language) return;
    this.#giving.set(document, language);
    try {
      await languages.setTextDocumentLanguage(document, language);
    } catch (error) {
      if (!document.isClosed) throw error;
    } finally {
      this.#giving.delete(document);
    }
  }

  /** An untitled document is gone when it is closed, and the next one has its name. */
  async #remember(uri: Uri, choice: LogKind): Promise<void> {
    if (uri.scheme !== 'untitled') await this.#choices.set(uri, choice);
  }
}

/** Whether a document is a plain text whose name allows it to be any program's log. */
function mayBeLog({ languageId: language, uri }: TextDocument): boolean {
  return (
    ['log', 'plaintext'].includes(language) &&
    (uri.scheme === 'untitled' || /\.(?:log|txt|weechatlog)$/i.test(uri.path))
  );
}

/** What a document is by the setting, and then by its text. */
async function judge(document: TextDocument): Promise<LogKind> {
  const setting = workspace.getConfiguration('meetlog', document).get('detection', 'auto');
  if (setting !== 'auto') return setting === 'always' ? 'meeting' : 'ordinary';
  return (await holdsMeeting(document)) ? 'meeting' : 'ordinary';
}

/**
 * Whether a document holds a meeting. An ordinary log is not looked at beyond its head, however long it is; a chat is searched
 * piece by piece, so that other extensions have their turn.
 */
async function holdsMeeting(document: TextDocument): Promise<boolean> {
  const head = linesOf(document, 0, headLines).slice(0, headLength);
  if (!mayBeChat(head)) return false;
  // All layouts come with it, which take a while to load.
  const { Sniffer } = await import('../../server/src/meeting/isMeetingLog.js');
  const sniffer = new Sniffer(head);
  for (let line = 0; line < document.lineCount; line += pieceLines) {
    if (sniffer.finds(linesOf(document, line, pieceLines))) return true;
    await new Promise((done) => setTimeout(done));
  }
  return false;
}

function linesOf(document: TextDocument, first: number, count: number): string {
  return document.getText(new Range(first, 0, first + count, 0));
}

/** The language that a file has in a VS Code without Meetlog. */
async function ordinaryLanguage({ uri }: TextDocument): Promise<string> {
  const known = await languages.getLanguages();
  return /\.log$/i.test(uri.path) && known.includes('log') ? 'log' : 'plaintext';
}
