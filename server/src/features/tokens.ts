import type { SemanticTokensLegend } from 'vscode-languageserver';
import type { MeetingLog } from '../meeting/meetingLog.js';
import { addressOn } from './target.js';

/** The token types and modifiers. Non-standard ones are declared in the manifest, with the grammar's scopes as a fallback. */
export const semanticLegend = {
  tokenTypes: ['time', 'nick', 'keyword', 'comment', 'topic'],
  tokenModifiers: ['chair', 'bot', 'ignored', 'addressed'],
} as const satisfies SemanticTokensLegend;

/** A part of a line that is coloured. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly type: (typeof semanticLegend.tokenTypes)[number];
  readonly modifier?: (typeof semanticLegend.tokenModifiers)[number] | undefined;
}

/** Who is addressed at the start of a line. */
export function addressedOn(log: MeetingLog, line: number): Token[] {
  const address = addressOn(log, line);
  return address ? [{ ...address.place, type: 'nick', modifier: 'addressed' }] : [];
}
