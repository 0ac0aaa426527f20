import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Abilities } from './abilities.js';

/** A document, and the version that edits are for. */
export interface Versioned {
  readonly uri: string;
  readonly version: number;
}

/** An edit that has a snippet for clients that support that. */
export interface SnippetEdit extends TextEdit {
  /** The same text with places for the cursor, such as `$0`. */
  readonly snippet: string;
}

/** Edits of one document, with its version if the client supports that: it then refuses edits that are out of date. */
export function workspaceEdit(
  { uri, version }: Versioned,
  edits: readonly (TextEdit | SnippetEdit)[],
  { documentChanges, snippetEdits }: Abilities,
): WorkspaceEdit {
  const made = edits.map((edit) => (snippetEdits ? withSnippet(edit) : plain(edit)));
  if (!documentChanges) return { changes: { [uri]: edits.map(plain) } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: made }] };
}

function plain({ range, newText }: TextEdit): TextEdit {
  return { range, newText };
}

function withSnippet(edit: TextEdit | SnippetEdit): TextEdit | SnippetTextEdit {
  if (!('snippet' in edit)) return edit;
  return { range: edit.range, snippet: { kind: 'snippet', value: edit.snippet } };
}
