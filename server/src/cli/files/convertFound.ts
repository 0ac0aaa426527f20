import { converterNamed } from '../../convert/converters.js';
import { isMeetingLog } from '../../meeting/isMeetingLog.js';
import { Failure, reasonOf } from '../failure.js';
import { converterOf, exportKind, headOf } from './exports.js';
import type { FoundLog } from './findLogs.js';
import type { ReadOptions } from './readFiles.js';

/**
 * A log that was given itself, with its text if it must be converted first. In folders, only logs are searched for. A chosen
 * layout is for lines, so the file is read as it is. A Failure says why it cannot be read.
 */
export async function convertFound(found: FoundLog, { layout }: Pick<ReadOptions, 'layout'>): Promise<FoundLog> {
  if (found.within !== undefined || layout !== undefined) return found;
  const name = exportKind(found);
  if (name === undefined) return found;
  const { title, hasLines } = converterNamed(name) ?? {};
  // Positions are those of the file, if it can be read as it is.
  if (hasLines && isMeetingLog(headOf(found))) return found;
  const parts: string[] = [];
  try {
    const { messages, notes } = (await converterOf(found, name, {}))((part) => parts.push(part));
    if (messages === 0) throw new Failure(1, `${found.path} has no messages (${title}).`);
    const about = `It is converted first (${title}). Line numbers are those of the log that “meetlog convert” writes.`;
    return { ...found, converted: { text: parts.join(''), note: [about, ...notes].join(' ') } };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(2, `${found.path} cannot be read: ${reasonOf(error)}`);
  }
}
