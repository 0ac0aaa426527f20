import * as vscode from 'vscode';

/** The folder that the tests run in: a copy of the examples. */
export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  if (!first) throw new Error('no folder is open');
  return first.uri;
}

/** Opens a file of the folder as a person does: unlike `openTextDocument`, it does not keep the document after its editor is closed. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.commands.executeCommand('vscode.open', uri, { viewColumn: vscode.ViewColumn.One, preview: false });
  const active = () => vscode.window.activeTextEditor?.document;
  return (await until(`${name} to open`, active, (document) => document?.uri.path === uri.path)) as vscode.TextDocument;
}

/** Writes a file of the folder. */
export async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder(), name), new TextEncoder().encode(text));
}

/** The text of a file of the folder, as it is on disk. */
export async function read(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder(), name)));
}

/** Asks until an answer will do: features come to be only when the server has started. */
export async function until<T>(what: string, ask: () => Thenable<T> | T, good: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The language of a document once it is the one that is expected. */
export async function untilLanguage(document: vscode.TextDocument, language: string): Promise<void> {
  await until(
    `${document.uri.path} to be ${language}`,
    () => document.languageId,
    (is) => is === language,
  );
}

/** Closes all editors without saving. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
