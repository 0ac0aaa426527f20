import { commands, type Disposable, languages, type TextDocument, Uri, window, workspace } from 'vscode';
import type { ConvertedFile } from '../../server/src/protocol.js';
import { languageId } from './detection.js';
import type { ExportDocuments } from './exportDocuments.js';
import { replaceFile } from './files.js';
import { Reported, reasonOf, reportFailure } from './report.js';

/** Registers the command that opens a file as a meeting log: one from a menu, or else that of the active tab. */
export function registerOpenAsLog(exports: ExportDocuments): Disposable {
  return commands.registerCommand('meetlog.openAsMeetingLog', (file?: Uri) =>
    reportFailure(async () => {
      const chosen = file ?? activeFile();
      if (chosen) await openAsLog(chosen, exports);
    }),
  );
}

/** The file of the active tab. Pages and large files are in no text editor that extensions see. */
function activeFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input as { readonly uri?: unknown } | undefined;
  return input?.uri instanceof Uri ? input.uri : window.activeTextEditor?.document.uri;
}

/** Opens a file as a log, converted if it is an export, and otherwise as it is if it can be a log: the user says it is one. */
export async function openAsLog(file: Uri, exports: ExportDocuments): Promise<TextDocument> {
  if (file.scheme !== 'untitled') {
    const converted = await exports.convert(file);
    if (converted) return openConverted(file, converted, exports);
    if (/\.(?:csv|html?|json|sbv|srt|vtt)$/i.test(file.path)) throw new Reported(notConverted(file));
  }
  return showLog(await workspace.openTextDocument(file));
}

/** Shows a document as a log. */
export async function showLog(document: TextDocument): Promise<TextDocument> {
  await window.showTextDocument(document, { preview: false });
  return document.languageId === languageId ? document : languages.setTextDocumentLanguage(document, languageId);
}

function notConverted({ path }: Uri): string {
  const name = path.replace(/^.*\//, '');
  return `${name} is no chat that Meetlog knows: no export of Slack, Discord, Zulip or Element, no subtitles, no log’s page`;
}

async function openConverted(file: Uri, converted: ConvertedFile, exports: ExportDocuments): Promise<TextDocument> {
  const uri = exports.add(file, converted);
  const document = await showLog(await workspace.openTextDocument(uri));
  // The command does not wait for an answer.
  void reportFailure(() => tell(document, file, converted));
  return document;
}

/** Says what was converted and what is left out. */
async function tell(document: TextDocument, file: Uri, { title, messages, notes }: ConvertedFile): Promise<void> {
  const count = `${messages} ${messages === 1 ? 'message' : 'messages'}`;
  const save = 'Save As…';
  const picked = await window.showInformationMessage(
    [`${title}: ${count}, as a read-only log. Save it to edit it.`, ...notes].join(' '),
    save,
  );
  if (picked === save) await saveLog(document, file);
}

/** Saves the log beside its export, or where the user wants it, and opens the file. */
async function saveLog(document: TextDocument, file: Uri): Promise<void> {
  const beside = Uri.joinPath(file, '..', document.uri.path.replace(/^.*\//, ''));
  const isWritable = workspace.fs.isWritableFileSystem(file.scheme);
  const target = await window.showSaveDialog({ title: 'Save Log', ...(isWritable && { defaultUri: beside }) });
  if (!target) return;
  if (target.toString() === file.toString()) throw new Reported('that is the export itself; choose another file');
  try {
    await replaceFile(target, document.getText());
  } catch (error) {
    throw new Reported(`the log was not saved. ${reasonOf(error)}`);
  }
  await showLog(await workspace.openTextDocument(target));
}
