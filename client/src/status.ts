import { Disposable, type LanguageStatusItem, languages, window, workspace } from 'vscode';
import type { LogSummary } from '../../server/src/protocol.js';
import { languageId } from './detection.js';
import type { Server } from './server.js';

/** How long a log must rest, in milliseconds, before its status is asked for again. */
const delay = 300;

/** The language status item: what was found in the log of the active editor, and the way to say that it is no meeting. */
export function registerStatus(server: Server): Disposable {
  const item = languages.createLanguageStatusItem('meetlog', { language: languageId });
  item.name = 'Meetlog';
  item.command = { title: 'Not a meeting log?', command: 'meetlog.treatAsOrdinaryLog' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(server, item), after);
  };
  update(0);
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(() => update(0)),
    workspace.onDidOpenTextDocument(() => update(0)),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) update(delay);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

async function show(server: Server, item: LanguageStatusItem): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== languageId) return;
  item.busy = true;
  try {
    const summary = await server.summary(document.uri);
    if (summary && document === window.activeTextEditor?.document) Object.assign(item, describe(summary));
  } finally {
    item.busy = false;
  }
}

function describe({
  layout,
  confidence,
  bot,
  meetings,
  problems,
}: LogSummary): Pick<LanguageStatusItem, 'text' | 'detail'> {
  const number = meetings.length;
  const found = number === 0 ? 'No meeting' : number === 1 ? meetings[0]?.title : `${number} meetings`;
  const trouble = problems === 0 ? '' : ` · ${problems} ${problems === 1 ? 'problem' : 'problems'}`;
  const read = `${layout} (${Math.round(confidence * 100)} % of the lines)`;
  return { text: `${found}${trouble}`, detail: [bot ? `bot: ${bot}` : 'no bot', read].join(' · ') };
}
