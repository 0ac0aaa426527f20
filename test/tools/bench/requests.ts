// The cost of single requests in a long log after a keystroke, using the server's own code.
import type { Position } from 'vscode-languageserver';
import { abilitiesOf } from '../../../server/src/features/abilities.js';
import { codeActions } from '../../../server/src/features/codeActions.js';
import { completion } from '../../../server/src/features/completions.js';
import { definition } from '../../../server/src/features/definition.js';
import { documentHighlights } from '../../../server/src/features/documentHighlights.js';
import { documentLinks } from '../../../server/src/features/documentLinks.js';
import { hover } from '../../../server/src/features/hover.js';
import { inlayHints } from '../../../server/src/features/inlayHints.js';
import { references } from '../../../server/src/features/references.js';
import { rename } from '../../../server/src/features/rename.js';
import { selectionRanges } from '../../../server/src/features/selectionRanges.js';
import { finish } from '../../../server/src/log/steps.js';
import { LogText } from '../../../server/src/log/text/logText.js';
import { type MeetingLog, meetingLog } from '../../../server/src/meeting/meetingLog.js';
import { findingProblems } from '../../../server/src/meeting/problems/findProblems.js';
import { defaultSettings } from '../../../server/src/settings.js';
import { generateLog, generateYear } from './logs.js';
import { exponent, growthExponent, type Spread, spread, spreadText, times } from './stats.js';
import type { Row } from './table.js';

const document = { uri: 'file:///bench.log', version: 1 };
const sizes = [3_000, 30_000, 300_000];
const measured = 40;
const warming = 10;

/** A log in which someone types, in the middle. */
interface Typed {
  log: MeetingLog;
  /** A line of talk there. */
  readonly middle: number;
}

type Ask = (log: MeetingLog, typed: Typed) => unknown;

/** The person who speaks three times in any log. */
const rare = 'wren';

const on = (line: number, part: string, log: MeetingLog): Position => ({
  line,
  character: log.text.text(line).indexOf(part) + 1,
});

/** The first line with a text. */
function lineWith(part: string, { text }: MeetingLog): number {
  let line = 0;
  while (!text.text(line).includes(part)) line++;
  return line;
}

const none = abilitiesOf({});
/** As many lines as a window shows. */
const shown = (line: number) => ({ start: { line, character: 0 }, end: { line: line + 60, character: 0 } });

/** Each request, and how it is asked. */
const requests: Readonly<Record<string, Ask>> = {
  'a hover of a person': (log, { middle }) => finish(hover(log, on(middle, 'member', log), defaultSettings)),
  'a hover of a command': (log) => finish(hover(log, on(lineWith('#topic', log), '#topic', log), defaultSettings)),
  'completion of a command': (log) => completion(log, { line: 2, character: 17 }, none),
  'completion of an empty line': (log) => completion(log, { line: 3, character: 0 }, none),
  'highlights of a person': (log, { middle }) => finish(documentHighlights(log, on(middle, 'member', log))),
  'a definition of a person': (log, { middle }) => finish(definition(log, document.uri, on(middle, 'member', log))),
  'references of a person with three lines': (log) => finish(references(log, document.uri, on(1, rare, log), true)),
  'references of a topic': (log) =>
    finish(references(log, document.uri, on(lineWith('#topic', log), '#topic', log), true)),
  'a rename of a person with three lines': (log) => finish(rename(log, document, on(1, rare, log), 'zoe', none)),
  'code actions on a line of talk': (log, { middle }) =>
    codeActions(
      { ...document, log, settings: defaultSettings },
      { range: { start: on(middle, 'x', log), end: on(middle, 'x', log) }, context: { diagnostics: [] } },
      none,
    ),
  'hints of a window': (log, { middle }) => inlayHints(log, shown(middle), defaultSettings.inlayHints),
  'a selection range': (log, { middle }) => selectionRanges(log, [on(middle, 'member', log)]),
  'links (all of the log)': (log) => finish(documentLinks(log, [], none)),
};

/** A row for each request in a log of many meetings, and in one of a single meeting that no one ended. */
export function requestRows(): Row[] {
  return [...rowsOf(generateLog, 'many meetings'), ...rowsOf((lines) => generateYear(lines), 'one meeting')];
}

function rowsOf(generate: (lines: number) => string, kind: string): Row[] {
  const costs = sizes.map((size) => measure(generate(size)));
  return Object.keys(requests).map((name): Row => {
    const spreads = costs.map((cost) => cost.get(name) as Spread);
    const [least, , most] = spreads as [Spread, Spread, Spread];
    return {
      work: `${name} (${kind})`,
      size: '300,000 lines',
      ours: spreadText(most),
      floor: `3,000 lines: ${spreadText(least)}`,
      ratio: times(most.median / least.median),
      growth: exponent(growthExponent(spreads.map(({ median }, at) => ({ size: sizes[at] as number, cost: median })))),
    };
  });
}

/** The cost of each request in a log, each time after a keystroke elsewhere. */
function measure(text: string): ReadonlyMap<string, Spread> {
  const [first, ...rest] = text.split('\n');
  const rows = [first, `10:00:01 <${rare}> hello`, `10:00:02 <${rare}> #`, '', ...rest, `11:00:00 <${rare}> bye`];
  const typed: Typed = { log: opened(LogText.of(rows.join('\n'))), middle: (rows.length >> 1) + 1 };
  return new Map(
    Object.entries(requests).map(([name, ask]) => {
      const taken = Array.from({ length: warming + measured }, () => {
        type(typed);
        const start = performance.now();
        ask(typed.log, typed);
        return performance.now() - start;
      });
      return [name, spread(taken.slice(warming))];
    }),
  );
}

function opened(text: LogText, earlier?: MeetingLog): MeetingLog {
  const log = meetingLog(text, 'bench.log', { earlier });
  finish(findingProblems(log));
  return log;
}

/** Types a character into a line of talk. */
function type(typed: Typed): void {
  const { log, middle } = typed;
  const at = { line: middle, character: log.text.text(middle).length };
  typed.log = opened(log.text.replace(at, at, 'x'), log);
}
