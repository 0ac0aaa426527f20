import type { TextEdit } from 'vscode-languageserver';
import type { SnippetEdit } from '../workspaceEdit.js';

/** A way to repair a problem. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly (TextEdit | SnippetEdit)[];
  /** Whether it is most likely the right one. */
  readonly preferred?: true;
  /** Whether its edits take long to make: then they are made only when they are read. */
  readonly isLong?: true;
  /** Whether it only helps to type what is missing, which needs snippets. */
  readonly needsSnippets?: true;
}

/** A fix, as a list; an empty one if an edit cannot be made. */
export function fix(
  title: string,
  edits: readonly (Fix['edits'][number] | undefined)[],
  options?: Partial<Fix>,
): Fix[] {
  const made = edits.filter((edit) => edit !== undefined);
  return made.length === edits.length ? [{ title, edits: made, ...options }] : [];
}
