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
import { version } from '../../../package.json';
import { codeActions } from '../features/codeActions.js';
import { codeLenses, type LensData, resolveCodeLens } from '../features/codeLenses.js';
import { newMinutesFile } from '../features/createMinutes.js';
import { diagnostics } from '../features/diagnostics.js';
import { documentSymbols, makingSymbols } from '../features/documentSymbols.js';
import { foldingRanges } from '../features/foldingRanges.js';
import { hover } from '../features/hover.js';
import { nearItem } from '../features/nearItem.js';
import { semanticLegend, semanticTokens } from '../features/semanticTokens.js';
import { meetings, summary } from '../features/summary.js';
import { choices, formats, minutes, preview, topic } from '../features/writeMinutes.js';
import { after, type Steps } from '../log/steps.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { findingProblems, problemLists } from '../meeting/problems/findProblems.js';
import { cleanText } from '../minutes/escape/clean.js';
import type { TemplateRunner } from '../minutes/template.js';
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
} from '../protocol.js';
import type { Settings } from '../settings.js';
import { findLog, type LogDocument, logDocuments } from './documents.js';
import { Numbers } from './numbers.js';
import { SentDiagnostics } from './sentDiagnostics.js';
import { SettingsStore } from './settingsStore.js';
import { inSlices, isSteps, refuseCancelled } from './slices.js';
import { VirtualMinutes } from './virtualMinutes.js';

/** What a feature works on: a log, its URI and the settings that hold for it. */
interface Subject {
  readonly log: MeetingLog;
  readonly uri: string;
  readonly settings: Settings;
  /** Whether the log has changed since, or nobody waits for the answer any more. */
  readonly isUseless: () => boolean;
}

/** Answers a request about a log, at once or in steps. */
type Feature<R> = (subject: Subject) => R | Steps<R | Promise<R | undefined>>;

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
   * Asks a feature about an open document, once its meetings are found; an answer in steps is made in slices. It is asked again
   * if it answers undefined because the document has changed. What fails is logged and answered neutrally: no request ends the
   * server.
   */
  async function ask<R>(uri: string, neutral: R, feature: Feature<R>, token?: CancellationToken): Promise<R> {
    const held = await settings.of(uri);
    try {
      for (let document = documents.get(uri); document; document = documents.get(uri)) {
        const answer = await answerOf(document, held, feature, token);
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

  /** What a feature answers about a state of a document; undefined once the document has changed. */
  async function answerOf<R>(
    document: LogDocument,
    held: Settings,
    feature: Feature<R>,
    token?: CancellationToken,
  ): Promise<R | undefined> {
    const { uri } = document;
    const isChanged = () => documents.get(uri) !== document;
    const isUseless = () => isChanged() || token?.isCancellationRequested === true;
    const log = await inSlices(findLog(document, held), isChanged, token);
    const made = log && feature({ log, uri, settings: held, isUseless });
    return isSteps(made) ? inSlices({ steps: made }, isChanged, token) : made;
  }

  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    ask(uri, null, ({ log }) => after(makingSymbols(log), () => documentSymbols(log)), token),
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
    ask(
      uri,
      null,
      ({ log }) => after(findingProblems(log), () => codeActions(log, uri, range, context.diagnostics)),
      token,
    ),
  );
  const sent = new SentDiagnostics();
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    ask<DocumentDiagnosticReport>(
      uri,
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      ({ log, settings: held }) =>
        after(findingProblems(log), () => {
          const resultId = sent.resultId(uri, problemLists(log), held);
          if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
          return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics(log, uri, held) };
        }),
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
    ask(uri, null, (at) => after(findingProblems(at.log), () => summary(at.log, at.settings))),
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
    return connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message: cleanText(message),
    });
  }

  /** Sends diagnostics to a client that cannot ask for them, if they are not what was sent last. */
  async function push(uri: string): Promise<void> {
    if (params.capabilities.textDocument?.diagnostic) return;
    const none: { resultId: string; items: Diagnostic[] } = { resultId: '', items: [] };
    const pushed = await ask(uri, none, (at) =>
      after(findingProblems(at.log), () => ({
        resultId: sent.resultId(uri, problemLists(at.log), at.settings),
        items: diagnostics(at.log, uri, at.settings),
      })),
    );
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
