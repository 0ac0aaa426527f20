import type { TextEdit } from 'vscode-languageserver';
import { snippetOf } from '../snippets.js';
import type { SnippetEdit } from '../workspaceEdit.js';
import type { Fix } from './fix.js';

/** A refactoring, and what its kind is below `refactor.rewrite`. */
export interface Refactoring extends Fix {
  readonly kind: 'record' | 'change' | 'assign' | 'topic' | 'correct' | 'scribe';
}

/** Fixes as refactorings of a kind. */
export function named(kind: Refactoring['kind'], fixes: readonly Fix[]): Refactoring[] {
  return fixes.map((one) => ({ kind, ...one }));
}

/** A new line with a part that is to be changed, if that is in it as it is. */
export function withPlaceholder(edit: TextEdit, text: string): SnippetEdit | TextEdit {
  const start = edit.newText.lastIndexOf(text);
  if (start < 0) return edit;
  const pieces = [edit.newText.slice(0, start), [0, text] as const, edit.newText.slice(start + text.length)];
  return { ...edit, snippet: snippetOf(pieces) };
}

/** About the most characters of a title. */
const longestTitle = 60;

/** The first words of a line as a title, which is to be changed. */
export function titleFrom(text: string): string {
  const words = text.trim().split(/\s+/);
  let title = '';
  for (const word of words) {
    if (title !== '' && title.length + word.length >= longestTitle) break;
    title += `${title && ' '}${word}`;
  }
  let end = Math.min(title.length, longestTitle);
  while (/[\s.,:;!?]/.test(title.charAt(end - 1))) end--;
  return title.slice(0, end).toWellFormed();
}
