import type { Steps } from '../../log/steps.js';
import { isContinued, neverScribes, queueKeeper } from '../dialects/scribeBots.js';
import type { Correction } from './corrections.js';
import { labelIn } from './labels.js';
import { folded } from './nameLists.js';
import { defaultOptions, optionsIn, type ScribeOptions, withOptions } from './options.js';
import { correcting } from './overlay.js';
import { readOtherBots, readQueue, readRecorder } from './readBots.js';
import { readEarly, readLastLabel, readLate, showRemark } from './readLabels.js';
import { readTalk, readVerbatim } from './readTalk.js';
import { type ChatRecord, trimmedIn } from './record.js';
import { scribeList } from './roster.js';
import { type Line, type LineReader, Scribing } from './scribing.js';
import type { Rule } from './shown.js';

/** A meeting as its scribe's tools read it. */
export interface Scribed {
  readonly state: Scribing;
  readonly options: ScribeOptions;
  readonly unknownOptions: readonly { readonly option: string; readonly line: number }[];
  readonly corrections: readonly Correction[];
  /** Which rule took each record, in order. */
  readonly rules: readonly Rule[];
  /** Who scribes first, and whether that is a guess: whoever wrote most. `*` is everybody. */
  readonly firstScribe: string;
  readonly isScribeGuessed: boolean;
  /** Everyone who says something, bots as well. */
  readonly nicks: ReadonlySet<string>;
  /** How many records each nick has that are no corrections, without bots. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Reads the records of a meeting, which are changed by its corrections. Can be paused at any `yield`. */
export function* readingScribed(given: ChatRecord[], before: ScribeOptions = defaultOptions): Steps<Scribed> {
  const { records, corrections, byRecord } = yield* correcting(given);
  const { options, unknown, lines } = yield* optionsOf(records, before);
  const state = new Scribing(records, options);
  const counts = yield* countsOf(records, byRecord, lines);
  const first = yield* firstScribe(records, counts, options);
  state.roster.addScribes(scribeList(first.text) ?? [{ nick: first.text, real: undefined }], first);
  const rules: Rule[] = [];
  for (const [index, record] of records.entries()) {
    const correction = byRecord.get(record);
    const isOver = correction?.isDone === true || lines.has(record) || state.taken.has(record);
    const isScribe = state.roster.isScribe(record.nick);
    rules.push(
      isOver
        ? 'edit-or-option'
        : readLine(state, {
            record,
            index,
            isScribe,
            isFailedEdit: correction !== undefined,
            label: labelIn(record.text),
          }),
    );
    if (record.nick === queueKeeper && !isContinued(record.text)) state.lastOfQueueKeeper = record;
    if (index % 256 === 255) yield;
  }
  return {
    state,
    options,
    unknownOptions: unknown,
    corrections,
    rules,
    firstScribe: first.text,
    isScribeGuessed: first.isGuessed,
    nicks: new Set(given.map(({ nick }) => nick)),
    counts,
  };
}

/** In this order; the first that fits a line takes it. */
const readers: readonly LineReader[] = [
  readVerbatim,
  readEarly,
  readDashTopic,
  readRecorder,
  readLate,
  readQueue,
  readOtherBots,
  readLastLabel,
  readTalk,
];

function readLine(state: Scribing, line: Line): Rule {
  const size = state.shown.length;
  for (const reader of readers) {
    const rule = reader(state, line);
    if (rule === undefined) continue;
    if (shownAsIs.has(rule) && state.shown.length === size) showRemark(state, line);
    return rule;
  }
  return readTalk(state, line);
}

/** Commands that say nothing, so that they stay in the minutes as they are. */
const shownAsIs: ReadonlySet<Rule> = new Set(['chair-empty', 'scribe-empty']);

/** With `dashTopics`, the next line of whoever typed a line of dashes is a topic. */
function readDashTopic(state: Scribing, line: Line): Rule | undefined {
  const { record, index } = line;
  if (!state.options.dashTopics || !/^ *-+ *$/.test(record.text)) return undefined;
  const below = state.nextBySame(index);
  const next = below === undefined ? undefined : state.records[below];
  if (next) {
    state.taken.add(next);
    state.show(line, 'topic', trimmedIn(next));
  } else showRemark(state, line);
  return 'dash-topic';
}

/** So many records are looked at before a pause is possible. */
const slice = 4096;

interface OptionsOfLog {
  readonly options: ScribeOptions;
  readonly unknown: readonly { readonly option: string; readonly line: number }[];
  /** The records that give options. */
  readonly lines: ReadonlySet<ChatRecord>;
}

/** The options that the whole log gives, in order: one in its last line counts for the first. */
function* optionsOf(records: readonly ChatRecord[], before: ScribeOptions): Steps<OptionsOfLog> {
  let options = before;
  const unknown: { option: string; line: number }[] = [];
  const lines = new Set<ChatRecord>();
  for (const [index, record] of records.entries()) {
    if (index % slice === 0) yield;
    const text = optionsIn(record.text);
    if (text === undefined) continue;
    const changed = withOptions(options, text);
    options = changed.options;
    unknown.push(...changed.unknown.map((option) => ({ option, line: record.line })));
    lines.add(record);
  }
  return { options, unknown, lines };
}

function* countsOf(
  records: readonly ChatRecord[],
  corrections: ReadonlyMap<ChatRecord, Correction>,
  options: ReadonlySet<ChatRecord>,
): Steps<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    if (index % slice === 0) yield;
    if (!corrections.has(record) && !options.has(record)) counts.set(record.nick, (counts.get(record.nick) ?? 0) + 1);
  }
  for (const nick of counts.keys()) if (neverScribes.has(folded(nick))) counts.delete(nick);
  return counts;
}

/** The scribes that a line names, as a list; undefined if it names none. */
function scribesNamedIn({ text, nick }: ChatRecord): string | undefined {
  const typed = labelIn(text);
  if (typed?.label !== 'scribe' && typed?.label !== 'scribenick') return undefined;
  if (typed.mark !== ':' && typed.mark !== '+') return undefined;
  if (typed.text === '') return typed.mark === '+' ? nick : undefined;
  return scribeList(typed.text) && typed.text;
}

interface FirstScribe {
  /** A list of scribes. */
  readonly text: string;
  /** Who named them. */
  readonly nick: string;
  readonly line: number;
  readonly isGuessed: boolean;
}

/** Who scribes from the first line on: who the first command for that names, wherever it is, or else who wrote most. */
function* firstScribe(
  records: readonly ChatRecord[],
  counts: ReadonlyMap<string, number>,
  { scribenick }: ScribeOptions,
): Steps<FirstScribe> {
  const line = records[0]?.line ?? 0;
  if (scribenick !== undefined) return { text: scribenick, nick: '', line, isGuessed: false };
  for (const [index, record] of records.entries()) {
    if (index % slice === 0) yield;
    const text = scribesNamedIn(record);
    if (text !== undefined) return { text, nick: record.nick, line, isGuessed: false };
  }
  let most: { nick: string; count: number } = { nick: '*', count: 0 };
  for (const [nick, count] of counts) {
    if (count > most.count || (count === most.count && nick < most.nick)) most = { nick, count };
  }
  return { text: most.nick, nick: '', line, isGuessed: true };
}
