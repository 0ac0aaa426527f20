import { escapeMarkdown } from '../minutes/escape/markdownDoor.js';
import type { Ledger, LedgerAction } from '../workspace/ledger.js';
import type { NextAgenda } from '../workspace/nextAgenda.js';
import { actionsReport } from './actionsReport.js';
import { ledgerCsv } from './ledgerReport.js';
import { placeOf } from './linePlace.js';
import { visible } from './printable.js';

/** The output of `meetlog agenda --format json`. */
export type PrintedAgenda = NextAgenda;

/** Commands to paste into the next meeting. No text can become a command of its own: each is behind one. */
export function agendaText({ topic, words, actions }: NextAgenda): string {
  const lines = actions.map((action) => `${words.item} ${visible(action.text)} (${visible(sinceOf(action))})\n`);
  return `${words.topic} ${topic}\n${lines.join('')}`;
}

/** The same as a list for a ticket. */
export function agendaMarkdown({ topic, actions }: NextAgenda): string {
  const items = actions.map((action) => {
    const about = escapeMarkdown(sinceOf(action));
    return `- [ ] ${escapeMarkdown(action.text)} (${about})\n`;
  });
  return `## ${topic}\n\n${items.join('') || 'No open action items.\n'}`;
}

/** The same actions as a table. */
export function agendaCsv({ actions }: NextAgenda, ledger: Ledger): string {
  return ledgerCsv(actionsReport(ledger, actions));
}

function sinceOf({ since }: LedgerAction): string {
  return [...(since.date ? [`since ${since.date}`] : []), placeOf(since)].join(', ');
}
