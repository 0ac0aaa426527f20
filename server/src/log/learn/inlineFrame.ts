import type { Layout } from '../layouts/layout.js';
import { actor, aroundDays, prefixes, wrapped } from '../layouts/parts.js';
import { type LineRule, nick, rule, skip } from '../layouts/rule.js';
import type { Rows } from './commandSigns.js';
import { blanksIn, byForm, headParts, stampPart } from './headParts.js';
import { type Head, type HeadForm, headsOf } from './heads.js';
import { learntScan } from './learntScan.js';
import { learntTitle } from './learntTitle.js';

/* Layouts in which what is said is behind a head in the same line. */

/** How many heads of a form must be before commands if they have no stamp. */
const fewestBare = 2;
/** How many forms are tried. */
const mostForms = 3;

export function inlineLayouts({ rows, commands }: Rows): readonly Layout[] {
  const heads = rows.flatMap((row, index) =>
    (commands[index] ?? []).flatMap((end) => (end > 0 ? headsOf(row.slice(0, end)) : [])),
  );
  return byForm(heads)
    .slice(0, mostForms)
    .filter((alike) => alike[0]?.form.stamp || alike.length >= fewestBare)
    .flatMap((alike) => inlineLayout(alike) ?? []);
}

function inlineLayout(alike: readonly Head[]): Layout | undefined {
  const [first] = alike;
  if (!first || !isMarked(first.form)) return undefined;
  const { form } = first;
  const names = alike.map(({ name }) => name);
  const parts = headParts(form, names, false);
  const message = rule('message', ...parts);
  const isSentence = names.some((name) => name.includes(' '));
  const head = learntScan(parts, isSentence);
  return {
    name: 'learnt',
    title: learntTitle(form, 'one line'),
    isLearnt: true,
    ...(head && { head }),
    rules: [
      ...(isSentence ? [...knownEvents(form), message] : [message, ...knownEvents(form)]),
      ...notes(form),
      wrapped,
    ],
    samples: [],
  };
}

/** A name must end with a sign or a wide gap: otherwise any first word would be one. Quotation marks are those of data. */
function isMarked({ order, open, between, tail }: HeadForm): boolean {
  if (/["'\\]/.test(open + between + tail)) return false;
  return order === 'name first' || /\S|\t| {2}/.test(tail);
}

/** What is between a stamp and everything else: the brackets around it. */
const closing = String.raw`[\])}>]?`;
/** Signs that some programs write between a mark and the rest. */
const gap = String.raw`[ \t|]{1,4}`;

function after(form: HeadForm) {
  const open = skip(blanksIn(form.open));
  return (kind: LineRule['kind'], mark: string, ...parts: Parameters<typeof rule>[1][]) =>
    rule(kind, open, stampPart(form), skip(closing + mark), ...parts);
}

function knownEvents(form: HeadForm): readonly LineRule[] {
  if (form.order !== 'stamp first') return [rule('known-event', skip(String.raw`(?:\*{1,3} |-!- )?`))];
  return [after(form)('known-event', String.raw`(?: -)?[ \t]{0,4}\u200e?(?:(?:\*{1,3}|[→⇐←⇄ℹ⚙])${gap}?)?`)];
}

/** The name in an action: names of several words have capitals. */
const actorName = nick(String.raw`[A-Z]\S{0,31}(?: [A-Z][a-z]{1,31}){1,2}(?= )|[^\s*:|]{1,64}`);

/** What a client notes: events, actions, notices, days. */
function notes(form: HeadForm): readonly LineRule[] {
  if (form.order !== 'stamp first') {
    return [
      rule('event', skip(String.raw`(?:-!-|\*{3}|---) `)),
      rule('action', skip(String.raw`\* `), ...actor),
      ...aroundDays,
    ];
  }
  const at = after(form);
  return [
    at('event', String.raw`[ \t]{0,4}(?:-!-|\*{3}|<?-{2,3}>?|<->|={1,3}|=!=|[→⇐←⇄ℹ⚙])${gap}`),
    at('action', String.raw`(?: -)?[ \t]{0,4}(?:\*{1,3}|-\*-|[—•⚡])${gap}?${prefixes}`, actorName, skip('[ \t]{0,4}')),
    // Konversation names the kind of event.
    at('event', String.raw`[ \t]{1,2}[A-Z][a-z]{2,14}\t`),
    at('notice', String.raw`[ \t]-`, nick(String.raw`[^\s:-][^\s:]{0,64}(?=- )`), skip('- ')),
    ...(form.stamp?.hasDate ? [at('event', String.raw`(?: -)? \u200e?`)] : []),
    ...aroundDays,
  ];
}
