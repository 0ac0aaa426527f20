import { assert } from 'chai';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnostics } from '../../../server/src/features/diagnostics.js';
import { documentHighlights } from '../../../server/src/features/documentHighlights.js';
import { documentSymbols } from '../../../server/src/features/documentSymbols.js';
import { foldingRanges } from '../../../server/src/features/foldingRanges.js';
import { nearItem } from '../../../server/src/features/nearItem.js';
import { semanticTokens } from '../../../server/src/features/semanticTokens.js';
import { meetings, summary } from '../../../server/src/features/summary.js';
import { speakers, spokenLines } from '../../../server/src/log/facts/speakers.js';
import { zoneAt } from '../../../server/src/log/facts/stamps.js';
import { chatDays } from '../../../server/src/log/facts/talks.js';
import { backwards, dateAt, secondsBetween } from '../../../server/src/log/facts/timeline.js';
import type { Layout } from '../../../server/src/log/layouts/layout.js';
import { layouts } from '../../../server/src/log/layouts/layouts.js';
import { finish } from '../../../server/src/log/steps.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { dialectNamed } from '../../../server/src/meeting/dialects/dialects.js';
import { type MeetingLog, meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { problems } from '../../../server/src/meeting/problems/findProblems.js';
import type { Problem } from '../../../server/src/meeting/problems/problemTable.js';
import { minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { defaultSettings } from '../../../server/src/settings.js';
import { type Change, change, changes, draft, type Edit, editOf, logText, runs, spliced } from '../../helpers/edits.js';
import { actionsIn, hoverAt, shownLenses, uri } from '../../helpers/logs.js';

/*
 * Whatever is typed into a log, everything found in it must equal what is found in a newly read one. The model is a flat string.
 */

/** How much is read between two edits: what has not been read yet may be read later, from other lines. */
const look = fc.constantFrom('all', 'all', 'all', 'meetings', 'some', 'nothing', 'nothing');
const views = fc.record({
  look,
  /** Which lines are read, as fractions of all. */
  from: fc.nat(100),
  to: fc.nat(100),
  bot: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, 'meetingology'),
});
const steps = changes(views, 20);
type View = typeof views extends fc.Arbitrary<infer V> ? V : never;
type Step = View & { readonly change: Change };

let edits = 0;

/** An edited log, together with the flat text that it must equal. */
class Typing {
  readonly #done: Edit[] = [];
  readonly #start: string;
  readonly #unseen: (readonly [log: LogText, text: string])[] = [];
  #earlier: MeetingLog | undefined;
  #earlierWhole: MeetingLog | undefined;
  #text: string;
  #log: LogText;

  constructor(
    text: string,
    readonly layout: Layout | undefined,
  ) {
    this.#start = text;
    this.#text = text;
    this.#log = LogText.of(text, layout);
  }

  check(steps: readonly Step[]): void {
    try {
      for (const one of steps) this.#take(one);
      this.#end();
    } catch (error) {
      // Everything that was done, to turn it into a test.
      const { layout } = this;
      const all = JSON.stringify({ layout: layout?.name, text: this.#start, edits: this.#done });
      if (error instanceof Error) error.message += `\nafter ${all}`;
      throw error;
    }
  }

  #take({ change, ...view }: Step): void {
    const edit = editOf(change, this.#text, this.layout ?? this.#log.layout);
    const before = this.#log;
    this.#done.push(edit);
    edits++;
    this.#text = spliced(this.#text, edit);
    this.#log = before.replace(edit.from, edit.to, edit.text);
    assert.equal(this.#log.toString(), this.#text);
    if (before.confidence === 0) assert.equal(this.#log.layout.name, LogText.of(this.#text).layout.name);
    this.#look(view);
  }

  #look({ look, from, to, bot }: View): void {
    if (look === 'nothing') {
      this.#unseen.push([this.#log, this.#text]);
      return;
    }
    const fresh = readAnew(this.#log, this.#text);
    if (!fresh) return;
    const lines = fresh.lineCount;
    const [first, last] = [from, to].sort((a, b) => a - b).map((share) => Math.floor((share * (lines - 1)) / 100));
    if (look === 'all') checkLines(this.#log, fresh);
    if (look !== 'meetings') checkViews(this.#log, fresh, first ?? 0, last ?? 0);
    if (look !== 'some') this.#checkMeetings(fresh, bot);
  }

  /** Checks that later edits have not changed an earlier state. */
  #end(): void {
    this.#look({ look: 'all', from: 0, to: 100, bot: undefined });
    for (const [log, text] of this.#unseen.slice(-3)) {
      const fresh = readAnew(log, text);
      if (fresh) checkLines(log, fresh);
    }
  }

  #checkMeetings(fresh: LogText, botName: string | undefined): void {
    const dialect = dialectNamed(botName ?? '');
    const log = meetingLog(this.#log, 'club.log', { dialect, earlier: this.#earlier });
    this.#earlier = log;
    checkMeetings(log, meetingLog(fresh, 'club.log', { dialect }));
    const wholeLog = true;
    const whole = meetingLog(this.#log, 'club.log', { dialect, wholeLog, earlier: this.#earlierWhole });
    this.#earlierWhole = whole;
    checkSame(wholeViews(whole), wholeViews(meetingLog(fresh, 'club.log', { dialect, wholeLog })));
  }
}

/** What may happen to a log on its way. */
const damages: Readonly<Record<string, (line: string) => string>> = {
  'a quotation': (line) => `> ${line}`,
  indentation: (line) => `    ${line}`,
  'colours of a terminal': (line) => `\u001b[32m${line.replaceAll(' ', ' \u001b[0m')}`,
  HTML: (line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
};

function wholeViews(log: MeetingLog): unknown[] {
  return [log.meetings, log.sections.map(({ start, end }) => [start, end]), known(log)];
}

/**
 * Reads a text in the layout of another. Typing does not change the layout, its bridges, damage or padding: if others would be
 * found, nothing is compared.
 */
function readAnew({ layout }: LogText, text: string): LogText | undefined {
  const fresh = LogText.of(text, layout);
  return habits(fresh.layout) === habits(layout) ? fresh : undefined;
}

function habits({ relays, damage, padding, rules }: Layout): string {
  const gutters = damage && [...damage.gutters, damage.marks].map(String);
  return JSON.stringify([[...(relays ?? [])].sort(), gutters, padding, rules.length]);
}

function checkLines(edited: LogText, fresh: LogText): void {
  assert.equal(edited.lineCount, fresh.lineCount);
  assert.equal(edited.toString(), fresh.toString());
  for (let line = 0; line < fresh.lineCount; line++) {
    if (edited.row(line) !== fresh.row(line)) assert.equal(edited.row(line), fresh.row(line), `line ${line}`);
    if (edited.text(line) !== fresh.text(line)) assert.equal(edited.text(line), fresh.text(line), `line ${line}`);
    checkSame(edited.read(line), fresh.read(line));
  }
  assert.throws(() => edited.read(fresh.lineCount), RangeError);
}

function checkViews(edited: LogText, fresh: LogText, from: number, to: number): void {
  const last = fresh.lineCount - 1;
  const views = (log: LogText) => [
    log.read(to),
    speakers(log, from, to),
    spokenLines(log, from, to),
    backwards(log, from, to),
    secondsBetween(log, from, to),
    secondsBetween(log, 0, to),
    dateAt(log, to),
    zoneAt(log, from),
    speakers(log, 0, last),
    spokenLines(log, 0, last),
    backwards(log, 0, last),
    chatDays(log),
  ];
  checkSame(views(edited), views(fresh));
}

function checkMeetings(edited: MeetingLog, fresh: MeetingLog): void {
  assert.equal(edited.dialect, fresh.dialect);
  checkSame(edited.meetings, fresh.meetings);
  checkSame(known(edited), known(fresh));
  checkSame(features(edited), features(fresh));
}

/** Whether a log is read enough depends on whether its layout was chosen, as the new text's is. */
const settings = { ...defaultSettings, severity: { ...defaultSettings.severity, 'unread-log': 'off' } } as const;

function known(log: MeetingLog): readonly Problem[] {
  return problems(log).filter(({ code }) => code !== 'unread-log');
}

/** What an editor requests. */
function features(log: MeetingLog): unknown[] {
  const middle = log.text.lineCount >> 1;
  const commands = log.meetings.flatMap(({ startLine, chairChanges, undone }) => [
    startLine,
    ...[...chairChanges, ...undone].slice(-3).map(({ line }) => line),
  ]);
  const all = { start: { line: 0, character: 0 }, end: { line: log.text.lineCount, character: 0 } };
  return [
    documentSymbols(log),
    foldingRanges(log),
    diagnostics(log, uri, settings),
    actionsIn(log, all, []),
    { ...summary(log, settings), confidence: 1 },
    meetings(log),
    shownLenses(log, true),
    semanticTokens(log, all),
    nearItem(log, middle, 'next'),
    nearItem(log, middle, 'previous'),
    [0, middle].flatMap((line) => [1, 9, 14, 20].map((character) => hoverAt(log, { line, character }))),
    [0, middle].flatMap((line) =>
      [1, 9, 14, 20].map((character) => finish(documentHighlights(log, { line, character }))),
    ),
    commands.map((line) => hoverAt(log, { line, character: log.text.read(line).textStart })),
    log.text.lineCount < 100 ? log.meetings.slice(0, 2).map((meeting) => minutesOf(log, meeting)) : [],
  ];
}

/** A fast comparison that shows the difference, if any. */
function checkSame(actual: unknown, expected: unknown): void {
  if (!isSame(actual, expected)) assert.deepEqual(actual, expected);
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return Object.is(a, b);
  if (a instanceof Map && b instanceof Map) return isSame([...a], [...b]);
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  const keys = Object.keys(a) as never[];
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]));
}

describe('an edited log text', () => {
  after(() => console.log(`      ${edits} edits of log texts`));

  it('has a model that edits like the library of the protocol', () => {
    const layout = layouts[0] as Layout;
    fc.assert(
      fc.property(draft, change, (log, one) => {
        const text = logText(log, layout);
        const edit = editOf(one, text, layout);
        const document = TextDocument.create('', '', 0, text);
        const range = { start: edit.from, end: edit.to };
        assert.equal(spliced(text, edit), TextDocument.update(document, [{ range, text: edit.text }], 1).getText());
      }),
    );
  });

  for (const layout of layouts) {
    it(`equals a newly read one, in ${layout.name}`, () => {
      fc.assert(
        fc.property(draft, steps, (log, steps) => new Typing(logText(log, layout), layout).check(steps)),
        { numRuns: runs(2), includeErrorInReport: true },
      );
    });
  }

  for (const [name, damage] of Object.entries(damages)) {
    it(`equals a newly read one, damaged by ${name}`, () => {
      const text = fc
        .tuple(draft, fc.constantFrom(...layouts))
        .map(([log, layout]) => logText(log, layout).replace(/[^\r\n]+/g, damage));
      fc.assert(
        fc.property(text, steps, (text, steps) => new Typing(text, undefined).check(steps)),
        { numRuns: runs(4), includeErrorInReport: true },
      );
    });
  }

  it('equals a newly read one, in a detected layout', () => {
    const text = fc.oneof(
      fc.constant(''),
      fc.tuple(draft, fc.constantFrom(...layouts)).map(([log, layout]) => logText(log, layout)),
    );
    fc.assert(
      fc.property(text, steps, (text, steps) => new Typing(text, undefined).check(steps)),
      { numRuns: runs(4), includeErrorInReport: true },
    );
  });
});
