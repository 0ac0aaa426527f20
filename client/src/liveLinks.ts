import { type Disposable, DocumentLink, languages, Range, type TextDocument, Uri } from 'vscode';
import { minutesScheme } from '../../server/src/protocol.js';

/**
 * Has the links of live minutes to their log lead there. VS Code finds them in the text as well, but takes them as they stand: in a
 * window on another machine, they would name a file of this one. It takes what an extension answers as a file of that machine.
 */
export function registerLiveLinks(): Disposable {
  return languages.registerDocumentLinkProvider({ scheme: minutesScheme }, { provideDocumentLinks: logLinks });
}

function logLinks(document: TextDocument): DocumentLink[] {
  const log = logOf(document.uri);
  if (log === undefined) return [];
  // The name after it may be written in another way.
  const folder = log.slice(0, log.lastIndexOf(log.includes('/') ? '/' : ':') + 1);
  const text = document.getText();
  const links: DocumentLink[] = [];
  const rest = /[^\s"<>[\]/#]*#(L\d+)/y;
  for (let at = text.indexOf(folder); at >= 0; at = text.indexOf(folder, at + folder.length)) {
    rest.lastIndex = at + folder.length;
    const fragment = rest.exec(text)?.[1];
    if (fragment === undefined) continue;
    const range = new Range(document.positionAt(at), document.positionAt(rest.lastIndex));
    links.push(new DocumentLink(range, Uri.parse(log).with({ fragment })));
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
