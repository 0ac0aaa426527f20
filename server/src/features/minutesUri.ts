import { type Include, minutesScheme } from '../protocol.js';
import { includeOf } from './include.js';
import { encodedName, nameIn } from './uris.js';

/** Which minutes a document shows: the parameters of `meetlog/minutes`. */
export interface MinutesOf {
  /** The URI of the log. */
  readonly log: string;
  /** The meeting's index in the log. */
  readonly meeting: number;
  readonly format: string;
  /** The parts of the meeting that they include. */
  readonly include?: Include;
}

/**
 * The URI of minutes as a document that follows its log. Its path is the name that the minutes would have as a file, so that an
 * editor knows their language. Its query is JSON, which survives every client's own rules for escaping characters. It repeats the
 * name: a link in the minutes to a file beside them keeps the query, but not the name.
 */
export function minutesUri({ log, meeting, format, include }: MinutesOf, fileName: string): string {
  const query = JSON.stringify([log, meeting, format, fileName.toWellFormed(), ...(include ? [include] : [])]);
  return `${minutesScheme}:/${encodedName(fileName)}?${encodeURIComponent(query)}`;
}

/** The folder of such documents; relative links cannot lead from it to a log. */
export const liveFolder = `${minutesScheme}:/`;

/** Parses such a URI; undefined for any other. */
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
