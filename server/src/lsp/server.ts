import {
  CompletionRequest,
  type Connection,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRefreshRequest,
  FoldingRangeRequest,
  HoverRequest,
  type InitializeParams,
  InlayHintRefreshRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  type RequestType,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  TextDocuments,
} from 'vscode-languageserver';
import { type Abilities, abilitiesOf } from '../features/abilities.js';
import { completion } from '../features/completions.js';
import { definition } from '../features/definition.js';
import { documentHighlights } from '../features/documentHighlights.js';
import { documentLinks } from '../features/documentLinks.js';
import { documentSymbols, makingSymbols } from '../features/documentSymbols.js';
import { foldingRanges } from '../features/foldingRanges.js';
import { hover } from '../features/hover.js';
import { inlayHints } from '../features/inlayHints.js';
import { markdownLinkTo } from '../features/markdownLinkTo.js';
import { nearItem } from '../features/nearItem.js';
import { pastedLines } from '../features/pastedLines.js';
import { peopleList } from '../features/peopleList.js';
import { references } from '../features/references.js';
import { prepareRename, rename } from '../features/rename.js';
import { rulerMarks } from '../features/rulerMarks.js';
import { selectionRanges } from '../features/selectionRanges.js';
import { semanticTokens } from '../features/semanticTokens.js';
import { layoutFitsOf, meetings, summary } from '../features/summary.js';
import { timePlaces } from '../features/timePlaces.js';
import { choices, formats, preview, topic } from '../features/writeMinutes.js';
import { after } from '../log/steps.js';
import { readingNames } from '../meeting/names.js';
import { findingProblems } from '../meeting/problems/findProblems.js';
import type { TemplateRunner } from '../minutes/template.js';
import { checkAllCommand, type LogMethod, type Params, type Result } from '../protocol.js';
import { layoutReport } from '../reports/layoutReport.js';
import { addEntries, removeEntry } from '../workspace/projectEdit.js';
import { isProjectFile } from '../workspace/projectPlace.js';
import { firstOf, type WorkspaceFiles } from '../workspace/workspaceFiles.js';
import { serveActions } from './actions.js';
import { inBackground } from './background.js';
import { helpAddress, initializeResult, ownsCommands } from './capabilities.js';
import { checkAndSay, serveChecks } from './checkAll.js';
import { workspaceFiles } from './clientFiles.js';
import { serveConverting } from './convertFile.js';
import { DiagnosticReports } from './diagnosticReports.js';
import { type LogDocument, logDocuments } from './documents.js';
import { serveGenerating, serveMinutes } from './generate.js';
import { Lenses } from './lenses.js';
import { LogReader } from './logReader.js';
import { OpenProjectFiles, requestProjectFiles } from './openProjectFiles.js';
import { serveCollecting } from './peopleOfLogs.js';
import { Projects } from './projects.js';
import { Registrations } from './registrations.js';
import { type Feature, LogRequests, own, ownBare, type Subject } from './requests.js';
import { SettingsStore } from './settingsStore.js';
import { TimeZoneNotices } from './timeZoneNotices.js';
import { serveTrees } from './treeRequests.js';
import { serveVerifying } from './verifyMinutesRequest.js';
import { VirtualMinutes } from './virtualMinutes.js';
import { filesChanged } from './watchLogs.js';
import { watchProjects } from './watchProjects.js';
import { WorkspaceLogs } from './workspaceLogs.js';

/**
 * Serves Meetlog's features over a connection with any transport: the only file that knows both. Every document that a client
 * opens is served, whatever its language ID: the client decides what is a meeting log. The host's `problemPage` is the
 * URL of the page that explains problems, if there is one.
 */
export function startServer(connection: Connection, host: Host): void {
  connection.onInitialize((client) => {
    serveLogs(connection, client, host);
    return initializeResult(client);
  });
  connection.listen();
}

/** What the server needs of where it runs. */
export interface Host {
  readonly runTemplate: TemplateRunner;
  readonly files: WorkspaceFiles;
  readonly problemPage?: string;
}

function serveLogs(connection: Connection, client: InitializeParams, { runTemplate, files, problemPage }: Host): void {
  const documents = new TextDocuments<LogDocument>(logDocuments);
  const settings = new SettingsStore(connection, client);
  const allFiles = workspaceFiles(connection, client, files);
  const openProjects = new OpenProjectFiles(documents);
  const projects = new Projects(connection, client, firstOf(openProjects, allFiles));
  const requests = new LogRequests(connection, documents, settings, projects);
  const help = helpAddress(client, problemPage);
  const reports = new DiagnosticReports(connection, client, requests, help);
  const reader = new LogReader(documents, settings, projects, allFiles);
  const logs = new WorkspaceLogs(connection, client, reader, projects, { files, help });
  serveTrees(connection, logs, projects);
  serveChecks(connection, logs);
  const lenses = new Lenses(connection, client, requests);
  const notices = new TimeZoneNotices(connection);
  const writeMinutes = serveMinutes(requests, runTemplate, notices);
  const abilities = abilitiesOf(client.capabilities, ownsCommands(client));
  const virtualMinutes = new VirtualMinutes(connection, writeMinutes);
  serveCollecting(connection, allFiles);
  serveGenerating(connection, client, writeMinutes, {
    [checkAllCommand]: (token) => checkAndSay(connection, logs, token),
  });
  serveFeatures(connection, requests, abilities);
  serveOwnFeatures(requests, connection, notices);

  const changed = (uri: string) => {
    virtualMinutes.changed(uri);
    logs.index.documentChanged(uri);
    return reports.push(uri);
  };
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (isProjectFile(uri)) openProjects.changed(uri);
    else inBackground(connection, changed(uri));
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (isProjectFile(uri)) return openProjects.changed(uri);
    for (const memory of [settings, projects, reports, lenses, notices]) memory.forget(uri);
    inBackground(connection, changed(uri));
  });
  documents.listen(connection);
  const registrations = new Registrations(connection, client);
  const { foldingRange, inlayHint } = client.capabilities.workspace ?? {};
  const openLogs = () => documents.keys().filter((uri) => !isProjectFile(uri));
  /** If a client does not support one of these, the others still happen. */
  const settingsChanged = () => {
    logs.settingsChanged();
    const refreshed = [registrations.renew(), reports.refresh(), lenses.refresh(), ...openLogs().map(changed)];
    if (foldingRange?.refreshSupport) refreshed.push(connection.sendRequest(FoldingRangeRefreshRequest.type));
    if (inlayHint?.refreshSupport) refreshed.push(connection.sendRequest(InlayHintRefreshRequest.type));
    for (const one of refreshed) inBackground(connection, one);
  };
  connection.onInitialized(() => {
    inBackground(connection, registrations.renew());
    settings.watch(settingsChanged);
    requestProjectFiles(connection, client);
    watchProjects(
      connection,
      client,
      { projects, openProjects },
      {
        changed: settingsChanged,
        filesChanged: (changes) => filesChanged(logs.index, changes),
        foldersChanged: () => logs.index.listAgain(),
      },
    );
  });
}

/** The requests of any editor. */
function serveFeatures(connection: Connection, requests: LogRequests, abilities: Abilities): void {
  serveActions(connection, requests, abilities);
  requests.serve(DocumentSymbolRequest.type, null, ({ log }) => after(makingSymbols(log), () => documentSymbols(log)));
  requests.serve(FoldingRangeRequest.type, null, ({ log }) => foldingRanges(log, abilities));
  requests.serve(SelectionRangeRequest.type, null, ({ log }, { positions }) => selectionRanges(log, positions));
  requests.serve(DocumentLinkRequest.type, null, ({ log, settings }) => documentLinks(log, settings.links, abilities));
  requests.serve(InlayHintRequest.type, null, ({ log, settings }, { range }) =>
    inlayHints(log, range, settings.inlayHints),
  );
  requests.serve(HoverRequest.type, null, ({ log, settings }, { position }) => hover(log, position, settings));
  requests.serve(DefinitionRequest.type, null, ({ log, uri, settings }, { position }) =>
    definition(log, uri, position, settings.project),
  );
  requests.serve(ReferencesRequest.type, null, ({ log, uri, settings }, { position, context }) =>
    references(log, uri, position, context.includeDeclaration, settings.project),
  );
  requests.serve(PrepareRenameRequest.type, null, ({ log }, { position }) => prepareRename(log, position));
  requests.serve(RenameRequest.type, null, (subject, { position, newName }) =>
    rename(subject.log, subject, position, newName, abilities),
  );
  // An empty list instead of null, after which an editor would highlight words on its own.
  requests.serve(DocumentHighlightRequest.type, [], ({ log, settings }, { position }) =>
    documentHighlights(log, position, settings.project),
  );
  requests.serve(SemanticTokensRangeRequest.type, { data: [] }, ({ log }, { range }) =>
    after(readingNames(log.text), () => semanticTokens(log, range)),
  );
  requests.serve(CompletionRequest.type, null, ({ log }, { position, context }) =>
    completion(log, position, abilities, context),
  );
}

/** The requests of Meetlog's client. */
function serveOwnFeatures(requests: LogRequests, connection: Connection, notices: TimeZoneNotices): void {
  connection.onRequest(ownBare('meetlog/formats'), formats);
  connection.onRequest(ownBare('meetlog/choices'), choices);
  serveConverting(connection);
  serveVerifying(connection);
  connection.onRequest(
    own('meetlog/projectEdit'),
    ({ text, list, entries, isRemoved = false }) => (isRemoved ? removeEntry : addEntries)(text, list, entries) ?? null,
  );
  for (const method of Object.keys(ownFeatures) as OwnMethod[]) serveOwnFeature(requests, method);
  requests.serve(own('meetlog/topic'), null, (at, { line }) => {
    notices.atLine(at, line);
    return topic(at.log, line, at.settings);
  });
}

function serveOwnFeature<M extends OwnMethod>(requests: LogRequests, method: M): void {
  const request: RequestType<Params<M>, Result<M> | null, void> = own(method);
  requests.serve(request, null, ownFeatures[method]);
}

/**
 * All of its requests about a log, except those for minutes and parts of them, whose time zone may differ from that in the
 * settings.
 */
type OwnMethod = Exclude<LogMethod, 'meetlog/minutes' | 'meetlog/topic'>;

const ownFeatures: {
  readonly [M in OwnMethod]: (subject: Subject, params: Params<M>) => ReturnType<Feature<Result<M>>>;
} = {
  'meetlog/layoutReport': ({ log }) => layoutReport(log.text),
  'meetlog/layouts': ({ log }) => layoutFitsOf(log),
  'meetlog/meetings': ({ log }) => meetings(log),
  'meetlog/summary': ({ log, settings }) => after(findingProblems(log), () => summary(log, settings)),
  'meetlog/preview': ({ log, settings }, { line }) => preview(log, line, settings),
  'meetlog/nearItem': ({ log }, { line, direction }) => nearItem(log, line, direction),
  'meetlog/rulerMarks': ({ log }) => rulerMarks(log),
  'meetlog/people': ({ log }, { line }) => peopleList(log, line),
  'meetlog/timePlaces': ({ log }, { line, time }) => timePlaces(log, line, time),
  'meetlog/markdownLink': ({ log, uri }, { folder }) => markdownLinkTo(log, uri, folder),
  'meetlog/pastedLines': ({ log }, { line, text }) => pastedLines(log, line, text),
};
