import {
  type CancellationToken,
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ExecuteCommandParams,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ResponseError,
  type SemanticTokens,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { version } from '../../package.json';
import { codeActions } from './features/codeActions.js';
import { codeLenses, type LensData, resolveCodeLens } from './features/codeLenses.js';
import { newMinutesFile } from './features/createMinutes.js';
import { diagnostics } from './features/diagnostics.js';
import { documentSymbols } from './features/documentSymbols.js';
import { foldingRanges } from './features/foldingRanges.js';
import { hover } from './features/hover.js';
import { choices, formats, minutes, preview, topic } from './features/minutes.js';
import { nearItem } from './features/nearItem.js';
import { semanticLegend, semanticTokens } from './features/semanticTokens.js';
import { meetings, summary } from './features/summary.js';
import { findLog, type LogDocument, logDocuments } from './logDocument.js';
import type { MeetingLog } from './meeting/meetingLog.js';
import { problemsBySection } from './meeting/problems.js';
import type { TemplateRunner } from './minutes/template.js';
import { Numbers } from './numbers.js';
import {
  choicesRequest,
  formatsRequest,
  generateMinutesCommand,
  type InitializationOptions,
  type LinePosition,
  type MinutesParams,
  type MinutesResult,
  meetingsRequest,
  minutesRequest,
  minutesScheme,
  type NearItemParams,
  nearItemRequest,
  previewRequest,
  type SummaryParams,
  summaryRequest,
  topicRequest,
} from './protocol.js';
import { SentDiagnostics } from './sentDiagnostics.js';
import type { Settings } from './settings.js';
import { SettingsStore } from './settingsStore.js';
import { inSlices, refuseCancelled } from './slices.js';
import { VirtualMinutes } from './virtualMinutes.js';

/** What a feature works on: a log, its URI and the settings that hold for it. */
interface Subject {
  readonly log: MeetingLog;
  readonly uri: string;
  readonly settings: Settings;
  /** Whether the log has changed since, or nobody waits for the answer any more. */
  readonly isUseless: () => boolean;
}

/**
 * Serves Meetlog's features over a connection, whatever its transport: the only file that sees both.
 * Every document that a client opens is served, under any language id: what is a meeting log is the client's to decide.
 */
export function startServer(connection: Connection, runTemplate: TemplateRunner): void {
  const documents = new TextDocuments<LogDocument>(logDocuments);
  let params: InitializeParams;
  let settings: SettingsStore;

  connection.onInitialize((given) => {
    params = given;
    settings = new SettingsStore(connection, given);
    return initializeResult(given);
  });
  connection.onInitialized(() => settings.watch(() => inBackground(settingsChanged())));

  /** The state of each document's problems that was pushed last. */
  const pushedIds = new Map<string, string>();

  /** Lets something go on that nobody waits for. A client that refuses a request of ours ends nothing. */
  function inBackground(work: Promise<void>): void {
    work.catch((error) => connection.console.error(String(error)));
  }

  /**
   * Asks a feature about an open document, once its meetings are found. It is asked again if it answers undefined because the
   * document has changed. What fails is logged and answered neutrally: no request ends the server.
   */
  async function ask<R>(
    uri: string,
    neutral: R,
    feature: (subject: Subject) => R | Promise<R | undefined>,
    token?: CancellationToken,
  ): Promise<R> {
    const held = await settings.of(uri);
    try {
      for (let document = documents.get(uri); document; document = documents.get(uri)) {
        const asked = document;
        const isChanged = () => documents.get(uri) !== asked;
        const isUseless = () => isChanged() || token?.isCancellationRequested === true;
        const log = await inSlices(findLog(asked, held), isChanged, token);
        const answer = log && (await feature({ log, uri, settings: held, isUseless }));
        if (answer !== undefined) return answer;
        refuseCancelled(token);
      }
    } catch (error) {
      // A feature that says what is wrong says it to the client.
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${uri}: ${error instanceof Error ? error.stack : error}`);
    }
    return neutral;
  }

  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    ask(uri, null, ({ log }) => documentSymbols(log), token),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    ask(uri, null, ({ log }) => foldingRanges(log), token),
  );
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    ask(uri, null, ({ log }) => hover(log, position), token),
  );
  connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }, token) =>
    ask<SemanticTokens>(uri, { data: [] }, ({ log }) => semanticTokens(log, range), token),
  );
  /** Lenses name their document by its number: there are many of them, and URIs are long. */
  const numbers = new Numbers();
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    ask(
      uri,
      null,
      (at) => (at.settings.codeLens ? codeLenses(at.log, numbers.of(uri), ownsCommands(params)) : []),
      token,
    ),
  );
  connection.onCodeLensResolve((lens, token) => {
    const uri = numbers.named((lens.data as LensData)[0]);
    return ask(uri, lens, ({ log }) => resolveCodeLens(log, uri, lens), token);
  });
  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) =>
    ask(uri, null, ({ log }) => codeActions(log, uri, range, context.diagnostics), token),
  );
  const sent = new SentDiagnostics();
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    ask<DocumentDiagnosticReport>(
      uri,
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      (at) => {
        const resultId = sent.resultId(uri, problemsBySection(at.log), at.settings);
        if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
        return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics(at.log, uri, at.settings) };
      },
      token,
    ),
  );

  connection.onRequest(formatsRequest, formats);
  connection.onRequest(choicesRequest, choices);
  const writeMinutes = (given: MinutesParams, token?: CancellationToken) =>
    ask<MinutesResult | null>(
      given.textDocument.uri,
      null,
      (at) => minutes(at.log, given, at.settings, runTemplate, at.isUseless),
      token,
    );
  const virtualMinutes = new VirtualMinutes(connection, writeMinutes);
  connection.onRequest(minutesRequest, writeMinutes);
  connection.onRequest(topicRequest, ({ textDocument: { uri }, line }: LinePosition) =>
    ask(uri, null, (at) => topic(at.log, line, at.settings)),
  );
  connection.onRequest(previewRequest, ({ textDocument: { uri }, line }: LinePosition) =>
    ask(uri, null, (at) => preview(at.log, line, at.settings)),
  );
  connection.onRequest(summaryRequest, ({ textDocument: { uri } }: SummaryParams) =>
    ask(uri, null, (at) => summary(at.log, at.settings)),
  );
  connection.onRequest(meetingsRequest, ({ textDocument: { uri } }: SummaryParams) =>
    ask(uri, null, ({ log }) => meetings(log)),
  );
  connection.onRequest(nearItemRequest, ({ textDocument: { uri }, line, direction }: NearItemParams) =>
    ask(uri, null, ({ log }) => nearItem(log, line, direction)),
  );
  connection.onExecuteCommand(execute);

  /** Generates minutes for a client without commands of its own: into a new file beside the log, which is then shown. */
  async function execute({ command, arguments: given }: ExecuteCommandParams): Promise<void> {
    const [uri, meeting, format = formats()[0]?.name] = (given ?? []) as [string, number, string?];
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

  /** Sends diagnostics to a client that cannot ask for them, if they are not what was sent last. */
  async function push(uri: string): Promise<void> {
    if (params.capabilities.textDocument?.diagnostic) return;
    const pushed = await ask(uri, { resultId: '', items: [] as Diagnostic[] }, (at) => ({
      resultId: sent.resultId(uri, problemsBySection(at.log), at.settings),
      items: diagnostics(at.log, uri, at.settings),
    }));
    if (pushedIds.get(uri) === pushed.resultId) return;
    pushedIds.set(uri, pushed.resultId);
    const version = documents.get(uri)?.version;
    await connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics: pushed.items });
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
    sent.forget(uri);
    virtualMinutes.changed(uri);
    inBackground(push(uri));
  });
  documents.listen(connection);
  connection.listen();
}

function initializeResult(params: InitializeParams): InitializeResult {
  return {
    serverInfo: { name: 'meetlog', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      documentSymbolProvider: { label: 'Meetlog' },
      foldingRangeProvider: true,
      hoverProvider: true,
      codeLensProvider: { resolveProvider: true },
      semanticTokensProvider: { legend: semanticLegend, range: true, full: false },
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
