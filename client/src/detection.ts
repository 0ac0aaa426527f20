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

/** What a user decided that a file is, whatever its text shows. */
type LogKind = 'meeting' | 'ordinary';

const maxChoices = 500;
/** The languages of a document in which nothing else than plain text was found. */
const plainLanguages: readonly string[] = ['log', 'plaintext'];
/** How many lines of a log are asked for to see what it is. */
const headLines = 1000;
/** How many of its last lines are asked for to see whether it is minutes. */
const tailLines = 10;
/** How many lines of a chat are searched for a meeting at once: some milliseconds. */
const pieceLines = 10_000;

/**
 * Gives logs of meetings their language. `.log` and `.txt` files belong to many programs, so a file is a meeting log only if
 * its text shows a meeting, a setting says so, or a user chose it; the choice is remembered for the file. A document is looked
 * at when it is opened, and again when text is pasted.
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
  /** What users chose for untitled documents: one is gone when it is closed, and the next one has its name. */
  readonly #untitledChoices = new WeakMap<TextDocument, LogKind>();
  /** Untitled documents whose language VS Code guessed by their text. */
  readonly #guessed = new WeakSet<TextDocument>();
  /** Documents that are meeting logs by their text or by the setting. */
  readonly #found = new WeakSet<TextDocument>();
  /** The languages that this class is giving to documents: what else changes a language is a person, or VS Code's guess. */
  readonly #giving = new Map<TextDocument, string>();
  /** Documents that are getting another language, with the one that they had. */
  readonly #changing = new Map<TextDocument, string>();

  constructor(memory: Memento, own: OwnTexts) {
    this.#choices = new Remembered(memory, 'choices', maxChoices);
    this.#own = own;
  }

  /** VS Code reports a change of language as a document that is closed, but is not, and opened again. */
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

  /** Looks at what was pasted, and at a line that was typed to its end. */
  async edited({ document, contentChanges }: TextDocumentChangeEvent): Promise<void> {
    const inserted = insertedLines(contentChanges);
    if (inserted.length === 0 || !this.#mayBeLog(document)) return;
    const isChat = ({ first, count }: Lines) => mayBeChat(linesOf(document, first, Math.min(count, headLines)));
    if (inserted.some(isChat)) await this.#look(document, inserted);
  }

  /** Looks again at the documents about which the setting decides. */
  async settingChanged(): Promise<void> {
    for (const document of workspace.textDocuments) {
      const isFound = this.#found.has(document) && document.languageId === languageId;
      if (!isFound) await this.#look(document);
      else if ((this.#choiceFor(document) ?? (await this.#judge(document))) === 'ordinary')
        await this.#setLanguage(document, 'ordinary');
    }
  }

  /** Gives a document the language that it should have; only some of its lines may have to be searched for a meeting. */
  async #look(document: TextDocument, searched?: readonly Lines[]): Promise<void> {
    const isMeeting = document.languageId === languageId;
    const choice = this.#choiceFor(document);
    if (isMeeting && choice === 'ordinary') await this.#setLanguage(document, 'ordinary');
    if (isMeeting || !this.#mayBeLog(document)) return;
    const judged = choice ?? (await this.#judge(document, searched));
    // Meanwhile the document may have been closed, or a user may have decided.
    if (document.isClosed || !this.#mayBeLog(document)) return;
    if ((this.#choiceFor(document) ?? judged) !== 'meeting') return;
    this.#found.add(document);
    await this.#setLanguage(document, 'meeting');
    await highlightAnew(document);
  }

  /** What a document is by the setting, and then by its text. What we wrote is read only if it looks like a meeting. */
  async #judge(document: TextDocument, searched?: readonly Lines[]): Promise<LogKind> {
    const setting = workspace.getConfiguration('meetlog', document).get('detection', 'auto');
    if (setting !== 'auto') return setting === 'always' ? 'meeting' : 'ordinary';
    return (await holdsMeeting(document, searched)) && !this.#own.has(document) ? 'meeting' : 'ordinary';
  }

  /** To pick another language mode is to choose as well. */
  async #changed(document: TextDocument, before: string): Promise<void> {
    if (document.languageId === languageId) await this.#remember(document, 'meeting');
    else if (mayBeGuess(document, before)) this.#guessed.add(document);
    else if (this.#mayBeLog(document)) await this.#remember(document, 'ordinary');
  }

  /** Makes the active editor's document what a person says it is. */
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

  /** Whether a document is a plain text whose name allows it to be any program's log. */
  #mayBeLog(document: TextDocument): boolean {
    const { languageId: language, uri, isUntitled } = document;
    return (
      (plainLanguages.includes(language) || this.#guessed.has(document)) &&
      (isUntitled || /\.(?:log|txt|weechatlog)$/i.test(uri.path))
    );
  }
}

/**
 * Whether VS Code itself may have given an untitled document its language, by `workbench.editor.languageDetection`: it does so
 * where there is text, and as long as nobody else has.
 */
function mayBeGuess(document: TextDocument, before: string): boolean {
  const isPlain = plainLanguages.includes(document.languageId);
  return document.isUntitled && !isPlain && before !== languageId && linesOf(document, 0, headLines).trim() !== '';
}

/**
 * Whether a document holds a meeting. An ordinary log is not looked at beyond its head, however long it is; a chat is searched
 * piece by piece, so that other extensions have their turn.
 */
async function holdsMeeting(document: TextDocument, searched?: readonly Lines[]): Promise<boolean> {
  const head = linesOf(document, 0, headLines).slice(0, headLength);
  if (!mayBeChat(head)) return false;
  // All layouts come with it, which take a while to load.
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

/** The language that a file has in a VS Code without Meetlog. */
async function ordinaryLanguage({ uri }: TextDocument): Promise<string> {
  const known = await languages.getLanguages();
  return /\.log$/i.test(uri.path) && known.includes('log') ? 'log' : 'plaintext';
}
