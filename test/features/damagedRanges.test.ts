import { assert } from 'chai';
import type { DocumentSymbol, Range } from 'vscode-languageserver';
import { diagnostics } from '../../server/src/features/diagnostics.js';
import { documentHighlights } from '../../server/src/features/documentHighlights.js';
import { documentSymbols } from '../../server/src/features/documentSymbols.js';
import { foldingRanges } from '../../server/src/features/foldingRanges.js';
import { semanticTokens } from '../../server/src/features/semanticTokens.js';
import { semanticLegend } from '../../server/src/features/tokens.js';
import { layoutNamed } from '../../server/src/log/layouts/layouts.js';
import { finish } from '../../server/src/log/steps.js';
import type { MeetingLog } from '../../server/src/meeting/meetingLog.js';
import { defaultSettings } from '../../server/src/settings.js';
import { type Damaging, damages } from '../helpers/damages.js';
import { eventIn } from '../helpers/events.js';
import { actionsIn, hoverAt, logOf, uri } from '../helpers/logs.js';

/* Everything that an editor shows of a damaged log is at the real columns, and is what it shows of the log without its damage. */

/** A meeting with every kind of problem that has a place within its line. */
const said = [
  ['ann', '#startmeeting Weekly & more'],
  ['bob_', 'hi <3'],
  ['cid', 'hello *all*'],
  ['ann', '#chair bob_, bob_x, cid'],
  ['ann', '#topic Tools & [more]'],
  ['bob_', '#info the saw is 3 < 4'],
  ['dee', '#agreed x_y'],
  ['ann', 'cid: you are no chair, says bob_ & dee'],
  ['bob_', '#agreed buy "oil"'],
  ['ann', '#action bob_ to oil the saw & <more>'],
  ['cid', '#action somebody & bobb_ to clean'],
  ['cid', '#link https://a.example/?a=1&b=2 list'],
  ['bob_', '#link a & b'],
  ['bob_', '#infos & typo'],
  ['cid', 'so_so & well #idea sing & dance'],
  ['dee', 'bob_: ok'],
  ['ann', '#topic: Cake'],
  ['ann', '#topic Cake_'],
  ['bob_', '#idea bake it'],
  ['cid', '#info'],
  ['bob_', '#unchair dee_e'],
  ['ann', '#endmeeting'],
  ['cid', '#info & outside'],
] as const;

function rowsIn(name: string): readonly string[] {
  const layout = layoutNamed(name);
  assert.isDefined(layout);
  if (!layout) return [];
  return said
    .map(([nick, text], index) => eventIn(layout, [60 + index * 7, 'message', nick, text]))
    .join('\n')
    .split('\n');
}

/** What is at a range, and on which line of the log without damage, in words that do not depend on damage. */
type Shown = (range: Range) => string;

/** What an editor shows of a log, as text. */
function shownOf(log: MeetingLog, shown: Shown): Record<string, unknown> {
  const tokens = tokensOf(log);
  const at = (list: readonly Range[], of: (start: Range['start']) => unknown) => list.map(({ start }) => of(start));
  const nicks = tokens.filter(({ type }) => type === 'nick').map(({ range }) => range);
  const whole = { start: { line: 0, character: 0 }, end: { line: log.text.lineCount, character: 0 } };
  return {
    problems: diagnostics(log, uri, defaultSettings)
      .map(({ code, range, message }) => `${code} ${shown(range)}: ${String(message).replace(/\d+/g, '')}`)
      .sort(),
    fixes: actionsIn(log, whole, [])
      .flatMap(({ title, edit }) => (edit?.changes?.[uri] ?? []).map(({ range }) => `${title} ${shown(range)}`))
      .sort(),
    symbols: documentSymbols(log).flatMap((symbol) => symbolsOf(symbol, shown)),
    folds: foldingRanges(log).map(({ startLine, endLine }) =>
      [startLine, endLine].map((line) => shown({ start: { line, character: 0 }, end: { line, character: 0 } })),
    ),
    tokens: tokens.map(({ type, modifiers, range }) => `${type} ${modifiers} ${shown(range)}`),
    hovers: at(
      tokens.map(({ range }) => range),
      (start) => {
        const found = hoverAt(log, start);
        return found?.range && [found.contents, shown(found.range)];
      },
    ),
    highlights: at(nicks.slice(0, 12), (start) =>
      finish(documentHighlights(log, start)).map(({ range, kind }) => `${kind} ${shown(range)}`),
    ),
  };
}

function symbolsOf({ name, selectionRange, children = [] }: DocumentSymbol, shown: Shown): string[] {
  return [`${name} ${shown(selectionRange)}`, ...children.flatMap((child) => symbolsOf(child, shown))];
}

function tokensOf(log: MeetingLog) {
  const { data } = semanticTokens(log, {
    start: { line: 0, character: 0 },
    end: { line: log.text.lineCount, character: 0 },
  });
  const tokens: { readonly type: string; readonly modifiers: number; readonly range: Range }[] = [];
  let [line, character] = [0, 0];
  for (let index = 0; index < data.length; index += 5) {
    const [lines = 0, by = 0, length = 0, type = 0, modifiers = 0] = data.slice(index, index + 5);
    [line, character] = lines > 0 ? [line + lines, by] : [line, character + by];
    const range = { start: { line, character }, end: { line, character: character + length } };
    tokens.push({ type: semanticLegend.tokenTypes[type] ?? '', modifiers, range });
  }
  return tokens;
}

function check(name: string, { apply, undo }: Damaging): void {
  const rows = rowsIn(name);
  const { rows: damaged, lineOf } = apply(rows);
  const plainLine = new Map(rows.map((_, line) => [lineOf(line), line]));
  const shownIn =
    (texts: readonly string[], clean: Damaging['undo'], lineFor: (line: number) => number | undefined): Shown =>
    ({ start, end }) => {
      const part = texts[start.line]?.slice(start.character, end.line === start.line ? end.character : undefined) ?? '';
      return `${lineFor(start.line)} “${clean(part, start.character === 0)}”`;
    };
  assert.deepEqual(
    shownOf(
      logOf(damaged.join('\n')),
      shownIn(damaged, undo, (line) => plainLine.get(line)),
    ),
    shownOf(
      logOf(rows.join('\n')),
      shownIn(
        rows,
        (part) => part,
        (line) => line,
      ),
    ),
    damaged.join('\n'),
  );
}

describe('what is shown of a damaged log', () => {
  const layouts = ['supybot', 'irssi', 'limnoria', 'weechat', 'mirc', 'hexchat', 'asfbot', 'slack'];
  /** No nick of theirs is in the brackets that make it bold. */
  const withoutBrackets = new Set(['weechat', 'asfbot', 'slack']);
  /** Some lines are not the log's. */
  const others = /^(?:a code fence|a diff with)/;

  for (const damage of damages.filter(({ name }) => !others.test(name))) {
    const isOfNicks = damage.name === 'bold nicks';
    for (const name of layouts.filter((one) => !isOfNicks || !withoutBrackets.has(one))) {
      it(`is where it is: ${damage.name}, in ${name}`, () => check(name, damage));
    }
  }
});
