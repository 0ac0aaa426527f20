import { fail } from './exits.js';
import type { ProjectFiles } from './files/projectFiles.js';
import { tellFailure } from './terminal.js';

/** Reports what is wrong with project files; one that cannot be read is a failure. */
export function tellProjects({ all }: ProjectFiles): void {
  for (const { path, faults, failure } of all) {
    if (failure !== undefined) fail({ exitCode: 2, message: `${path} cannot be read: ${failure}` });
    for (const { line, start, message } of faults)
      tellFailure({ message: `${path}:${line + 1}:${start + 1}: ${message}` });
  }
}
