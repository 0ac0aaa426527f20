import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { byPlace } from '../../meeting/problems/findProblems.js';
import { ignoredIn, type LogProject } from '../../workspace/logProject.js';
import { type ProjectFault, projectOf, type ReadProject } from '../../workspace/project.js';
import { projectFileName } from '../../workspace/projectFile.js';
import { compileLinks } from '../../workspace/projectLinks.js';
import { namesLog } from '../../workspace/projectPlace.js';
import type { LedgerProject } from '../../workspace/source.js';
import { reasonOf } from '../failure.js';
import { type FoundLog, fileNameOf } from './findLogs.js';

/** A project's file, whose path is that which users see. */
interface FoundProject {
  readonly read: ReadProject;
  readonly project: LedgerProject;
}

/** The project's files of logs: for each the nearest one beside it or above it, up to the root of the file system. */
export class ProjectFiles {
  readonly #byFolder = new Map<string, FoundProject | undefined>();
  readonly #unreadable: string[] = [];

  /** What the project's file of a log says; undefined if there is none. */
  of(log: FoundLog): LedgerProject | undefined {
    return this.#near(log)?.project;
  }

  /** Which problems of a log its project's file ignores; undefined if there is none. */
  ignoredIn(log: FoundLog): LogProject['ignored'] | undefined {
    const found = this.#near(log);
    return found && ignoredIn(found.project.ignore, pathBelow(found.project.path, log.path));
  }

  /** What is wrong with the files that were read, as lines such as `meetlog.json:3:5: warning: This must be a list: [ … ].` */
  async faults(): Promise<string[]> {
    const lines = [...this.#unreadable];
    for (const found of new Set(this.#byFolder.values())) {
      if (!found) continue;
      const { faults } = await compileLinks(found.read);
      lines.push(
        ...[...found.read.faults, ...faults].sort(byPlace).map((fault) => faultLine(found.project.path, fault)),
      );
    }
    return lines;
  }

  #near(log: FoundLog): FoundProject | undefined {
    // Standard input without a name is in no folder.
    return fileNameOf(log) === '' ? undefined : this.#from(dirname(resolve(log.path)));
  }

  #from(folder: string): FoundProject | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const parent = dirname(folder);
    const found = this.#in(folder) ?? (parent === folder ? undefined : this.#from(parent));
    this.#byFolder.set(folder, found);
    return found;
  }

  #in(folder: string): FoundProject | undefined {
    const path = join(folder, projectFileName);
    const shown = relative('', path);
    try {
      const read = projectOf(new TextDecoder().decode(readFileSync(path)));
      const names: LedgerProject['names'] = (entry, log) => namesLog(entry.log, pathBelow(path, log));
      return { read, project: { ...read.project, path: shown, names } };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'EISDIR') this.#unreadable.push(`${shown} cannot be read: ${reasonOf(error)}`);
      return undefined;
    }
  }
}

/** A log with what its project's file ignores, for the tasks that find problems. */
export function withIgnored(log: FoundLog, projects: ProjectFiles): FoundLog {
  const ignored = projects.ignoredIn(log);
  return ignored ? { ...log, ignored } : log;
}

/** The path of a log from the folder of a project's file, with `/`. */
function pathBelow(file: string, log: string): string {
  return relative(dirname(file), resolve(log)).split(sep).join('/');
}

function faultLine(path: string, { line, start, message }: ProjectFault): string {
  return `${path}:${line + 1}:${start + 1}: warning: ${message}`;
}
