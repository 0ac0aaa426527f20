import { TabInputText, type TextDocument, type TextEditor, type Uri, ViewColumn, window } from 'vscode';

/** Shows a document in another editor group than a log. */
export async function showBeside(document: TextDocument, log: Uri): Promise<TextEditor> {
  return window.showTextDocument(document, { viewColumn: columnBeside(log, document.uri), preview: false });
}

/** The editor group for a document beside a log: the one that already has it, if there is one. */
export function columnBeside(log: Uri, document: Uri): ViewColumn {
  const own = columnsOf(log);
  const active = window.tabGroups.activeTabGroup.viewColumn;
  const column = own.includes(active) ? active : own[0];
  if (column === undefined) return ViewColumn.Beside;
  const others = window.tabGroups.all.map(({ viewColumn }) => viewColumn).filter((one) => one !== column);
  const [known] = columnsOf(document).filter((one) => one !== column);
  // The next group, or else the previous one. A new group is opened beside the active one.
  return known ?? others.find((one) => one > column) ?? others.at(-1) ?? ViewColumn.Beside;
}

/** The groups with a tab for a document. */
function columnsOf(uri: Uri): ViewColumn[] {
  const isOf = (input: unknown) => input instanceof TabInputText && input.uri.toString() === uri.toString();
  return window.tabGroups.all
    .filter(({ tabs }) => tabs.some(({ input }) => isOf(input)))
    .map((group) => group.viewColumn);
}
