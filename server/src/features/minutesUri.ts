import { minutesScheme } from '../protocol.js';
import { encodedName } from './uris.js';

/** Which minutes a document shows. */
export interface MinutesOf {
  /** The URI of the log. */
  readonly log: string;
  /** The meeting's index in the log. */
  readonly meeting: number;
  readonly format: string;
}

/**
 * The URI of minutes as a document that follows its log. Its path is the name that the minutes would have as a file, so that an
 * editor knows their language; its query is JSON, which outlives every client's own idea of which characters to escape.
 */
export function minutesUri({ log, meeting, format }: MinutesOf, fileName: string): string {
  const query = JSON.stringify([log, meeting, format]);
  return `${minutesScheme}:/${encodedName(fileName)}?${encodeURIComponent(query)}`;
}

/** Reads such a URI; undefined where it is none. */
export function parseMinutesUri(uri: string): MinutesOf | undefined {
  if (!uri.startsWith(`${minutesScheme}:`)) return undefined;
  try {
    const [log, meeting, format] = JSON.parse(decodeURIComponent(uri.slice(uri.indexOf('?') + 1)));
    const isValid = typeof log === 'string' && Number.isInteger(meeting) && typeof format === 'string';
    return isValid ? { log, meeting, format } : undefined;
  } catch {
    return undefined;
  }
}
