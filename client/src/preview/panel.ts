import { commands, Disposable, type TextEditor, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { previewCommand } from '../../../server/src/protocol.js';
import { languageId } from '../detection.js';
import type { Server } from '../languageServer.js';
import { reportFailure } from '../report.js';
import type { PageCommand, PreviewState } from './messages.js';
import { PreviewPanel } from './previewPanel.js';

const viewType = 'meetlog.preview';

/** The previews: one that follows the active log, and those locked to a log. No log has two. */
export function registerPreview(server: Server, extension: Uri): Disposable {
  const previews = new Set<PreviewPanel>();
  const add = (panel: WebviewPanel, state: PreviewState) => {
    const preview = new PreviewPanel(panel, state, server, extension);
    previews.add(preview);
    panel.onDidDispose(() => {
      preview.dispose();
      previews.delete(preview);
    });
  };
  const followed = () => [...previews].find(({ isLocked }) => !isLocked);

  const open = (log?: string, line?: number) => {
    const editor = window.activeTextEditor;
    const uri = log === undefined ? editor?.document.uri : Uri.parse(log);
    if (!uri) return;
    const at = line ?? editor?.selection.active.line ?? 0;
    const known = [...previews].find((preview) => preview.shows(uri)) ?? followed();
    if (known) {
      known.show(uri, at);
      known.panel.reveal(undefined, true);
      return;
    }
    const where = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel(viewType, '', where, { enableFindWidget: true });
    add(panel, { log: uri.toString(), line: at, isLocked: false });
  };

  const follow = (editor: TextEditor | undefined) => {
    if (editor?.document.languageId !== languageId) return;
    const { document, selection } = editor;
    if ([...previews].some((preview) => preview.shows(document.uri))) return;
    followed()?.show(document.uri, selection.active.line);
  };

  /** The preview that is active, else that of the active log. */
  const chosen = () => {
    const log = window.activeTextEditor?.document.uri;
    const all = [...previews];
    return all.find(({ panel }) => panel.active) ?? all.find((preview) => log && preview.shows(log));
  };
  const run = (command: PageCommand) => () => reportFailure(async () => chosen()?.run(command));

  return Disposable.from(
    commands.registerCommand(previewCommand, open),
    commands.registerCommand('meetlog.togglePreviewLocking', () => chosen()?.toggleLock()),
    commands.registerCommand('meetlog.copyPreviewed', run('copy')),
    commands.registerCommand('meetlog.savePreviewed', run('save')),
    commands.registerCommand('meetlog.showLog', run('showLog')),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state?: PreviewState) {
        if (state) add(panel, state);
        else panel.dispose();
      },
    }),
    window.onDidChangeActiveTextEditor(follow),
    // A document becomes a log while its editor is active, when its language is detected.
    workspace.onDidOpenTextDocument((document) => {
      if (document === window.activeTextEditor?.document) follow(window.activeTextEditor);
    }),
    { dispose: () => [...previews].forEach(({ panel }) => void panel.dispose()) },
  );
}
