import type { Attendance, Attendee, QuorumOfMeeting } from '../workspace/attendance.js';
import { counted } from './counted.js';
import type { LedgerReport, ReportEntry } from './ledgerReport.js';
import { placeOf } from './linePlace.js';

/** The output of `meetlog people --format json`. */
export type PrintedPeople = Attendance;

/** The attendance of meetings, those who came most first, and where there was no quorum. */
export function peopleReport({ meetings, people, quorum }: Attendance): LedgerReport {
  const entries = people.map((one) => entryOf(one, meetings));
  const short = quorum?.meetings.filter(({ isMet }) => !isMet) ?? [];
  return {
    sections: [
      ...(entries.length > 0 ? [{ title: counted(meetings, 'meeting'), entries }] : []),
      ...(short.length > 0 ? [{ title: 'Without a quorum', entries: short.map(shortOf) }] : []),
    ],
    empty: 'Nobody was at any meeting.',
    notes: quorum && short.length === 0 ? ['Every meeting had a quorum.'] : [],
    head: ['name', 'nicks', 'lines', 'present', 'meetings', 'voter', 'first', 'last', 'first log', 'last log'],
    rows: people.map(({ name, nicks, lines, present, voter, first, last }) => [
      name,
      nicks.join(' '),
      String(lines),
      String(present),
      String(meetings),
      voter === null ? '' : voter ? 'yes' : 'no',
      first.date ?? '',
      last.date ?? '',
      placeOf(first),
      placeOf(last),
    ]),
  };
}

function entryOf({ name, nicks, lines, present, voter, first, last }: Attendee, meetings: number): ReportEntry {
  // Another case says nothing.
  const others = nicks.filter((nick) => nick.toLowerCase() !== name.toLowerCase());
  const about = [
    ...(others.length > 0 ? [others.join(' ')] : []),
    `at ${present} of ${meetings}`,
    counted(lines, 'line'),
    ...(voter ? ['voter'] : []),
    `${first.date ?? '?'} to ${last.date ?? '?'}`,
  ];
  return { text: name, about, place: placeOf(last) };
}

function shortOf(meeting: QuorumOfMeeting): ReportEntry {
  const { date, voters, needed } = meeting;
  return {
    text: date ?? 'Without a date',
    about: [`${counted(voters, 'voter')} of ${needed}`],
    place: placeOf(meeting),
  };
}
