import { supybot } from './layouts/supybot.js';
import type { LineKind, LogLine } from './logLine.js';

/** How one chat program writes its log. */
export interface Layout {
  /** The name used on the command line and in settings. */
  readonly name: string;
  /** One line for people who have to choose a layout. */
  readonly title: string;
  /** Lines as they are found in such logs, with their reading; a test runs each of them. */
  readonly samples: readonly Sample[];
  /**
   * Reads one line, without its line end, alone and in time linear in its length.
   * A line that is not in this layout gives `unread`; no text throws.
   */
  read(text: string): LogLine;
}

/** A line and what it must be read into. */
export interface Sample {
  readonly line: string;
  readonly kind: LineKind;
  readonly time?: number;
  readonly nick?: string;
  readonly text?: string;
}

/** Every layout that Meetlog reads. Of two that read a log equally well, the first is taken. */
export const layouts: readonly Layout[] = [supybot];

/** The layout of that name, or undefined. */
export function layoutNamed(name: string): Layout | undefined {
  return layouts.find((layout) => layout.name === name);
}
