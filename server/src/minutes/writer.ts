import type { Minutes } from './minutes.js';
import type { MinutesTemplate } from './template.js';

/** How minutes are written, whatever the format. */
export interface WriterOptions {
  /** Repeat what MeetBot 0.1.4 does wrong, down to the byte, instead of repairing it. */
  readonly bugCompatible?: boolean;
  /**
   * Markdown may ping the people and refer to the issues that were named. Otherwise nothing that was said does, wherever
   * it is pasted.
   */
  readonly mentions?: boolean;
  /** For the format `template` only. */
  readonly template?: MinutesTemplate;
}

/** A format of minutes. */
export interface Writer {
  /** The name used on the command line and in settings. */
  readonly name: string;
  /** For people who have to choose. */
  readonly title: string;
  readonly about: string;
  /** The file ending, with its dot. */
  readonly extension: string;
  /** VS Code's identifier of the language that it is written in. */
  readonly languageId: string;
  /** Whether it writes everything that was said; the others need no minutes with entries. */
  readonly writesLog?: true;
  /** Whether MeetBot has it too, with faults that can be repeated. */
  readonly isOfBots?: true;
  /** `writeMinutes` writes by a template as well. */
  readonly write: (minutes: Minutes, options: WriterOptions) => string;
}
