import { dateIn } from '../../../log/facts/dateNotation.js';
import { quoted } from '../../listed.js';
import type { Finding } from '../problem.js';
import type { Ruled, ScribedScope } from './scribedScope.js';

const dateLabel = /^ *date *[:：] *(?=\S)/i;
const written = /^\d+ [\p{L}\p{N}_]+ \d+/u;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const inAddress = /\/(\d{4})\/(\d\d)\/(\d\d)-/;

/** Dates in a form that is not read, and dates that differ. */
export function* invalidDates(scope: ScribedScope): Generator<Finding> {
  let known = addressDate(scope);
  for (const ruled of scope.ruled('date', 'remark', 'narration', 'speech')) {
    const { record, rule } = ruled;
    const label = dateLabel.exec(record.text)?.[0];
    if (label === undefined || record.isInserted) continue;
    const text = record.text.slice(label.length).trimEnd();
    const date = dateIn(text);
    const why = whyInvalid(ruled, text, date, known);
    if (rule === 'date') known ??= date;
    if (!why) continue;
    const { message, meant } = why;
    yield { ...scope.placeOf(record, label.length), message, ...(meant && record.isInLog && { meant }) };
  }
}

/** `YYYY-MM-DD` in the address of the minutes or the log. */
function addressDate({ scribed }: ScribedScope): string | undefined {
  const { links } = scribed.state;
  const [, year, month, day] = inAddress.exec((links.get('minutes') ?? links.get('log'))?.url ?? '') ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}

function whyInvalid(
  { rule }: Ruled,
  text: string,
  date: string | undefined,
  known: string | undefined,
): Pick<Finding, 'message' | 'meant'> | undefined {
  if (rule !== 'date') {
    if (date === undefined) return undefined;
    const meant = asWritten(date);
    return { message: `A date in this form is not read: write ${meant}.`, meant };
  }
  if (date === undefined) return { message: `${quoted(written.exec(text)?.[0] ?? text)} is not a date.` };
  if (known === undefined || daysBetween(known, date) <= 1) return undefined;
  const meant = asWritten(known);
  return { message: `This date differs from the other one of this meeting, ${meant}.`, meant };
}

/** `05 Dec 2002`, as the tools read it. */
function asWritten(date: string): string {
  return `${date.slice(8)} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
