import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Abilities } from './abilities.js';

/** A document, and the version that edits are for. */
export interface Versioned {
  readonly uri: string;
  readonly version: number;
}

/** Edits of one document, with its version if the client supports that: it then refuses edits that are out of date. */
export function workspaceEdit(
  { uri, version }: Versioned,
  edits: readonly TextEdit[],
  { documentChanges }: Abilities,
): WorkspaceEdit {
  if (!documentChanges) return { changes: { [uri]: [...edits] } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
}
