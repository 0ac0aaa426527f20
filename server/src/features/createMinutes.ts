import type { WorkspaceEdit } from 'vscode-languageserver';
import type { MinutesResult } from '../protocol.js';

/** A new file beside a log that holds its minutes: for editors without a command of their own. Never replaces a file. */
export function newMinutesFile(
  logUri: string,
  { fileName, text }: MinutesResult,
): { uri: string; edit: WorkspaceEdit } {
  const uri = logUri.slice(0, logUri.lastIndexOf('/') + 1) + encodeURIComponent(fileName);
  const start = { line: 0, character: 0 };
  return {
    uri,
    edit: {
      documentChanges: [
        { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
        { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
      ],
    },
  };
}
