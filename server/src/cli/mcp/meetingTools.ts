import * as z from 'zod/v4';
import { visibleLines } from '../../reports/printable.js';
import { chosenMeetings, type NumberedMeeting } from './chosenMeetings.js';
import type { LogLibrary } from './logLibrary.js';
import { howToGoOn, pageOf, partOf } from './pages.js';
import { quoted, quotedList, quotedOrNull, untrusted } from './quoted.js';
import { asked, listChoice, meetingsAnswer, minutesAnswer } from './shapes.js';
import { framed, logNamed, meetingNumbered, meetingsFor, personsFor, placeOfMeeting, tool } from './toolParts.js';

/** `list_meetings` */
export const listMeetings = tool({
  name: 'list_meetings',
  title: 'List meetings',
  about: 'Lists the meetings in all logs, newest first, each with its log, its number there and its topics.',
  input: z.strictObject({ words: asked.words, ...listChoice }),
  output: meetingsAnswer,
  async answer(choice, library, told) {
    const shelf = await library.shelf(told);
    const meetings = chosenMeetings(meetingsFor(shelf.logs), personsFor(shelf.logs), choice);
    const page = pageOf(meetings, choice, meetingEntry);
    return { ...framed(page, shelf), meetings: page.entries };
  },
});

function meetingEntry(one: NumberedMeeting): z.infer<typeof meetingsAnswer>['meetings'][number] {
  const { people, topics, actions, decisions, title, channel } = one.meeting;
  return {
    source: placeOfMeeting(one),
    counts: {
      people: people.filter(({ lines }) => lines > 0).length,
      topics: topics.length,
      actions: actions.length,
      decisions: decisions.length,
    },
    quoted: {
      title: quoted(title),
      channel: quotedOrNull(channel),
      topics: quotedList(topics.map(({ text }) => text)),
    },
  };
}

/** `get_minutes`, in some formats, of which the first is the default. */
export function getMinutes(formats: LogLibrary['formats']) {
  const [standard] = formats;
  const names = formats.map(({ name, about }) => `${name}: ${about}`).join('; ');
  return tool({
    name: 'get_minutes',
    title: 'Get minutes',
    about:
      'Writes the minutes of one meeting from its log, in parts if they are long. Links in Markdown name the lines of the log.',
    input: z.strictObject({
      log: asked.log,
      meeting: asked.meeting,
      format: z
        .enum(formats.map(({ name }) => name))
        .default(standard?.name ?? '')
        .describe(`${names}.`),
      limit: z.int().min(1000).max(50_000).default(20_000).describe('How many characters to return at most.'),
      cursor: asked.cursor,
    }),
    output: minutesAnswer,
    async answer({ log, meeting, format, ...choice }, library, told) {
      const shelf = await library.shelf(told);
      const named = logNamed(shelf, log);
      const chosen = meetingNumbered(named, meeting);
      const minutes = await library.minutes(named.found, chosen.number, format);
      const { text, start, total, next } = partOf(visibleLines(minutes), choice);
      const source = placeOfMeeting(chosen);
      return { untrusted, source, format, start, total, next, more: howToGoOn(next), quoted: { minutes: text } };
    },
  });
}
