import * as z from 'zod/v4';
import { perObject } from '../../log/text/perBlock.js';
import { visible } from '../../reports/printable.js';
import { chosenActions, chosenDecisions, type LedgerChoice } from '../../workspace/choose.js';
import { type LedgerAction, ledgerOf, nothingSaid } from '../../workspace/ledger.js';
import { personsOf } from '../../workspace/persons.js';
import { matches, type RegisteredDecision, registerOf } from '../../workspace/register.js';
import type { Source } from '../../workspace/source.js';
import { chosenMeetings, type NumberedMeeting, newestFirst } from './chosenMeetings.js';
import type { LogLibrary, Shelf, ToldProgress } from './logLibrary.js';
import { NoAnswer } from './noAnswer.js';
import { howToGoOn, type Page, pageOf, partOf } from './pages.js';
import { quoted, quotedList, quotedOrNull, someNotes, untrusted } from './quoted.js';
import {
  actionsAnswer,
  asked,
  decisionsAnswer,
  type MeetingPlace,
  meetingsAnswer,
  minutesAnswer,
  type Place,
} from './shapes.js';

/** A question that assistants can ask. It changes nothing. */
export interface Tool<I extends z.ZodObject = z.ZodObject, O extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly input: I;
  readonly output: O;
  /** Throws NoAnswer, or rejects with it, if there is none. */
  answer(asked: z.infer<I>, library: LogLibrary, told?: ToldProgress): Promise<z.infer<O>>;
}

/** All tools, which answer from the logs in a library. */
export function toolsFor({ formats }: Pick<LogLibrary, 'formats'>): readonly Tool[] {
  return [listMeetings, getMinutes(formats), listActions, findDecisions] as unknown as Tool[];
}

function tool<I extends z.ZodObject, O extends z.ZodObject>(one: Tool<I, O>): Tool<I, O> {
  return one;
}

const ledgerFor = perObject(ledgerOf);
const registerFor = perObject(registerOf);
const personsFor = perObject(personsOf);
const meetingsFor = perObject(newestFirst);

const listMeetings = tool({
  name: 'list_meetings',
  title: 'List meetings',
  about: 'Lists the meetings in all logs, newest first, each with its log, its number there and its topics.',
  input: z.strictObject({
    words: asked.words,
    person: asked.person,
    since: asked.since,
    limit: asked.limit,
    cursor: asked.cursor,
  }),
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

function getMinutes(formats: LogLibrary['formats']) {
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
      const { found, chosen } = meetingIn(shelf, log, meeting);
      const { text, start, total, next } = partOf(await library.minutes(found, chosen.number, format), choice);
      const source = placeOfMeeting(chosen);
      return { untrusted, source, format, start, total, next, more: howToGoOn(next), quoted: { minutes: text } };
    },
  });
}

/** The meeting of a log with a number, which is not needed if there is only one. */
function meetingIn(shelf: Shelf, log: string, number: number | undefined) {
  const found = shelf.named(log);
  if (!found) throw new NoAnswer(`There is no log “${visible(log)}” with a meeting. Call list_meetings for the names.`);
  const own = meetingsFor(shelf.logs).filter((one) => one.log === found.path);
  const all = own.length === 1 ? 'one meeting' : `${own.length} meetings`;
  if (number === undefined && own.length > 1)
    throw new NoAnswer(`“${visible(log)}” has ${all}: say which with “meeting”.`);
  const chosen = own.find((one) => one.number === (number ?? 1));
  if (!chosen) throw new NoAnswer(`“${visible(log)}” has no meeting ${number}: it has ${all}.`);
  return { found, chosen };
}

const listActions = tool({
  name: 'list_actions',
  title: 'List action items',
  about:
    'Lists action items of all meetings, oldest first: who has to do what, since when, how often it was carried over, ' +
    'and what closed it. One that is recorded again in a later meeting is listed once.',
  input: z.strictObject({
    person: asked.person,
    since: asked.since,
    state: z.enum(['open', 'done', 'all']).default('open').describe('Which ones.'),
    limit: asked.limit,
    cursor: asked.cursor,
  }),
  output: actionsAnswer,
  async answer({ state, ...choice }, library, told) {
    const shelf = await library.shelf(told);
    const actions = chosenActions(ledgerFor(shelf.logs), choice as LedgerChoice);
    const wanted = actions.filter((one) => state === 'all' || one.state === state);
    const page = pageOf(wanted, choice, actionEntry);
    return { ...framed(page, shelf), actions: page.entries };
  },
});

function actionEntry(action: LedgerAction): z.infer<typeof actionsAnswer>['actions'][number] {
  const { text, people, state, since, last, carried, age, closed, why } = action;
  return {
    source: placeOf(last),
    since: placeOf(since),
    state,
    carried,
    age,
    closed: closed && { ...closed, log: visible(closed.log) },
    quoted: { text: quoted(text), people: quotedList(people), why: quotedOrNull(why === nothingSaid ? null : why) },
  };
}

const findDecisions = tool({
  name: 'find_decisions',
  title: 'Find decisions',
  about:
    'Finds decisions of all meetings, newest first: agreements, results of votes, what was accepted or rejected. ' +
    'A decision that was made again later says where.',
  input: z.strictObject({
    words: asked.words,
    person: asked.person,
    since: asked.since,
    limit: asked.limit,
    cursor: asked.cursor,
  }),
  output: decisionsAnswer,
  async answer({ words = '', ...choice }, library, told) {
    const shelf = await library.shelf(told);
    const decisions = chosenDecisions(registerFor(shelf.logs), personsFor(shelf.logs), choice as LedgerChoice);
    const page = pageOf(
      decisions.filter((one) => matches(one, words)),
      choice,
      decisionEntry,
    );
    return { ...framed(page, shelf), decisions: page.entries };
  },
});

function decisionEntry(decision: RegisteredDecision): z.infer<typeof decisionsAnswer>['decisions'][number] {
  const { text, kind, nick, topic, vote, supersededBy } = decision;
  return {
    source: placeOf(decision),
    kind,
    supersededBy: supersededBy && placeOf(supersededBy),
    quoted: {
      text: quoted(text),
      by: quoted(nick),
      topic: quotedOrNull(topic),
      vote: vote && {
        question: quoted(vote.question),
        outcome: quotedOrNull(vote.outcome),
        options: vote.options.slice(0, mostOptions).map(({ option, voters }) => ({
          option: quoted(option),
          votes: voters.length,
          voters: quotedList(voters),
        })),
      },
    },
  };
}

/** An answer shows so many options of a vote. */
const mostOptions = 20;

function framed({ total, next }: Page<unknown>, { notes }: Shelf) {
  return { untrusted, total, next, more: howToGoOn(next), notes: someNotes(notes) } as const;
}

function placeOf({ log, date, line }: Source): Place {
  return { log: visible(log), date, line };
}

function placeOfMeeting({ log, number, meeting: { date, line, endLine } }: NumberedMeeting): MeetingPlace {
  return { log: visible(log), date, line, meeting: number, endLine };
}
