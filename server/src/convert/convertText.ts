import { type ConverterName, converterFor, converterNamed } from './converters.js';
import type { ConvertOptions } from './convertOptions.js';
import { partsOf } from './feed.js';

/*
 * The room converts files that hold a chat, but not in lines: exports, subtitles, pages. It is independent of Node and of VS
 * Code, needs nothing of other rooms, and never throws. What it gives is a log in one layout, `YYYY-MM-DD HH:MM:SS <nick> text`
 * (only `HH:MM:SS` if no date is known), with LF at the end of each line, and what users should know of it.
 *
 * `convertText` is for texts that are in memory. The command line feeds a `Conversion` with files of any size.
 */

/** A file as a log. */
export interface Converted {
  readonly log: string;
  /** The name of the converter, and what it says of itself for people. */
  readonly name: ConverterName;
  readonly title: string;
  /** How many messages the log has. There may be none. */
  readonly messages: number;
  /** What users should know, as sentences: what is left out, in which time zone times are, what is unknown. */
  readonly notes: readonly string[];
}

/** How a text in memory is converted. */
export interface ConvertTextOptions extends ConvertOptions {
  /** The kind of the file, if it must not be recognised by its content. */
  readonly from?: ConverterName;
  /** Awaited now and then during long work, so that others get their turn. It may reject, which ends the work. */
  readonly pause?: () => Promise<void>;
}

/** How many characters are converted before others get their turn: some milliseconds of work. */
const partLength = 262_144;

/**
 * Converts the text of a file, which is recognised by what it begins with. Undefined, at once, if it is nothing that can be
 * converted. Rejects only if `pause` does.
 */
export function convertText(
  text: string,
  fileName: string,
  options: ConvertTextOptions = {},
): Promise<Converted> | undefined {
  const name = options.from ?? converterFor(text, fileName);
  return name && converted(name, text, fileName, options);
}

async function converted(
  name: ConverterName,
  text: string,
  fileName: string,
  { pause, ...options }: ConvertTextOptions,
): Promise<Converted> {
  const { Conversion } = await import('./conversion.js');
  const run = async (own: ConvertOptions) => {
    const parts: string[] = [];
    const conversion = new Conversion(name, fileName, own, (part) => parts.push(part));
    for (const part of partsOf(text, partLength)) {
      conversion.write(part);
      await pause?.();
    }
    return { log: parts, ...conversion.end() };
  };
  const { title = name, hasUsersFile } = converterNamed(name) ?? {};
  // Someone may be mentioned before saying anything that shows the name.
  const { users } = hasUsersFile && !options.users ? await run(options) : options;
  const { log, messages, notes } = await run({ ...options, ...(users && { users }) });
  return { log: log.join(''), name, title, messages, notes };
}
