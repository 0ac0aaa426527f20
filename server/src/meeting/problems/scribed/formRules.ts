import { behindCodes } from '../../../log/layouts/ircCodes.js';
import { isBotName } from '../../dialects/scribeBots.js';
import { named, quoted } from '../../listed.js';
import { type LabelLine, labelIn } from '../../scribe/labels.js';
import { knownLabels } from '../../scribe/readLabels.js';
import type { Finding } from '../problem.js';
import type { ScribedScope } from './scribedScope.js';
import type { ScribePeople } from './scribePeople.js';

/* What people write for a label, and the tools read as talk. */

/** What is wrong about the beginning of a text: UTF-16 offsets in it, and what to write instead. */
export interface OddForm {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly meant: string;
}

/** A line of talk that was probably meant as a label; undefined if it was not. */
export function oddForm(text: string, people: ScribePeople): OddForm | undefined {
  return (
    behindInvisible(text) ??
    inBrackets(text) ??
    apart(text) ??
    withEqualsSign(text) ??
    resolvedWithoutColon(text) ??
    actionWithoutColon(text, people)
  );
}

const labels: ReadonlySet<string> = new Set(knownLabels);

/** Labels of which each form gives someone a role, or takes it. */
const lists = /^(?:present|regrets?|chairs?|scribe|scribenick)$/;

function isRead({ label, mark, text }: LabelLine): boolean {
  if (!labels.has(label) || mark === '=') return false;
  return lists.test(label) ? mark !== ':' || text !== '' : mark === ':' && text !== '';
}

/** Behind no-break spaces, colours and the like. */
function behindInvisible(text: string): OddForm | undefined {
  const end = behindCodes(text, 0, text.length);
  const typed = /[^ ]/.test(text.slice(0, end)) ? labelIn(text.slice(end)) : undefined;
  if (!typed || !isRead(typed)) return undefined;
  const meant = text.slice(end + typed.start, end + typed.markEnd);
  const message = 'There is an invisible character or a no-break space before this label, so this line is talk.';
  return { start: 0, end: end + typed.markEnd, message, meant };
}

/** `[Topic: x]` */
function inBrackets(text: string): OddForm | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('[') || !trimmed.endsWith(']')) return undefined;
  const within = trimmed.slice(1, -1).trim();
  const typed = /[[\]]/.test(within) ? undefined : labelIn(within);
  if (!typed || !isRead(typed)) return undefined;
  const start = text.indexOf('[');
  return { start, end: start + trimmed.length, message: 'In brackets, a label is talk.', meant: within };
}

/** `sub topic: x` */
function apart(text: string): OddForm | undefined {
  const [whole] = /^ *sub(?: +(?:- *)?|- +)topic *[:：](?= *[^ ])/i.exec(text) ?? [];
  return whole === undefined ? undefined : notLabel(whole, 'Subtopic:');
}

/** `regrets= x`; only those present can be given so. */
function withEqualsSign(text: string): OddForm | undefined {
  const typed = labelIn(text);
  if (typed?.mark !== '=' || typed.text === '' || !/^(?:regrets?|chairs?)$/.test(typed.label)) return undefined;
  const word = text.slice(typed.start, typed.start + typed.label.length);
  return notLabel(text.slice(0, typed.markEnd), `${word}:`);
}

/** `RESOLVED that x`, `RESOLUTION 3: x`: in small letters it is mostly talk about one. */
function resolvedWithoutColon(text: string): OddForm | undefined {
  const [whole, word] =
    /^ *(?:(RESOLVED)(?: +that)?(?: *[-–—])? |(RESOLUTION) +\d+ *[:：.]) *(?=[^ ])/.exec(text) ?? [];
  return whole === undefined ? undefined : notLabel(whole, word === undefined ? 'RESOLUTION: ' : 'RESOLVED: ');
}

const assigned = /^ *(action) +([^\s:,]+) +(?:((?:will|should|shall|must|needs|has) +)(?=[^ ])|(?=[^ ]))/i;

/** `ACTION bob will buy cups`: without a colon, only ` to ` makes an action. */
function actionWithoutColon(text: string, people: ScribePeople): OddForm | undefined {
  const [whole, word, owner = '', will] = assigned.exec(text) ?? [];
  if (whole === undefined || !/^@?\p{L}/u.test(owner) || isNoOwner(owner)) return undefined;
  const signs = [word === 'ACTION', will !== undefined, people.all.has(owner)];
  if (signs.filter((is) => is).length < 2) return undefined;
  return notLabel(whole, `ACTION: ${owner} to `);
}

function notLabel(typed: string, meant: string): OddForm {
  const start = typed.length - typed.trimStart().length;
  const message = `${quoted(typed.trim())} is not a label, so this line is talk. Did you mean ${named(meant.trim())}?`;
  return { start, end: typed.length, message, meant };
}

/** Lines that look like labels to people. */
export function* unreadForms(scope: ScribedScope): Generator<Finding> {
  for (const { record } of scope.ruled('remark', 'narration', 'speech')) {
    const form = record.isInserted || isBotName(record.nick) ? undefined : oddForm(record.text, scope.people);
    if (!form) continue;
    const { start, end, message, meant } = form;
    yield { ...scope.placeOf(record, start, end), message, ...(record.isInLog && { meant }) };
  }
}

/** Words that are no one in front of ` to ` or `:`. */
const noOwners = new Set(
  (
    'need needs have has try plan want wants ask remember how what who someone somebody tbd item items none nobody anyone was is ' +
    'will can on from for the a an of point points log list tracker required needed taken review number summary status in'
  ).split(' '),
);

/** Whether a word is certainly not the owner of an action. */
export function isNoOwner(word: string): boolean {
  return noOwners.has(word.toLowerCase()) || /^(?:\?+|\d+\.?)$/.test(word);
}

const bareAction = /^ *action +(?![:：])/i;

/** The start of an action that is none, as `Action items: x`: how long that is, and whether it was meant as one. */
export function oddActionHead(text: string, people: ScribePeople): { length: number; isMeant: boolean } | undefined {
  const start = bareAction.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const [, first = ''] = /^([^\s:：,]+)/.exec(text.slice(start)) ?? [];
  if (!isNoOwner(first) || (people.all.has(first) && people.speaks(first))) return undefined;
  const item = /^(?:item|point) *[:：-] *(?=[^ ])/i.exec(text.slice(start));
  return { length: start + (item?.[0].length ?? 0), isMeant: item !== null };
}

/** Lines that are actions because they begin with the word. */
export function* oddActions(scope: ScribedScope): Generator<Finding> {
  for (const { record } of scope.ruled('action')) {
    const head = record.isInserted ? undefined : oddActionHead(record.text, scope.people);
    if (!head) continue;
    const text = record.text.replace(bareAction, '').trimEnd();
    yield {
      ...scope.placeOf(record, 0, head.isMeant ? head.length : record.text.length),
      message: `The minutes take ${quoted(text)} for an action, because the line begins with that word.`,
      ...(head.isMeant && record.isInLog && { meant: 'ACTION: ' }),
    };
  }
}
