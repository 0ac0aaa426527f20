import { commands, Disposable, type QuickPick, type TextEditor, window } from 'vscode';
import type { ListedPerson, TimePlace } from '../../server/src/protocol.js';
import { languageId } from './detection.js';
import { about, type Server } from './languageServer.js';
import { type LineItem, pickLine } from './linePreview.js';
import { reportFailure } from './report.js';

/** The commands that go to a time or a person of the active log. */
export function registerGoTo(server: Server): Disposable {
  const register = (command: string, run: (server: Server, editor: TextEditor) => Promise<void>) =>
    commands.registerCommand(command, () =>
      reportFailure(async () => {
        const editor = window.activeTextEditor;
        if (editor?.document.languageId === languageId) await run(server, editor);
      }),
    );
  return Disposable.from(register('meetlog.goToTime', goToTime), register('meetlog.goToPerson', goToPerson));
}

async function goToPerson(server: Server, editor: TextEditor): Promise<void> {
  const line = editor.selection.active.line;
  const people = (await server.ask('meetlog/people', { ...about(editor.document.uri), line })) ?? [];
  await pickLine(editor, (pick) => {
    pick.placeholder = people.length > 0 ? 'Go to the first line of a person' : 'No one speaks in this log';
    pick.matchOnDescription = true;
    pick.items = people.map(personItem);
  });
}

/** A person in the list. */
export function personItem({ nick, about: description, line, isBot }: ListedPerson): LineItem {
  return { label: `$(${isBot ? 'hubot' : 'person'}) ${nick}`, description, line };
}

async function goToTime(server: Server, editor: TextEditor): Promise<void> {
  await pickLine(editor, (pick) => {
    pick.placeholder = 'Go to a time, such as 21:04 or 9:04 pm, or +35 for 35 minutes after the start';
    pick.items = timeItems('', []);
    followTyping(pick, server, editor);
  });
}

/** Shows the places of what is typed. */
function followTyping(pick: QuickPick<LineItem>, server: Server, editor: TextEditor): void {
  const { uri } = editor.document;
  const line = editor.selection.active.line;
  let isOpen = true;
  pick.onDidHide(() => {
    isOpen = false;
  });
  pick.onDidChangeValue((time) =>
    reportFailure(async () => {
      const places = time.trim() === '' ? [] : await server.ask('meetlog/timePlaces', { ...about(uri), line, time });
      // Something else may have been typed meanwhile.
      if (isOpen && pick.value === time) pick.items = timeItems(time, places);
    }),
  );
}

/** The places of a typed time, or a hint if it is not one, or there are none. */
export function timeItems(typed: string, places: readonly TimePlace[] | null): readonly LineItem[] {
  const hint = (label: string): LineItem[] => [{ label, alwaysShow: true }];
  if (typed.trim() === '') return hint('Type a time to go to');
  if (!places) return hint(`“${typed.trim()}” is not a time, such as 21:04, 21:04:30, 9:04 pm or +35`);
  if (places.length === 0) return hint('This log has no times');
  return places.map(({ line, text, about: description }) => ({
    label: `$(comment) ${text}`,
    description,
    line,
    alwaysShow: true,
  }));
}
