import { basename, dirname, join } from 'node:path';
import type { ConversionResult } from '../convert/conversion.js';
import type { ConverterName } from '../convert/converters.js';
import { converterFor, converters } from '../convert/converters.js';
import { counted } from '../reports/counted.js';
import { Failure, reasonOf } from './failure.js';
import { converterOf, type ExportSource, headOf } from './files/exports.js';
import { isFolder, realPath } from './files/paths.js';
import { inputText, isStandardInput, standardInput } from './files/standardInput.js';
import { writeConverted } from './files/writeConverted.js';
import { withName } from './progress.js';
import { print, tell } from './terminal.js';
import { whatItIs } from './whatItIs.js';

/** The options of `meetlog convert`, as the command line gives them. */
export interface ConvertCommandOptions {
  readonly output?: string;
  readonly from?: ConverterName;
  readonly date?: string;
  readonly force?: true;
}

/** Writes the log of an export; of several files, one after the other, one log. Throws a Failure that says why it does not. */
export async function convertCommand(paths: readonly string[], options: ConvertCommandOptions): Promise<void> {
  const sources = paths.map(sourceOf);
  const runs: Run[] = [];
  for (const source of sources) runs.push(await runOf(source, options));
  const output = options.output ?? besideOf(paths);
  const results: ConversionResult[] = [];
  const writeParts = (write: (part: string) => void) => {
    for (const { source, convert } of runs) results.push(readable(source, () => convert(write)));
    // Nothing is written then.
    if (messagesIn(results) === 0) throw new Failure(1, `${sources.map(({ path }) => path).join(', ')}: no messages.`);
  };
  if (output === '-') writeParts(print);
  else {
    const inputs = new Set(sources.map(({ path }) => realPath(path) ?? path));
    writeConverted(output, writeParts, { force: options.force ?? false, inputs });
    tell(`${output}: ${counted(messagesIn(results), 'message')}`);
  }
  for (const [index, { notes }] of results.entries())
    for (const note of notes) tell(withName(sources[index]?.path ?? '', note));
}

function messagesIn(results: readonly ConversionResult[]): number {
  return results.reduce((sum, { messages }) => sum + messages, 0);
}

interface Run {
  readonly source: ExportSource;
  readonly convert: (write: (part: string) => void) => ConversionResult;
}

function sourceOf(path: string): ExportSource {
  if (isFolder(path)) throw new Failure(2, `${path} is a folder: name the files to convert.`);
  if (!isStandardInput(path)) return { path };
  return { path: standardInput, text: readable({ path: standardInput }, inputText).text };
}

async function runOf(source: ExportSource, { from, date }: ConvertCommandOptions): Promise<Run> {
  const head = readable(source, () => headOf(source));
  const name = from ?? converterFor(head, basename(source.path));
  if (!name) throw new Failure(2, notKnown(source.path, head));
  return { source, convert: await converterOf(source, name, date === undefined ? {} : { start: date }) };
}

function notKnown(path: string, head: string): string {
  const names = converters.map(({ name }) => name).join(', ');
  return `${path} is not a chat export that Meetlog knows: ${whatItIs(head)}. If it is one, name its kind with --from: ${names}.`;
}

/** Reads a file, or throws a Failure that says why it cannot be read. */
function readable<T>({ path }: ExportSource, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure || !('code' in (error as object))) throw error;
    throw new Failure(2, `${path} cannot be read: ${reasonOf(error)}`);
  }
}

/** The log beside the only export, with its name; otherwise standard output. */
function besideOf(paths: readonly string[]): string {
  const [path = '-'] = paths;
  if (paths.length > 1) throw new Failure(2, 'several files become one log: name it with --output.');
  return isStandardInput(path) ? '-' : join(dirname(path), `${basename(path).replace(endings, '')}.log`);
}

/** The endings of exports: `club.log.html` is `club`. */
const endings = /(?:\.log)?\.(?:json|csv|vtt|srt|sbv|html?|txt|log)$/i;
