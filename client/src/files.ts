import { type Uri, workspace } from 'vscode';

/** Writes a file whole or not at all: what was there stays until the new text is complete. */
export async function replaceFile(target: Uri, text: string): Promise<void> {
  const part = target.with({ path: `${target.path}.${Date.now().toString(36)}.part` });
  await workspace.fs.writeFile(part, new TextEncoder().encode(text));
  try {
    await workspace.fs.rename(part, target, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(part);
    throw error;
  }
}
