import { type Memento, Uri, workspace } from 'vscode';
import { fileOf } from './exportDocuments.js';
import { Remembered } from './remembered.js';
import { untitledFor } from './untitled.js';

const maxPlaces = 200;

/** The folders for minutes of logs. */
export class SavePlaces {
  /** For each log, the URI of the folder to which its minutes were saved. */
  readonly #folders: Remembered<string>;
  readonly #home: Uri | undefined;

  /** `home` is the user's home folder, if there is one. */
  constructor(memory: Memento, home?: Uri) {
    this.#folders = new Remembered(memory, 'savedTo', maxPlaces);
    this.#home = home;
  }

  /**
   * Where minutes of a log were last saved, or else the first writable one of its own folder, the open folder and the home
   * folder.
   */
  folderFor(log: Uri): Uri | undefined {
    const saved = this.#folders.of(log);
    return saved === undefined ? this.#candidates(log)[0] : Uri.parse(saved);
  }

  /** The folder for unsaved minutes; undefined if there is none that VS Code can save to without asking. */
  besideLog(log: Uri): Uri | undefined {
    return this.#candidates(log).find((folder) => untitledFor(folder));
  }

  async remember(log: Uri, file: Uri): Promise<void> {
    await this.#folders.set(log, Uri.joinPath(file, '..').toString());
  }

  /** The candidates: the log's own folder, the open folder, the home folder. */
  #candidates(log: Uri): Uri[] {
    // Untitled documents, and files in archives or revisions, have no folder.
    const file = fileOf(log);
    const own = workspace.fs.isWritableFileSystem(file.scheme) ? Uri.joinPath(file, '..') : undefined;
    const open = workspace.workspaceFolders?.[0]?.uri;
    return [own, open, this.#home].filter((folder) => folder !== undefined);
  }
}
