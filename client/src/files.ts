import { Uri, workspace } from 'vscode';

/**
 * Writes a file. A new file is complete before it gets its name. An existing one is overwritten, as VS Code does when saving:
 * replacing it would lose its mode, owner and links.
 */
export async function replaceFile(target: Uri, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  if (await exists(target)) return workspace.fs.writeFile(target, bytes);
  const part = Uri.joinPath(target, '..', `.meetlog-${Date.now().toString(36)}.part`);
  await workspace.fs.writeFile(part, bytes);
  try {
    await workspace.fs.rename(part, target, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(part);
    throw error;
  }
}

/** Whether a file or folder exists. */
export async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
