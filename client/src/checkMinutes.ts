import {
  commands,
  type Definition,
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Disposable,
  Hover,
  Location,
  languages,
  MarkdownString,
  type Position,
  Range,
  RelativePattern,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { decodeBytes } from '../../server/src/log/text/decodeBytes.js';
import type {
  CheckedClaim,
  CheckedMinutes,
  FoundInMinutes,
  LineOfLog,
  PlaceInMinutes,
} from '../../server/src/protocol.js';
import { Debounced } from './debounced.js';
import type { Server } from './languageServer.js';
import { logOfMinutes, nameOf } from './logOfMinutes.js';
import { Reported, reasonOf, reportFailure } from './report.js';

/** How long, in milliseconds, after an edit the minutes are checked again. */
const delay = 500;

/** Registers the command that checks minutes against their log, and shows what was found until they are closed. */
export function registerCheckMinutes(server: Server): Disposable {
  const checks = new MinutesChecks(server);
  const command = commands.registerCommand('meetlog.checkMinutes', (minutes?: Uri, log?: Uri) =>
    reportFailure(() => checks.start(minutes, log)),
  );
  return {
    dispose: () => {
      command.dispose();
      checks.dispose();
    },
  };
}

/** Minutes in an editor, and what was found when they were held against their log. */
interface Check {
  readonly document: TextDocument;
  readonly log: Uri;
  readonly again: Debounced;
  readonly watcher: Disposable;
  result?: CheckedMinutes | undefined;
}

/** The minutes that are held against their logs, by URI. */
class MinutesChecks implements Disposable {
  readonly #server: Server;
  readonly #checks = new Map<string, Check>();
  readonly #shown = languages.createDiagnosticCollection('meetlog-minutes');
  #listeners: Disposable[] = [];

  constructor(server: Server) {
    this.#server = server;
  }

  /** Checks the given minutes, or else the active document. */
  async start(uri = window.activeTextEditor?.document.uri, chosen?: Uri): Promise<void> {
    if (!uri) throw new Reported('open the minutes to check first');
    const document = await workspace.openTextDocument(uri);
    const log = chosen ?? (await logOfMinutes(document.uri));
    if (!log) return;
    if (this.#listeners.length === 0) this.#listen();
    this.#end(uri);
    const again = new Debounced(() => void this.#run(check).catch(console.error));
    const check: Check = { document, log, again, watcher: watch(log, () => again.in(delay)) };
    this.#checks.set(uri.toString(), check);
    await this.#run(check);
    const { findings = [], checked = 0 } = check.result ?? {};
    const count = findings.length === 1 ? '1 finding' : `${findings.length || 'no'} findings`;
    void window.showInformationMessage(`Checked against ${nameOf(log)}: ${checked} statements, ${count}.`);
  }

  dispose(): void {
    for (const { document } of this.#checks.values()) this.#end(document.uri);
    for (const one of [...this.#listeners, this.#shown]) one.dispose();
  }

  /** Nobody pays for this before the first check. */
  #listen(): void {
    this.#listeners = [
      workspace.onDidChangeTextDocument(({ document }) => this.#changed(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#end(uri)),
      this.#server.onDidRefresh(() => {
        for (const { again } of this.#checks.values()) again.in(delay);
      }),
      languages.registerHoverProvider('*', { provideHover: (document, position) => this.#hover(document, position) }),
      languages.registerDefinitionProvider('*', {
        provideDefinition: (document, position) => this.#definition(document, position),
      }),
    ];
  }

  #changed({ uri }: TextDocument): void {
    const key = uri.toString();
    for (const [minutes, { log, again }] of this.#checks)
      if (minutes === key || log.toString() === key) again.in(delay);
  }

  #end(uri: Uri): void {
    const key = uri.toString();
    const check = this.#checks.get(key);
    if (!check) return;
    check.again.dispose();
    check.watcher.dispose();
    this.#checks.delete(key);
    this.#shown.delete(uri);
  }

  async #run(check: Check): Promise<void> {
    const { document, log } = check;
    const { version } = document;
    const params = { minutes: document.getText(), log: await textOf(log), fileName: nameOf(log) };
    const result = await this.#server.ask('meetlog/verify', params);
    // An edit or a close during the check makes its result useless.
    if (this.#checks.get(document.uri.toString()) !== check || document.version !== version) return;
    check.result = result;
    this.#shown.set(
      document.uri,
      result.findings.map((finding) => diagnosticOf(finding, log)),
    );
  }

  #hover(document: TextDocument, position: Position): Hover | undefined {
    const { check, found } = this.#at(document, position) ?? {};
    if (!check || !found?.source) return undefined;
    const text = new MarkdownString().appendText(`${nameOf(check.log)}, line ${found.source.line + 1}:`);
    return new Hover(text.appendCodeblock(found.source.text, 'meeting-log'), rangeOf(found.place));
  }

  #definition(document: TextDocument, position: Position): Definition | undefined {
    const { check, found } = this.#at(document, position) ?? {};
    return check && found?.source ? locationOf(check.log, found.source) : undefined;
  }

  /** What was found at a position: a finding, or else a statement that the log confirms. */
  #at(document: TextDocument, position: Position) {
    const check = this.#checks.get(document.uri.toString());
    if (!check?.result) return undefined;
    const { findings, claims } = check.result;
    const all: readonly (FoundInMinutes | CheckedClaim)[] = [
      ...findings.filter(({ code }) => code !== 'missing'),
      ...claims,
    ];
    return { check, found: all.find(({ place, source }) => source && rangeOf(place).contains(position)) };
  }
}

/** Follows a log that is in no editor. */
function watch(log: Uri, changed: () => void): Disposable {
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(log, '..'), nameOf(log)));
  watcher.onDidChange(changed);
  watcher.onDidCreate(changed);
  return watcher;
}

async function textOf(log: Uri): Promise<string> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === log.toString());
  if (open) return open.getText();
  try {
    return decodeBytes(await workspace.fs.readFile(log)).text;
  } catch (error) {
    throw new Reported(`${nameOf(log)} cannot be read. ${reasonOf(error)}`);
  }
}

function diagnosticOf({ code, place, message, source }: FoundInMinutes, log: Uri): Diagnostic {
  const diagnostic = new Diagnostic(rangeOf(place), message, DiagnosticSeverity.Warning);
  diagnostic.source = 'Meetlog';
  diagnostic.code = code;
  if (source) diagnostic.relatedInformation = [new DiagnosticRelatedInformation(locationOf(log, source), source.text)];
  return diagnostic;
}

function locationOf(log: Uri, { line, text }: LineOfLog): Location {
  return new Location(log, new Range(line, 0, line, text.length));
}

function rangeOf({ line, start, end }: PlaceInMinutes): Range {
  return new Range(line, start, line, end);
}
