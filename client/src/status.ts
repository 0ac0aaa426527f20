import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, window, workspace } from 'vscode';
import type { LogSummary } from '../../server/src/protocol.js';
import { Debounced } from './debounced.js';
import { languageId } from './detection.js';
import { about, type Server } from './languageServer.js';
import { reportFailure } from './report.js';
import type { UnreadQuestions } from './unreadLogs.js';

/** How long a log must be unchanged, in milliseconds, before its status is updated. */
const delay = 300;

/** The language status: what was found in the active log, with links to change its language or layout. */
export function registerStatus(server: Server, questions: UnreadQuestions): Disposable {
  const item = languages.createLanguageStatusItem('meetlog', { language: languageId });
  item.name = 'Meetlog';
  item.command = { title: 'Not a meeting log?', command: 'meetlog.treatAsOrdinaryLog' };
  const layout = languages.createLanguageStatusItem('meetlog.layout', { language: languageId });
  layout.name = 'Meetlog: Layout';
  layout.command = { title: 'Choose…', command: 'meetlog.chooseLayout' };
  const update = new Debounced(() => void show(server, item, layout, questions));
  update.in(0);
  return Disposable.from(
    item,
    layout,
    update,
    server.onDidRefresh(() => update.in(0)),
    window.onDidChangeActiveTextEditor(() => update.in(0)),
    workspace.onDidOpenTextDocument(() => update.in(0)),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) update.in(delay);
    }),
  );
}

async function show(
  server: Server,
  item: LanguageStatusItem,
  layout: LanguageStatusItem,
  questions: UnreadQuestions,
): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== languageId) return;
  item.busy = true;
  try {
    const summary = await server.ask('meetlog/summary', about(document.uri));
    if (!summary || document !== window.activeTextEditor?.document) return;
    Object.assign(item, describe(summary));
    item.severity = summary.isUnread ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    layout.text = summary.layout;
    layout.detail = summary.isLayoutChosen ? 'chosen' : `${Math.round(summary.confidence * 100)}% of lines read`;
    // No one waits for the answer. Who chose a layout knows why.
    if (summary.isUnread && !summary.isLayoutChosen) void reportFailure(() => questions.ask(document));
  } catch (error) {
    item.text = 'Not read';
    item.detail = error instanceof Error ? error.message : String(error);
    item.severity = LanguageStatusSeverity.Error;
  } finally {
    item.busy = false;
  }
}

/** In short: VS Code shows it in a single row, and cuts what is too long. */
function describe({
  bot,
  rules,
  meetings,
  problems,
  isUnread,
  isLayoutChosen,
}: LogSummary): Pick<LanguageStatusItem, 'text' | 'detail'> {
  if (isUnread) {
    const why = isLayoutChosen ? 'the chosen layout does not fit its lines' : 'no layout is known for its lines';
    return { text: 'Log not read', detail: why };
  }
  const found = meetings === 0 ? 'No meeting' : `${meetings} ${meetings === 1 ? 'meeting' : 'meetings'}`;
  const trouble = problems === 0 ? '' : ` · ${problems} ${problems === 1 ? 'problem' : 'problems'}`;
  return { text: `${found}${trouble}`, detail: `${bot ? `bot: ${bot}` : 'no bot'}, rules of ${rules}` };
}
