import { type Include, minutesScheme } from '../protocol.js';
import { includeOf } from './include.js';
import { encodedName, nameIn } from './uris.js';

/** Which minutes a document shows: what `meetlog/minutes` is asked for them. */
export interface MinutesOf {
  /** The URI of the log. */
  readonly log: string;
  /** The meeting's index in the log. */
  readonly meeting: number;
  readonly format: string;
  /** What of the meeting they have. */
  readonly include?: Include;
}

/**
 * The URI of minutes as a document that follows its log. Its path is the name that the minutes would have as a file, so that an
 * editor knows their language; its query is JSON, which outlives every client's own idea of which characters to escape. It has
 * the name again: a link in the minutes to a file beside them keeps the query, but not the name.
 */
export function minutesUri({ log, meeting, format, include }: MinutesOf, fileName: string): string {
  const query = JSON.stringify([log, meeting, format, fileName.toWellFormed(), ...(include ? [include] : [])]);
  return `${minutesScheme}:/${encodedName(fileName)}?${encodeURIComponent(query)}`;
}

/** The folder of such documents: no relative link leads from it to a log. */
export const liveFolder = `${minutesScheme}:/`;

/** Reads such a URI; undefined if it is none. */
export function parseMinutesUri(uri: string): MinutesOf | undefined {
  if (!uri.startsWith(`${minutesScheme}:`)) return undefined;
  try {
    const [log, meeting, format, name, include] = JSON.parse(decodeURIComponent(uri.slice(uri.indexOf('?') + 1)));
    const isValid = typeof log === 'string' && Number.isInteger(meeting) && typeof format === 'string';
    const of = { log, meeting, format, ...(include && { include: includeOf(include) }) };
    return isValid && name === nameIn(uri) ? of : undefined;
  } catch {
    return undefined;
  }
}
