import {
  type CancellationToken,
  type Connection,
  type RequestHandler,
  RequestType,
  RequestType0,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import { type LogSettings, withProject } from '../features/logSettings.js';
import type { Steps } from '../log/steps.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import type { LogMethod, LogParams, Method, Params, Result } from '../protocol.js';
import { isProjectFile } from '../workspace/projectPlace.js';
import { findLog, type LogDocument } from './documents.js';
import type { Projects } from './projects.js';
import type { SettingsStore } from './settingsStore.js';
import { inSlices, isSteps, refuseCancelled } from './slices.js';

/** The input of a feature: a log, its URI and the settings that apply to it. */
export interface Subject {
  readonly log: MeetingLog;
  readonly uri: string;
  readonly version: number;
  readonly settings: LogSettings;
  /** Whether the answer is no longer wanted: the log has changed, or the client has cancelled the request. */
  readonly isUseless: () => boolean;
}

/** Answers a request about a log, at once or in steps; undefined if the log changed before there was an answer. */
export type Feature<R> = (subject: Subject) => R | Steps<R | Promise<R | undefined>>;

/** One of our own requests, as a request type. */
export function own<M extends Method>(method: M): RequestType<Params<M>, Result<M>, void> {
  return new RequestType(method);
}

/** One of our own requests that is not about a log and has no parameters. */
export function ownBare<M extends Exclude<Method, LogMethod>>(method: M): RequestType0<Result<M>, void> {
  return new RequestType0(method);
}

/** Lets features answer requests about open documents. */
export class LogRequests {
  readonly #connection: Connection;
  readonly #documents: TextDocuments<LogDocument>;
  readonly #settings: SettingsStore;
  readonly #projects: Projects;

  constructor(
    connection: Connection,
    documents: TextDocuments<LogDocument>,
    settings: SettingsStore,
    projects: Projects,
  ) {
    this.#connection = connection;
    this.#documents = documents;
    this.#settings = settings;
    this.#projects = projects;
  }

  /** Serves a request with a feature, as in `ask`. */
  serve<P extends LogParams, R, E>(
    request: RequestType<P, R, E>,
    neutral: R,
    feature: (subject: Subject, params: P) => ReturnType<Feature<R>>,
  ): void {
    const handler = (params: P, token: CancellationToken) =>
      this.ask(params.textDocument.uri, neutral, (subject) => feature(subject, params), token);
    // The return type of a handler depends on whether R may be null, which the compiler cannot follow.
    this.#connection.onRequest(request, handler as RequestHandler<P, R, E>);
  }

  /**
   * Asks a feature about a document when its meetings are found; answers in steps are computed in slices. If the document changes
   * meanwhile, the feature is asked again. Returns a neutral answer if the document is not open, or if the feature fails, which
   * is logged: no request ends the server. Throws a ResponseError for the client if the request was cancelled or cannot be
   * answered.
   */
  async ask<R>(uri: string, neutral: R, feature: Feature<R>, token?: CancellationToken): Promise<R> {
    // The settings of a document that is not open would never be removed.
    if (!this.#documents.get(uri) || isProjectFile(uri)) return neutral;
    const [own, project] = await Promise.all([this.#settings.of(uri), this.#projects.of(uri)]);
    const settings = withProject(own, project);
    try {
      for (let document = this.#documents.get(uri); document; document = this.#documents.get(uri)) {
        const answer = await this.#answer(document, settings, feature, token);
        if (answer !== undefined) return answer;
        refuseCancelled(token);
      }
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.#connection.console.error(`${uri}: ${error instanceof Error ? error.stack : error}`);
    }
    return neutral;
  }

  /** A feature's answer about one state of a document; undefined if the document has changed. */
  async #answer<R>(
    document: LogDocument,
    settings: LogSettings,
    feature: Feature<R>,
    token?: CancellationToken,
  ): Promise<R | undefined> {
    const { uri, version } = document;
    const isChanged = () => this.#documents.get(uri) !== document;
    const isUseless = () => isChanged() || token?.isCancellationRequested === true;
    const log = await inSlices(findLog(document, settings), isChanged, token);
    const made = log && feature({ log, uri, version, settings, isUseless });
    return isSteps(made) ? inSlices({ steps: made }, isChanged, token) : made;
  }
}
