import type { LineKind, LogLine } from '../logLine.js';
import { dot, isEventMark } from './characters.js';
import { endOfText } from './times.js';

/*
 * What clients write about joins, quits and the like: nearly the same words in every layout. Each pattern is matched at an offset
 * of the line; its first group is what precedes the nick, its second the nick.
 */

const who = String.raw`[^\s()[\]<>*]{1,64}`;
const someHost = String.raw`[([][^)\]]{0,300}[)\]]`;
const host = `(?: ?${someHost})?`;

interface Phrase {
  readonly kind: LineKind;
  readonly pattern: RegExp;
}

function phrase(kind: LineKind, before: string, nick: string, after: string): Phrase {
  return { kind, pattern: new RegExp(`(${before})(${nick})(?:${after})`, 'y') };
}

/** Words that only a client uses. */
const sure: readonly Phrase[] = [
  phrase('nick', '', who, String.raw` (?:is|are) now known as (?=\S{1,64}\s*$)`),
  phrase(
    'nick',
    '',
    who,
    String.raw` (?:has )?changed (?:(?:his|her|their|the) )?(?:display )?(?:nick|name|nickname) to (?=\S{1,64}\s*$)`,
  ),
  phrase('nick', '', who, String.raw` → (?=\S{1,64}\s*$)`),
  phrase('nick', 'Nick change: ', who, String.raw` -> (?=\S{1,64}\s*$)`),
  phrase('join', 'Joins: ', who, String.raw`\b`),
  phrase('join', '', who, `${host} has joined(?: |\\.|$)`),
  phrase('quit', 'Quits: ', who, String.raw`\b`),
  phrase('quit', '', who, `${host} has (?:quit|signed off|left (?:irc|this server))(?:[ :.,]|$)`),
  phrase('part', 'Parts: ', who, String.raw`\b`),
  phrase('part', '', who, `${host} has (?:left|parted)(?: |\\.|$)`),
  phrase('join', '', who, ` ?${someHost} joined(?: |\\.|$)`),
  phrase('quit', '', who, ` ?${someHost} (?:quit|left irc)(?:[ :.,]|$)`),
  phrase('part', '', who, ` ?${someHost} (?:left|parted)(?: |\\.|$)`),
  phrase('topic', '', who, ' (?:(?:has )?changed|sets?) the (?:channel )?topic'),
  phrase('topic', '', '', 'Topic (?:for|changed on|set by) '),
  phrase(
    'mode',
    '',
    who,
    ' (?:sets mode:|has changed mode:|gives channel operator status|removes channel operator status)',
  ),
  phrase('mode', '', '', String.raw`(?:Server)?[Mm]ode[/ ][#&+]|#\S{1,64}: mode change `),
];

const channel = String.raw`[#&+!]\S{1,64}`;

/** Words that only a client uses, behind a time or its mark: they name no one who speaks. */
const notes: readonly Phrase[] = [
  phrase('join', '', '', `Now talking (?:on|in) ${channel}`),
  phrase('topic', '', '', `Topic (?:is|for|on) (?=['"“#&+!])|Topic: |Set by \\S{1,64} on `),
  phrase(
    'notice',
    '',
    '',
    String.raw`\[(?:Users|Names|Nicks) ${channel}\]|(?:\[[ @+%&~!•][^\s[\]]{1,64} {0,32}\] {0,2}){1,64}$`,
  ),
  phrase(
    'notice',
    '',
    '',
    `(?:Users|Names|Nicks) (?:(?:on|in|of|for) )?${channel}[: ]|Channel ${channel}: |End of /?NAMES|Total of \\d`,
  ),
  phrase(
    'notice',
    '',
    '',
    String.raw`(?:Disconnected|Connected|Reconnected|Disconnecting|Connecting|Reconnecting)(?: ?\(| (?:from|to) |[.:…]|$)`,
  ),
  phrase(
    'notice',
    '',
    '',
    `Irssi: |Logfile started|Attempting to |Retrieving ${channel}|Looking up \\S|(?:Rejoined|You (?:have )?(?:joined|rejoined|left)) channel `,
  ),
];

/** Words that name an event only if the client marked the line as its own. */
const loose: readonly Phrase[] = [
  phrase('join', '', who, `${host} joined(?: |\\.|$)`),
  phrase('join', '', '', '(?:You have )?[Jj]oined channel |Now talking (?:on|in) |Join to '),
  phrase('quit', '', who, `${host} (?:quit|signed off)(?:[ :.,]|$)`),
  phrase('part', '', who, `${host} (?:left|parted)(?: |\\.|$)`),
  phrase('topic', '', '', 'Topic (?:is )?|topic:'),
  phrase('mode', '', who, String.raw` (?:gives|removes|set|sets|changed) (?:voice|half-op|mode)\b`),
];

/** All of them. */
export const phrases: readonly Phrase[] = [...sure, ...notes, ...loose];

type ClientEvent = Pick<LogLine, 'kind' | 'nick' | 'nickStart' | 'nickEnd' | 'textStart' | 'textEnd'>;

/** The event that a text describes, starting at an offset; undefined if these are not a client's words. */
export function knownEvent(text: string, at: number): ClientEvent | undefined {
  return eventIn(sure, text, at) ?? (at > 0 ? eventIn(notes, text, at) : undefined);
}

function eventIn(phrases: readonly Phrase[], text: string, at: number): ClientEvent | undefined {
  for (const { kind, pattern } of phrases) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const [whole, before = '', nick = ''] = match;
    if (isEventMark(nick, 0, nick.length)) continue;
    const nickStart = at + before.length;
    const nickEnd = nickStart + nick.length;
    const textStart = kind === 'nick' ? at + whole.length : nickEnd;
    const end = endOfText(text);
    // A full stop ends the sentence; no nick has one.
    const textEnd = kind === 'nick' && text.charCodeAt(end - 1) === dot ? end - 1 : end;
    return { kind, nick, nickStart, nickEnd, textStart, textEnd: Math.max(textStart, textEnd) };
  }
  return undefined;
}

const ownNote = / has (?:(joined|left) [#&+!]|changed the topic to: )/y;

/**
 * What a message that begins at an offset tells if it says only that its speaker joined, left or changed the topic: so a bot logs
 * that itself, with the nick before it and again in the text. Undefined for other messages.
 */
export function ownNoteAt(text: string, nickStart: number, nickEnd: number, at: number): LineKind | undefined {
  // Most texts do not begin like the nick.
  if (text.charCodeAt(at) !== text.charCodeAt(nickStart)) return undefined;
  if (!text.startsWith(text.slice(nickStart, nickEnd), at)) return undefined;
  ownNote.lastIndex = at + nickEnd - nickStart;
  const match = ownNote.exec(text);
  if (!match) return undefined;
  const [, word] = match;
  return word === 'joined' ? 'join' : word === 'left' ? 'part' : 'topic';
}

/**
 * The event that a text describes, starting at an offset, in any words: everything that a client marks as its own is at least a
 * notice.
 */
export function anyEvent(text: string, at: number): ClientEvent {
  const textEnd = Math.max(at, endOfText(text));
  return (
    knownEvent(text, at) ??
    eventIn(loose, text, at) ?? { kind: 'notice', nick: '', nickStart: at, nickEnd: at, textStart: at, textEnd }
  );
}
