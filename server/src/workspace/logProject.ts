import type { Place } from '../log/place.js';
import { perObject } from '../log/text/perBlock.js';
import type { LinkPattern } from '../meeting/linkPatterns.js';
import type { MeetingLog } from '../meeting/meetingLog.js';
import type { Problem, ProblemCode } from '../meeting/problems/problemTable.js';
import { Persons } from './persons.js';
import { emptyProject, type Project } from './project.js';
import type { IgnoredProblem } from './projectFile.js';
import { namesLog, pathFrom } from './projectPlace.js';

/** What a project's file says about one log. */
export interface LogProject {
  readonly project: Project;
  readonly persons: Persons;
  /** Ready for use; none in an untrusted workspace. */
  readonly links: readonly LinkPattern[];
  /** What is ignored in the log: the texts by code, or everything with that code. */
  readonly ignored: ReadonlyMap<ProblemCode, ReadonlySet<string> | 'all'>;
  /** Where entries can be added; undefined for a log without a folder. */
  readonly place: ProjectPlace | undefined;
}

/** Where the file is, or would be. */
export interface ProjectPlace {
  /** Its URI. */
  readonly file: string;
  /** Its text; undefined if there is no such file yet. */
  readonly text: string | undefined;
  /** The log's path from its folder. */
  readonly log: string;
}

/** Of a log without a project's file, and without a place for one. */
export const noProject: LogProject = {
  project: emptyProject,
  persons: new Persons(),
  links: [],
  ignored: new Map(),
  place: undefined,
};

/** What a project says about a log with the given URI. */
export function logProject(
  project: Project,
  links: readonly LinkPattern[],
  { file, text }: Pick<ProjectPlace, 'file' | 'text'>,
  log: string,
): LogProject {
  const path = pathFrom(file, log) ?? '';
  const persons = personsIn(project);
  return { project, persons, links, ignored: ignoredIn(project.ignore, path), place: { file, text, log: path } };
}

const personsIn = perObject(({ people }: Project) => new Persons(people));

/** What is ignored in a log. `path` is its path from the folder of the project's file. */
export function ignoredIn(entries: readonly IgnoredProblem[], path: string): LogProject['ignored'] {
  const ignored = new Map<ProblemCode, Set<string> | 'all'>();
  for (const { code, log, text } of entries) {
    if (log !== undefined && !namesLog(log, path)) continue;
    const known = ignored.get(code) ?? new Set();
    if (text === undefined) ignored.set(code, 'all');
    else if (known !== 'all') ignored.set(code, known.add(text.trim()));
  }
  return ignored;
}

/** Whether a problem is one that the project ignores. */
export function isIgnored({ ignored }: Pick<LogProject, 'ignored'>, log: MeetingLog, problem: Problem): boolean {
  const texts = ignored.get(problem.code);
  return texts === 'all' || (texts?.has(ignoredText(log, problem)) ?? false);
}

/** The text by which a problem is ignored: exactly what is underlined in the log, or else the whole line. */
export function ignoredText({ text }: MeetingLog, place: Place): string {
  return text.at(place).trim() || text.text(place.line).trim();
}
