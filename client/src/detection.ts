import {
  commands,
  Disposable,
  languages,
  type Memento,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from 'vscode';
import { headLength, mayBeChat } from '../../server/src/log/detect/chat.js';
import { highlightAnew, noHighlights } from './firstHighlights.js';
import { insertedLines, type Lines } from './insertions.js';
import type { OwnTexts } from './ownTexts.js';
import { Remembered } from './remembered.js';

/** The language of meeting logs. */
export const languageId = 'meeting-log';

/** What a user chose for a file, whatever its text is. */
export type LogKind = 'meeting' | 'ordinary';

const maxChoices = 500;

/** What users chose for files. */
export function chosenKinds(memory: Memento): Remembered<LogKind> {
  return new Remembered(memory, 'choices', maxChoices);
}
/** The languages of documents that are just plain text. */
const plainLanguages: readonly string[] = ['log', 'plaintext'];
/** How many lines of a log are examined to see what it is. */
const headLines = 1000;
/** How many of its last lines are examined to see whether it is minutes. */
const tailLines = 10;
/** How many lines of a chat are searched for a meeting at once; takes some milliseconds. */
const pieceLines = 10_000;

/**
 * Sets the language of meeting logs. Many programs write `.log` and `.txt` files, so a file is a meeting log only if its text
 * contains a meeting, a setting says so, or the user chose it; the choice is remembered for the file. A document is examined when
 * it is opened, and again when text is pasted.
 */
export function registerDetection(memory: Memento, own: OwnTexts): Disposable {
  const detection = new Detection(memory, own);
  for (const document of workspace.textDocuments) void detection.opened(document);
  return Disposable.from(
    languages.registerDocumentHighlightProvider({ language: languageId }, noHighlights),
    workspace.onDidOpenTextDocument((document) => detection.opened(document)),
    workspace.onDidCloseTextDocument((document) => detection.closed(document)),
    workspace.onDidChangeTextDocument((change) => detection.edited(change)),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('meetlog.detection')) await detection.settingChanged();
    }),
    commands.registerCommand('meetlog.treatAsMeetingLog', () => detection.choose('meeting')),
    commands.registerCommand('meetlog.treatAsOrdinaryLog', () => detection.choose('ordinary')),
  );
}

class Detection {
  readonly #choices: Remembered<LogKind>;
  readonly #own: OwnTexts;
  /** What users chose for untitled documents. Kept only until they are closed, since the next one may have the same name. */
  readonly #untitledChoices = new WeakMap<TextDocument, LogKind>();
  /** Untitled documents whose language VS Code guessed from their text. */
  readonly #guessed = new WeakSet<TextDocument>();
  /** Documents that are meeting logs because of their text or the setting. */
  readonly #found = new WeakSet<TextDocument>();
  /** The languages that this class is setting. Any other change of language is by the user, or VS Code's guess. */
  readonly #giving = new Map<TextDocument, string>();
  /** Documents whose language is being changed, with their previous language. */
  readonly #changing = new Map<TextDocument, string>();

  constructor(memory: Memento, own: OwnTexts) {
    this.#choices = chosenKinds(memory);
    this.#own = own;
  }

  /** VS Code reports a change of language as if the document were closed, although it is not, and opened again. */
  closed(document: TextDocument): void {
    if (!document.isClosed) this.#changing.set(document, document.languageId);
  }

  async opened(document: TextDocument): Promise<void> {
    const before = this.#changing.get(document);
    this.#changing.delete(document);
    if (this.#giving.get(document) === document.languageId) return;
    if (before === undefined) await this.#look(document);
    else await this.#changed(document, before);
  }

  /** Examines pasted text and finished lines. */
  async edited({ document, contentChanges }: TextDocumentChangeEvent): Promise<void> {
    const inserted = insertedLines(contentChanges);
    if (inserted.length === 0 || !this.#mayBeLog(document)) return;
    const isChat = ({ first, count }: Lines) => mayBeChat(linesOf(document, first, Math.min(count, headLines)));
    if (inserted.some(isChat)) await this.#look(document, inserted);
  }

  /** Examines documents that depend on the setting again. */
  async settingChanged(): Promise<void> {
    for (const document of workspace.textDocuments) {
      const isFound = this.#found.has(document) && document.languageId === languageId;
      if (!isFound) await this.#look(document);
      else if ((this.#choiceFor(document) ?? (await this.#judge(document))) === 'ordinary')
        await this.#setLanguage(document, 'ordinary');
    }
  }

  /** Sets the right language of a document; only the lines `searched`, if given, are searched for a meeting. */
  async #look(document: TextDocument, searched?: readonly Lines[]): Promise<void> {
    const isMeeting = document.languageId === languageId;
    const choice = this.#choiceFor(document);
    if (isMeeting && choice === 'ordinary') await this.#setLanguage(document, 'ordinary');
    if (isMeeting || !this.#mayBeLog(document)) return;
    const judged = choice ?? (await this.#judge(document, searched));
    // Meanwhile, the document may have been closed, or the user may have chosen.
    if (document.isClosed || !this.#mayBeLog(document)) return;
    if ((this.#choiceFor(document) ?? judged) !== 'meeting') return;
    this.#found.add(document);
    await this.#setLanguage(document, 'meeting');
    await highlightAnew(document);
  }

  /**
   * What a document is according to the setting, and then to its text. Whether we wrote it is checked only if it looks like a
   * meeting.
   */
  async #judge(document: TextDocument, searched?: readonly Lines[]): Promise<LogKind> {
    const setting = workspace.getConfiguration('meetlog', document).get('detection', 'auto');
    if (setting !== 'auto') return setting === 'always' ? 'meeting' : 'ordinary';
    return (await holdsMeeting(document, searched)) && !this.#own.has(document) ? 'meeting' : 'ordinary';
  }

  /** Picking another language mode is a choice, too. */
  async #changed(document: TextDocument, before: string): Promise<void> {
    if (document.languageId === languageId) await this.#remember(document, 'meeting');
    else if (mayBeGuess(document, before)) this.#guessed.add(document);
    else if (this.#mayBeLog(document)) await this.#remember(document, 'ordinary');
  }

  /** Makes the active editor's document what the user says it is. */
  async choose(choice: LogKind): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    await this.#remember(document, choice);
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

  #choiceFor(document: TextDocument): LogKind | undefined {
    return document.isUntitled ? this.#untitledChoices.get(document) : this.#choices.of(document.uri);
  }

  async #remember(document: TextDocument, choice: LogKind): Promise<void> {
    if (document.isUntitled) this.#untitledChoices.set(document, choice);
    else await this.#choices.set(document.uri, choice);
  }

  /** Whether a document is plain text that may be any program's log, judging by its name. */
  #mayBeLog(document: TextDocument): boolean {
    const { languageId: language, uri, isUntitled } = document;
    return (
      (plainLanguages.includes(language) || this.#guessed.has(document)) &&
      (isUntitled || /\.(?:log|txt|weechatlog)$/i.test(uri.path))
    );
  }
}

/**
 * Whether VS Code itself may have set the language of an untitled document, by `workbench.editor.languageDetection`: it does so
 * if there is text, and as long as no one else has.
 */
function mayBeGuess(document: TextDocument, before: string): boolean {
  const isPlain = plainLanguages.includes(document.languageId);
  return document.isUntitled && !isPlain && before !== languageId && linesOf(document, 0, headLines).trim() !== '';
}

/**
 * Whether a document contains a meeting. Only the head of an ordinary log is examined, however long it is; a chat is searched
 * piece by piece, so that other extensions get their turn.
 */
async function holdsMeeting(document: TextDocument, searched?: readonly Lines[]): Promise<boolean> {
  const head = linesOf(document, 0, headLines).slice(0, headLength);
  if (!mayBeChat(head)) return false;
  // It includes all layouts, which take a while to load.
  const { isMinutes, Sniffer } = await import('../../server/src/meeting/isMeetingLog.js');
  if (isMinutes(head, linesOf(document, Math.max(0, document.lineCount - tailLines), tailLines))) return false;
  const sniffer = new Sniffer(head);
  for (const { first, count } of searched ?? [{ first: 0, count: document.lineCount }]) {
    for (let line = first; line < first + count; line += pieceLines) {
      if (sniffer.finds(linesOf(document, line, Math.min(pieceLines, first + count - line)))) return true;
      await new Promise((done) => setTimeout(done));
    }
  }
  return false;
}

function linesOf(document: TextDocument, first: number, count: number): string {
  return document.getText(new Range(first, 0, first + count, 0));
}

/** The language that a file would have without Meetlog. */
async function ordinaryLanguage({ uri }: TextDocument): Promise<string> {
  const known = await languages.getLanguages();
  return /\.log$/i.test(uri.path) && known.includes('log') ? 'log' : 'plaintext';
}
