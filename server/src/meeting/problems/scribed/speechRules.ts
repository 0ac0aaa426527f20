import { isBotName, isKnownQueueCommand, queueKeeper } from '../../dialects/scribeBots.js';
import { named, quoted } from '../../listed.js';
import { folded, nickKey } from '../../scribe/nameLists.js';
import type { ChatRecord } from '../../scribe/record.js';
import type { Shown, ShownKind } from '../../scribe/shown.js';
import type { Finding } from '../problem.js';
import { oddForm } from './formRules.js';
import type { ScribedScope } from './scribedScope.js';

/* What becomes of talk: who it goes to, and what of it is lost. */

/** A speaker may well go on below a topic, which the scribe writes in between; not below these. */
const kinds: Readonly<Partial<Record<ShownKind, string>>> = {
  action: 'action',
  resolution: 'resolution',
  issue: 'issue',
};

/**
 * Dots below an item of the scribe's, which go on with who spoke before it, and dots of another scribe, which do not go on with
 * who speaks.
 */
export function* misplacedDots(scope: ScribedScope): Generator<Finding> {
  const last = new Map<string, Shown>();
  const speakers = new Map<string, string>();
  const reported = new Set<Shown>();
  let above: Shown | undefined;
  for (const [index, record] of scope.records.entries()) {
    const rule = scope.rules[index];
    const shown = scope.shownOf(record);
    const item = last.get(record.nick);
    if (rule === 'speech-continuation' && item && !reported.has(item) && index - item.index <= mostBetween) {
      reported.add(item);
      yield* belowItem(scope, record, item, speakers.get(record.nick) ?? '');
    } else if (rule === 'continuation' && shown?.kind === 'narration' && above) yield* belowOther(scope, record, above);
    if (shown?.speaker !== undefined) speakers.set(record.nick, shown.speaker);
    if (shown) last.set(record.nick, shown);
    above = shown ?? above;
  }
}

/** How many records the dots may be below the item. */
const mostBetween = 3;

function* belowItem(scope: ScribedScope, record: ChatRecord, item: Shown, speaker: string): Generator<Finding> {
  const kind = kinds[item.kind];
  if (kind === undefined) return;
  yield {
    ...scope.placeOf(record),
    message: `These dots do not go on with the ${kind} above: the minutes have this line as what ${named(speaker)} says.`,
    related: [scope.note(item.record, `The ${kind}`)],
    ...(record.isInLog && item.record.isInLog && speaker !== '' && { meant: `${speaker}:` }),
  };
}

/** Below a speech that another scribe wrote down. */
function* belowOther(scope: ScribedScope, record: ChatRecord, { speaker, nick, ...above }: Shown): Generator<Finding> {
  if (speaker === undefined || nick === record.nick) return;
  yield {
    ...scope.placeOf(record),
    message: `These dots do not go on with what ${named(speaker)} says, since ${named(nick)} wrote that.`,
    related: [scope.note(above.record, `What ${named(speaker)} says`)],
    ...(record.isInLog && { meant: `${speaker}:` }),
  };
}

/** Words before a colon that no one is called. */
const noOnes = new Set(
  (
    'all group many several multiple everyone everybody someone somebody anyone people chair chairs scribe staff guest unknown ' +
    'speaker various others both presenter audience editors editor wg q question answer a note nb ps summary date'
  ).split(' '),
);

/** Speakers who fit no one present. */
export function* maybePresent(scope: ScribedScope): Generator<Finding> {
  const { people, scribed } = scope;
  if (!people.isAnyonePresent) return;
  const reported = new Set<string>();
  for (const { kind, speaker, record } of scribed.state.shown) {
    if (kind !== 'speech' || speaker === undefined || reported.has(folded(speaker))) continue;
    reported.add(folded(speaker));
    if (!isName(speaker) || isBotName(speaker) || !speaksOften(scope, speaker)) continue;
    if (people.present.has(speaker) || isInitialOf(speaker, people) || people.isNearPresent(speaker, scope)) continue;
    yield {
      ...speakerPlace(scope, record, speaker),
      message: `${named(speaker)} speaks and fits no one present, so the minutes do not list ${named(speaker)} among those present.`,
      missing: { nick: record.nick, text: `present+ ${speaker}`, line: scope.lineOf(record) },
    };
  }
}

/** The fewest speeches of someone whom nothing else shows to be a person. */
const fewestSpeeches = 3;

/** Whether a speaker is most likely a person: a scribe also writes `goal: …` below another, and `ann: hello` to someone. */
function speaksOften({ people }: ScribedScope, speaker: string): boolean {
  const key = folded(speaker);
  const speeches = people.speeches.get(key) ?? 0;
  return speeches >= fewestSpeeches || (speeches > 1 && (people.speaks(speaker) || people.goingOn.has(key)));
}

/** `WF` may be Wilco, of whom only the given name is known. */
function isInitialOf(speaker: string, { presentInitials }: ScribedScope['people']): boolean {
  return /^\p{Lu}{2,3}$/u.test(speaker) && presentInitials.has(folded(speaker.slice(0, 1)));
}

function isName(speaker: string): boolean {
  return /^\p{L}[\p{L}\p{N}\p{M}_.'’|^[\]\\-]*$/u.test(speaker) && speaker.length > 1 && !noOnes.has(folded(speaker));
}

function speakerPlace(scope: ScribedScope, record: ChatRecord, speaker: string) {
  const at = record.text.indexOf(speaker);
  return at < 0 ? scope.placeOf(record) : scope.placeOf(record, at, at + speaker.length);
}

/** What the scribe's tools take for a speaker, and is none. */
export function* notSpeakers(scope: ScribedScope): Generator<Finding> {
  const { people } = scope;
  for (const { record } of scope.ruled('speech')) {
    const shown = scope.shownOf(record);
    const speaker = shown?.speaker;
    if (!shown || speaker === undefined || isPerson(scope, speaker) || people.all.has(speaker)) continue;
    // What was meant as a label has a problem of its own.
    if (!isOddSpeaker(shown, speaker) || oddForm(record.text, people)) continue;
    const meant = record.isInLog && isBehind(shown, /^ *https?:/i) ? labelsInstead[folded(speaker)] : undefined;
    yield {
      ...speakerPlace(scope, record, speaker),
      message: `The minutes take ${quoted(speaker)} for a speaker, because of the colon.`,
      ...(meant !== undefined && { meant }),
    };
  }
}

function isOddSpeaker(shown: Shown, speaker: string): boolean {
  if (/^\d+$/.test(speaker) || /[()[\]{};<=*/#]/.test(speaker) || otherLabels.has(folded(speaker))) return true;
  return isBehind(shown, /^ *https?:/i);
}

function isBehind({ lines: [first] }: Shown, form: RegExp): boolean {
  return first !== undefined && form.test(first.text);
}

function isPerson({ people }: ScribedScope, speaker: string): boolean {
  return people.nicks.has(nickKey(speaker)) || (people.speeches.get(folded(speaker)) ?? 0) > 1;
}

/** Labels of other tools for addresses, and what scribe.perl reads instead. */
const labelsInstead: Readonly<Record<string, string>> = {
  previous: 'Previous meeting',
  next: 'Next meeting',
  audio: 'Recording',
  video: 'Recording',
};

/** Labels of other tools, and words that introduce what follows. */
const otherLabels = new Set(
  'summary note notes nb e.g. eg i.e. ie ps fyi todo url link ref doi time title minutes previous next audio video'.split(
    ' ',
  ),
);

/** Talk that is taken for a command to the bot that keeps the queue, which knows no such command. */
export function* swallowedLines(scope: ScribedScope): Generator<Finding> {
  for (const { record } of scope.ruled('queue-command')) {
    if (isBotName(record.nick)) continue;
    if (!speechBehindFloor.test(record.text) && isKnownQueueCommand(record.text, (word) => scope.people.all.has(word)))
      continue;
    yield {
      ...scope.placeOf(record),
      message: `The minutes leave this line out, as if it were a command to ${queueKeeper}.`,
    };
  }
}

/** `ack ann bob: words`: more than someone who gets the floor. */
const speechBehindFloor = /^ *(?:chair +)?(?:ack|recognize)s? +[^ ]+ +[^ :：]+ *[:：] +[^ ]+ +[^ ]/i;

/** Lines that the recorder leaves out of its log, and the minutes show. */
export function* offRecord(scope: ScribedScope): Generator<Finding> {
  for (const { record } of scope.ruled('remark', 'narration', 'speech')) {
    const [, off, me] = /^ *(?:(\[off\])|(\/me )) *[^ ]/i.exec(record.text) ?? [];
    const what =
      off !== undefined ? 'is off the record' : me !== undefined ? 'is a message that begins with /me' : undefined;
    if (what) yield { ...scope.placeOf(record), message: `This line ${what}, and yet the minutes show it.` };
  }
}
