import { commands, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { AskedMinutes } from './askMinutes.js';
import { exists } from './files.js';
import { columnBeside, showBeside } from './otherGroup.js';
import type { OwnTexts } from './ownTexts.js';
import { Reported } from './report.js';
import { untitledFor } from './untitled.js';

/** For how many documents the generated text is remembered. */
const mostKnown = 20;

/** The editors that minutes are generated into: one for each name, which is reused. */
export class MinutesEditors {
  /** What was last generated, by the URI of the file that the document is or will be; by log and format if there is none. */
  readonly #generated = new Map<string, string>();
  readonly #nameless = new Map<string, TextDocument>();
  readonly #own: OwnTexts;

  constructor(own: OwnTexts) {
    this.#own = own;
  }

  /**
   * Shows minutes in an editor beside the log: unsaved, under their future name. Undefined if the user keeps the existing text.
   */
  async open({ log, params, result }: AskedMinutes): Promise<TextDocument | undefined> {
    const { text, fileName, languageId } = result;
    await this.#own.add(text);
    if (params.folder === undefined) {
      const key = `${log} ${params.format}`;
      const known = this.#nameless.get(key);
      const document =
        known && !known.isClosed ? known : await workspace.openTextDocument({ language: languageId, content: '' });
      this.#nameless.set(key, document);
      return this.#fill({ document, key, text, log });
    }
    const folder = Uri.parse(params.folder);
    return this.#openNamed(Uri.joinPath(folder, fileName), text, log);
  }

  async #openNamed(file: Uri, text: string, log: Uri): Promise<TextDocument | undefined> {
    const document = await openOrNew(file, log);
    return this.#fill({ document, key: file.toString(), text, log, keepBoth: () => freeName(file) });
  }

  async #fill(given: {
    readonly document: TextDocument;
    readonly key: string;
    readonly text: string;
    readonly log: Uri;
    readonly keepBoth?: () => Promise<Uri>;
  }): Promise<TextDocument | undefined> {
    const { document, key, text, log, keepBoth } = given;
    const now = plain(document.getText());
    const isOurs = ['', plain(text), this.#generated.get(key)].includes(now);
    // Shown first: VS Code opens a hidden document by itself, in the active group, when it gets a text.
    await showBeside(document, log);
    if (!isOurs) {
      const answer = await askToReplace(document, keepBoth !== undefined);
      if (answer === 'both' && keepBoth) return this.#openNamed(await keepBoth(), text, log);
      if (answer !== 'replace') return undefined;
    }
    if (now !== plain(text)) await replaceText(document, text);
    this.#remember(key, plain(text));
    return document;
  }

  #remember(key: string, text: string): void {
    this.#generated.delete(key);
    this.#generated.set(key, text);
    for (const oldest of this.#generated.keys()) {
      if (this.#generated.size <= mostKnown) return;
      this.#generated.delete(oldest);
    }
  }
}

/**
 * The file, if it exists: VS Code does not open an untitled document instead of one. Otherwise, an untitled document that is
 * saved as the file.
 */
async function openOrNew(file: Uri, log: Uri): Promise<TextDocument> {
  if (await exists(file)) return workspace.openTextDocument(file);
  const untitled = untitledFor(file) ?? file;
  // Its editor comes first: VS Code opens a new document without an editor by itself, in the active group.
  const where = { viewColumn: columnBeside(log, untitled), preview: false };
  await commands.executeCommand('vscode.open', untitled, where);
  return workspace.openTextDocument(untitled);
}

/** The same name with a number that no file or document has yet. */
async function freeName(file: Uri): Promise<Uri> {
  const open = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (let number = 2; ; number++) {
    const path = file.path.replace(/(?:\.(?:log|page|moin))?\.[^./]*$/, `-${number}$&`);
    const other = file.with({ path });
    const isTaken = open.has(untitledFor(other)?.toString() ?? '') || (await exists(other));
    if (!isTaken) return other;
  }
}

async function askToReplace(document: TextDocument, canKeep: boolean): Promise<'replace' | 'both' | undefined> {
  const name = document.uri.path.replace(/^.*\//, '');
  const [replace, both] = ['Replace', 'Keep Both'] as const;
  const message = document.isUntitled || document.isDirty ? `${name} was edited.` : `${name} already exists.`;
  const detail =
    'Replace its text with the new minutes? You can undo this, and the file changes only when you save it.';
  const options = canKeep ? [replace, both] : [replace];
  const picked = await window.showWarningMessage(message, { modal: true, detail }, ...options);
  return picked === replace ? 'replace' : picked === both ? 'both' : undefined;
}

async function replaceText(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
  if (await workspace.applyEdit(edit)) return;
  throw new Reported('the document of the minutes cannot be changed');
}

/** Normalises a text for comparison: line ends depend on the editor. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
