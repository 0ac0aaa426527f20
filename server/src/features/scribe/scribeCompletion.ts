import { CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import type { MeetingLog } from '../../meeting/meetingLog.js';
import { type LabelHelp, labelHelp, labelHelps } from '../../meeting/scribe/labelHelp.js';
import { type LabelLine, labelIn } from '../../meeting/scribe/labels.js';
import { nickKey } from '../../meeting/scribe/nameLists.js';
import { roleOfLabel } from '../../meeting/scribe/readLabels.js';
import { namesWith, scribedMeetingAt, speakersMinuted } from '../../meeting/scribe/scribedLine.js';
import type { Abilities } from '../abilities.js';
import { type Found, people } from '../completionCommands.js';
import type { Proposal } from '../completionItem.js';
import { nicksNear } from '../completionPeople.js';

/** What may follow a text in a log whose meetings have scribes: labels, names behind them, and who speaks. */
export function inScribed(
  log: MeetingLog,
  line: number,
  text: string,
  abilities: Abilities,
  trigger: string | undefined,
): Found | undefined {
  const label = labelIn(text);
  const help = label && labelHelp(label);
  if (label && help && label.textStart > label.markEnd) return behindLabel(log, line, label, text);
  const start = text.search(/[^ \t]|$/);
  const typed = text.slice(start);
  if (trigger !== undefined || /\s/.test(typed)) return undefined;
  const folded = typed.toLowerCase();
  const labels = labelHelps.filter(({ word, isRare }) =>
    typed === '' ? !isRare : word.toLowerCase().startsWith(folded),
  );
  const speaking = people(() => beginning(peopleAt(log, line), folded), '');
  return {
    all: [
      ...labels.map((one) => proposalOf(one, abilities)),
      ...speaking.all.map((person) => ({ ...person, text: `${person.label}: ` })),
    ],
    at: start,
    // Only what is meant, so that no other word is taken for a name.
    isIncomplete: speaking.isIncomplete || typed !== '',
  };
}

function proposalOf({ word, argument, help }: LabelHelp, { documentedInMarkdown }: Abilities): Proposal {
  const kind = documentedInMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return {
    label: word,
    // Alone, these mean whoever types them.
    text: word.endsWith(':') ? `${word} ` : word,
    kind: CompletionItemKind.Keyword,
    detail: argument,
    documentation: { kind, value: help },
  };
}

/** The names that may follow a label. */
function behindLabel(log: MeetingLog, line: number, label: LabelLine, text: string): Found {
  const argument = text.slice(label.textStart);
  const nothing = { all: [], at: text.length };
  if (label.label === 'action') {
    if (/\s/.test(argument)) return nothing;
    const { all, isIncomplete } = people(() => peopleAt(log, line), argument);
    return { all: all.map((one) => ({ ...one, text: `${one.label} to ` })), isIncomplete, at: label.textStart };
  }
  if (!Object.hasOwn(roleOfLabel, label.label)) return nothing;
  const given = argument.split(',').map((name) => name.trim());
  const typed = argument.slice(argument.lastIndexOf(',') + 1).trimStart();
  given.pop();
  return {
    ...people(() => meant(log, line, label, new Set(given.map(nickKey))), typed),
    at: text.length - typed.length,
  };
}

/** Whom a label may be about: those who do not have the role yet; behind `-`, those who have it. */
function* meant(log: MeetingLog, line: number, { label, mark }: LabelLine, given: ReadonlySet<string>) {
  const role = roleOfLabel[label];
  const meeting = scribedMeetingAt(log, line);
  // Without what the line itself does, which is still being typed.
  const holders = meeting?.scribed && role ? namesWith(meeting.scribed, role, line - meeting.startLine - 1) : [];
  const having = new Set(holders.map(nickKey));
  const all = mark === '-' ? holders : peopleAt(log, line);
  for (const name of all) {
    const key = nickKey(name);
    if (!given.has(key) && (mark !== '+' || !having.has(key))) yield name;
  }
}

/** The people near a line, those in lists, and those for whom the scribe wrote. */
function* peopleAt(log: MeetingLog, line: number): Generator<string> {
  const seen = new Set<string>();
  for (const nick of nicksNear(log, line)) {
    seen.add(nickKey(nick));
    yield nick;
  }
  const scribed = scribedMeetingAt(log, line)?.scribed;
  for (const name of scribed ? speakersMinuted(scribed) : []) if (!seen.has(nickKey(name))) yield name;
}

function* beginning(names: Iterable<string>, folded: string): Generator<string> {
  for (const name of names) if (name.toLowerCase().startsWith(folded)) yield name;
}
