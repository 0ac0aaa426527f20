import type { LogProject } from './logProject.js';
import type { Project } from './project.js';
import { namesLog, pathFrom } from './projectPlace.js';
import type { LedgerProject } from './source.js';

const made = new WeakMap<Project, LedgerProject>();

/** What the ledger needs of the project of a log; the same object for all logs of one file, undefined without a file. */
export function ledgerProject({ project, place }: LogProject): LedgerProject | undefined {
  if (place?.text === undefined) return undefined;
  const { file } = place;
  const known = made.get(project);
  if (known?.path === file) return known;
  const names: LedgerProject['names'] = (entry, log) => namesLog(entry.log, pathFrom(file, log) ?? '');
  const one = { ...project, path: file, names };
  made.set(project, one);
  return one;
}
