import type { DecisionDigest } from './logDigest.js';
import { inTimeOrder, type LedgerLog, type Source, sourceOf } from './source.js';

/** A decision in the register: an agreement, a result of a vote or motion, something accepted or rejected. */
export interface RegisteredDecision extends Source, Pick<DecisionDigest, 'text' | 'kind' | 'nick' | 'topic' | 'vote'> {
  /** The next later decision with the same words. */
  readonly supersededBy: Source | null;
}

/** The decisions of many meetings, newest first. */
export function registerOf(logs: readonly LedgerLog[]): RegisteredDecision[] {
  const later = new Map<string, Source>();
  return inTimeOrder(logs)
    .flatMap((meeting) =>
      meeting.meeting.decisions.map((decision) => ({ decision, at: sourceOf(meeting, decision.line) })),
    )
    .reverse()
    .map(({ decision, at }) => {
      const { text, kind, nick, topic, vote } = decision;
      const words = wordsOf(text);
      const supersededBy = later.get(words) ?? null;
      later.set(words, at);
      return { text, kind, ...at, nick, topic, vote, supersededBy };
    });
}

/** The words of a decision, without case and punctuation; without any, the text. */
function wordsOf(text: string): string {
  const said = text.normalize('NFKC').toLowerCase();
  return (said.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [said.trim()]).join(' ');
}

/** Whether a decision has all words of a search in its text, topic, kind or question, in any order and case. */
export function matches({ text, topic, kind, vote }: RegisteredDecision, search: string): boolean {
  const said = [text, topic ?? '', kind, vote?.question ?? ''].join('\n').normalize('NFKC').toLowerCase();
  return search
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
