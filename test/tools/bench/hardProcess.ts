// Does all that the command line does with a hard log (`works`), or what the server does after a key (`edits`), in a process of
// its own. Prints what it
// took as JSON, in milliseconds and bytes.

import { abilitiesOf } from '../../../server/src/features/abilities.js';
import { codeActions } from '../../../server/src/features/codeActions.js';
import { codeLenses, resolveCodeLens } from '../../../server/src/features/codeLenses.js';
import { diagnostics } from '../../../server/src/features/diagnostics.js';
import { documentHighlights } from '../../../server/src/features/documentHighlights.js';
import { documentSymbols, makingSymbols } from '../../../server/src/features/documentSymbols.js';
import { foldingRanges } from '../../../server/src/features/foldingRanges.js';
import { hover } from '../../../server/src/features/hover.js';
import { semanticTokens } from '../../../server/src/features/semanticTokens.js';
import { summary } from '../../../server/src/features/summary.js';
import { finish } from '../../../server/src/log/steps.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { ProblemStates } from '../../../server/src/lsp/diagnosticReports.js';
import { findLog, type LogDocument, logDocuments } from '../../../server/src/lsp/documents.js';
import { type MeetingLog, meetingLog } from '../../../server/src/meeting/meetingLog.js';
import type { Meeting } from '../../../server/src/meeting/model.js';
import { findingProblems, problemLists } from '../../../server/src/meeting/problems/findProblems.js';
import { drawingUp, minutesOf } from '../../../server/src/minutes/fromMeeting.js';
import { writingBody } from '../../../server/src/minutes/page/page.js';
import { writers } from '../../../server/src/minutes/writers.js';
import { checkFormats } from '../../../server/src/reports/check.js';
import { outline } from '../../../server/src/reports/outline.js';
import { problemList } from '../../../server/src/reports/problemList.js';
import { defaultSettings } from '../../../server/src/settings.js';
import { hardKinds, hardLogOf } from './hardLogs.js';

const [, , part, kind = '', bytes = ''] = process.argv;
const text = hardLogOf(hardKinds[kind] as (typeof hardKinds)[string], Number(bytes));
/** The time for each kind of work with a log. */
const works: Record<string, number> = {};
const taken = { edit: 0, block: 0, longest: '' };

/** Records the time for some work. */
function time<T>(name: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  works[name] = (works[name] ?? 0) + performance.now() - start;
  return result;
}

function read(): MeetingLog {
  return meetingLog(LogText.of(text), 'hard.log', { wholeLog: true });
}

if (part === 'works') commandLine();
else edits();
console.log(JSON.stringify({ works, ...taken, memory: process.resourceUsage().maxRSS * 1024 }));

function commandLine(): void {
  time('check', () => checkFormats.text?.([{ file: 'hard.log', meetings: 1, problems: problemList(read()) }], String));
  time('outline', () => JSON.stringify(outline(read(), 'hard.log')));
  const log = read();
  for (const writer of writers.filter(({ name }) => name !== 'template')) {
    for (const bugCompatible of [false, true]) {
      // Only MeetBot's own formats differ. For each of many meetings, its replay of a file includes all meetings.
      if (bugCompatible && (log.meetings.length > 1 || !['text', 'html'].includes(writer.name))) continue;
      time(writer.name + (bugCompatible ? ', bug-compatible' : ''), () => {
        for (const meeting of log.meetings) {
          writer.write(minutesOf(log, meeting as Meeting, { bugCompatible }), { bugCompatible });
        }
      });
    }
  }
}

/**
 * What the server does after a keystroke at the start, in the middle and at the end: the total time, and the longest time without
 * an answer.
 */
function edits(): void {
  let document = logDocuments.create('file:///hard.log', 'meeting-log', 1, text);
  const sent = new ProblemStates();
  answer(document, 0, sent);
  Object.assign(taken, { edit: 0, block: 0 });
  const last = document.text.lineCount - 2;
  for (const line of [0, 1, last >> 1, last, 0, 1, last >> 1, last]) {
    const at = { line, character: document.text.text(Math.max(0, line)).length };
    const start = performance.now();
    document = logDocuments.update(document, [{ range: { start: at, end: at }, text: 'x' }], document.version + 1);
    answer(document, Math.max(0, line), sent);
    taken.edit = Math.max(taken.edit, performance.now() - start);
  }
}

/** Requests everything that an editor requests; work that the server does in slices is done step by step. */
function answer(document: LogDocument, line: number, sent: ProblemStates): void {
  const work = findLog(document, defaultSettings);
  while (work.result === undefined) {
    const { done, value } = block('replay', () => work.steps.next());
    if (done) work.result = value;
  }
  const found = work.result;
  const works = { symbols: makingSymbols(found), problems: findingProblems(found) };
  for (const [name, steps] of Object.entries(works)) while (!block(name, () => steps.next()).done);
  const lines = { start: { line, character: 0 }, end: { line: line + 60, character: 0 } };
  const problems = block('diagnostics', () => {
    sent.resultId('', problemLists(found), defaultSettings);
    return diagnostics(found, '', defaultSettings);
  });
  block('outline', () => documentSymbols(found));
  const [meeting] = found.meetings;
  if (meeting) {
    const drawing = drawingUp(found, meeting);
    let drawn = block('minutes', () => drawing.next());
    while (!drawn.done) drawn = block('minutes', () => drawing.next());
    const steps = writingBody(drawn.value, { withLog: false });
    while (!block('preview', () => steps.next()).done);
  }
  block('folds', () => foldingRanges(found));
  const lenses = block('lenses', () => codeLenses(found, 0, true));
  for (const lens of lenses.slice(0, 60)) block('lens', () => resolveCodeLens(found, '', lens));
  const read = document.text.read(line);
  for (const character of [read.timeStart, read.nickStart, read.textStart])
    block('hover', () => finish(hover(found, { line, character }, defaultSettings)));
  const highlights = documentHighlights(found, { line, character: read.nickStart });
  while (!block('highlights', () => highlights.next()).done);
  block('tokens', () => semanticTokens(found, lines));
  block('actions', () => {
    const subject = { log: found, uri: '', version: 1, settings: defaultSettings };
    const context = { diagnostics: problems };
    return codeActions(subject, { range: lines, context }, abilitiesOf({}));
  });
  block('summary', () => summary(found, defaultSettings));
}

function block<T>(name: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  const passed = performance.now() - start;
  if (passed > taken.block) Object.assign(taken, { block: passed, longest: name });
  return result;
}
