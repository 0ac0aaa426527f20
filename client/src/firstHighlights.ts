import {
  type DocumentHighlightProvider,
  Position,
  Selection,
  type TextDocument,
  type TextEditor,
  window,
} from 'vscode';

/**
 * How long VS Code takes to notice that the cursor moved, in milliseconds: it waits 50 itself, and has no event for it. Nothing
 * else makes it request highlights again while the cursor is on a highlighted word: no change of language, provider or command.
 */
const noticed = 120;
/** How long a window may take to move the cursor, in milliseconds: it may have been closed. */
const longestMove = 2000;

/**
 * Returns no highlights while the server is starting: otherwise VS Code would highlight the word at the cursor. The server is
 * registered later, and is asked first.
 */
export const noHighlights: DocumentHighlightProvider = { provideDocumentHighlights: () => [] };

/**
 * Makes VS Code request highlights again for a document that has just become a meeting log: it highlighted the word at the
 * cursor, usually part of a time, and asks again only after the cursor was where there is no word.
 */
export async function highlightAnew(document: TextDocument): Promise<void> {
  await Promise.all(window.visibleTextEditors.filter((editor) => editor.document === document).map(leaveWord));
}

async function leaveWord(editor: TextEditor): Promise<void> {
  const { selection, document } = editor;
  const away = selection.isEmpty ? placeWithoutWord(document, selection.active.line) : undefined;
  if (!away) return;
  await moveCursor(editor, away);
  await after(noticed);
  // Unless the user moved it in the meantime.
  if (editor.selection.active.isEqual(away)) editor.selection = selection;
}

/** Moves the cursor, and waits until VS Code reports that it did: while a window starts, that takes a while. */
async function moveCursor(editor: TextEditor, place: Position): Promise<void> {
  let report = () => {};
  const moved = new Promise<void>((done) => {
    report = done;
  });
  const listener = window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    if (textEditor === editor && selections[0]?.active.isEqual(place)) report();
  });
  editor.selection = new Selection(place, place);
  await Promise.race([moved, after(longestMove)]);
  listener.dispose();
}

function after(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function placeWithoutWord(document: TextDocument, line: number): Position | undefined {
  const length = Math.min(document.lineAt(line).text.length, 100);
  const places = Array.from({ length }, (_, character) => new Position(line, character));
  return places.find((place) => !document.getWordRangeAtPosition(place));
}
