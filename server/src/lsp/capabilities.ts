import {
  CodeActionKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import { fixAllKind } from '../features/codeActions.js';
import { triggerCharacters } from '../features/completions.js';
import type { HelpAddress } from '../features/diagnostics.js';
import {
  checkAllCommand,
  explainProblemCommand,
  generateMinutesCommand,
  type InitializationOptions,
  minutesScheme,
} from '../protocol.js';
import { staticCapabilities } from './registrations.js';
import { folderOperations } from './watchLogs.js';

/** The capabilities that the server offers to a client. */
export function initializeResult(client: InitializeParams): InitializeResult {
  return {
    serverInfo: { name: 'meetlog', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...staticCapabilities(client),
      completionProvider: { triggerCharacters: [...triggerCharacters] },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      inlayHintProvider: true,
      hoverProvider: true,
      documentHighlightProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: client.capabilities.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
      codeLensProvider: { resolveProvider: true },
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
        resolveProvider: true,
      },
      diagnosticProvider: { identifier: 'meetlog', interFileDependencies: false, workspaceDiagnostics: false },
      workspaceSymbolProvider: true,
      workspace: {
        fileOperations: folderOperations,
        textDocumentContent: { schemes: [minutesScheme] },
        workspaceFolders: { supported: true, changeNotifications: true },
      },
      ...(!ownsCommands(client) && { executeCommandProvider: { commands: [generateMinutesCommand, checkAllCommand] } }),
    },
  };
}

/** Whether a client has its own commands for minutes. */
export function ownsCommands({ initializationOptions }: InitializeParams): boolean {
  return (initializationOptions as InitializationOptions | undefined)?.minutesCommands === true;
}

/** What explains problems to a client's users: its own command, or else the page, if there is one. */
export function helpAddress(client: InitializeParams, page: string | undefined): HelpAddress {
  if (ownsCommands(client))
    return (code) => `command:${explainProblemCommand}?${encodeURIComponent(JSON.stringify(code))}`;
  return (code) => page && `${page}#${code}`;
}
