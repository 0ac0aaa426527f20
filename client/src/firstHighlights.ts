import {
  type DocumentHighlightProvider,
  Position,
  Selection,
  type TextDocument,
  type TextEditor,
  window,
} from 'vscode';

/**
 * How long VS Code takes, in milliseconds, to see that the cursor moved: it waits for 50 itself, and tells nobody when it has seen it.
 * Nothing else has it ask anew while the cursor is on a word that is highlighted: no language, provider or command.
 */
const noticed = 120;

/**
 * Answers that there is nothing to highlight as long as the server is starting: VS Code would highlight the word at the cursor. The
 * server, which is registered later, is asked first.
 */
export const noHighlights: DocumentHighlightProvider = { provideDocumentHighlights: () => [] };

/**
 * Has VS Code ask again what to highlight in a document that has just become a meeting log: it highlighted the word at the cursor,
 * part of a time mostly, and asks anew only after the cursor was where no word is.
 */
export async function highlightAnew(document: TextDocument): Promise<void> {
  await Promise.all(window.visibleTextEditors.filter((editor) => editor.document === document).map(leaveWord));
}

async function leaveWord(editor: TextEditor): Promise<void> {
  const { selection, document } = editor;
  const away = selection.isEmpty ? placeWithoutWord(document, selection.active.line) : undefined;
  if (!away) return;
  editor.selection = new Selection(away, away);
  await new Promise((done) => setTimeout(done, noticed));
  // Unless a person moved it meanwhile.
  if (editor.selection.active.isEqual(away)) editor.selection = selection;
}

function placeWithoutWord(document: TextDocument, line: number): Position | undefined {
  const length = Math.min(document.lineAt(line).text.length, 100);
  const places = Array.from({ length }, (_, character) => new Position(line, character));
  return places.find((place) => !document.getWordRangeAtPosition(place));
}
