import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { fileNameIn, folderIn } from '../features/uris.js';
import { layoutNamed } from '../log/layouts/layouts.js';
import type { Steps } from '../log/steps.js';
import { LogText } from '../log/text/logText.js';
import { dialectNamed } from '../meeting/dialects/dialects.js';
import { findingMeetings, type MeetingLog } from '../meeting/meetingLog.js';
import type { Settings } from '../settings.js';
import type { Work } from './slices.js';

/** An open document. Each edit makes a new one; only the layout of its text may change. */
export interface LogDocument {
  readonly uri: string;
  readonly version: number;
  text: LogText;
  /** The name of the chosen layout; undefined if it was detected. */
  layout: string | undefined;
  /** The meetings of an earlier state, which make finding the next ones faster. */
  earlier: MeetingLog | undefined;
}

/** How `TextDocuments` stores open documents: as lines that are read on demand, instead of one long string. */
export const logDocuments = {
  create(uri: string, _languageId: string, version: number, content: string): LogDocument {
    return { uri, version, text: LogText.of(content), layout: undefined, earlier: undefined };
  },
  /** Applies changes in order, each to the result of the previous one. */
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
  readonly channel: string | undefined;
}

const findings = new WeakMap<LogText, FindingMeetings>();

/**
 * The work of finding the meetings of a document, in a chosen layout, by the rules of a chosen bot and with a chosen channel, if
 * any: done once for each state of the document.
 */
export function findLog(
  document: LogDocument,
  { layout, bot, channel }: Pick<Settings, 'layout' | 'bot' | 'channel'>,
): Work<MeetingLog> {
  if (document.layout !== layout) {
    document.layout = layout;
    document.text = LogText.of(document.text.toString(), layoutNamed(layout ?? ''));
  }
  const known = findings.get(document.text);
  if (known && known.bot === bot && known.channel === channel) return known;
  const finding = { bot, channel, steps: finder(document, bot, channel) };
  findings.set(document.text, finding);
  return finding;
}

function* finder(document: LogDocument, bot?: string, channel?: string): Steps<MeetingLog> {
  const { text, uri, earlier } = document;
  const log = yield* findingMeetings(text, fileNameIn(uri), {
    folder: folderIn(uri),
    channel,
    dialect: dialectNamed(bot ?? ''),
    earlier,
  });
  document.earlier = log;
  return log;
}
