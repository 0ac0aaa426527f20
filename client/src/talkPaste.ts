import {
  type DataTransfer,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  EndOfLine,
  languages,
  type Range,
  type TextDocument,
} from 'vscode';
import { mayBeChat } from '../../server/src/log/detect/chat.js';
import { languageId } from './detection.js';
import { about, type Server } from './languageServer.js';

/** The longest text that is examined, in characters: a day's talk. */
const mostPasted = 500_000;

/**
 * Offers to paste talk from elsewhere in the layout of the log. What was copied remains what is pasted, unless the user picks the
 * other way, or prefers it by `editor.pasteAs.preferences`.
 */
export function registerTalkPaste(server: Server): Disposable {
  const kind = DocumentDropOrPasteEditKind.Empty.append('meetlog', 'lines');
  const provideDocumentPasteEdits = async (
    document: TextDocument,
    [range, ...others]: readonly Range[],
    data: DataTransfer,
  ) => {
    const text = await data.get('text/plain')?.asString();
    if (!range || others.length > 0 || text === undefined || !isTalk(text)) return undefined;
    const { line, character } = range.start;
    const before = document.lineAt(line).text.slice(0, character);
    const after = document.lineAt(range.end.line).text.slice(range.end.character);
    const at = before === '' ? line : line + 1;
    const written = await server.ask('meetlog/pastedLines', { ...about(document.uri), line: at, text });
    if (written === null) return undefined;
    const end = document.eol === EndOfLine.CRLF ? '\r\n' : '\n';
    const edit = new DocumentPasteEdit(asLines(written, before, after, end), 'Paste in the layout of the log', kind);
    edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
    return [edit];
  };
  return languages.registerDocumentPasteEditProvider(
    { language: languageId },
    { provideDocumentPasteEdits },
    { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] },
  );
}

/** Whether a text may be talk: the server is not asked about others, which are pasted at once. */
export function isTalk(text: string): boolean {
  return text.length <= mostPasted && mayBeChat(text);
}

/** Lines to be pasted within a line, so that they and what is before and after them remain lines of their own. */
export function asLines(lines: string, before: string, after: string, end: string): string {
  const bare = lines.replace(/(?:\r\n|\r|\n)$/, '');
  const isClosed = after !== '' || (before === '' && bare !== lines);
  return `${before === '' ? '' : end}${bare}${isClosed ? end : ''}`;
}
