import { isBotName, withoutComma } from '../../dialects/scribeBots.js';
import { named } from '../../listed.js';
import { labelIn } from '../../scribe/labels.js';
import type { ChatRecord } from '../../scribe/record.js';
import { firstUrl, isUrl } from '../../scribe/scribeUrls.js';
import type { Shown } from '../../scribe/shown.js';
import { slipDistance } from '../../slipDistance.js';
import type { Finding } from '../problem.js';
import { isNoOwner, oddActionHead } from './formRules.js';
import { withoutPunctuation } from './nearText.js';
import type { ScribedScope } from './scribedScope.js';

/* Labels and what follows them. */

/** The labels that are worth correcting. */
const wanted = [
  'topic',
  'subtopic',
  'action',
  'resolved',
  'resolution',
  'present',
  'regrets',
  'scribe',
  'scribenick',
  'chair',
  'agenda',
  'meeting',
];
/** Words that are near a label and mean something else. */
const others = new Set(
  (
    'topics subtopics actions resolve resolves resolutions agendas meetings scribed scribes chaired presents presented presenter ' +
    'regret issues chairs reaction section caption option traction fraction resolver revolution resolute topical tropic optic'
  ).split(' '),
);

/** Labels with a typing error, and commands to bots without their comma. */
export function* unknownLabels(scope: ScribedScope): Generator<Finding> {
  for (const { record } of scope.ruled('remark', 'narration', 'speech')) {
    if (record.isInserted || isBotName(record.nick)) continue;
    const bot = withoutComma.exec(record.text);
    if (bot) yield* commaMissing(scope, record, bot[0], bot[1] ?? '');
    else yield* misspelled(scope, record);
  }
}

function* commaMissing(scope: ScribedScope, record: ChatRecord, head: string, bot: string): Generator<Finding> {
  const to = head.length;
  const from = head.length - head.trimStart().length;
  yield {
    ...scope.placeOf(record, from, to),
    message: `Without a comma, this is talk: ${named(bot)} does not obey.`,
    ...(record.isInLog && { meant: `${bot}, ` }),
  };
}

function* misspelled(scope: ScribedScope, record: ChatRecord): Generator<Finding> {
  const typed = labelIn(record.text);
  if (!typed || (typed.mark !== ':' && typed.mark !== '+') || typed.label.length < 4 || others.has(typed.label)) return;
  const { label, start } = typed;
  if (scope.people.all.has(label) || (scope.people.speeches.get(label) ?? 0) > 1) return;
  const near = wanted.find((one) => slipDistance(label, one, one.length < 8 ? 1 : 2) <= (one.length < 8 ? 1 : 2));
  if (near === undefined || near === label) return;
  const first = record.text[start] ?? '';
  const meant = first === first.toUpperCase() ? near[0]?.toUpperCase() + near.slice(1) : near;
  yield {
    ...scope.placeOf(record, start, start + label.length),
    message: `${named(label)} is not a label, so this line is talk. Did you mean ${meant}?`,
    ...(record.isInLog && { meant }),
  };
}

const itemNames: Readonly<Partial<Record<Shown['kind'], string>>> = {
  topic: 'topic',
  subtopic: 'subtopic',
  action: 'action',
  resolution: 'resolution',
  issue: 'issue',
};

/** Labels without the text or the names that they need. */
export function* emptyLabels(scope: ScribedScope): Generator<Finding> {
  for (const shown of scope.scribed.state.shown) {
    const name = itemNames[shown.kind];
    if (name === undefined || shown.record.isInserted || shown.lines.some(({ text }) => text.trim() !== '')) continue;
    yield { ...scope.placeOf(shown.record), message: `This label has no text: the minutes have an empty ${name}.` };
  }
  for (const { record, rule } of scope.ruled('chair-empty', 'scribe-empty')) {
    if (record.isInserted) continue;
    const who = rule === 'chair-empty' ? 'a chair' : 'the scribe';
    yield { ...scope.placeOf(record), message: `This label has no name: no one becomes ${who}.` };
  }
}

/** Labels that need an address and nothing else, with more. */
export function* invalidAddresses(scope: ScribedScope): Generator<Finding> {
  for (const { record } of scope.ruled('agenda-without-url', 'meeting-link-without-url')) {
    const typed = labelIn(record.text);
    const found = typed && firstUrl(typed.text);
    // Of a message that goes on below, the rest may be another's.
    if (!record.isInLog || !typed || !found || !isUrl(found.url)) continue;
    const url = withoutPunctuation(found.url);
    yield {
      ...scope.placeOf(record, typed.textStart),
      message: `${named(record.text.slice(typed.start, typed.markEnd))} needs an address and nothing else, so this line is talk.`,
      meant: url,
    };
  }
}

/** Actions that name no one at all. */
export function* unownedActions(scope: ScribedScope): Generator<Finding> {
  for (const shown of scope.scribed.state.shown) {
    if (shown.kind !== 'action' || shown.record.isInserted) continue;
    if (oddActionHead(shown.record.text, scope.people)) continue;
    const [first] = shown.lines;
    const text = shown.lines.map((one) => one.text).join(' ');
    if (!first || text.trim() === '' || hasOwner(scope, text)) continue;
    const line = scope.meeting.startLine + first.place.line;
    yield { ...first.place, line, message: 'This action names no one, so it is not assigned to anyone.' };
  }
}

const groups =
  /\b(?:all|everyone|everybody|we|chairs?|co-?chairs?|editors?|group|wg|team|staff|scribe|secretary|members?|us|tf|cg|ig)\b/i;

function hasOwner({ people }: ScribedScope, text: string): boolean {
  const words = text.slice(0, 2_000).match(/[\p{L}\p{N}_|^`[\]{}\\'’-]+/gu) ?? [];
  if (words.some((word) => word.length > 2 && people.all.has(word))) return true;
  if (groups.test(text) || /(?:^|\s)@[\p{L}\p{N}]/u.test(text)) return true;
  const head = /^ *([^\s:,&+/]+(?:(?: +| *[,&+/] *)[^\s:,&+/]+){0,5}?) *(?:[:：]| to | will )/.exec(text)?.[1];
  if (head === undefined) return false;
  const [first = ''] = head.split(/[ ,]/);
  return !isNoOwner(first) && /^\p{L}/u.test(first);
}
