import { env, type TextDocument, UIKind, Uri, window } from 'vscode';

/** The label of a button that opens a file in the browser. */
export const inBrowser = 'Open in Browser';

/** Whether the user's browser can open a file: it must be on their own disk, and VS Code must not run in a browser. */
export function canOpenInBrowser(file: Uri): boolean {
  return (
    file.scheme === 'file' &&
    /\.html$/i.test(file.path) &&
    env.uiKind === UIKind.Desktop &&
    env.remoteName === undefined
  );
}

export async function openInBrowser(file: Uri): Promise<void> {
  await env.openExternal(file);
}

/** Offers to save a page whose source has been opened, and to open it in the browser. */
export function offerBrowser(document: TextDocument): void {
  const { uri } = document;
  const file = uri.scheme === 'untitled' ? Uri.from({ ...uri, scheme: 'file' }) : uri;
  if (document.languageId !== 'html' || !uri.path.startsWith('/') || !canOpenInBrowser(file)) return;
  const button = 'Save and Open in Browser';
  void window.showInformationMessage('This is the source of the page.', button).then(async (picked) => {
    if (picked === button && (await document.save())) await openInBrowser(file);
  });
}
