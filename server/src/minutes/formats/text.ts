import { marked } from '../bugCompatible/originalWrap.js';
import { generatedBy } from '../generator.js';
import { allActions, type Minutes, type MinutesItem, nickAndTime } from '../minutes.js';
import type { Talk } from '../scribe/discussion.js';
import type { ListedPerson } from '../scribe/namesPresent.js';
import { plainLine } from '../scribe/plainPieces.js';
import type { WriterOptions } from '../writer.js';
import {
  ending,
  type FormatStyle,
  isNamedByBots,
  isTalk,
  opening,
  originalStyle,
  ourStyle,
  plainTalk,
  type SummaryEntry,
  summaryBlocks,
} from './shared.js';
import { codePoints, wrap } from './wrap.js';

interface TextStyle extends FormatStyle {
  /** Wraps the opening paragraph, or marks it to be wrapped with the document. */
  readonly filledOpening: (paragraph: string) => string;
  readonly actionItems: (minutes: Minutes) => string | undefined;
}

const original: TextStyle = {
  ...originalStyle,
  filledOpening: marked,
  // MeetBot forgets to print this block.
  actionItems: () => undefined,
};
const ours: TextStyle = { ...ourStyle, filledOpening: (paragraph) => wrap(paragraph, '', ''), actionItems };

/** MeetBot's plain text: blocks separated by three empty lines, wrapped at 72 columns. Nothing is escaped. */
export function writeText(minutes: Minutes, { bugCompatible }: WriterOptions): string {
  const style = bugCompatible ? original : ours;
  const blocks = [
    heading(minutes, style),
    information(minutes, style),
    summary(minutes, style),
    ending(minutes),
    style.actionItems(minutes),
    byPerson(minutes, style),
    ...people(minutes, style),
    generatedBy,
  ];
  return style.filled(blocks.filter((block) => block !== undefined).join('\n\n\n\n'));
}

function heading(minutes: Minutes, { filledOpening }: TextStyle): string {
  const { title } = minutes;
  const rule = '='.repeat(codePoints(title));
  return `${rule}\n${title}\n${rule}\n\n\n${filledOpening(opening(minutes))}`;
}

function information(minutes: Minutes, { facts }: TextStyle): string | undefined {
  const lines = facts(minutes).map(({ name, text }) => wrap(`* ${name}: ${text}`, '', '  '));
  return lines.length > 0 ? section('Meeting information', lines) : undefined;
}

function summary(minutes: Minutes, style: TextStyle): string {
  const said = (item: MinutesItem) => `${label(item)}${style.textOf(item)}  (${nickAndTime(item.nick, item)})`;
  const entry = ({ shown, depth }: SummaryEntry) => {
    const indent = '  '.repeat(depth);
    if (typeof shown !== 'string' && isTalk(shown)) return talk(shown, indent);
    return wrap(`* ${typeof shown === 'string' ? shown : said(shown)}`, indent, `${indent}  `);
  };
  const lines = summaryBlocks(minutes, style).flatMap((block, index) => [
    ...(index > 0 ? [''] : []),
    ...block.map(entry),
  ]);
  return section('Meeting summary', lines);
}

/** What was said: each line that goes on begins below the first; verbatim lines keep their spaces. */
function talk(said: Talk, indent: string): string {
  const below = `${indent}  `;
  if (said.tone === 'verbatim') {
    const lines = said.lines.map(plainLine);
    return [said.lead ?? [], lines]
      .flat()
      .map((line, index) => `${index > 0 ? below : `${indent}* `}${line}`)
      .join('\n');
  }
  const [first = '', ...more] = plainTalk(said);
  return [wrap(`* ${first}`, indent, below), ...more.map((line) => wrap(line, below, below))].join('\n');
}

function label(item: MinutesItem): string {
  return isNamedByBots(item) ? `${item.type}: ` : '';
}

function actionItems(minutes: Minutes): string {
  const lines = allActions(minutes).map(({ text }) => wrap(`* ${text}`, '', '  '));
  return section('Action items', lines.length > 0 ? lines : ['* (none)']);
}

function byPerson(minutes: Minutes, { actionLists }: TextStyle): string | undefined {
  const { assigned, unassigned } = actionLists(minutes);
  const lines = assigned.flatMap(({ nick, actions }) => [`* ${nick}`, ...actions.map(below)]);
  if (unassigned.length > 0) lines.push('* **UNASSIGNED**', ...unassigned.map(below));
  return lines.length > 0 ? section('Action items, by person', lines) : undefined;
}

function below({ text }: MinutesItem): string {
  return wrap(`* ${text}`, '  ', '    ');
}

function people(minutes: Minutes, style: TextStyle): (string | undefined)[] {
  const { present, others, othersTitle } = style.people(minutes);
  const entry = ({ nick, lines }: ListedPerson) => `* ${nick}${lines === undefined ? '' : ` (${lines})`}`;
  return [
    present.length > 0 || style.emptySections ? section('People present (lines said)', present.map(entry)) : undefined,
    others.length > 0 ? section(othersTitle, others.map(entry)) : undefined,
  ];
}

function section(title: string, lines: readonly string[]): string {
  return [title, '-'.repeat(title.length), '', ...lines].join('\n');
}
