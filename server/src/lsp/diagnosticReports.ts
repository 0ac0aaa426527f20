import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type InitializeParams,
} from 'vscode-languageserver';
import { diagnostics, type HelpAddress } from '../features/diagnostics.js';
import type { LogSettings } from '../features/logSettings.js';
import type { Steps } from '../log/steps.js';
import { findingProblems, type ProblemList, problemLists } from '../meeting/problems/findProblems.js';
import type { Related } from '../meeting/problems/problem.js';
import type { Problem } from '../meeting/problems/problemTable.js';
import type { LogRequests, Subject } from './requests.js';

/** The problems in one state of a document. */
interface FoundProblems {
  /** Unchanged as long as the problems and the settings are; empty for a document that is not open. */
  readonly resultId: string;
  readonly version?: number;
  /** Makes the diagnostics, for a client that does not have them yet. */
  readonly items: () => Diagnostic[];
}

const nothing: FoundProblems = { resultId: '', items: () => [] };

/** Reports problems to a client: on request if it supports that, or else whenever they have changed. */
export class DiagnosticReports {
  readonly #connection: Connection;
  readonly #requests: LogRequests;
  readonly #help: HelpAddress;
  readonly #isPulled: boolean;
  readonly #canRefresh: boolean;
  readonly #states = new ProblemStates();
  /** The result ID last pushed for each document; missing if the client shows no problems of it. */
  readonly #pushed = new Map<string, string>();

  constructor(connection: Connection, { capabilities }: InitializeParams, requests: LogRequests, help: HelpAddress) {
    this.#connection = connection;
    this.#help = help;
    this.#requests = requests;
    this.#isPulled = Boolean(capabilities.textDocument?.diagnostic);
    this.#canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
    requests.serve(
      DocumentDiagnosticRequest.type,
      { kind: DocumentDiagnosticReportKind.Full, items: [] },
      (subject, { previousResultId }) => this.#report(subject, previousResultId),
    );
  }

  /** Sends the diagnostics of a document to a client that cannot request them, unless they are the same as last time. */
  async push(uri: string): Promise<void> {
    if (this.#isPulled) return;
    const { resultId, version, items } = await this.#requests.ask(uri, nothing, (subject) => this.#find(subject));
    if (resultId === (this.#pushed.get(uri) ?? nothing.resultId)) return;
    if (resultId === nothing.resultId) this.#pushed.delete(uri);
    else this.#pushed.set(uri, resultId);
    await this.#connection.sendDiagnostics({
      uri,
      ...(version !== undefined && { version }),
      diagnostics: items(),
    });
  }

  /** Makes a client that requests diagnostics request them again for all documents. */
  async refresh(): Promise<void> {
    if (this.#canRefresh) await this.#connection.languages.diagnostics.refresh();
  }

  /** To be called when a document was closed; after that, `push` clears what was sent. */
  forget(uri: string): void {
    this.#states.forget(uri);
  }

  *#report(subject: Subject, previousResultId?: string): Steps<DocumentDiagnosticReport> {
    const { resultId, items } = yield* this.#find(subject);
    return resultId === previousResultId
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: DocumentDiagnosticReportKind.Full, resultId, items: items() };
  }

  *#find({ log, uri, version, settings }: Subject): Steps<FoundProblems> {
    yield* findingProblems(log);
    const resultId = this.#states.resultId(uri, problemLists(log), settings);
    return { resultId, version, items: () => diagnostics(log, uri, settings, this.#help) };
  }
}

interface SentState {
  readonly found: readonly ProblemList[];
  readonly settings: LogSettings;
  readonly resultId: string;
}

/** Gives each state of a document's problems an ID, so that unchanged problems need not be sent again. */
export class ProblemStates {
  readonly #last = new Map<string, SentState>();
  #count = 0;

  /** The ID of a state, given list by list: the last one if nothing has changed. */
  resultId(uri: string, found: readonly ProblemList[], settings: LogSettings): string {
    const last = this.#last.get(uri);
    const isSame = last?.settings === settings && areSame(last.found, found);
    const resultId = isSame ? last.resultId : String(++this.#count);
    this.#last.set(uri, { found, settings, resultId });
    return resultId;
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}

function areSame(before: SentState['found'], now: SentState['found']): boolean {
  return before.length === now.length && before.every((list, index) => isSame(list, now[index]));
}

/** Lists that no edit touched are the same objects. */
function isSame(a: ProblemList, b: ProblemList | undefined): boolean {
  return a === b || (a.length === b?.length && a.every((problem, index) => sameProblem(problem, b[index] as Problem)));
}

function sameProblem(a: Problem, b: Problem): boolean {
  return (
    a.code === b.code &&
    samePlace(a, b) &&
    a.related?.length === b.related?.length &&
    (a.related ?? []).every((place, index) => samePlace(place, b.related?.[index] as Related))
  );
}

function samePlace(a: Related, b: Related): boolean {
  return a.line === b.line && a.start === b.start && a.end === b.end && a.message === b.message;
}
