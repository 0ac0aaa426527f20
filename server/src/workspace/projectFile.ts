import type { ProblemCode } from '../meeting/problems/problemTable.js';

/*
 * What may be in the project's file. Its JSON Schema is generated from these types, and `project.ts` reads files by that schema:
 * what an editor reports is what Meetlog ignores.
 */

/** The name of the project's file, which is beside the logs or above them. */
export const projectFileName = 'meetlog.json';

/** What the logs of a project cannot say themselves: who is who, what has been done, and which problems are to be ignored. */
export interface ProjectFile {
  /** The URL of this file's JSON Schema, for editors. Meetlog does not need it. */
  readonly $schema?: string;
  /** Who is who. Without it, everyone is known by their nicks. */
  readonly people?: readonly Person[];
  /** What becomes a link in the logs besides URLs. Ignored in untrusted workspaces. */
  readonly links?: readonly ProjectLink[];
  /** Action items whose state is not in the logs. */
  readonly actions?: readonly ActionRecord[];
  /** Problems that are not reported: each with a code, and only those of a log, or with a text, if these are given. */
  readonly ignore?: readonly IgnoredProblem[];
  /**
   * How many voters must be present for decisions to count.
   * @minimum 1
   */
  readonly quorum?: number;
}

/** Someone who takes part in meetings. */
export interface Person {
  /**
   * The full name.
   * @minLength 1
   */
  readonly name: string;
  /** All nicks, as in the logs. Case does not count. A nick belongs to one person. */
  readonly nicks: readonly string[];
  /**
   * The mail address.
   * @pattern ^[^\s@]+@[^\s@]+$
   * @patternErrorMessage This must be a mail address.
   */
  readonly email?: string;
  /** Whether this person counts for the quorum. */
  readonly voter?: boolean;
}

/** Text that becomes a link. */
export interface ProjectLink {
  /**
   * A regular expression, in the syntax of RE2.
   * @minLength 1
   */
  readonly pattern: string;
  /** The URL of the link, with $1 for what the first group matches and $0 for the whole match. */
  readonly url: string;
}

/** The state of an action item. */
export interface ActionRecord {
  /**
   * The log that has the action item: its path from this file's folder, with /, or only its file name.
   * @minLength 1
   */
  readonly log: string;
  /**
   * The text of the action item, as in the log.
   * @minLength 1
   */
  readonly text: string;
  /** What became of it. */
  readonly state: 'done';
  /**
   * When that was, as YYYY-MM-DD.
   * @pattern ^\d{4}-\d{2}-\d{2}$
   * @patternErrorMessage This must be a day, as YYYY-MM-DD.
   */
  readonly date?: string;
}

/** Problems that are not reported. */
export interface IgnoredProblem {
  /** The code of the problems. */
  readonly code: ProblemCode;
  /**
   * The only log in which they are ignored: its path from this file's folder, with /, or only its file name.
   * @minLength 1
   */
  readonly log?: string;
  /**
   * The only text for which they are ignored: the words that are underlined in the log.
   * @minLength 1
   */
  readonly text?: string;
}
