import Module from 'node:module';
import { EventEmitter, type FakeDocument, Range, Uri } from '../../helpers/vscode.js';

/**
 * Makes `require('vscode')` return something for every property: it can be called, constructed and extended, and so can its own
 * properties.
 */
export function anyVscode(): void {
  const anything: object = new Proxy(class {}, {
    apply: () => anything,
    construct: (target, args, made) => (made === anything ? anything : Reflect.construct(target, args, made)),
    get: (target, name) => (name === 'version' ? '1.100.0' : (Reflect.get(target, name) ?? anything)),
  });
  serve(anything);
}

/**
 * Makes `require('vscode')` return only what the extension uses before a meeting log is open, with one open document. Using
 * anything else is an error, including everything that the language client uses.
 */
export function stubVscode(document: FakeDocument): { context: object; languageOf: () => string } {
  let language = document.languageId;
  const nothing = { dispose: () => undefined };
  const listen = () => nothing;
  const kind: object = { append: () => kind };
  const memory = { get: (_key: string, preset: unknown) => preset, update: async () => undefined };
  const known: Readonly<Record<string, unknown>> = {
    CodeActionKind: { QuickFix: {} },
    Disposable: { from: listen },
    DocumentDropOrPasteEditKind: { Empty: kind, Text: kind },
    EventEmitter,
    Range,
    Uri,
    commands: { registerCommand: listen },
    languages: {
      createLanguageStatusItem: () => ({ ...nothing }),
      registerCodeActionsProvider: listen,
      registerDocumentDropEditProvider: listen,
      registerDocumentHighlightProvider: listen,
      registerDocumentLinkProvider: listen,
      registerDocumentPasteEditProvider: listen,
      setTextDocumentLanguage: async (_document: FakeDocument, to: string) => {
        language = to;
      },
    },
    tasks: { registerTaskProvider: listen },
    window: {
      createTreeView: () => ({
        ...nothing,
        onDidChangeCheckboxState: listen,
        onDidChangeVisibility: listen,
      }),
      activeTextEditor: { document },
      visibleTextEditors: [],
      onDidChangeActiveTextEditor: listen,
      onDidChangeVisibleTextEditors: listen,
      registerWebviewPanelSerializer: listen,
      tabGroups: {
        all: [],
        activeTabGroup: { activeTab: undefined },
        onDidChangeTabs: listen,
        onDidChangeTabGroups: listen,
      },
    },
    workspace: {
      textDocuments: [document],
      getConfiguration: () => ({ get: memory.get }),
      onDidChangeConfiguration: listen,
      onDidChangeTextDocument: listen,
      onDidChangeWorkspaceFolders: listen,
      onDidCloseTextDocument: listen,
      onDidGrantWorkspaceTrust: listen,
      onDidOpenTextDocument: listen,
      registerTextDocumentContentProvider: listen,
    },
  };
  const vscode = new Proxy(known, {
    get(target, name) {
      if (typeof name === 'string' && name in target) return target[name];
      throw new Error(`vscode.${String(name)} was taken before a meeting log was open`);
    },
  });
  serve(vscode);
  const context = {
    subscriptions: [],
    globalState: memory,
    workspaceState: memory,
    extensionUri: Uri.file(process.cwd()),
    asAbsolutePath: (path: string) => path,
  };
  return { context, languageOf: () => language };
}

function serve(vscode: object): void {
  const loader = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
  const load = loader._load;
  loader._load = (name, ...rest) => (name === 'vscode' ? vscode : load.call(loader, name, ...rest));
}
