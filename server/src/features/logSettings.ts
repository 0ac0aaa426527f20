import type { Settings } from '../settings.js';
import type { LogProject } from '../workspace/logProject.js';

/** The settings that apply to a log, and what its project's file says; undefined if there is none. */
export interface LogSettings extends Settings {
  readonly project?: LogProject;
}

const combined = new WeakMap<LogProject, WeakMap<Settings, LogSettings>>();

/**
 * Settings with a project, whose links come first; the same object for the same two, by which caches know that nothing has
 * changed.
 */
export function withProject(settings: Settings, project: LogProject): LogSettings {
  const known = combined.get(project) ?? new WeakMap<Settings, LogSettings>();
  combined.set(project, known);
  const made = known.get(settings) ?? { ...settings, links: joined(project.links, settings.links), project };
  known.set(settings, made);
  return made;
}

/** The same list if one of them is empty. */
function joined<T>(first: readonly T[], others: readonly T[]): readonly T[] {
  if (first.length === 0) return others;
  return others.length === 0 ? first : [...first, ...others];
}
