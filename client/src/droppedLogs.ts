import {
  type CancellationToken,
  type DataTransfer,
  Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { about, type Server } from './languageServer.js';
import type { ReadHead } from './largeLogs.js';
import { logAt } from './logAt.js';

/** What can be inserted for a log. */
interface Offer {
  readonly title: string;
  readonly text: string;
  readonly kind: 'link' | 'minutes';
}

/** The most meetings of one log whose minutes are offered. */
const mostMeetings = 5;
const fileList = 'text/uri-list';

/**
 * Offers a link to a log that is dropped or pasted into Markdown, and its minutes, behind what VS Code itself offers for files.
 */
export function registerDroppedLogs(server: Server, readHead?: ReadHead): Disposable {
  const own = DocumentDropOrPasteEditKind.Empty.append('meetlog');
  const kinds = { link: own.append('link'), minutes: own.append('minutes') };
  const yieldTo = [
    DocumentDropOrPasteEditKind.Empty.append('markdown'),
    DocumentDropOrPasteEditKind.Empty.append('uri'),
    DocumentDropOrPasteEditKind.Text,
  ];
  const offers = async (document: TextDocument, data: DataTransfer, token: CancellationToken) => {
    const file = onlyUri((await data.get(fileList)?.asString()) ?? '');
    const log = file === undefined ? undefined : await logAt(Uri.parse(file), readHead);
    return log && !token.isCancellationRequested ? offersFor(server, log, document) : [];
  };
  const selector = { language: 'markdown' };
  return Disposable.from(
    languages.registerDocumentDropEditProvider(
      selector,
      {
        provideDocumentDropEdits: async (document, _position, data, token) =>
          (await offers(document, data, token)).map(({ title, text, kind }) =>
            Object.assign(new DocumentDropEdit(text, title, kinds[kind]), { yieldTo }),
          ),
      },
      { providedDropEditKinds: Object.values(kinds), dropMimeTypes: [fileList] },
    ),
    languages.registerDocumentPasteEditProvider(
      selector,
      {
        provideDocumentPasteEdits: async (document, _ranges, data, _context, token) =>
          (await offers(document, data, token)).map(({ title, text, kind }) =>
            Object.assign(new DocumentPasteEdit(text, title, kinds[kind]), { yieldTo }),
          ),
      },
      { providedPasteEditKinds: Object.values(kinds), pasteMimeTypes: [fileList] },
    ),
  );
}

/** The URI of a `text/uri-list` that has only one; undefined for others. */
export function onlyUri(list: string): string | undefined {
  const [uri, ...others] = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  return others.length === 0 ? uri : undefined;
}

async function offersFor(server: Server, { uri }: TextDocument, into: TextDocument): Promise<Offer[]> {
  const folder = (into.isUntitled ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(into.uri, '..'))?.toString();
  const log = about(uri);
  const meetings = (await server.ask('meetlog/meetings', log)) ?? [];
  const link = folder === undefined ? null : await server.ask('meetlog/markdownLink', { ...log, folder });
  const offers: Offer[] =
    link === null ? [] : [{ title: 'Insert Link with the Meeting’s Title', text: link, kind: 'link' }];
  for (const [meeting, { title }] of meetings.slice(0, mostMeetings).entries()) {
    const params = { ...log, meeting, format: 'markdown', ...(folder !== undefined && { folder }) };
    const minutes = await server.ask('meetlog/minutes', params);
    const name = meetings.length > 1 ? `Insert Minutes of “${title}”` : 'Insert Minutes';
    if (minutes) offers.push({ title: name, text: minutes.text, kind: 'minutes' });
  }
  return offers;
}
