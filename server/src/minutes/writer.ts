import type { Minutes } from './minutes.js';
import type { MinutesTemplate } from './template.js';

/** Options for writing minutes in any format. */
export interface WriterOptions {
  /** Repeat the bugs of MeetBot 0.1.4, byte for byte, instead of fixing them. */
  readonly bugCompatible?: boolean;
  /** Let Markdown mention people and reference issues. Otherwise chat text does neither, wherever it is pasted. */
  readonly mentions?: boolean;
  /** For the format `template` only. */
  readonly template?: MinutesTemplate;
}

/** A format of minutes. */
export interface Writer {
  /** The name used on the command line and in settings. */
  readonly name: string;
  /** The name for people. */
  readonly title: string;
  readonly about: string;
  /** The file extension, with its dot. */
  readonly extension: string;
  /** VS Code's language identifier for it. */
  readonly languageId: string;
  /** Whether it writes the full log; other formats need no entries. */
  readonly writesLog?: true;
  /** Whether MeetBot, or scribe.perl, has it too, with bugs that can be repeated. */
  readonly isOfBots?: true;
  /** `writeMinutes` also writes with templates. */
  readonly write: (minutes: Minutes, options: WriterOptions) => string;
}
