import { type Disposable, DocumentLink, languages, Range, type TextDocument, Uri } from 'vscode';
import { minutesScheme } from '../../server/src/protocol.js';

/**
 * Makes the links in live minutes lead to their log. VS Code also finds links in text itself, but follows them literally: in a
 * remote window, they would name a file on the local machine. A link from an extension names a file on the extension's machine.
 */
export function registerLiveLinks(): Disposable {
  return languages.registerDocumentLinkProvider({ scheme: minutesScheme }, { provideDocumentLinks: logLinks });
}

function logLinks(document: TextDocument): DocumentLink[] {
  const log = logOf(document.uri);
  if (log === undefined) return [];
  // The name that follows it may be encoded differently.
  const folder = log.slice(0, log.lastIndexOf(log.includes('/') ? '/' : ':') + 1);
  const text = document.getText();
  const links: DocumentLink[] = [];
  const rest = /[^\s"<>[\]/#]*#L(\d+)/y;
  for (let at = text.indexOf(folder); at >= 0; at = text.indexOf(folder, at + folder.length)) {
    rest.lastIndex = at + folder.length;
    const line = rest.exec(text)?.[1];
    if (line === undefined) continue;
    const range = new Range(document.positionAt(at), document.positionAt(rest.lastIndex));
    const link = new DocumentLink(range, Uri.parse(log).with({ fragment: `L${line}` }));
    link.tooltip = `Go to line ${line} of the log`;
    links.push(link);
  }
  return links;
}

/** The URI of the log that live minutes follow: the first thing in their query. */
function logOf({ query }: Uri): string | undefined {
  try {
    const [log] = JSON.parse(query);
    return typeof log === 'string' ? log : undefined;
  } catch {
    return undefined;
  }
}
