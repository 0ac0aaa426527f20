import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { fileNameIn, folderIn } from '../features/uris.js';
import { layoutNamed } from '../log/layouts/layouts.js';
import type { Steps } from '../log/steps.js';
import { LogText } from '../log/text/logText.js';
import { dialectNamed } from '../meeting/dialects/dialects.js';
import { findingMeetings, type MeetingLog } from '../meeting/meetingLog.js';
import type { Settings } from '../settings.js';
import type { Work } from './slices.js';

/** An open document. Each edit makes a new one; only the layout by which its text is read may change. */
export interface LogDocument {
  readonly uri: string;
  readonly version: number;
  text: LogText;
  /** The name of the layout that was chosen; undefined if it was found by the text. */
  layout: string | undefined;
  /** The meetings of an earlier state, which make it faster to find the next. */
  earlier: MeetingLog | undefined;
}

/** How `TextDocuments` keeps the open documents: as lines that are read when they are asked for, instead of one long string. */
export const logDocuments = {
  create(uri: string, _languageId: string, version: number, content: string): LogDocument {
    return { uri, version, text: LogText.of(content), layout: undefined, earlier: undefined };
  },
  /** Applies changes one after the other, each to what the one before it left. */
  update(
    { uri, text, layout, earlier }: LogDocument,
    changes: TextDocumentContentChangeEvent[],
    version: number,
  ): LogDocument {
    return {
      uri,
      version,
      text: changes.reduce((changed, change) => applyChange(changed, change, layout), text),
      layout,
      earlier,
    };
  },
};

function applyChange(text: LogText, change: TextDocumentContentChangeEvent, layout?: string): LogText {
  if (!('range' in change) || !change.range) return LogText.of(change.text, layoutNamed(layout ?? ''));
  return text.replace(change.range.start, change.range.end, change.text);
}

interface FindingMeetings extends Work<MeetingLog> {
  readonly bot: string | undefined;
}

const findings = new WeakMap<LogText, FindingMeetings>();

/**
 * The work of finding the meetings of a document, in a layout and by the rules of a bot, if such are chosen: done once for each
 * state of it.
 */
export function findLog(document: LogDocument, { layout, bot }: Pick<Settings, 'layout' | 'bot'>): Work<MeetingLog> {
  if (document.layout !== layout) {
    document.layout = layout;
    document.text = LogText.of(document.text.toString(), layoutNamed(layout ?? ''));
  }
  const known = findings.get(document.text);
  if (known && known.bot === bot) return known;
  const finding = { bot, steps: finder(document, bot) };
  findings.set(document.text, finding);
  return finding;
}

function* finder(document: LogDocument, bot?: string): Steps<MeetingLog> {
  const { text, uri, earlier } = document;
  const log = yield* findingMeetings(text, fileNameIn(uri), {
    folder: folderIn(uri),
    dialect: dialectNamed(bot ?? ''),
    earlier,
  });
  document.earlier = log;
  return log;
}
