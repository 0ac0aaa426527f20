import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { LogText } from '../../server/src/log/text/logText.js';
import { dialectNamed } from '../../server/src/meeting/dialects/dialects.js';
import { meetingLog } from '../../server/src/meeting/meetingLog.js';
import { type OutlineItem, outline } from '../../server/src/reports/outline.js';

/*
 * What scribe.perl makes of logs, and of real ones, is known from a folder that is not part of the project. The outline of each of
 * these logs, read as one meeting, has the same facts.
 */
const folder = process.env.MEETLOG_LOGS ?? '';
const isThere = existsSync(join(folder, 'scribe'));

/** A log that scribe.perl read without options. */
interface Case {
  readonly name: string;
  readonly log: string;
  readonly facts: Facts;
}

interface Facts {
  readonly title: string;
  readonly date: string;
  readonly chairs: readonly string[];
  readonly present: readonly string[];
  readonly regrets: readonly string[];
  readonly scribes: readonly string[];
  readonly topics: readonly { readonly level: number; readonly text: string }[];
  readonly actions: readonly string[];
  readonly resolutions: readonly string[];
  readonly issues: readonly string[];
}

interface Run {
  readonly options: readonly string[];
  readonly input: string;
  readonly expected?: Facts;
}

/** Logs whose outlines differ, and why. */
const different: Readonly<Record<string, readonly [fields: string, reason: string]>> = {
  'own/action-line-breaks-format#0': [
    'scribes',
    'a line that a layout does not know makes scribe.perl read the whole log as lines without nicks; it is passed over here',
  ],
  'own/plain-text#0': [
    'title date chairs present regrets scribes topics actions resolutions issues',
    'lines without nicks are no chat',
  ],
  'own/yahoo#0': [
    'title date chairs present regrets scribes topics actions resolutions issues',
    'lines that have but a word and a colon in front are no chat',
  ],
  'tests/error-02#0': [
    'date present scribes topics',
    'scribe.perl reads nothing of a log with one line that no layout has, and this is read here',
  ],
  'golden/w3c-2020-11-12-epub.rrsagent': ['topics', 'an address is a topic as it was typed, and is not shortened'],
  'golden/w3c-ccg-2019-01-22.iso-tab': [
    'date',
    'the date is that of the lines of the log, which scribe.perl does not read',
  ],
  'golden/w3c-ccg-2020-03-03.iso-tab': ['date', 'the date is that of the lines of the log'],
  'golden/w3c-scribe2-2020-02-04-weum.irssi-iso': ['date', 'the date is that of the lines of the log'],
};

const read = (...path: readonly string[]) => readFileSync(join(folder, ...path), 'utf8');

function casesIn(set: string): Case[] {
  if (!isThere) return [];
  return readdirSync(join(folder, 'scribe', set)).flatMap((file) => {
    const { name, runs }: { name: string; runs: readonly Run[] } = JSON.parse(read('scribe', set, file));
    return runs.flatMap((run, index) => caseOf(`${set}/${name}#${index}`, run));
  });
}

function randomCases(): Case[] {
  if (!isThere) return [];
  const rows = read('scribe', 'random.jsonl').split('\n').filter(Boolean);
  return rows.flatMap((row, index) => caseOf(`random/${index}`, JSON.parse(row)));
}

function caseOf(name: string, { options, input, expected }: Run): Case[] {
  return options.length > 0 || !expected ? [] : [{ name, log: input, facts: expected }];
}

function goldens(): Case[] {
  if (!isThere) return [];
  const names = readdirSync(join(folder, 'scribe', 'golden')).filter((name) => name.endsWith('.facts.json'));
  return names.map((file) => {
    const name = file.replace('.facts.json', '');
    const facts = JSON.parse(read('scribe', 'golden', file));
    return { name: `golden/${name}`, log: read('corpus', `${name}.log`), facts: facts.expected ?? facts };
  });
}

/** The names of the facts that the outline of a log has otherwise. */
function differences({ log, facts }: Case): string {
  const expected = expectedOf(facts);
  const found = foundIn(log);
  const isSame = (key: keyof typeof expected) => JSON.stringify(found?.[key]) === JSON.stringify(expected[key]);
  return (Object.keys(expected) as (keyof typeof expected)[]).filter((key) => !isSame(key)).join(' ');
}

function expectedOf({ title, date, topics, ...rest }: Facts) {
  const { chairs, present, regrets, scribes, actions, resolutions, issues } = rest;
  const inLine = (text: string) => text.replaceAll('\n', ' ');
  return {
    title: title === '(MEETING TITLE)' ? null : title,
    date: isoDate(date),
    ...{ chairs, present, regrets, scribes },
    topics: topics.map(({ level, text }): (string | number)[] => [level, inLine(text)]),
    actions: actions.map(inLine),
    resolutions: resolutions.map(inLine),
    issues: issues.map(inLine),
  };
}

function foundIn(text: string): ReturnType<typeof expectedOf> | undefined {
  const log = meetingLog(LogText.of(text), 'x.log', { dialect: dialectNamed('w3c'), wholeLog: true });
  const [meeting] = outline(log, 'x.log').meetings;
  if (!meeting) return undefined;
  const parts = [meeting, ...meeting.topics.flatMap((topic) => [topic, ...topic.subtopics])];
  const textsIn = (items: readonly OutlineItem[], type: string) =>
    items.filter((item) => item.type === type).map(({ text }) => text);
  const texts = (type: string) => parts.flatMap(({ items }) => textsIn(items, type));
  return {
    title: meeting.title,
    date: meeting.date,
    chairs: meeting.chairs,
    present: meeting.attendance?.present ?? [],
    regrets: meeting.attendance?.regrets ?? [],
    scribes: meeting.attendance?.scribes ?? [],
    topics: [
      ...textsIn(meeting.items, 'SUBTOPIC').map((text) => [2, text]),
      ...meeting.topics.flatMap(({ title, subtopics }) => [[1, title], ...subtopics.map((one) => [2, one.title])]),
    ],
    actions: texts('ACTION'),
    resolutions: texts('RESOLVED'),
    issues: texts('ISSUE'),
  };
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `5 December 2031` as ISO 8601. */
function isoDate(date: string): string | null {
  const [, day = '', month = '', year] = /^(\d+) (\w+) (\d{4})$/.exec(date) ?? [];
  if (year === undefined) return date === '' ? null : date;
  return `${year}-${String(months.indexOf(month.toLowerCase().slice(0, 3)) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

(isThere ? describe : describe.skip)('a log has the facts that scribe.perl finds in it', () => {
  const check = (name: string, cases: readonly Case[]) =>
    it(name, () => {
      const found = cases.map((one) => [one.name, differences(one)] as const);
      const unknown = found.filter(([one, fields]) => fields !== '' && fields !== different[one]?.[0]);
      assert.deepEqual(unknown, []);
      assert.isAbove(cases.length, 10);
    });

  check('small ones for single rules', casesIn('own'));
  check('its own tests', casesIn('tests'));
  check('random ones', randomCases());
  check('real ones', goldens());
});
