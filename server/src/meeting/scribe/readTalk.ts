import { folded } from './nameLists.js';
import { showRemark } from './readLabels.js';
import { saidIn, trimmedIn } from './record.js';
import { beginsWithLink, beginsWithUrl } from './scribeUrls.js';
import type { Line, Scribing } from './scribing.js';
import type { Rule, Shown, ShownKind } from './shown.js';

/* Talk: verbatim blocks, speeches, dots, narration, remarks. */

/** Empty lines, and lines in a verbatim block: nothing in these is understood. */
export function readVerbatim(state: Scribing, line: Line): Rule | undefined {
  const { record, isScribe } = line;
  const { text, nick } = record;
  if (/^ *$/.test(text)) return 'empty';
  const closing = state.open.get(nick);
  const trimmed = text.replace(/^ +/, '').trimEnd();
  if (closing === undefined) {
    if (trimmed !== '```' && trimmed !== '[[') return undefined;
    state.open.set(nick, trimmed === '[[' ? ']]' : trimmed);
    if (isScribe) state.show(line, 'verbatim', saidIn(record, 0, 0));
    return 'verbatim-start';
  }
  if (trimmed.endsWith(closing)) {
    state.open.delete(nick);
    return 'verbatim-end';
  }
  const above = isScribe ? state.lastBy(nick) : undefined;
  if (above) above.lines.push(saidIn(record));
  else state.show(line, isScribe ? 'verbatim' : 'verbatim-remark', saidIn(record));
  return 'verbatim-text';
}

/** Two dots or more, or an ellipsis, with what follows. */
const dots = /^ *(?:\.\.+|…) */;
/** Words that the scribe writes before a colon, and that are no speakers. */
const noSpeaker = /^ *(?:propos(?:ed|al)|issue-\d+|action-\d+|github) *[:：]/i;
const speaker = /^( *)((?:[^. :：">]|\.[^. :：">])[^ :：">]*) *[:：] */;

export function readTalk(state: Scribing, line: Line): Rule {
  return (
    readEscapes(state, line) ??
    readSpeech(state, line) ??
    readDots(state, line) ??
    (line.isScribe ? readNarration(state, line) : readRemark(state, line))
  );
}

/** `<nick> text` by that nick, and `\text`: the rest is talk, whatever it says. */
function readEscapes(state: Scribing, line: Line): Rule | undefined {
  const { record, isScribe } = line;
  const { text, nick } = record;
  const start = text.length - text.replace(/^ +/, '').length;
  const own = `<${nick}>`;
  if (folded(text.slice(start, start + own.length)) === folded(own)) {
    const end = text.indexOf('>', start) + 1;
    const kind = line.isFailedEdit ? 'failed-edit' : 'remark';
    state.show(line, kind, saidIn(record, text[end] === ' ' ? end + 1 : end));
    return 'nick-escape';
  }
  if (text[start] !== '\\') return undefined;
  state.show(line, isScribe ? 'narration' : 'remark', saidIn(record, start + 1));
  return isScribe ? 'backslash-by-scribe' : 'backslash';
}

function readSpeech(state: Scribing, line: Line): Rule | undefined {
  const { record, isScribe, isFailedEdit } = line;
  if (!isScribe || isFailedEdit || beginsWithUrl(record.text) || noSpeaker.test(record.text)) return undefined;
  const [whole, blanks = '', who] = speaker.exec(record.text) ?? [];
  if (whole === undefined || who === undefined) return undefined;
  if (blanks !== '' && state.options.allowSpaceContinuation) return undefined;
  state.lastSpeaker.set(record.nick, who);
  state.show(line, 'speech', saidIn(record, whole.length), { speaker: who });
  return 'speech';
}

/** Lines that go on: the scribe's with the last speaker, anybody's with the last thing of theirs. */
function readDots(state: Scribing, line: Line): Rule | undefined {
  const { record, isScribe, isFailedEdit } = line;
  const length = dots.exec(record.text)?.[0].length;
  const who = isScribe && !isFailedEdit ? state.lastSpeaker.get(record.nick) : undefined;
  const { implicitContinuations, allowSpaceContinuation } = state.options;
  const goesOn = implicitContinuations || (allowSpaceContinuation && record.text.startsWith(' '));
  if (who !== undefined && (length !== undefined || goesOn)) {
    const said = trimmedIn(record, length ?? 0);
    const above = state.shown.at(-1);
    if (above?.kind === 'speech' && above.speaker === who) above.lines.push(said);
    else state.show(line, 'speech', said, { speaker: who });
    return 'speech-continuation';
  }
  return length === undefined ? undefined : goOn(state, line, length);
}

const longer: ReadonlySet<ShownKind> = new Set(['topic', 'subtopic', 'action', 'resolution', 'issue', 'narration']);

/** Goes on with the last thing of the same person, however far up it is; scribe.perl takes the log's first if there is none. */
function goOn(state: Scribing, line: Line, length: number): Rule | undefined {
  const { record, isScribe } = line;
  const said = trimmedIn(record, length);
  const above = state.lastBy(record.nick) ?? firstOfAll(state);
  if (above && longer.has(above.kind)) above.lines.push(said);
  else if (isScribe) {
    state.show(line, 'narration', said);
    state.lastSpeaker.delete(record.nick);
  } else showRemark(state, line);
  return 'continuation';
}

/** What the first line of the log shows. */
function firstOfAll({ shown }: Scribing): Shown | undefined {
  return shown[0]?.index === 0 ? shown[0] : undefined;
}

/** A line of the scribe's own: `+1` is her vote, anything else is about the meeting and ends the last speaker's turn. */
function readNarration(state: Scribing, line: Line): Rule {
  const { record } = line;
  if (line.isFailedEdit) return readRemark(state, line);
  if (/^ *[-+]\d+(?:$|[^\p{L}\p{N}_])/u.test(record.text)) {
    readRemark(state, line);
    return 'scribe-vote';
  }
  state.show(line, 'narration', saidIn(record));
  if (beginsWithLink(record.text)) return 'scribe-link';
  state.lastSpeaker.delete(record.nick);
  return 'narration';
}

function readRemark(state: Scribing, line: Line): Rule {
  showRemark(state, line);
  return line.isFailedEdit ? 'failed-edit' : 'remark';
}
