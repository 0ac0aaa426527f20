import { groupBy } from '../log/groups.js';
import { optionText } from '../minutes/minutes.js';
import type { RegisteredDecision } from '../workspace/register.js';
import type { LedgerReport, ReportEntry } from './ledgerReport.js';
import { placeOf } from './linePlace.js';

/** The output of `meetlog decisions --format json`. */
export type PrintedDecisions = readonly RegisteredDecision[];

/** The register of decisions, newest first, by date. */
export function decisionsReport(decisions: readonly RegisteredDecision[]): LedgerReport {
  const byDate = groupBy(decisions, ({ date }) => date ?? 'Without a date');
  return {
    sections: [...byDate].map(([title, all]) => ({ title, entries: all.map(entryOf) })),
    empty: 'No decisions.',
    notes: [],
    head: ['date', 'kind', 'text', 'topic', 'vote', 'superseded by', 'log', 'line'],
    rows: decisions.map((decision) => [
      decision.date ?? '',
      decision.kind,
      decision.text,
      decision.topic ?? '',
      voteText(decision),
      decision.supersededBy ? placeOf(decision.supersededBy) : '',
      decision.log,
      String(decision.line),
    ]),
  };
}

function entryOf(decision: RegisteredDecision): ReportEntry {
  const { text, kind, topic, vote, supersededBy } = decision;
  const about = [
    ...(topic === null ? [] : [topic]),
    ...(vote ? [voteText(decision)] : []),
    ...(supersededBy ? [`superseded ${supersededBy.date ?? ''} (${placeOf(supersededBy)})`.replace('  ', ' ')] : []),
  ];
  return { text: `${kind}: ${text}`, about, place: placeOf(decision) };
}

/** The counts of a vote with its outcome, `Yes: 2 (ann, bob); No: 0, Carried`; empty without one. */
function voteText({ vote }: RegisteredDecision): string {
  if (!vote) return '';
  const counts = vote.options.map(({ option, voters }) => optionText(option, voters)).join('; ');
  return [counts, vote.outcome].filter(Boolean).join(', ');
}
