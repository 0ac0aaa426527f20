import { type LinkPattern, linkPattern } from '../../server/src/meeting/linkPatterns.js';

/** An entry of the setting for links, which must be valid, ready for use. */
export function linkFor(pattern: string, address: string): LinkPattern {
  const made = linkPattern({ pattern, address });
  if (typeof made === 'string') throw new Error(made);
  return made;
}
