import { commands, Disposable, languages, type Memento, type TextDocument, type Uri, window, workspace } from 'vscode';
import { isMeetingLog } from '../../server/src/meeting/sniff.js';

/** The language of meeting logs. */
export const languageId = 'meeting-log';

/** What somebody decided a file to be, against what its text shows. */
type Choice = 'meeting' | 'ordinary';

const choicesKey = 'choices';
/** How many choices are remembered: the latest. */
const maxChoices = 500;

/**
 * Gives logs of meetings their language. `.log` and `.txt` files belong to many programs, so a file is a meeting log only if
 * its text shows a meeting, a setting says so, or somebody chose it; whatever was chosen is remembered for the file.
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
  readonly #memory: Memento;
  /** The languages that this class is giving to documents: what else changes a language is a person. */
  readonly #giving = new Map<TextDocument, string>();
  /** Documents that are getting another language. */
  readonly #changing = new Set<TextDocument>();

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** VS Code tells a change of language as a document that is closed, but is not, and opened again. */
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
    const choice = this.#choiceFor(document.uri);
    if (isMeeting && choice === 'ordinary') await this.#setLanguage(document, 'ordinary');
    if (!isMeeting && mayBeLog(document) && (choice ?? judge(document)) === 'meeting') {
      await this.#setLanguage(document, 'meeting');
    }
  }

  /** Whoever picks another language mode has chosen as well. */
  async #changed(document: TextDocument): Promise<void> {
    if (document.languageId === languageId) await this.#remember(document.uri, 'meeting');
    else if (mayBeLog(document)) await this.#remember(document.uri, 'ordinary');
  }

  /** Makes the active editor's document what a person says it is. */
  async choose(choice: Choice): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    await this.#remember(document.uri, choice);
    await this.#setLanguage(document, choice);
  }

  async #setLanguage(document: TextDocument, choice: Choice): Promise<void> {
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

  #choiceFor(uri: Uri): Choice | undefined {
    return this.#choices().find(([known]) => known === uri.toString())?.[1];
  }

  #choices(): readonly (readonly [uri: string, choice: Choice])[] {
    return this.#memory.get(choicesKey, []);
  }

  /** An untitled document is gone when it is closed, and the next one bears its name. */
  async #remember(uri: Uri, choice: Choice): Promise<void> {
    if (uri.scheme === 'untitled') return;
    const others = this.#choices().filter(([known]) => known !== uri.toString());
    await this.#memory.update(choicesKey, [...others, [uri.toString(), choice] as const].slice(-maxChoices));
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
function judge(document: TextDocument): Choice {
  const setting = workspace.getConfiguration('meetlog', document).get('detection', 'auto');
  if (setting !== 'auto') return setting === 'always' ? 'meeting' : 'ordinary';
  return isMeetingLog(document.getText()) ? 'meeting' : 'ordinary';
}

/** The language that a file has in a VS Code without Meetlog. */
async function ordinaryLanguage({ uri }: TextDocument): Promise<string> {
  const known = await languages.getLanguages();
  return /\.log$/i.test(uri.path) && known.includes('log') ? 'log' : 'plaintext';
}
