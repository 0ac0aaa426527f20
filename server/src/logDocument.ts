import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { LogText } from './log/logText.js';
import { type MeetingLog, meetingLog } from './meeting/meetingLog.js';

/** An open document. It is never changed: each edit makes a new one. */
export interface LogDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: LogText;
}

/** How `TextDocuments` keeps the open documents: as lines that are read, instead of one long string. */
export const logDocuments = {
  create(uri: string, _languageId: string, version: number, content: string): LogDocument {
    return { uri, version, text: LogText.of(content) };
  },
  /** Applies changes one after the other, each to what the one before it left. */
  update({ uri, text }: LogDocument, changes: TextDocumentContentChangeEvent[], version: number): LogDocument {
    return { uri, version, text: changes.reduce(applyChange, text) };
  },
};

function applyChange(text: LogText, change: TextDocumentContentChangeEvent): LogText {
  if (!('range' in change) || !change.range) return LogText.of(change.text);
  return text.replace(change.range.start, change.range.end, change.text);
}

const logs = new WeakMap<LogDocument, MeetingLog>();

/** The meetings of a document; found when first asked for, once for each state of it. */
export function logOf(document: LogDocument): MeetingLog {
  let log = logs.get(document);
  if (!log) {
    log = meetingLog(document.text, fileNameOf(document.uri));
    logs.set(document, log);
  }
  return log;
}

/** The last part of a URI's path, decoded where it can be. */
function fileNameOf(uri: string): string {
  const name = /[^/]*$/.exec(uri.replace(/[?#].*$/s, ''))?.[0] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
