import type { WorkspaceEdit } from 'vscode-languageserver';
import type { MinutesResult } from '../protocol.js';
import { besideUri } from './uris.js';

/** Creates a new file with the minutes beside the log, for editors without their own command. Never replaces a file. */
export function newMinutesFile(
  logUri: string,
  { fileName, text }: MinutesResult,
): { uri: string; edit: WorkspaceEdit } {
  const uri = besideUri(logUri, fileName);
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
