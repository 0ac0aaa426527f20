import { type TextDocument, Uri, window, workspace } from 'vscode';
import type { AskedMinutes, MinutesRequests } from './askMinutes.js';
import { replaceFile } from './files.js';
import { canOpenInBrowser, inBrowser, openInBrowser } from './openInBrowser.js';
import { showBeside } from './otherGroup.js';
import type { OwnTexts } from './ownTexts.js';
import { Reported, reasonOf, reportFailure } from './report.js';
import type { SavePlaces } from './savePlaces.js';

/** Saves minutes to a file that the user chooses; the dialog asks before replacing one. Links to the log are relative to it. */
export async function saveAs(
  proposed: AskedMinutes,
  requests: MinutesRequests,
  places: SavePlaces,
  own: OwnTexts,
): Promise<void> {
  const { log, params, result } = proposed;
  const folder = params.folder === undefined ? undefined : Uri.parse(params.folder);
  const target = await window.showSaveDialog({
    title: 'Save Minutes',
    ...(folder && { defaultUri: Uri.joinPath(folder, result.fileName) }),
  });
  if (!target) return;
  if (target.toString() === log.toString()) throw new Reported('that is the log itself; choose another file');
  const chosen = Uri.joinPath(target, '..').toString();
  const { text } =
    chosen === params.folder ? result : (await requests.again(log, { ...params, folder: chosen })).result;
  await own.add(text);
  try {
    await replaceFile(target, text);
  } catch (error) {
    throw new Reported(`the minutes were not saved. ${reasonOf(error)}`);
  }
  await places.remember(log, target);
  // The command does not wait for an answer.
  void reportFailure(() => offerToShow(target, log));
}

async function offerToShow(file: Uri, log: Uri): Promise<void> {
  const show = 'Show';
  const buttons = canOpenInBrowser(file) ? [show, inBrowser] : [show];
  const picked = await window.showInformationMessage(`Saved ${workspace.asRelativePath(file)}.`, ...buttons);
  if (picked === inBrowser) await openInBrowser(file);
  if (picked === show) await showBeside(await open(file), log);
}

async function open(file: Uri): Promise<TextDocument> {
  try {
    return await workspace.openTextDocument(file);
  } catch {
    throw new Reported('the file cannot be opened as text');
  }
}
