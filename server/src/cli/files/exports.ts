import { closeSync, openSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ConversionResult } from '../../convert/conversion.js';
import { type ConverterName, converterFor, converterNamed, recognisedLength } from '../../convert/converters.js';
import type { ConvertOptions } from '../../convert/convertOptions.js';
import { slackUsers } from '../../convert/slackUsers.js';
import { decoded, decoderFor } from './decoded.js';
import { readSome } from './descriptors.js';

/** A file to convert: by its path, or by its text if that is already known, as for standard input. */
export interface ExportSource {
  readonly path: string;
  readonly text?: string;
}

/** How many bytes are read at once. */
const partSize = 1_048_576;

/** The text of a file in parts, so that files of any size can be read. Throws Node's errors. */
export function* textParts({ path, text }: ExportSource, size = partSize): Generator<string> {
  if (text !== undefined) {
    yield text;
    return;
  }
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(size);
    let decoder: TextDecoder | undefined;
    for (let length = readSome(descriptor, bytes); length > 0; length = readSome(descriptor, bytes)) {
      const part = bytes.subarray(0, length);
      decoder ??= decoderFor(part);
      yield decoder.decode(part, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } finally {
    closeSync(descriptor);
  }
}

/** The first characters of a file, by which it is recognised. Throws Node's errors. */
export function headOf(source: ExportSource): string {
  for (const part of textParts(source, recognisedLength)) return part.slice(0, recognisedLength);
  return '';
}

/** The kind of an export by its content; undefined if it is none, or cannot be read. */
export function exportKind(source: ExportSource): ConverterName | undefined {
  try {
    return converterFor(headOf(source), basename(source.path));
  } catch {
    return undefined;
  }
}

/** Converts a file, and gives the log in parts. Throws Node's errors. */
export async function converterOf(
  source: ExportSource,
  name: ConverterName,
  options: ConvertOptions,
): Promise<(out: (part: string) => void) => ConversionResult> {
  const { Conversion } = await import('../../convert/conversion.js');
  const run = (own: ConvertOptions, out: (part: string) => void) => {
    const conversion = new Conversion(name, basename(source.path), own, out);
    for (const part of textParts(source)) conversion.write(part);
    return conversion.end();
  };
  return (out) => {
    if (!converterNamed(name)?.hasUsersFile) return run(options, out);
    // Without the file, someone may be mentioned before saying anything that shows the name.
    const users = usersNear(source) ?? run(options, () => {}).users;
    return run({ ...options, users }, out);
  };
}

/** The names of people that an export has beside its channel's folder, or in it. */
function usersNear({ path, text }: ExportSource): ReadonlyMap<string, string> | undefined {
  if (text !== undefined) return undefined;
  const folder = dirname(path);
  for (const file of [join(folder, 'users.json'), join(folder, '..', 'users.json')]) {
    try {
      const users = slackUsers(decoded(readFileSync(file)).text);
      if (users) return users;
    } catch {
      // There is none.
    }
  }
  return undefined;
}
