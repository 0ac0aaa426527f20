import {
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type ExecuteCommandParams,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { version } from '../../package.json';
import { codeActions } from './features/codeActions.js';
import { codeLenses } from './features/codeLenses.js';
import { newMinutesFile } from './features/createMinutes.js';
import { diagnostics } from './features/diagnostics.js';
import { documentSymbols } from './features/documentSymbols.js';
import { foldingRanges } from './features/foldingRanges.js';
import { hover } from './features/hover.js';
import { choices, formats, minutes, preview, topic } from './features/minutes.js';
import { nearItem } from './features/nearItem.js';
import { summary } from './features/summary.js';
import { type LogDocument, logDocuments, logOf } from './logDocument.js';
import type { MeetingLog } from './meeting/meetingLog.js';
import {
  choicesRequest,
  formatsRequest,
  generateMinutesCommand,
  type InitializationOptions,
  type LinePosition,
  type MinutesParams,
  minutesRequest,
  minutesScheme,
  type NearItemParams,
  nearItemRequest,
  previewRequest,
  type SummaryParams,
  summaryRequest,
  topicRequest,
} from './protocol.js';
import type { Settings } from './settings.js';
import { SettingsStore } from './settingsStore.js';
import { VirtualMinutes } from './virtualMinutes.js';

/** What a feature works on: a log, its URI and the settings that hold for it. */
interface Subject {
  readonly log: MeetingLog;
  readonly uri: string;
  readonly settings: Settings;
}

/**
 * Serves Meetlog's features over a connection, whatever its transport: the only file that sees both.
 * Every document that a client opens is served, under any language id: what is a meeting log is the client's to decide.
 */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments<LogDocument>(logDocuments);
  let params: InitializeParams;
  let settings: SettingsStore;

  connection.onInitialize((given) => {
    params = given;
    settings = new SettingsStore(connection, given);
    return initializeResult(given);
  });
  connection.onInitialized(() => settings.watch(() => inBackground(settingsChanged())));

  /** Lets something go on that nobody waits for. A client that refuses a request of ours ends nothing. */
  function inBackground(work: Promise<void>): void {
    work.catch((error) => connection.console.error(String(error)));
  }

  /** Asks a feature about an open document. What fails is logged and answered neutrally: no request ends the server. */
  async function ask<R>(uri: string, neutral: R, feature: (subject: Subject) => R): Promise<R> {
    const held = await settings.of(uri);
    const document = documents.get(uri);
    if (!document) return neutral;
    try {
      return feature({ log: logOf(document, held), uri, settings: held });
    } catch (error) {
      // A feature that says what is wrong says it to the client.
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${uri}: ${error instanceof Error ? error.stack : error}`);
      return neutral;
    }
  }

  connection.onDocumentSymbol(({ textDocument: { uri } }) => ask(uri, null, ({ log }) => documentSymbols(log)));
  connection.onFoldingRanges(({ textDocument: { uri } }) => ask(uri, null, ({ log }) => foldingRanges(log)));
  connection.onHover(({ textDocument: { uri }, position }) => ask(uri, null, ({ log }) => hover(log, position)));
  connection.onCodeLens(({ textDocument: { uri } }) =>
    ask(uri, null, (at) => (at.settings.codeLens ? codeLenses(at.log, uri, ownsCommands(params)) : [])),
  );
  connection.onCodeAction(({ textDocument: { uri }, range, context }) =>
    ask(uri, null, ({ log }) => codeActions(log, uri, range, context.diagnostics)),
  );
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    const [resultId, items] = await ask<[string?, Diagnostic[]?]>(uri, [], (at) => {
      const state = stateOf(at);
      return state === previousResultId ? [state] : [state, diagnostics(at.log, uri, at.settings)];
    });
    if (resultId !== undefined && !items) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, ...(resultId && { resultId }), items: items ?? [] };
  });

  connection.onRequest(formatsRequest, formats);
  connection.onRequest(choicesRequest, choices);
  const writeMinutes = (given: MinutesParams) =>
    ask(given.textDocument.uri, null, (at) => minutes(at.log, given, at.settings));
  const virtualMinutes = new VirtualMinutes(connection, writeMinutes);
  connection.onRequest(minutesRequest, writeMinutes);
  connection.onRequest(topicRequest, ({ textDocument: { uri }, line }: LinePosition) =>
    ask(uri, null, (at) => topic(at.log, line, at.settings)),
  );
  connection.onRequest(previewRequest, ({ textDocument: { uri }, line }: LinePosition) =>
    ask(uri, null, (at) => preview(at.log, line, at.settings)),
  );
  connection.onRequest(summaryRequest, ({ textDocument: { uri } }: SummaryParams) =>
    ask(uri, null, (at) => summary(at.log, uri, at.settings)),
  );
  connection.onRequest(nearItemRequest, ({ textDocument: { uri }, line, direction }: NearItemParams) =>
    ask(uri, null, ({ log }) => nearItem(log, line, direction)),
  );
  connection.onExecuteCommand(execute);

  /** Generates minutes for a client without commands of its own: into a new file beside the log, which is then shown. */
  async function execute({ command, arguments: given = [] }: ExecuteCommandParams): Promise<void> {
    const [uri, meeting, format = formats()[0]?.name] = given as [string, number, string?];
    if (command !== generateMinutesCommand) return;
    const result = await writeMinutes({ textDocument: { uri }, meeting, format: format ?? '' });
    if (!result) {
      return showError(`Meetlog: there is no meeting ${meeting + 1} in ${uri}, or no format ${format}.`);
    }
    const file = newMinutesFile(uri, result);
    const { applied, failureReason } = await connection.workspace.applyEdit({
      label: 'Generate minutes',
      edit: file.edit,
    });
    if (!applied) return showError(`Meetlog could not create ${file.uri}. ${failureReason ?? 'Does it exist?'}`);
    if (params.capabilities.window?.showDocument?.support) {
      await connection.window.showDocument({ uri: file.uri, takeFocus: true });
    }
  }

  /** Not as `connection.window` does it, with a request that not every client answers. */
  function showError(message: string): Promise<void> {
    return connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
  }

  /** Sends diagnostics to a client that cannot ask for them. */
  async function push(uri: string): Promise<void> {
    if (params.capabilities.textDocument?.diagnostic) return;
    const document = documents.get(uri);
    const items = await ask(uri, [], (at) => diagnostics(at.log, uri, at.settings));
    // Whoever changed the document meanwhile has asked for newer ones.
    if (documents.get(uri) !== document) return;
    await connection.sendDiagnostics({ uri, ...(document && { version: document.version }), diagnostics: items });
  }

  async function settingsChanged(): Promise<void> {
    const { workspace } = params.capabilities;
    if (workspace?.diagnostics?.refreshSupport) await connection.languages.diagnostics.refresh();
    if (workspace?.codeLens?.refreshSupport) await connection.sendRequest(CodeLensRefreshRequest.type);
    for (const uri of documents.keys()) {
      virtualMinutes.changed(uri);
      await push(uri);
    }
  }

  documents.onDidChangeContent(({ document: { uri } }) => {
    virtualMinutes.changed(uri);
    inBackground(push(uri));
  });
  documents.onDidClose(({ document: { uri } }) => {
    settings.forget(uri);
    virtualMinutes.changed(uri);
    inBackground(push(uri));
  });
  documents.listen(connection);
  connection.listen();
}

const states = new WeakMap<object, number>();
let lastState = 0;

/** A name for what a feature works on: the same log under the same settings has the same. */
function stateOf({ log, settings }: Subject): string {
  return [log, settings].map(numberOf).join('.');
}

function numberOf(object: object): number {
  const number = states.get(object) ?? ++lastState;
  states.set(object, number);
  return number;
}

function initializeResult(params: InitializeParams): InitializeResult {
  return {
    serverInfo: { name: 'meetlog', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      documentSymbolProvider: { label: 'Meetlog' },
      foldingRangeProvider: true,
      hoverProvider: true,
      codeLensProvider: {},
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      diagnosticProvider: { identifier: 'meetlog', interFileDependencies: false, workspaceDiagnostics: false },
      workspace: { textDocumentContent: { schemes: [minutesScheme] } },
      ...(!ownsCommands(params) && { executeCommandProvider: { commands: [generateMinutesCommand] } }),
    },
  };
}

function ownsCommands({ initializationOptions }: InitializeParams): boolean {
  return (initializationOptions as InitializationOptions | undefined)?.minutesCommands === true;
}
