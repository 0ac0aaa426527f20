import { dirname, join } from 'node:path';
import type { Selection } from '../minutes/select.js';
import type { WriterOptions } from '../minutes/writer.js';
import { Failure } from './failure.js';
import type { FoundLog } from './files/findLogs.js';
import type { ReadOptions } from './files/readFiles.js';
import type { RunLogs } from './files/writeFiles.js';

/** The options of `meetlog minutes`, as the command line gives them. */
export interface MinutesCommandOptions extends Selection, ReadOptions {
  readonly format?: readonly string[];
  readonly output?: string;
  readonly meeting?: number;
  readonly channel?: string;
  readonly bugCompatible?: true;
  readonly mentions?: true;
  readonly template?: string;
  readonly index?: true;
  readonly force?: true;
  readonly stdinFilename?: string;
}

/** What to write for each log: plain data, since it is sent to other threads. */
export interface MinutesJob {
  readonly options: MinutesCommandOptions;
  /** The names of the formats. */
  readonly formats: readonly string[];
  readonly writerOptions: WriterOptions;
  /** Where the output goes: a named file or folder, standard output, or beside each log. */
  readonly into: 'file' | 'folder' | 'stdout' | 'beside';
  readonly logs: RunLogs;
}

/** Whether the minutes of a log are printed: on request, or if they would be beside a log that is not a file. */
export function isPrinted({ text }: Pick<FoundLog, 'text'>, { into }: Pick<MinutesJob, 'into'>): boolean {
  return into === 'stdout' || (into === 'beside' && text !== undefined);
}

/**
 * The path of minutes: the named file, or their own name in the named folder, in the same subfolder as the log has in its folder;
 * beside the log by default.
 */
export function outputPath({ path, within = '' }: FoundLog, name: string, { into, options }: MinutesJob): string {
  const { output = '' } = options;
  if (into === 'beside') return join(dirname(path), name);
  return into === 'folder' ? join(output, within, name) : output;
}

export function refuseOneFile({ into, options: { output } }: MinutesJob, many: string): void {
  if (into === 'file')
    throw new Failure(2, `${output} is one file, but there are ${many}: name a folder with --output.`);
}
