import type { Effect } from '../meeting/dialects/dialect.js';
import { dialectNamed, dialects } from '../meeting/dialects/dialects.js';
import type { LedgerAction } from './ledger.js';
import type { LedgerMeeting } from './source.js';

/** The topic of the next meeting under which open actions are reviewed. */
export const reviewTopic = 'Action items from last meeting';

/** What to paste into the next meeting, or into a ticket about it. */
export interface NextAgenda {
  readonly topic: string;
  /** The words that set a topic and record an information, with the sign of the bot of the last meeting. */
  readonly words: { readonly topic: string; readonly item: string };
  /** The open actions, oldest first. */
  readonly actions: readonly LedgerAction[];
}

/** The agenda that the meetings of a ledger, and some of its open actions, leave for the next. */
export function nextAgendaOf(meetings: readonly LedgerMeeting[], open: readonly LedgerAction[]): NextAgenda {
  const last = dialectNamed(meetings.at(-1)?.meeting.dialect ?? '');
  const word = (effect: Effect) =>
    [last, ...dialects].flatMap((one) => one?.commands.find((command) => command.effect === effect)?.words ?? [])[0] ??
    '';
  // A bullet is no label and no command, and nobody speaks behind it.
  if (last?.isScribed) return { topic: reviewTopic, words: { topic: 'Topic:', item: '•' }, actions: open };
  return { topic: reviewTopic, words: { topic: word('TOPIC'), item: word('INFO') }, actions: open };
}
