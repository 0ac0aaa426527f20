import * as z from 'zod/v4';
import { visible } from '../../reports/printable.js';
import type { VerifyFinding } from '../../workspace/verify/verifyReport.js';
import { likelyMeetings } from './likelyMeetings.js';
import type { MeetingOfLog, Shelf } from './logLibrary.js';
import { NoAnswer } from './noAnswer.js';
import { pageOf } from './pages.js';
import { quoted, someNotes } from './quoted.js';
import { asked, verifyAnswer } from './shapes.js';
import { framed, logNamed, meetingNumbered, meetingsFor, placeOf, tool } from './toolParts.js';

/** `verify_minutes` */
export const verifyTool = tool({
  name: 'verify_minutes',
  title: 'Verify minutes',
  about:
    'Holds minutes, whoever wrote them, against the log of their meeting: each decision, action, person, date, vote, number ' +
    'and link. Finds what the log does not say, and what the minutes leave out. Free prose is not checked, only counted.',
  input: z.strictObject({
    minutes: z.string().min(1).max(1_000_000).describe('The minutes as text, Markdown, HTML or JSON.'),
    log: asked.log
      .optional()
      .describe('The log of the meeting, as list_meetings returns it. Without it, it is looked for.'),
    meeting: asked.meeting,
    limit: asked.limit,
    cursor: asked.cursor,
  }),
  output: verifyAnswer,
  async answer({ minutes, log, meeting, ...choice }, library, told) {
    const shelf = await library.shelf(told);
    const report = await library.verified(minutes, meetingsMeant(shelf, minutes, log, meeting));
    const [meant] = report.meetings;
    if (!meant) throw new NoAnswer('No meeting of the logs fits these minutes. Name their log with “log”.');
    const lines = minutes.split(/\r\n|\r|\n/);
    const page = pageOf(report.findings, choice, (one) => findingEntry(one, lines, meant.date));
    const { notes, ...frame } = framed(page, shelf);
    const { checked, supported, notChecked } = report;
    return {
      ...frame,
      notes: [...someNotes(report.notes), ...notes],
      source: placeOf({ ...meant, line: meant.line + 1 }),
      counts: { checked, supported, notChecked },
      findings: page.entries,
    };
  },
});

/** What minutes can be of: the meeting or the log that is named, or the logs of those that are likely. */
function meetingsMeant(
  shelf: Shelf,
  minutes: string,
  log: string | undefined,
  number: number | undefined,
): MeetingOfLog[] {
  if (log !== undefined) {
    const named = logNamed(shelf, log);
    if (number !== undefined) meetingNumbered(named, number);
    return [{ ...named, number }];
  }
  if (number !== undefined) throw new NoAnswer('“meeting” is the number of a meeting in a log: name that with “log”.');
  const names = new Set(likelyMeetings(minutes, meetingsFor(shelf.logs)).map((one) => visible(one.log)));
  return [...names].map((name) => logNamed(shelf, name));
}

function findingEntry(
  { code, place, message, source }: VerifyFinding,
  lines: readonly string[],
  date: string | null,
): z.infer<typeof verifyAnswer>['findings'][number] {
  const words = lines[place.line]?.slice(place.start, place.end) ?? '';
  return {
    code,
    minutesLine: place.line + 1,
    source: source ? placeOf({ log: source.log, date, line: source.line + 1 }) : null,
    quoted: { message: quoted(message), minutes: quoted(words) },
  };
}
