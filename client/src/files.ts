import { Uri, workspace } from 'vscode';

/**
 * Writes a file. A new one is complete before it gets its name. One that is there is written as VS Code saves any file: put in its place,
 * another would have neither its mode and owner nor the links that lead to it.
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

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
