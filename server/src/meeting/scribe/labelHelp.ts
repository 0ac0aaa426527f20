import type { LabelLine } from './labels.js';
import type { Rule } from './shown.js';

/** What a label does, for people. */
export interface LabelHelp {
  /** As it is typed, with its mark, and what follows it. */
  readonly word: string;
  readonly argument: string;
  /** The labels in lower case, and the marks, that mean this. */
  readonly labels: readonly string[];
  readonly marks: string;
  readonly help: string;
  /** Whether it is not proposed, since few need it. */
  readonly isRare?: true;
}

const lists = (label: string, labels: readonly string[], who: string, self: string): LabelHelp[] => [
  { word: `${label}+`, argument: 'names', labels, marks: '+', help: `Adds to ${who}: the names, or ${self}.` },
  { word: `${label}:`, argument: 'names', labels, marks: ':=', help: `Replaces ${who} by the names.` },
  { word: `${label}-`, argument: 'names', labels, marks: '-', help: `Removes the names from ${who}.`, isRare: true },
];

/** All labels, in the order in which they are proposed. */
export const labelHelps: readonly LabelHelp[] = [
  { word: 'Topic:', argument: 'title', labels: ['topic'], marks: ':', help: 'Begins a topic.' },
  {
    word: 'Subtopic:',
    argument: 'title',
    labels: ['subtopic', 'sub-topic'],
    marks: ':',
    help: 'Begins a subtopic of the current topic.',
  },
  {
    word: 'ACTION:',
    argument: 'name to do something',
    labels: ['action'],
    marks: ':',
    help: 'Records an action item for whoever is named before “to”.',
  },
  {
    word: 'RESOLVED:',
    argument: 'text',
    labels: ['resolved', 'resolution'],
    marks: ':',
    help: 'Records a decision.',
  },
  { word: 'ISSUE:', argument: 'text', labels: ['issue'], marks: ':', help: 'Records an issue.' },
  ...lists('present', ['present'], 'those present', 'whoever types it'),
  ...lists('regrets', ['regrets', 'regret'], 'those who sent regrets', 'whoever types it'),
  {
    word: 'scribe+',
    argument: 'nicks',
    labels: ['scribe', 'scribenick'],
    marks: '+',
    help: 'Adds scribes: the nicks, or whoever types it. What scribes type is minuted as what others say.',
  },
  {
    word: 'scribe:',
    argument: 'nicks',
    labels: ['scribe', 'scribenick'],
    marks: ':',
    help: 'Makes the nicks the scribes, and nobody else. What scribes type is minuted as what others say.',
  },
  {
    word: 'scribe-',
    argument: 'nicks',
    labels: ['scribe', 'scribenick'],
    marks: '-',
    help: 'Ends the scribing of the nicks, or of whoever types it.',
    isRare: true,
  },
  ...lists('chair', ['chair', 'chairs'], 'the chairs', 'whoever types it'),
  { word: 'Meeting:', argument: 'title', labels: ['meeting'], marks: ':', help: 'Sets the title of the meeting.' },
  { word: 'Agenda:', argument: 'URL', labels: ['agenda'], marks: ':', help: 'Links to the agenda.' },
  {
    word: 'Date:',
    argument: 'day month year',
    labels: ['date'],
    marks: ':',
    help: 'Sets the date of the meeting, such as 14 Mar 2031.',
  },
  {
    word: 'Previous meeting:',
    argument: 'URL',
    labels: ['previous meeting'],
    marks: ':',
    help: 'Links to the minutes of the previous meeting.',
  },
  {
    word: 'Next meeting:',
    argument: 'URL',
    labels: ['next meeting'],
    marks: ':',
    help: 'Links to the page of the next meeting.',
  },
  {
    word: 'repo:',
    argument: 'owner/name',
    labels: ['repo', 'repos', 'repository', 'repositories'],
    marks: ':+',
    help: 'Names the GitHub repository whose issues are meant by #12.',
    isRare: true,
  },
  {
    word: 'repo-',
    argument: 'owner/name',
    labels: ['repo', 'repos', 'repository', 'repositories'],
    marks: '-',
    help: 'Forgets a GitHub repository.',
    isRare: true,
  },
  {
    word: 'Slideset:',
    argument: 'URL',
    labels: ['slideset', 'slides'],
    marks: ':',
    help: 'Links to slides; [slide 2] then links to one of them.',
    isRare: true,
  },
  {
    word: 'Recording:',
    argument: 'URL',
    labels: ['recording'],
    marks: ':',
    help: 'Links to a recording of the meeting.',
    isRare: true,
  },
  {
    word: 'NamedAnchorHere:',
    argument: 'name',
    labels: ['namedanchorhere'],
    marks: ':',
    help: 'Makes this place of the minutes the target of links.',
    isRare: true,
  },
];

/** What a label does with its mark; undefined if it does nothing. */
export function labelHelp({ label, mark }: Pick<LabelLine, 'label' | 'mark'>): LabelHelp | undefined {
  return labelHelps.find((one) => one.labels.includes(label) && one.marks.includes(mark));
}

const byLabel =
  /^(?:present|regrets|chair|scribe|repo|slideset|recording|topic|subtopic|action|resolution|issue|agenda|meeting|previous-meeting|next-meeting|date|named-anchor)(?!-(?:vote|link)$)(?:-|$)/;

/** Whether a line is read by its label. */
export function isByLabel(rule: Rule): boolean {
  return byLabel.test(rule) || rule === 'meeting-link-without-url';
}

/** Why the label of a line does nothing there, or does something else; undefined if it does what it should. */
export const labelFaults: Partial<Readonly<Record<Rule, string>>> = {
  'scribe-empty': 'Ignored here: no nick follows.',
  'chair-empty': 'Ignored here: no name follows.',
  'scribe-real-name': 'Here it only adds a name to the list of all scribes: what follows is not a nick.',
  'agenda-without-url': 'Ignored here: what follows is not a URL alone.',
  'meeting-link-without-url': 'Ignored here: what follows is not a URL alone.',
  'slideset-clear': 'Here it forgets the slides: no URL follows.',
  'recording-clear': 'Here it forgets the recording: no URL follows.',
};
