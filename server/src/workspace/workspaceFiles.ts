/** How files of a workspace are read, whatever system they are on. */
export interface WorkspaceFiles {
  /** The text of a file; undefined if there is no such file, or if it cannot be read. Never rejects. */
  read(uri: string): Promise<string | undefined>;
}

/** Of a host without files. */
export const noFiles: WorkspaceFiles = { read: () => Promise.resolve(undefined) };

/** The first of some readers that has a file. */
export function firstOf(...readers: readonly WorkspaceFiles[]): WorkspaceFiles {
  return {
    async read(uri) {
      for (const reader of readers) {
        const text = await reader.read(uri);
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
}
