// The cost of a keystroke: everything that an editor requests after it, using the server's own code.
import { codeLenses } from '../../../server/src/features/codeLenses.js';
import { diagnostics } from '../../../server/src/features/diagnostics.js';
import { documentHighlights } from '../../../server/src/features/documentHighlights.js';
import { documentSymbols } from '../../../server/src/features/documentSymbols.js';
import { foldingRanges } from '../../../server/src/features/foldingRanges.js';
import { hover } from '../../../server/src/features/hover.js';
import { semanticTokens } from '../../../server/src/features/semanticTokens.js';
import { finish } from '../../../server/src/log/steps.js';
import { ProblemStates } from '../../../server/src/lsp/diagnosticReports.js';
import { findLog, type LogDocument, logDocuments } from '../../../server/src/lsp/documents.js';
import type { MeetingLog } from '../../../server/src/meeting/meetingLog.js';
import { problemLists } from '../../../server/src/meeting/problems/findProblems.js';
import { defaultSettings } from '../../../server/src/settings.js';
import { generateLog, generateYear, meetingLines } from './logs.js';
import { exponent, growthExponent, type Spread, spread, spreadText, times } from './stats.js';
import type { Row } from './table.js';

const uri = 'file:///bench.log';
const sizes = [3_000, 30_000, 300_000];
/** How many edits of each kind are measured, after a warm-up. */
const measured = 60;
const warming = 20;

/** The cost of something done many times, after a warm-up. */
export function spreadOf(work: (count: number) => number): Spread {
  const taken = Array.from({ length: warming + measured }, (_, count) => work(count));
  return spread(taken.slice(warming));
}

/** An editor with one document in which someone types. */
export class Typist {
  readonly #sent = new ProblemStates();
  #document: LogDocument;
  #resultId = '';

  constructor(text: string) {
    this.#document = logDocuments.create(uri, 'meeting-log', 1, text);
    this.#answer(0);
  }

  get lines(): number {
    return this.#document.text.lineCount;
  }

  text(line: number): string {
    return this.#document.text.text(line);
  }

  /** Replaces the text between two points, and returns the milliseconds for this and all answers after it. */
  type(line: number, from: number, toLine: number, to: number, text: string): number {
    const range = { start: { line, character: from }, end: { line: toLine, character: to } };
    const start = performance.now();
    this.#document = logDocuments.update(this.#document, [{ range, text }], this.#document.version + 1);
    this.#answer(line);
    return performance.now() - start;
  }

  #answer(line: number): void {
    const log = meetingsOf(this.#document);
    documentSymbols(log);
    foldingRanges(log);
    codeLenses(log, 0, true);
    finish(hover(log, { line, character: 10 }, defaultSettings));
    finish(documentHighlights(log, { line, character: 10 }));
    semanticTokens(log, { start: { line, character: 0 }, end: { line: line + 60, character: 0 } });
    const resultId = this.#sent.resultId(uri, problemLists(log), defaultSettings);
    if (resultId !== this.#resultId) diagnostics(log, uri, defaultSettings);
    this.#resultId = resultId;
  }
}

function meetingsOf(document: LogDocument): MeetingLog {
  const work = findLog(document, defaultSettings);
  while (work.result === undefined) {
    const { done, value } = work.steps.next();
    if (done) work.result = value;
  }
  return work.result;
}

type Edit = (typist: Typist, count: number) => number;

/** A line of talk in some meeting; the same for ten edits, since people type in one place for a while. */
const talk = (typist: Typist, count: number) => {
  const meeting = ((count - (count % 10)) * 7919) % Math.max(1, Math.floor(typist.lines / meetingLines) - 1);
  return meeting * meetingLines + 41;
};
const middle = (typist: Typist) => typist.lines >> 1;
const insert = (line: (typist: Typist) => number) => (typist: Typist) => {
  const at = line(typist);
  return typist.type(at, 0, at, 0, '10:20:00 <member1> and one more line of talk\n');
};
const remove = (line: (typist: Typist) => number) => (typist: Typist) => {
  const at = line(typist);
  return typist.type(at, 0, at + 1, 0, '');
};
const pasted = generateLog(1_000);

const kinds: Readonly<Record<string, Edit>> = {
  'a key in talk': (typist, count) => {
    const line = talk(typist, count);
    return typist.type(line, 24, line, 24, 'x');
  },
  'a key in a command': (typist, count) => {
    const line = Math.floor(talk(typist, count) / meetingLines) * meetingLines + 2;
    return typist.type(line, 26, line, 26, 'x');
  },
  'a line inserted at the start': insert(() => 3),
  'a line inserted in the middle': insert(middle),
  'a line inserted at the end': insert((typist) => typist.lines - 2),
  'a line deleted at the start': remove(() => 4),
  'a line deleted in the middle': remove(middle),
  'a line deleted at the end': remove((typist) => typist.lines - 3),
  '1,000 lines pasted': (typist) => {
    const line = middle(typist);
    const taken = typist.type(line, 0, line, 0, pasted);
    typist.type(line, 0, line + 1_000, 0, '');
    return taken;
  },
  'two meetings joined': (typist, count) => {
    const end = endBelow(typist, talk(typist, count * 10));
    const text = `${typist.text(end)}\n`;
    const taken = typist.type(end, 0, end + 1, 0, '');
    typist.type(end, 0, end, 0, text);
    return taken;
  },
};

function endBelow(typist: Typist, line: number): number {
  let at = line;
  while (at < typist.lines - 2 && !typist.text(at).includes('#endmeeting')) at++;
  return at;
}

/** A row for each kind of edit: its cost in the largest log, and as a multiple of that in the smallest. */
export function editRows(): Row[] {
  const costs = sizes.map(measure);
  return [...meetingRows(costs), ...yearRows()];
}

function meetingRows(costs: readonly ReadonlyMap<string, Spread>[]): Row[] {
  return Object.keys(kinds).map((kind): Row => {
    const spreads = costs.map((cost) => cost.get(kind) as Spread);
    const [least, , most] = spreads as [Spread, Spread, Spread];
    return {
      work: kind,
      size: '300,000 lines',
      ours: spreadText(most),
      floor: `3,000 lines: ${spreadText(least)}`,
      ratio: times(most.median / least.median),
      growth: exponent(growthExponent(spreads.map(({ median }, at) => ({ size: sizes[at] as number, cost: median })))),
    };
  });
}

/** Keystrokes in a year's log that is one meeting because no one ended it, compared with a tenth of it. */
function yearRows(): Row[] {
  const places: Readonly<Record<string, number>> = { talk: 1, 'an action': 6, 'its first line': 0 };
  return Object.entries(places).map(([place, from]): Row => {
    const [least, most] = [30_000, 300_000].map((size) => {
      const typist = new Typist(generateYear(size));
      const middle = from === 0 ? 0 : Math.floor(size / 20) * 10 + from;
      const taken = Array.from({ length: warming + measured }, () => typist.type(middle, 40, middle, 40, 'x'));
      return spread(taken.slice(warming));
    }) as [Spread, Spread];
    return {
      work: `a key in ${place} of a meeting that no one ended`,
      size: '300,000 lines',
      ours: spreadText(most),
      floor: `30,000 lines: ${spreadText(least)}`,
      ratio: times(most.median / least.median),
    };
  });
}

/** The cost of each kind of edit in a log of a given size. */
export function measure(size: number): ReadonlyMap<string, Spread> {
  const typist = new Typist(generateLog(size));
  return new Map(
    Object.entries(kinds).map(([kind, edit]) => {
      const taken = Array.from({ length: warming + measured }, (_, count) => edit(typist, count));
      return [kind, spread(taken.slice(warming))];
    }),
  );
}
