import type { LinkPattern } from '../meeting/linkPatterns.js';
import type { ProjectFault, ReadProject } from './project.js';

/** The links of a project, ready for use, and what is wrong with the others. */
export interface CompiledLinks {
  readonly links: readonly LinkPattern[];
  readonly faults: readonly ProjectFault[];
}

/** Compiles the links of a project. The first ones take a while, since they need a library. */
export async function compileLinks({ project, linkPlaces }: ReadProject): Promise<CompiledLinks> {
  if (project.links.length === 0) return { links: [], faults: [] };
  const { linkPattern } = await import('../meeting/linkPatterns.js');
  const made = project.links.map(({ pattern, url }) => linkPattern({ pattern, address: url }));
  return {
    links: made.filter((link) => typeof link !== 'string'),
    faults: made.flatMap((link, index) => {
      const place = linkPlaces[index];
      return typeof link === 'string' && place ? [{ message: link, ...place }] : [];
    }),
  };
}
