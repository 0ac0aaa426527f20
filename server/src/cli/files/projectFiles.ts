import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { emptyProject, type Project, type ProjectFault, projectOf } from '../../workspace/project.js';
import { projectFileName } from '../../workspace/projectFile.js';
import { reasonOf } from '../failure.js';
import { decoded } from './decoded.js';

/** A project's file on the disk. */
export interface FoundProject {
  /** Its path as it is reported, relative to the working folder if it is below that. */
  readonly path: string;
  /** Its folder, absolute. */
  readonly folder: string;
  readonly project: Project;
  readonly faults: readonly ProjectFault[];
  /** Why it could not be read. */
  readonly failure?: string;
}

/** Finds the nearest project files beside logs or above them, up to the root, and reads each once. */
export class ProjectFiles {
  readonly #byFolder = new Map<string, FoundProject | undefined>();

  /** Those that were read, in that order. */
  get all(): FoundProject[] {
    return [...new Set([...this.#byFolder.values()].flatMap((one) => one ?? []))];
  }

  /** The project file of a log; undefined if there is none. `log` is its path. */
  of(log: string): FoundProject | undefined {
    return this.#nearest(dirname(resolve(log)));
  }

  #nearest(folder: string): FoundProject | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const above = dirname(folder);
    const file = join(folder, projectFileName);
    const found = existsSync(file) ? readProject(file) : above === folder ? undefined : this.#nearest(above);
    this.#byFolder.set(folder, found);
    return found;
  }
}

function readProject(file: string): FoundProject {
  const near = relative('', file);
  const path = near.startsWith('..') ? file : near;
  const folder = dirname(file);
  try {
    const { project, faults } = projectOf(decoded(readFileSync(file)).text);
    return { path, folder, project, faults };
  } catch (error) {
    return { path, folder, project: emptyProject, faults: [], failure: reasonOf(error) };
  }
}

/** The path of a log from the folder of its project file, with `/`. */
export function pathInProject({ folder }: Pick<FoundProject, 'folder'>, log: string): string {
  return relative(folder, resolve(log)).split(sep).join('/');
}
