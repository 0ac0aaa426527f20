import { groupBy } from '../log/groups.js';
import { mostAssignees } from '../minutes/minutes.js';
import { type Ledger, type LedgerAction, nothingSaid } from '../workspace/ledger.js';
import type { Persons } from '../workspace/persons.js';
import { counted } from './counted.js';
import type { LedgerReport, ReportEntry } from './ledgerReport.js';
import { placeOf } from './linePlace.js';

/** The output of `meetlog actions --format json`. */
export type PrintedActions = readonly LedgerAction[];

/** Actions of many meetings by person, oldest first. `ledger` is all that is known, `actions` those to report. */
export function actionsReport(ledger: Ledger, actions: readonly LedgerAction[]): LedgerReport {
  const { persons, unmatched } = ledger;
  const owners = actions.flatMap((action) => ownersOf(action, persons).map((name) => ({ name, action })));
  const sections = [...groupBy(owners, ({ name }) => name)]
    .map(([title, all]) => ({ title, entries: all.map(({ action }) => entryOf(action)) }))
    .sort((a, b) => rankOf(a.title) - rankOf(b.title) || a.title.localeCompare(b.title, 'en'));
  return {
    sections,
    empty: 'No open action items.',
    notes: unmatched.map(({ text, ...at }) => `“${text}” (${placeOf(at)}) closes no open action item.`),
    head: ['person', 'text', 'state', 'since', 'meetings', 'days', 'carried', 'log', 'line', 'last log', 'last line'],
    rows: actions.map((action) => [
      action.people.map((nick) => persons.nameOf(nick)).join('; '),
      action.text,
      action.state,
      action.since.date ?? '',
      String(action.age.meetings),
      String(action.age.days ?? ''),
      String(action.carried),
      action.since.log,
      String(action.since.line),
      action.last.log,
      String(action.last.line),
    ]),
  };
}

/** The headings for actions that name no one, or very many people. */
const nobody = 'Nobody in particular';
const many = `More than ${mostAssignees} people`;

function rankOf(title: string): number {
  return [many, nobody].indexOf(title);
}

/** What the people who have to do something are called, each once. */
function ownersOf({ people }: LedgerAction, persons: Persons): string[] {
  if (people.length > mostAssignees) return [many];
  return people.length > 0 ? [...new Set(people.map((nick) => persons.nameOf(nick)))] : [nobody];
}

function entryOf({ text, since, carried, age, closed, why }: LedgerAction): ReportEntry {
  const { meetings, days } = age;
  const ago = [counted(meetings, 'meeting'), ...(days === null ? [] : [counted(days, 'day')])].join(' and ');
  const about = [
    `since ${since.date ?? 'an unknown date'}`,
    ...(meetings > 0 ? [`${ago} ago`] : []),
    ...(carried > 0 ? [`again at ${counted(carried, 'later meeting')}`] : []),
    ...(why === null || why === nothingSaid ? [] : [why]),
    ...(closed ? [`closed by ${closed.by} (${placeOf(closed)})`] : []),
  ];
  return { text, about, place: placeOf(since), isDone: closed !== null };
}
