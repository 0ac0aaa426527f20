import { type TextDocument, type Uri, workspace } from 'vscode';
import { headLength, mayBeChat } from '../../server/src/log/detect/chat.js';
import { decodeBytes } from '../../server/src/log/text/decodeBytes.js';
import { languageId } from './detection.js';
import { mayBeLogName, type ReadHead } from './largeLogs.js';
import { isTooLarge } from './sizeLimit.js';

/** How long to wait, in milliseconds, until a document that shows a meeting is a log: never if the user chose that it is not. */
const patience = 2000;

/**
 * The document of a file, opened without an editor, if the file is a meeting log. Of an ordinary file, no more is read than its
 * name shows, or its head.
 */
export async function logAt(file: Uri, readHead: ReadHead = () => undefined): Promise<TextDocument | undefined> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  if (open?.languageId === languageId) return open;
  if (!mayBeLogName(file.path) || !(await showsMeeting(file, readHead))) return undefined;
  // One that was opened just now may not be a log yet.
  return asLog(open ?? (await workspace.openTextDocument(file)));
}

async function showsMeeting(file: Uri, readHead: ReadHead): Promise<boolean> {
  try {
    if (isTooLarge((await workspace.fs.stat(file)).size)) return false;
    const head = await readHead(file, headLength);
    if (head !== undefined && !mayBeChat(head)) return false;
    const text = decodeBytes(await workspace.fs.readFile(file)).text;
    if (!mayBeChat(text)) return false;
    const { isMeetingLog } = await import('../../server/src/meeting/isMeetingLog.js');
    return isMeetingLog(text);
  } catch {
    // What cannot be read is dropped as any other file.
    return false;
  }
}

/** The document once detection has made it a log. */
function asLog(document: TextDocument): Promise<TextDocument | undefined> | TextDocument {
  if (document.languageId === languageId) return document;
  return new Promise((done) => {
    const finish = (log?: TextDocument) => {
      clearTimeout(timer);
      listening.dispose();
      done(log);
    };
    const timer = setTimeout(finish, patience);
    const listening = workspace.onDidOpenTextDocument((opened) => {
      if (opened === document && opened.languageId === languageId) finish(opened);
    });
  });
}
