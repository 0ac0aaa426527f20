/*
 * The messages between the preview's page and the extension: only types, since both sides import them. Lines are 0-based.
 */

/** What the page saves for after a reload. */
export interface PreviewState {
  /** The URI of the log. */
  readonly log: string;
  /** A line of the meeting that is shown. */
  readonly line: number;
  readonly isLocked: boolean;
}

/** The 0-based index of the meeting in its log, and how many meetings there are. */
export interface MeetingPlace {
  readonly index: number;
  readonly count: number;
}

/** What the buttons of the page's toolbar do. */
export type PageCommand = 'copy' | 'save' | 'generate' | 'showLog' | 'previous' | 'next' | 'lock';

export type ToPage =
  /** Replaces the minutes that are shown. `endLine` is the first line after the meeting. */
  | {
      readonly type: 'show';
      readonly body: string;
      readonly endLine: number;
      readonly meeting: MeetingPlace;
      readonly state: PreviewState;
    }
  /** Shows a sentence instead of minutes. */
  | { readonly type: 'tell'; readonly text: string; readonly state: PreviewState }
  /** The log was scrolled so that this line is on top. */
  | { readonly type: 'scroll'; readonly line: number }
  /** The log's cursor is on this line. */
  | { readonly type: 'select'; readonly line: number };

export type FromPage =
  /** The page is ready. */
  | { readonly type: 'ready' }
  /** The user scrolled the page to the part that comes from this line. */
  | { readonly type: 'scrolled'; readonly line: number }
  /** The user wants to see this line of the log. */
  | { readonly type: 'open'; readonly line: number }
  /** A button of the toolbar was pressed. */
  | { readonly type: 'run'; readonly command: PageCommand };
