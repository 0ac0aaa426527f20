import fc from 'fast-check';
import type { Layout } from '../../server/src/log/layouts/layout.js';
import { layouts } from '../../server/src/log/layouts/layouts.js';
import type { Point } from '../../server/src/log/place.js';
import { type ChatEvent, eventIn } from './events.js';

/*
 * Random logs and random edits of them. Everything is plain data independent of a layout, so that a log can be written in each,
 * and a failure shrinks to a small one.
 */

/** A line: an event, a sample of the log's layout, a sample of any layout, or any text. */
interface Row {
  readonly said?: ChatEvent;
  readonly own?: number;
  readonly other?: number;
  readonly raw?: string;
  readonly end: string;
}

/** A log: some lines, and between them many similar ones, to make it longer than a block. */
export interface Draft {
  readonly mark: string;
  /** Whether a bridge is known from the first lines on. */
  readonly bridge: boolean;
  readonly parts: readonly { readonly rows: readonly Row[]; readonly fillers: number }[];
}

/** An edit of a log, independent of where its lines end. */
export interface Change {
  /** Where it begins: a number of lines from one that matters. */
  readonly near: number | 'meeting';
  readonly by: number;
  readonly character: number;
  /** Where it ends: a number of lines below or above. */
  readonly lines: number;
  readonly to: number;
  readonly rows: readonly Row[];
  readonly fillers: number;
}

/** An edit, as in the protocol. */
export interface Edit {
  readonly from: Point;
  readonly to: Point;
  readonly text: string;
}

const samples = layouts.flatMap((layout) => layout.samples.map(([line]) => line));
const days = ['=== 2031-03-15 ===', '--- Day changed Sat Mar 15 2031', 'Session Start: Fri Mar 14 20:58:58 2031'];

/** What people and bots say; most of it affects a meeting. */
const items = fc.constantFrom(
  'hello',
  '#topic tea',
  '#subtopic cups',
  '#chair bob, eve',
  '#unchair bob',
  '#agreed 😀 yes',
  '#action ann pours',
  '#info it is late \ud83d',
  '#link x',
  '#todo y',
  ' #info indented',
  '#undo',
  '#meetingname tea',
  'http://a.example/ b',
  '#startvote a? b, c',
  '#vote b',
  '#endvote',
  '+1',
  '!action eve sings',
  '[TOPIC] cake',
  'Current chairs: ann',
  'Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is ann. Information about MeetBot at x.',
  'Meeting started at 11:00:00 UTC.  The chair is ann.',
  'Meeting started Fri Mar 14 10:00:00 2031 UTC.  The chair is eve.',
  'Meeting ended Fri Mar 14 11:00:00 2031 UTC.',
  "Can't start another meeting, one is in progress.",
  'Only the meeting chair may start a vote.',
  'Unknown command: #todo',
  'Changing the topic requires a powerlevel of at least 50',
  '#here eve',
  '#chair wren',
  '#action wren pours',
  '!hi',
  'Wren Hill (wren) - she / her',
  '\u202e talk',
  '',
);
const turns = fc.constantFrom('#endmeeting', '#startmeeting Tea');
const words = fc.oneof({ weight: 5, arbitrary: items }, { weight: 1, arbitrary: turns });

const kind = fc.constantFrom<ChatEvent[1][]>('message', 'message', 'message', 'message', 'action', 'join', 'nick');
const nick = fc.constantFrom('ann', 'bob', 'eve', 'wren[m]');
const end = fc.constantFrom('\n', '\n', '\r\n', '\r');

const row: fc.Arbitrary<Row> = fc.oneof(
  { weight: 6, arbitrary: saying(words, nick) },
  { weight: 1, arbitrary: saying(words.map(relayed('eve')), fc.constant('relay')) },
  { weight: 2, arbitrary: fc.record({ own: fc.nat(20), end }) },
  { weight: 1, arbitrary: fc.record({ other: fc.nat(samples.length - 1), end }) },
  {
    weight: 1,
    arbitrary: fc.record({ raw: fc.constantFrom('', '  ', '    and more', '\uFEFF', '10:00 \u2028', ...days), end }),
  },
);

function saying(texts: fc.Arbitrary<string>, nicks: fc.Arbitrary<string>): fc.Arbitrary<Row> {
  return fc
    .tuple(fc.nat(3599), kind, nicks, texts, end)
    .map(([at, what, who, text, end]) => ({ said: [at, what, who, what === 'nick' ? 'bob' : text], end }));
}

/** What a bridge says for someone. */
function relayed(nick: string): (text: string) => string {
  return (text) => `<${nick}> ${text}`;
}

/** Text typed within a line, or that joins and splits lines and characters. */
const piece: fc.Arbitrary<Row> = fc.record({
  raw: fc.oneof(
    fc.constantFrom('', '', 'x', ' ', '#', '<', '>', ':', '1', '\t', '😀', '\ud83d', '\ude00', '\uFEFF'),
    fc.constantFrom('\n', '\r', '\r\n', '\n\r', '\n\n'),
    words,
  ),
  end: fc.constant(''),
});

/** A replacement: a little text is typed, or some or hundreds of lines are pasted. */
const added = fc.oneof(
  { weight: 10, arbitrary: fc.record({ rows: fc.array(piece, { maxLength: 2 }), fillers: fc.constant(0) }) },
  { weight: 6, arbitrary: fc.record({ rows: fc.array(row, { maxLength: 4 }), fillers: fc.constant(0) }) },
  {
    weight: 1,
    arbitrary: fc.record({ rows: fc.array(row, { maxLength: 4 }), fillers: fc.integer({ min: 100, max: 500 }) }),
  },
);

const column = fc.oneof({ weight: 4, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.constantFrom(0, -1, 999) });

/** A replacement for a line. */
const rewriting = fc.record({
  character: fc.constant(0),
  lines: fc.constant(0),
  to: fc.constant(999),
  rows: fc.oneof(row, saying(turns, nick)).map((one) => [{ ...one, end: '' }]),
  fillers: fc.constant(0),
});

/** Its extent: within a line, over whole lines, over some lines, backwards, over hundreds, over all. */
const extent = fc.oneof(
  { weight: 6, arbitrary: fc.record({ character: column, lines: fc.constant(0), to: column }) },
  { weight: 4, arbitrary: fc.record({ character: fc.constant(0), lines: fc.nat(3), to: fc.constant(0) }) },
  { weight: 4, arbitrary: fc.record({ character: column, lines: fc.integer({ min: -3, max: 3 }), to: column }) },
  { weight: 1, arbitrary: fc.record({ character: column, lines: fc.integer({ min: 100, max: 600 }), to: column }) },
);
/**
 * The lines that matter: the top, those around which long logs may be split, the end, and a line at which a meeting begins or
 * ends.
 */
const near = fc.constantFrom(0, 0, 256, 512, Number.MAX_SAFE_INTEGER);
const edge = fc.record({ near, by: fc.integer({ min: -8, max: 14 }) });
const turn = fc.record({ near: fc.constant('meeting' as const), by: fc.nat(9) });
const place = fc.oneof({ weight: 4, arbitrary: edge }, { weight: 1, arbitrary: turn });

const everything = fc.constant({ near: 0, by: -1, character: 0, lines: 1e6, to: 0 });
const rewritten = fc.tuple(fc.oneof(edge, turn), rewriting).map(([where, what]): Change => ({ ...where, ...what }));

/** A random edit. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 40, arbitrary: fc.tuple(place, extent, added).map((parts): Change => Object.assign({}, ...parts)) },
  { weight: 10, arbitrary: rewritten },
  { weight: 1, arbitrary: fc.tuple(everything, added).map((parts): Change => Object.assign({}, ...parts)) },
);

/** Up to `most` edits with what is done around each: all over the log, all at one place, or without moving other lines. */
export function changes<T>(around: fc.Arbitrary<T>, most: number): fc.Arbitrary<(T & { readonly change: Change })[]> {
  const some = (change: fc.Arbitrary<Change>) =>
    fc.array(
      fc.tuple(change, around).map(([one, rest]) => ({ ...rest, change: one })),
      { minLength: most >> 2, maxLength: most },
    );
  const atOnePlace = fc
    .tuple(edge, some(change))
    .map(([where, all]) => all.map((one) => ({ ...one, change: { ...one.change, ...where } })));
  return fc.oneof(
    { weight: 3, arbitrary: some(change) },
    { weight: 2, arbitrary: atOnePlace },
    { weight: 1, arbitrary: some(rewritten) },
  );
}

/** A random log: most have about ten lines, some are long enough for several blocks. */
export const draft: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 5, arbitrary: draftOf(1, fc.constant(0)) },
  { weight: 1, arbitrary: draftOf(2, fc.constantFrom(200, 256, 300)) },
);

function draftOf(minLength: number, fillers: fc.Arbitrary<number>): fc.Arbitrary<Draft> {
  const part = fc.record({ rows: fc.array(row, { maxLength: 12 }), fillers });
  return fc.record({
    mark: fc.constantFrom('', '', '', '\uFEFF'),
    bridge: fc.constantFrom(false, false, false, false, false, true),
    parts: fc.array(part, { minLength, maxLength: 3 }),
  });
}

/** Rows in a layout. */
function textOf(rows: readonly Row[], layout: Layout): string {
  return rows.map((one) => rowText(one, layout) + one.end).join('');
}

function rowText({ said, own, other, raw = '', end }: Row, layout: Layout): string {
  if (said) return eventIn(layout, said)?.replaceAll('\n', end) ?? '';
  if (own !== undefined) return layout.samples[own % layout.samples.length]?.[0] ?? '';
  return other === undefined ? raw : (samples[other] ?? '');
}

/** A log in a layout. Ann starts a meeting in it, so that much of what follows is in a meeting. */
export function logText({ mark, bridge, parts }: Draft, layout: Layout): string {
  const says = (nick: string, text: string) => textOf([saidBy(nick, text)], layout);
  const head = bridge ? ['zoe', 'kim'].map((nick) => says('relay', relayed(nick)('hi'))).join('') : '';
  const start = says('ann', '#startmeeting') + says('ann', '#chair bob');
  return mark + head + parts.map((part) => start + lines(part, layout)).join(says('ann', '#endmeeting'));
}

/** Rows and what is appended to them. */
function lines({ rows, fillers }: Pick<Change, 'rows' | 'fillers'>, layout: Layout): string {
  return textOf(rows, layout) + textOf([saidBy('ann', 'well')], layout).repeat(fillers);
}

function saidBy(nick: string, text: string): Row {
  return { said: [60, 'message', nick, text], end: '\n' };
}

/** A change of a text. Its points may be outside the text, and its end before its start. */
export function editOf(change: Change, text: string, layout: Layout): Edit {
  const line = lineOf(change, text.split(lineEnd));
  return {
    from: { line, character: change.character },
    to: { line: line + change.lines, character: change.to },
    text: lines(change, layout),
  };
}

function lineOf({ near, by }: Pick<Change, 'near' | 'by'>, rows: readonly string[]): number {
  if (near !== 'meeting') return Math.min(near, rows.length - 1) + by;
  const found = rows.flatMap((row, line) => (/#(?:start|end)meeting/.test(row) ? [line] : []));
  return found[by % found.length] ?? 0;
}

const lineEnd = /\r\n|\n|\r/;

/** A text after an edit: the flat string with a part replaced, as defined by the protocol. */
export function spliced(text: string, { from, to, text: between }: Edit): string {
  const places = [offsetAt(text, from), offsetAt(text, to)];
  return text.slice(0, Math.min(...places)) + between + text.slice(Math.max(...places));
}

/** The offset of a point, or of the nearest one in the text and not within a line end. */
function offsetAt(text: string, { line, character }: Point): number {
  const bare = text.split(lineEnd);
  if (line < 0) return 0;
  if (line >= bare.length) return text.length;
  const ends = text.match(new RegExp(lineEnd, 'g')) ?? [];
  const above = bare.slice(0, line).reduce((sum, one, index) => sum + one.length + (ends[index]?.length ?? 0), 0);
  return above + Math.max(0, Math.min(character, bare[line]?.length ?? 0));
}

/** The number of runs of a property test; can be increased with the environment variable RUNS. */
export function runs(few: number): number {
  return Math.ceil((few * Number(process.env.RUNS ?? 40)) / 40);
}
