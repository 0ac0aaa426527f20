import { queueKeeper, recorder, repositoryForgotten, repositoryUsed } from '../dialects/scribeBots.js';
import type { LabelLine, Mark } from './labels.js';
import { namesIn } from './nameLists.js';
import { type ChatRecord, type Said, saidIn, trimmedIn } from './record.js';
import { type Role, scribeList } from './roster.js';
import { firstUrl, isUrl } from './scribeUrls.js';
import type { Line, LinkName, Scribing } from './scribing.js';
import type { Rule } from './shown.js';

/* What labels do. A label that is not read in the form in which it is typed is left to later rules. */

type LabelReader = (state: Scribing, line: Line, typed: LabelLine) => Rule | undefined;

/** The place of what follows a label, without spaces around it. */
function argument({ record }: Line, { textStart, text }: LabelLine): Said {
  return saidIn(record, textStart, textStart + text.length);
}

/** Those present, or not: set, added, removed. Without names, whoever speaks is added. */
function listReader(role: 'present' | 'regrets'): LabelReader {
  const isSet = (mark: Mark) => mark === ':' || (mark === '=' && role === 'present');
  const set: LabelReader = ({ roster, options }, { record }, { text }) => {
    const names = role === 'present' && text === '(no one)' ? [] : namesIn(text);
    if (record.nick !== queueKeeper || options.useZakimTopics) roster.set(role, names, record);
    return `${role}-set`;
  };
  return (state, line, typed) => {
    const { mark, text } = typed;
    if (isSet(mark)) return set(state, line, typed);
    if (mark === '=') return undefined;
    if (mark === '-') state.roster.remove(role, namesIn(text), line.record);
    else state.roster.add(role, text === '' ? [line.record.nick] : namesIn(text), line.record);
    if (mark === '-') return `${role}-remove`;
    return text === '' ? `${role}-add-self` : `${role}-add`;
  };
}

const chair: LabelReader = ({ roster }, { record }, { mark, text }) => {
  if (mark === '=') return undefined;
  const names = text === '' ? [record.nick] : namesIn(text);
  if (mark === '-') {
    roster.remove('chair', names, record);
    return text === '' ? 'chair-remove-self' : 'chair-remove';
  }
  if (mark === '+') {
    roster.add('chair', names, record);
    return text === '' ? 'chair-add-self' : 'chair-set-or-add';
  }
  if (text === '') return 'chair-empty';
  roster.set('chair', names, record);
  return 'chair-set-or-add';
};

const scribe: LabelReader = ({ roster }, { record }, { label, mark, text }) => {
  if (mark === '=') return undefined;
  if (text === '') return scribeAlone(roster, record, mark);
  if (mark === '-') {
    roster.removeScribes(text, record);
    return 'scribe-remove';
  }
  const list = scribeList(text);
  if (list && mark === ':') roster.setScribes(list, record);
  else if (list) roster.addScribes(list, record);
  if (list) return 'scribe-set-or-add';
  if (label !== 'scribe' || mark !== ':') return undefined;
  roster.addScribeName(text);
  return 'scribe-real-name';
};

function scribeAlone(roster: Scribing['roster'], record: ChatRecord, mark: string): Rule {
  if (mark === ':') return 'scribe-empty';
  if (mark === '-') roster.removeScribes(record.nick, record);
  else roster.addScribes([{ nick: record.nick, real: undefined }], record);
  return mark === '-' ? 'scribe-remove-self' : 'scribe-add-self';
}

/** A label that shows what follows it as something. */
function showing(kind: 'topic' | 'subtopic' | 'action' | 'resolution' | 'issue'): LabelReader {
  return (state, line, typed) => {
    if (typed.mark !== ':') return undefined;
    state.show(line, kind, argument(line, typed));
    return kind;
  };
}

const repositories: LabelReader = (state, line, typed) => {
  if (typed.mark === '=') return undefined;
  if (typed.mark !== '-') {
    state.show(line, 'repo', argument(line, typed));
    return 'repo-add';
  }
  if (typed.text === '') return undefined;
  state.show(line, 'repo-drop', saidIn(line.record, typed.textStart));
  return 'repo-remove';
};

const slides: LabelReader = (state, line, typed) => {
  if (typed.mark !== ':') return undefined;
  const url = firstUrl(typed.text)?.url;
  state.slides = url;
  if (url !== undefined) {
    state.show(line, 'slideset', saidIn(line.record, typed.textStart));
    return 'slideset';
  }
  if (line.isScribe) state.show(line, 'narration', state.whole(line.record));
  else showRemark(state, line);
  return 'slideset-clear';
};

const recording: LabelReader = (state, line, typed) => {
  if (typed.mark !== ':') return undefined;
  const url = firstUrl(typed.text)?.url;
  state.recording = url === undefined ? undefined : { url, text: saidIn(line.record, typed.textStart) };
  if (url !== undefined) return 'recording-url';
  if (line.isScribe) state.show(line, 'narration', state.whole(line.record));
  else showRemark(state, line);
  return 'recording-clear';
};

/** An address, and nothing else; with anything else, the line is a remark. */
function linking(name: LinkName, rule: Rule, otherwise: Rule): LabelReader {
  return (state, line, { mark, text }) => {
    if (mark !== ':') return undefined;
    if (!isUrl(text)) {
      showRemark(state, line);
      return otherwise;
    }
    state.links.set(name, { url: text, line: line.record.line });
    return rule;
  };
}

const title: LabelReader = (state, line, typed) => {
  if (typed.mark !== ':') return undefined;
  state.title = argument(line, typed);
  return 'meeting';
};

const writtenDate = /^\d+ [\p{L}\p{N}_]+ \d+/u;

const date: LabelReader = (state, { record }, { mark, text, textStart }) => {
  const written = mark === ':' ? writtenDate.exec(text)?.[0] : undefined;
  if (written === undefined) return undefined;
  state.date = saidIn(record, textStart, textStart + written.length);
  return 'date';
};

const reserved = new Set(['toc', 'meeting', 'links', 'attendees', 'ActionSummary', 'ResolutionSummary']);

const anchor: LabelReader = (state, line, typed) => {
  if (typed.mark !== ':') return undefined;
  const name = typed.text.replaceAll(' ', '_');
  if (name === '' || reserved.has(name) || state.anchors.has(name)) showRemark(state, line);
  else {
    state.anchors.add(name);
    state.show(line, 'anchor', argument(line, typed), { data: name });
  }
  return 'named-anchor';
};

/** A line that nothing else takes, as it stands. */
export function showRemark(state: Scribing, line: Line): void {
  state.show(line, line.isFailedEdit ? 'failed-edit' : 'remark', state.whole(line.record));
}

/** Labels that everybody's lines are read for, before those of bots. */
const early: Readonly<Record<string, LabelReader>> = {
  present: listReader('present'),
  regret: listReader('regrets'),
  regrets: listReader('regrets'),
  repo: repositories,
  repos: repositories,
  repository: repositories,
  repositories,
  slideset: slides,
  slides,
  recording,
  topic: showing('topic'),
  subtopic: showing('subtopic'),
  'sub-topic': showing('subtopic'),
};

/** Labels that the recorder's own lines are not read for. */
const late: Readonly<Record<string, LabelReader>> = {
  action: showing('action'),
  resolved: showing('resolution'),
  resolution: showing('resolution'),
  issue: showing('issue'),
  agenda: linking('agenda', 'agenda', 'agenda-without-url'),
  meeting: title,
  'previous meeting': linking('previous', 'previous-meeting', 'meeting-link-without-url'),
  'next meeting': linking('next', 'next-meeting', 'meeting-link-without-url'),
  chair,
  chairs: chair,
  date,
  scribe,
  scribenick: scribe,
};

/** The last of the labels, behind all that is said by bots and to them. */
const last: Readonly<Record<string, LabelReader>> = { namedanchorhere: anchor };

/** The labels that are read, in lower case. */
export const knownLabels: readonly string[] = [early, late, last].flatMap((table) => Object.keys(table));

/** The roles that labels give. */
export const roleOfLabel: Readonly<Record<string, Role>> = {
  present: 'present',
  regret: 'regrets',
  regrets: 'regrets',
  chair: 'chair',
  chairs: 'chair',
  scribe: 'scribe',
  scribenick: 'scribe',
};

function readerIn(table: Readonly<Record<string, LabelReader>>) {
  return (state: Scribing, line: Line): Rule | undefined => {
    const { label: typed } = line;
    const reader = typed && Object.hasOwn(table, typed.label) ? table[typed.label] : undefined;
    return typed && reader?.(state, line, typed);
  };
}

const readEarlyLabel = readerIn(early);
const readLateLabel = readerIn(late);
const readLastLabel = readerIn(last);

export function readEarly(state: Scribing, line: Line): Rule | undefined {
  return (
    readEarlyLabel(state, line) ??
    readRepositoryWords(state, line) ??
    readSlide(state, line) ??
    readRecordingTime(state, line)
  );
}

export function readLate(state: Scribing, line: Line): Rule | undefined {
  return line.record.nick === recorder ? undefined : (readBareAction(state, line) ?? readLateLabel(state, line));
}

export { readLastLabel };

/** `gb, use owner/repo` and `gb, forget owner/repo`. */
function readRepositoryWords(state: Scribing, line: Line): Rule | undefined {
  const { record } = line;
  const used = repositoryUsed.exec(record.text)?.[0].length;
  const forgotten = used === undefined ? repositoryForgotten.exec(record.text)?.[0].length : undefined;
  if (used !== undefined) state.show(line, 'repo', trimmedIn(record, used));
  else if (forgotten !== undefined) state.show(line, 'repo-drop', saidIn(record, forgotten));
  else return undefined;
  return used === undefined ? 'repo-remove' : 'repo-add';
}

const slideNumber = /^ *\[ *slide *(\d+) *\] *$/i;

function readSlide(state: Scribing, line: Line): Rule | undefined {
  const { record } = line;
  const number = state.slides === undefined ? undefined : slideNumber.exec(record.text)?.[1];
  if (state.slides === undefined || number === undefined) return undefined;
  const at = record.text.indexOf(number);
  const page = state.slides.includes('.pdf') ? 'page=' : '';
  state.show(line, 'slide', saidIn(record, at, at + number.length), { data: `${state.slides}#${page}${number}` });
  return 'slide';
}

const recordingTime = /^ *recording +(?:(is +starting|starts)|(ends)|(?:(start)|end)(?:ed|s) +at +[:：](\d\d))[. ]*$/i;

/** When a recording starts or ends: now, or at a minute near by. */
function readRecordingTime(state: Scribing, { record }: Line): Rule | undefined {
  const [whole, starting, ends, start, minute] = recordingTime.exec(record.text) ?? [];
  if (whole === undefined) return undefined;
  const time = minute === undefined ? record.time : atMinute(record.time, Number(minute));
  const isStart = starting !== undefined || start !== undefined;
  if (isStart) state.recordingStart = time ?? state.recordingStart;
  else state.recordingEnd = time ?? state.recordingEnd;
  if (ends !== undefined) return 'recording-end-now';
  if (starting !== undefined) return 'recording-start-now';
  return isStart ? 'recording-start-at' : 'recording-end-at';
}

/** The last time before another at a minute of an hour. */
function atMinute(time: number | undefined, minute: number): number | undefined {
  return time === undefined ? undefined : 3600 * Math.floor((time - 60 * minute) / 3600) + 60 * minute;
}

const bareAction = /^ *action +/i;

/** `action bob to do something`: without a colon behind the label, but with one, or ` to `, somewhere. */
function readBareAction(state: Scribing, line: Line): Rule | undefined {
  const { record } = line;
  const start = bareAction.exec(record.text)?.[0].length;
  if (start === undefined || /^[:：]/.test(record.text.slice(start))) return undefined;
  if (!/ to |[:：]/.test(record.text.slice(start))) return undefined;
  state.show(line, 'action', trimmedIn(record, start));
  return 'action';
}
