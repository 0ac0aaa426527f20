import type { DocumentLink, TextDocument, Uri } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';

/**
 * Leaves out links to URLs that VS Code would change: it decodes the targets that extensions give it, and encodes them in its own
 * way, so that `%2F` becomes `/`. It finds these URLs itself, and opens them as they are written.
 */
export const linkMiddleware: NonNullable<LanguageClientOptions['middleware']> = {
  provideDocumentLinks: async (document, token, next) => {
    const links = await next(document, token);
    return links?.filter((link) => !isChanged(document, link));
  },
};

function isChanged(document: TextDocument, { range, target }: DocumentLink): boolean {
  const text = document.getText(range);
  return target !== undefined && /^https?:.*%/.test(text) && opened(target) !== text;
}

/** What VS Code opens. */
function opened(target: Uri): string {
  return encodeURI(target.toString(true));
}
