import type { ChatText } from '../log/detect/chatText.js';

/** How files of a workspace are read, whatever system they are on. */
export interface WorkspaceFiles {
  /** The text of a file; undefined if there is no such file, or if it cannot be read. Never rejects. */
  read(uri: string): Promise<string | undefined>;
  /** The same for a file that may be a chat; without it, `read` is used. Never rejects. */
  readChat?(uri: string): Promise<ChatText | undefined>;
  /**
   * The files in these folders, at any depth, whose names are those of logs; undefined if they cannot be listed. Never
   * rejects. Only logs in folders that this system has are found.
   */
  list?(folders: readonly string[]): Promise<readonly string[] | undefined>;
}

/** The endings of names of logs. */
export const logEnding = /\.(?:log|txt|irclog|weechatlog|meetlog)$/i;
/** Folders in which no one has logs. */
export const skippedFolders: readonly string[] = ['node_modules', '.git', '.hg', '.svn'];

/** Of a host without files. */
export const noFiles: WorkspaceFiles = { read: () => Promise.resolve(undefined) };

/** The first of some readers that has a file. */
export function firstOf(...readers: readonly WorkspaceFiles[]): WorkspaceFiles {
  const first = async <T>(ask: (reader: WorkspaceFiles) => Promise<T | undefined>): Promise<T | undefined> => {
    for (const reader of readers) {
      const text = await ask(reader);
      if (text !== undefined) return text;
    }
    return undefined;
  };
  return {
    read: (uri) => first((reader) => reader.read(uri)),
    readChat: (uri) => first<ChatText>((reader) => (reader.readChat ? reader.readChat(uri) : reader.read(uri))),
  };
}
