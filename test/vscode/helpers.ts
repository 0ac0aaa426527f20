import * as vscode from 'vscode';

/** The folder that the tests run in: a copy of the examples. */
export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  if (!first) throw new Error('no folder is open');
  return first.uri;
}

/**
 * Opens a file of the folder as a person does: unlike `openTextDocument`, it does not keep the document after its editor is
 * closed.
 */
export async function open(name: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.commands.executeCommand('vscode.open', uri, { viewColumn: vscode.ViewColumn.One, preview: false });
  return (await untilActive(`${name} to open`, ({ uri: { path } }) => path === uri.path)).document;
}

/** Writes a file of the folder. */
export async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder(), name), new TextEncoder().encode(text));
}

/** The text of a file of the folder, as it is on disk. */
export async function read(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder(), name)));
}

/** The codes of the problems of a document. */
export function codesOf({ uri }: vscode.TextDocument): (string | number)[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => (typeof code === 'object' ? code.value : (code ?? '')));
}

/** Types some lines above a line of a document. */
export async function insert({ uri }: vscode.TextDocument, line: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(line, 0), text);
  await vscode.workspace.applyEdit(edit);
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

/**
 * The editor that is active once its document is the one that is expected: VS Code tells of it a little later than a command is
 * done.
 */
export async function untilActive(
  what: string,
  good: (document: vscode.TextDocument) => boolean,
): Promise<vscode.TextEditor> {
  const active = () => vscode.window.activeTextEditor;
  const isGood = (editor?: vscode.TextEditor) => editor !== undefined && good(editor.document);
  return (await until(what, active, isGood)) as vscode.TextEditor;
}

/** The language of a document once it is the one that is expected. */
export async function untilLanguage(document: vscode.TextDocument, language: string): Promise<void> {
  await until(
    `${document.uri.path} to be ${language}`,
    () => (document.isClosed ? 'none, for it is closed' : document.languageId),
    (is) => is === language,
  );
}

/**
 * Closes all editors without saving, and waits until they are gone: what follows would meet them on a slow machine. Documents
 * that are in no file stay: VS Code would give the text of one that it has just closed to the next of its name.
 */
export async function closeAll(): Promise<void> {
  const files = (documents: readonly vscode.TextDocument[]) => documents.filter(({ isUntitled }) => !isUntitled);
  const dirty = () => files(vscode.workspace.textDocuments).filter(({ isDirty }) => isDirty);
  for (const document of dirty()) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  const tabs = () =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => !(input instanceof vscode.TabInputText && input.uri.scheme === 'untitled'));
  await vscode.window.tabGroups.close(tabs());
  const left = () => [
    ...tabs().map(({ label }) => label),
    ...[...dirty(), ...files(vscode.window.visibleTextEditors.map(({ document }) => document))].map(
      ({ uri }) => uri.path,
    ),
  ];
  await until('all editors to close', left, ({ length }) => length === 0);
}

/** Stands in for a window's questions: each answers as it is told, and notes what it was asked. */
export function answering<K extends 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage'>(
  kind: K,
  answer: (message: string, ...options: unknown[]) => unknown,
): { readonly told: string[]; readonly dispose: () => void } {
  const before = vscode.window[kind];
  const told: string[] = [];
  vscode.window[kind] = (async (message: string, ...options: unknown[]) => {
    told.push(message);
    return answer(message, ...options);
  }) as never;
  return {
    told,
    dispose: () => {
      vscode.window[kind] = before;
    },
  };
}

/** Closes untitled documents without a question: their tabs ask, those of files do not. */
export async function discardUntitled(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'untitled')) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
