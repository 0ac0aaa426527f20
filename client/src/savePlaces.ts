import { type Memento, Uri, workspace } from 'vscode';
import { Remembered } from './remembered.js';
import { untitledFor } from './untitled.js';

const maxPlaces = 200;

/** The folders that minutes of logs go to. */
export class SavePlaces {
  /** By log, the URI of the folder that a user saved its minutes to. */
  readonly #folders: Remembered<string>;
  readonly #home: Uri | undefined;

  /** `home` is the folder of the person, if there is one. */
  constructor(memory: Memento, home?: Uri) {
    this.#folders = new Remembered(memory, 'savedTo', maxPlaces);
    this.#home = home;
  }

  /** Where minutes of a log were saved last, or else its own folder, the open one or the person’s, whichever can be written to. */
  folderFor(log: Uri): Uri | undefined {
    const saved = this.#folders.of(log);
    return saved === undefined ? this.#candidates(log)[0] : Uri.parse(saved);
  }

  /** The folder for minutes that are opened and not saved; undefined if VS Code can save into none without asking. */
  besideLog(log: Uri): Uri | undefined {
    return this.#candidates(log).find((folder) => untitledFor(folder));
  }

  async remember(log: Uri, file: Uri): Promise<void> {
    await this.#folders.set(log, Uri.joinPath(file, '..').toString());
  }

  /** The folders that come into question: the log's own, the one that is open, the person's. */
  #candidates(log: Uri): Uri[] {
    // What is in no file, in an archive or in a revision has no folder.
    const own = workspace.fs.isWritableFileSystem(log.scheme) ? Uri.joinPath(log, '..') : undefined;
    const open = workspace.workspaceFolders?.[0]?.uri;
    return [own, open, this.#home].filter((folder) => folder !== undefined);
  }
}
