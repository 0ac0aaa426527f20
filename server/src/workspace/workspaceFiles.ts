/** How files of a workspace are read, whatever system they are on. */
export interface WorkspaceFiles {
  /** The text of a file; undefined if there is no such file, or if it cannot be read. Never rejects. */
  read(uri: string, options?: ReadOptions): Promise<string | undefined>;
  /**
   * The files in these folders, at any depth, whose names are those of logs; undefined if they cannot be listed. Never
   * rejects. Only logs in folders that this system has are found.
   */
  list?(folders: readonly string[]): Promise<readonly string[] | undefined>;
}

export interface ReadOptions {
  /** If true, the text of a file is empty if its first 64 KB are not those of a chat. */
  readonly onlyChat?: boolean;
}

/** The endings of names of logs. */
export const logEnding = /\.(?:log|txt|irclog|weechatlog|meetlog)$/i;
/** Folders in which no one has logs. */
export const skippedFolders: readonly string[] = ['node_modules', '.git', '.hg', '.svn'];

/** Of a host without files. */
export const noFiles: WorkspaceFiles = { read: () => Promise.resolve(undefined) };

/** The first of some readers that has a file. */
export function firstOf(...readers: readonly WorkspaceFiles[]): WorkspaceFiles {
  return {
    async read(uri, options) {
      for (const reader of readers) {
        const text = await reader.read(uri, options);
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
}
