import type { ClientCapabilities, CompletionContext, CompletionItem, TextEdit } from 'vscode-languageserver';
import { abilitiesOf } from '../../server/src/features/abilities.js';
import { completion } from '../../server/src/features/completions.js';
import type { MeetingLog } from '../../server/src/meeting/meetingLog.js';
import { inDialect } from './dialects.js';
import { marked } from './marked.js';

/** What can differ about a request. */
export interface Asked {
  /** The name of the bot; by default, the detected one. */
  readonly bot?: string;
  /** The character that triggered it. */
  readonly trigger?: string;
  /** What the client can do with completions. */
  readonly client?: NonNullable<NonNullable<ClientCapabilities['textDocument']>['completion']>['completionItem'];
}

/** The completions at the cursor of a marked text. */
export function completionsAt(source: string, asked: Asked = {}): readonly CompletionItem[] {
  const { text, cursor } = marked(source);
  return cursor ? completionsIn(inDialect(text, asked.bot), cursor.line, cursor.character, asked) : [];
}

/** The completions at a position of a log. */
export function completionsIn(
  log: MeetingLog,
  line: number,
  character: number,
  { trigger, client = {} }: Asked = {},
): readonly CompletionItem[] {
  const context: CompletionContext | undefined =
    trigger === undefined ? undefined : { triggerKind: 2, triggerCharacter: trigger };
  const abilities = abilitiesOf({ textDocument: { completion: { completionItem: client } } });
  return completion(log, { line, character }, abilities, context)?.items ?? [];
}

/** The labels of completions. */
export function labelsOf(items: readonly CompletionItem[]): string[] {
  return items.map(({ label }) => label);
}

/** A line after a completion is accepted. */
export function accepted(row: string, { textEdit }: CompletionItem): string {
  const { range, newText } = textEdit as TextEdit;
  return row.slice(0, range.start.character) + newText + row.slice(range.end.character);
}
