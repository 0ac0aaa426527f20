import { isoTime, timeInName } from './canonicalStamp.js';
import { captions, sbv } from './captions.js';
import type { Converter } from './context.js';
import type { ConverterName } from './converters.js';
import type { ConvertOptions } from './convertOptions.js';
import { discordCsv } from './discordCsv.js';
import { discordJson } from './discordJson.js';
import type { Feed } from './feed.js';
import { logPage } from './logPage.js';
import { LogWriter } from './logWriter.js';
import { matrixJson } from './matrixJson.js';
import { pastedPage } from './pastedPage.js';
import { Names } from './personNames.js';
import { slackJson } from './slackJson.js';
import { zulipJson } from './zulipJson.js';

/* The converters with their libraries, in a bundle of their own, which is loaded only when a file must be converted. */

const byName: Readonly<Record<ConverterName, Converter>> = {
  slack: slackJson,
  discord: discordJson,
  'discord-csv': discordCsv,
  zulip: zulipJson,
  element: matrixJson,
  webvtt: captions,
  srt: captions,
  sbv,
  'log-page': logPage,
  'pasted-page': pastedPage,
};

/** The result for a file. */
export interface ConversionResult {
  /** How many messages the log has. */
  readonly messages: number;
  /** What users should know of it, as sentences. */
  readonly notes: readonly string[];
  /** The nicks of people, by their ids in the export. */
  readonly users: ReadonlyMap<string, string>;
}

/** One file that is being converted. */
export class Conversion {
  readonly #log: LogWriter;
  readonly #names: Names;
  readonly #feed: Feed;
  #isBroken = false;

  constructor(
    name: ConverterName,
    fileName: string,
    { start = '', users }: ConvertOptions,
    out: (text: string) => void,
  ) {
    this.#log = new LogWriter(out);
    this.#names = new Names(users);
    const given = isoTime(start);
    const begin = Number.isNaN(given) ? timeInName(fileName) : given;
    this.#feed = byName[name]({ log: this.#log, names: this.#names, start: begin });
  }

  /** Takes the next part of the text. */
  write(part: string): void {
    if (!this.#isBroken) this.#safely(() => this.#feed.write(part));
  }

  /** Writes the rest of the log. */
  end(): ConversionResult {
    if (!this.#isBroken) this.#safely(() => this.#feed.end());
    const notes = this.#log.end();
    return { messages: this.#log.messages, notes, users: this.#names.all() };
  }

  /** A fault of a library, or of ours, must not lose what was read before it. */
  #safely(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#isBroken = true;
      this.#log.note(
        `It cannot be read after ${this.#log.messages} messages, and the rest is left out: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
}
