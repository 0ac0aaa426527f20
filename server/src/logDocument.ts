import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { layoutNamed } from './log/layout.js';
import { LogText } from './log/logText.js';
import { botNamed } from './meeting/bots.js';
import { type MeetingLog, meetingLog } from './meeting/meetingLog.js';
import type { Settings } from './settings.js';

/** An open document. Each edit makes a new one; only the layout in which its text is read may be set anew. */
export interface LogDocument {
  readonly uri: string;
  readonly version: number;
  text: LogText;
  /** The layout that was chosen, by its name; undefined where it was found by the text. */
  layout: string | undefined;
  /** The meetings of an earlier state, from which the next are found the faster. */
  earlier: MeetingLog | undefined;
}

/** How `TextDocuments` keeps the open documents: as lines that are read, instead of one long string. */
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

const logs = new WeakMap<LogText, { readonly bot: string | undefined; readonly log: MeetingLog }>();

/** The meetings of a document in a layout and by the rules of a bot, if such are chosen; found when first asked for, once for each state of it. */
export function logOf(document: LogDocument, { layout, bot }: Pick<Settings, 'layout' | 'bot'>): MeetingLog {
  if (document.layout !== layout) {
    document.layout = layout;
    document.text = LogText.of(document.text.toString(), layoutNamed(layout ?? ''));
  }
  const known = logs.get(document.text);
  if (known && known.bot === bot) return known.log;
  const { text, uri, earlier } = document;
  const log = meetingLog(text, fileNameOf(uri), { bot: botNamed(bot ?? ''), earlier });
  document.earlier = log;
  logs.set(text, { bot, log });
  return log;
}

/** The last part of a URI's path, decoded where it can be. */
function fileNameOf(uri: string): string {
  const path = uri.split(/[?#]/, 1)[0] ?? '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
