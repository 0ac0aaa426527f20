import type { ScribeOptions } from '../meeting/scribe/options.js';
import type { Scribed } from '../meeting/scribe/readScribed.js';
import type { LinkName, Scribing } from '../meeting/scribe/scribing.js';
import type { Shown, ShownKind } from '../meeting/scribe/shown.js';
import { cleanNick, cleanText } from './escape/clean.js';
import type { MinutesLinks, MinutesParagraph, MinutesScribe, Moment } from './minutes.js';

/** How texts get into minutes. */
interface Cleaning {
  readonly text: (said: string) => string;
  readonly nick: (nick: string) => string;
}

const cleaned: Cleaning = { text: cleanText, nick: cleanNick };
const asSaid: Cleaning = { text: (said) => said, nick: (nick) => nick };

/**
 * The minutes of a meeting with a scribe, without what the meeting itself knows. `moment` gives the time of a 0-based line. Texts
 * are without invisible characters, unless they shall be `exact`: for the bug-compatible page alone.
 */
export function scribeMinutes(
  { state, options }: Scribed,
  moment: (line: number) => Moment,
  { exact = false }: { readonly exact?: boolean } = {},
): MinutesScribe {
  const { text, nick } = exact ? asSaid : cleaned;
  const names = (role: 'present' | 'regrets' | 'chair' | 'scribe') => state.roster.names(role).map(text);
  const links = linksOf(state, text);
  return {
    title: state.title ? text(state.title.text) : null,
    date: state.date ? text(state.date.text) : (dateIn(links.minutes) ?? dateIn(links.log)),
    present: names('present'),
    regrets: names('regrets'),
    chairs: names('chair'),
    scribes: names('scribe'),
    links,
    recording: state.recording ? { url: text(state.recording.url), text: text(state.recording.text.text) } : null,
    discussion: shownBy(options, state.shown).map((shown) => ({
      ...moment(shown.record.line),
      ...paragraph(shown, { text, nick }),
      recordingAt: recordingAt(state, shown),
    })),
    display: {
      isFinal: options.final,
      emphasis: options.emphasis,
      keepLines: options.keepLines,
      issueLinks: options.githubIssues,
      urlDisplay: options.urlDisplay,
    },
  };
}

/** What is not shown with `scribeOnly`. */
const byOthers: ReadonlySet<ShownKind> = new Set(['remark', 'verbatim-remark', 'failed-edit']);

function shownBy({ scribeOnly }: ScribeOptions, shown: readonly Shown[]): readonly Shown[] {
  return scribeOnly ? shown.filter(({ kind }) => !byOthers.has(kind)) : shown;
}

function paragraph(
  { kind, nick, speaker, lines, data, record }: Shown,
  cleaning: Cleaning,
): Omit<MinutesParagraph, 'line' | 'time' | 'recordingAt'> {
  // A scribe's verbatim block begins with the line that opens it, of which nothing is shown.
  const said = kind === 'verbatim' && lines[0]?.text === '' ? lines.slice(1) : lines;
  return {
    kind,
    nick: cleaning.nick(nick),
    speaker: speaker === undefined ? null : cleaning.text(speaker),
    lines: said.map(({ text }) => cleaning.text(text)),
    data: data === undefined ? null : cleaning.text(data),
    isInserted: record.isInserted,
  };
}

function linksOf({ links }: Scribing, text: Cleaning['text']): MinutesLinks {
  const link = (name: LinkName) => {
    const url = links.get(name)?.url;
    return url === undefined ? null : text(url);
  };
  return {
    agenda: link('agenda'),
    log: link('log'),
    minutes: link('minutes'),
    previous: link('previous'),
    next: link('next'),
  };
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date as pages show it, `05 March 2031`, given the digits of each part; null if there is no such month. */
export function writtenDate(year: string, month: string, day: string): string | null {
  const name = months[Number(month) - 1];
  return name === undefined ? null : `${day} ${name} ${year}`;
}

/** The date in an address of minutes or a log. */
function dateIn(address: string | null): string | null {
  const [, year = '', month = '', day = ''] = /\/(\d{4})\/(\d\d)\/(\d\d)-/.exec(address ?? '') ?? [];
  return writtenDate(year, month, day);
}

/** Longer differences of two times are taken for those of two days. */
const longest = 8 * 3600;

/** Where in the recording something is, in seconds; null outside of it. */
function recordingAt({ recording, recordingStart, recordingEnd }: Scribing, { kind, record }: Shown): number | null {
  const { time } = record;
  if (kind !== 'topic' && kind !== 'subtopic') return null;
  if (!recording || recordingStart === undefined || time === undefined) return null;
  const offset = secondsFrom(recordingStart, time);
  const left = recordingEnd === undefined ? 1 : secondsFrom(time, recordingEnd);
  return offset < 0 || left <= 0 ? null : offset;
}

function secondsFrom(from: number, to: number): number {
  return to - from < -longest ? to - from + 24 * 3600 : to - from;
}
