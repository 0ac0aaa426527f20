import { named } from '../../listed.js';
import { labelIn } from '../../scribe/labels.js';
import { folded, nickKey } from '../../scribe/nameLists.js';
import type { ChatRecord } from '../../scribe/record.js';
import { type RoleChange, scribeList } from '../../scribe/roster.js';
import { nearNick } from '../nearNick.js';
import type { Finding } from '../problem.js';
import type { ScribedScope } from './scribedScope.js';
import { wordsOf } from './scribePeople.js';

/* Who scribes: nobody is named, someone who says nothing, or someone does it without being named. */

/** The fewest lines by people of a meeting whose scribe matters. */
const fewestLines = 5;

export function* missingScribe(scope: ScribedScope): Generator<Finding> {
  const { firstScribe, isScribeGuessed, counts } = scope.scribed;
  const [first] = scope.records;
  const lines = counts.get(firstScribe) ?? 0;
  let all = 0;
  for (const count of counts.values()) all += count;
  if (!isScribeGuessed || !first || all < fewestLines) return;
  yield {
    ...scope.placeOf(first),
    message: `No line says who scribes, so the minutes take ${named(firstScribe)} for the scribe, who wrote most (${lines.toLocaleString('en')} lines).`,
    missing: { nick: firstScribe, text: `scribe: ${firstScribe}`, line: scope.lineOf(first), isBelow: true },
  };
}

export function* unknownScribes(scope: ScribedScope): Generator<Finding> {
  const cursor = new ScribeCursor(scope);
  for (const ruled of scope.ruled('scribe-set-or-add', 'scribe-real-name', 'remark', 'narration', 'speech')) {
    const { record, rule } = ruled;
    if (record.isInserted) continue;
    if (rule === 'scribe-set-or-add') yield* silentScribes(scope, record);
    else if (rule === 'scribe-real-name') yield* realName(scope, record, ruled.index);
    else if (isNameForNick(record.text)) yield* realName(scope, record, ruled.index);
    else yield* unlabelled(scope, record, cursor);
  }
}

/** Scribes who say nothing in all of the meeting. */
function* silentScribes(scope: ScribedScope, record: ChatRecord): Generator<Finding> {
  const at = record.text.search(/[:+：]/);
  for (const [, nick = ''] of record.text.slice(at).matchAll(/(?:^[:+：]+|,) *([^ ,/=]+)/g)) {
    if (nick === '*' || scope.people.speaks(nick)) continue;
    const from = record.text.indexOf(nick, at);
    const near = nearNick(nick, scope.people.nicks.values(), scope) ?? byName(scope, nick);
    const place = scope.placeOf(record, from, from + nick.length);
    const says = `${named(nick)} says nothing in this meeting, so nothing is taken for the scribe’s`;
    if (near === undefined) yield { ...place, message: `${says}.` };
    else yield { ...place, message: `${says}. Did you mean ${named(near)}?`, ...(record.isInLog && { meant: near }) };
  }
}

/** Whether a line is `ScribeNick: Jane Doe` or `scribe+ Jane Doe`, which is talk. */
function isNameForNick(text: string): boolean {
  const typed = labelIn(text);
  if (!typed || (typed.label !== 'scribe' && typed.label !== 'scribenick')) return false;
  return (typed.mark === ':' || typed.mark === '+') && typed.text !== '' && !scribeList(typed.text);
}

/** `Scribe: Jane Doe` without `scribe: jane` beside it. */
function* realName(scope: ScribedScope, record: ChatRecord, index: number): Generator<Finding> {
  const beside = scope.rules.slice(Math.max(0, index - mostBeside), index + mostBeside);
  if (beside.some((rule) => rule === 'scribe-set-or-add' || rule === 'scribe-add-self')) return;
  const { text: name = '', textStart: start = 0 } = labelIn(record.text) ?? {};
  const nick = byName(scope, name);
  const what =
    scope.rules[index] === 'scribe-real-name' ? 'this changes nothing but the list of scribes' : 'this line is talk';
  yield {
    ...scope.placeOf(record, start, start + name.length),
    message: `${named(name)} is not a nick, so ${what}.${nick ? ` Did you mean ${named(nick)}?` : ''}`,
    ...(nick !== undefined && record.isInLog && { meant: `${nick} = ${name.replaceAll(',', '')}` }),
  };
}

/** How many records a nick and a name of the same scribe may be apart. */
const mostBeside = 6;

/** The only nick that a name may mean. */
function byName(scope: ScribedScope, name: string): string | undefined {
  if (scope.comparisons <= 0) return undefined;
  scope.comparisons -= scope.people.nicks.size;
  const words = wordsOf(name);
  const found = [...scope.people.nicks.values()].filter((nick) => {
    const own = wordsOf(nick).join('');
    return own.length > 2 && words.some((word) => word.length > 2 && (own.startsWith(word) || word.startsWith(own)));
  });
  return found.length === 1 ? found[0] : undefined;
}

/** `scribe bob` and `scribe is bob`, where that one is not the scribe already. */
function* unlabelled(scope: ScribedScope, record: ChatRecord, cursor: ScribeCursor): Generator<Finding> {
  const [, name] = /^ *scribe(?:nick)?(?: *= *| +(?:is +|will +be +)?)([^\s.,!?]+)[.!]? *$/i.exec(record.text) ?? [];
  const nick = name === undefined ? undefined : scope.people.nicks.get(nickKey(name));
  if (nick === undefined || cursor.isScribe(nick, record.line)) return;
  yield {
    ...scope.placeOf(record),
    message: `Without a colon, this is talk: ${named(nick)} does not become the scribe.`,
    ...(record.isInLog && { meant: `scribe: ${nick}` }),
  };
}

/** Who scribes at a line; asking for increasing lines costs one walk. */
class ScribeCursor {
  readonly #keys = new Set<string>();
  readonly #changes: readonly RoleChange[];
  #next = 0;

  constructor({ scribed }: ScribedScope) {
    this.#changes = scribed.state.roster.changes.filter(({ role }) => role === 'scribe');
  }

  isScribe(nick: string, line: number): boolean {
    for (; (this.#changes[this.#next]?.line ?? Number.POSITIVE_INFINITY) <= line; this.#next++) {
      const { name = '', on } = this.#changes[this.#next] ?? {};
      if (on) this.#keys.add(nickKey(name));
      else this.#keys.delete(nickKey(name));
    }
    return this.#keys.has(nickKey(nick)) || this.#keys.has('*');
  }
}

/** The fewest lines of what others say, and of dots, that someone writes who scribes. */
const fewestSpeeches = 3;
const fewestDots = 2;

/** Lines by one nick that look like those of a scribe, until it scribes or says something else. */
interface Writing {
  readonly first: ChatRecord;
  readonly speeches: number;
  readonly dots: number;
}

/** People who write down what others say and are not scribes. */
export function* scribesNotSet(scope: ScribedScope): Generator<Finding> {
  if (scope.scribed.isScribeGuessed) return;
  const writing = new Map<string, Writing>();
  const reported = new Set<string>();
  for (const { record, rule } of scope.ruled('remark', 'continuation', 'speech', 'narration')) {
    const { nick } = record;
    const own = rule === 'speech' || rule === 'narration' ? undefined : writingWith(writing.get(nick), record);
    if (own) writing.set(nick, own);
    else writing.delete(nick);
    if (!own || own.speeches < fewestSpeeches || own.dots < fewestDots || reported.has(nick)) continue;
    reported.add(nick);
    yield {
      ...scope.placeOf(own.first),
      message: `${named(nick)} writes down what others say from here on and is not a scribe, so these are remarks by ${named(nick)}.`,
      missing: { nick, text: 'scribe+', line: scope.lineOf(own.first) },
    };
  }
}

/** What someone writes, with one more line; undefined if that does not look like a scribe's. */
function writingWith(own: Writing | undefined, record: ChatRecord): Writing | undefined {
  const said = /^ *([^\s:]{1,30}) *: +\S/.exec(record.text)?.[1];
  const isSpeech = said !== undefined && folded(said) !== folded(record.nick);
  if (isSpeech) return own ? { ...own, speeches: own.speeches + 1 } : { first: record, speeches: 1, dots: 0 };
  return own && /^ *(?:\.\.+|…)/.test(record.text) ? { ...own, dots: own.dots + 1 } : undefined;
}
