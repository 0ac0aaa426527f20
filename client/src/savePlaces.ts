import { type Memento, Uri, workspace } from 'vscode';

const key = 'savedTo';
/** How many logs are remembered: the latest. */
const maxPlaces = 200;

/** Remembers into which folder the minutes of each log were saved. */
export class SavePlaces {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** Where minutes of a log were saved last, else beside it; where nothing can be written there, the folder that is open, if one is. */
  folderFor(log: Uri): Uri | undefined {
    const saved = this.#places().find(([known]) => known === log.toString())?.[1];
    if (saved !== undefined) return Uri.parse(saved);
    // What is in no file, in an archive or in a revision has no folder.
    return workspace.fs.isWritableFileSystem(log.scheme)
      ? Uri.joinPath(log, '..')
      : workspace.workspaceFolders?.[0]?.uri;
  }

  async remember(log: Uri, file: Uri): Promise<void> {
    const others = this.#places().filter(([known]) => known !== log.toString());
    const place = [log.toString(), Uri.joinPath(file, '..').toString()] as const;
    await this.#memory.update(key, [...others, place].slice(-maxPlaces));
  }

  #places(): readonly (readonly [log: string, folder: string])[] {
    return this.#memory.get(key, []);
  }
}
