import * as z from 'zod/v4';
import { isoTime } from '../../convert/canonicalStamp.js';
import { untrusted } from './quoted.js';

/*
 * The shapes of questions and answers: the SDK makes JSON Schemas of them, and holds both against them.
 */

/** Arguments that several tools have. */
export const asked = {
  limit: z.int().min(1).max(100).default(20).describe('How many entries to return at most.'),
  cursor: z.string().max(20).optional().describe('Where to go on: “next” of the last answer.'),
  person: z.string().trim().min(1).max(200).optional().describe('Only what concerns this person: a nick or a name.'),
  words: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .optional()
    .describe('Only what has all of these words, in any order and case.'),
  since: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, 'It must be a date, such as 2031-03-14')
    .refine((date) => !Number.isNaN(isoTime(date)), 'There is no such date')
    .optional()
    .describe('Only meetings on this date or later, such as 2031-03-14.'),
  log: z.string().min(1).max(4096).describe('The name of the log, exactly as list_meetings returns it.'),
  meeting: z
    .int()
    .min(1)
    .optional()
    .describe('The number of the meeting in the log, from 1. Needed only if the log has several.'),
};

/** What is chosen of what lists have, and how much of it at once. */
export const listChoice = { person: asked.person, since: asked.since, limit: asked.limit, cursor: asked.cursor };

const line = z.int().min(1);
const text = z.string();
const texts = z.array(text);

/** Where something was said. */
const place = z.object({ log: text, date: text.nullable(), line: line.describe('The line of the log, from 1.') });

/** A place whose log is named as answers name it. */
export type Place = z.infer<typeof place>;

/** Where a meeting is. */
const meetingPlace = place.extend({
  meeting: line.describe('The number of the meeting in the log.'),
  endLine: line.nullable(),
});

export type MeetingPlace = z.infer<typeof meetingPlace>;

const frame = {
  untrusted: z.literal(untrusted),
  total: z.int().describe('How many entries there are in all.'),
  next: text.nullable().describe('The cursor of the next page; null if this is the last.'),
  more: text.nullable().describe('How to get the next page.'),
  notes: texts.describe('What could not be read.'),
};

export const meetingsAnswer = z.object({
  ...frame,
  meetings: z.array(
    z.object({
      source: meetingPlace,
      counts: z.object({ people: z.int(), topics: z.int(), actions: z.int(), decisions: z.int() }),
      quoted: z.object({ title: text, channel: text.nullable(), topics: texts }),
    }),
  ),
});

export const minutesAnswer = z.object({
  untrusted: frame.untrusted,
  source: meetingPlace,
  format: text,
  start: z.int().describe('Where this part begins in the minutes, in characters.'),
  total: z.int().describe('How many characters the minutes have.'),
  next: frame.next,
  more: frame.more,
  quoted: z.object({ minutes: text }),
});

export const actionsAnswer = z.object({
  ...frame,
  actions: z.array(
    z.object({
      source: place.describe('Where it was recorded last.'),
      since: place.describe('Where it was recorded first.'),
      state: z.enum(['open', 'done']),
      carried: z.int().describe('In how many later meetings it was recorded again.'),
      age: z.object({ meetings: z.int(), days: z.number().nullable() }).describe('At the last meeting.'),
      closed: z.object({ by: text, log: text, line: line.nullable() }).nullable(),
      quoted: z.object({
        text,
        people: texts,
        why: text.nullable().describe('Why it is open; null if nothing says that it is done.'),
      }),
    }),
  ),
});

export const decisionsAnswer = z.object({
  ...frame,
  decisions: z.array(
    z.object({
      source: place,
      kind: text,
      supersededBy: place.nullable(),
      quoted: z.object({
        text,
        by: text,
        topic: text.nullable(),
        vote: z
          .object({
            question: text,
            outcome: text.nullable(),
            options: z.array(z.object({ option: text, votes: z.int(), voters: texts })),
          })
          .nullable(),
      }),
    }),
  ),
});

export const verifyAnswer = z.object({
  ...frame,
  source: place.describe('The meeting that the minutes were held against.'),
  counts: z
    .object({ checked: z.int(), supported: z.int(), notChecked: z.int() })
    .describe('How many statements were held against the log, how many it confirms, and how many are prose.'),
  findings: z.array(
    z.object({
      code: text.describe(
        'unsupported, wrong-person, wrong-count, wrong-date, not-present; missing for what the minutes leave out.',
      ),
      minutesLine: line.describe('The line of the minutes, from 1.'),
      source: place.nullable().describe('The line of the log that comes nearest, or that is missing.'),
      quoted: z.object({ message: text, minutes: text.describe('The words of the minutes.') }),
    }),
  ),
});
