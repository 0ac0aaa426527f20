import { env, UIKind, type Uri, workspace } from 'vscode';

/**
 * The URI of an untitled document that VS Code saves as a file without asking for a name; undefined if it would save it to
 * another file system.
 */
export function untitledFor(file: Uri): Uri | undefined {
  if (file.scheme === 'vscode-remote') return file.with({ scheme: 'untitled', authority: '' });
  return file.scheme === localScheme() ? file.with({ scheme: 'untitled' }) : undefined;
}

/** Where VS Code saves untitled documents: on the disk, or in a browser, on the folder's file system. */
function localScheme(): string {
  const isBrowserOnly = env.uiKind === UIKind.Web && env.remoteName === undefined;
  return (isBrowserOnly && workspace.workspaceFolders?.[0]?.uri.scheme) || 'file';
}
