import { type Memento, Uri, workspace } from 'vscode';
import { Remembered } from './remembered.js';

const maxPlaces = 200;

/** The folders that users saved the minutes of logs to. */
export class SavePlaces {
  /** By log, the URI of the folder. */
  readonly #folders: Remembered<string>;

  constructor(memory: Memento) {
    this.#folders = new Remembered(memory, 'savedTo', maxPlaces);
  }

  /** Where minutes of a log were saved last, or else its own folder, or the open one if that cannot be written to. */
  folderFor(log: Uri): Uri | undefined {
    const saved = this.#folders.of(log);
    if (saved !== undefined) return Uri.parse(saved);
    // What is in no file, in an archive or in a revision has no folder.
    return workspace.fs.isWritableFileSystem(log.scheme)
      ? Uri.joinPath(log, '..')
      : workspace.workspaceFolders?.[0]?.uri;
  }

  async remember(log: Uri, file: Uri): Promise<void> {
    await this.#folders.set(log, Uri.joinPath(file, '..').toString());
  }
}
