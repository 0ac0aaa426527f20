import { marked } from '../bugCompatible/originalWrap.js';
import { isBlank } from '../escape/clean.js';
import type { Door } from '../escape/markup.js';
import { filledRst, type Rst, rst, rstHeading, rstTarget } from '../escape/rstDoor.js';
import { originalRst, unescapedDoor } from '../escape/unescaped.js';
import { generatedBy } from '../generator.js';
import { pageAddress, pageUrl } from '../logFile.js';
import { allActions, atTime, type Minutes, type MinutesItem } from '../minutes.js';
import type { ListedPerson } from '../scribe/namesPresent.js';
import type { WriterOptions } from '../writer.js';
import { type ReferenceStyle, References } from './rstReferences.js';
import {
  ending,
  type FormatStyle,
  isNamedByBots,
  isTalk,
  listsWithoutSingle,
  originalStyle,
  ourStyle,
  plainTalk,
  type SummaryEntry,
  startNote,
  summaryBlocks,
  visibleTitle,
} from './shared.js';
import { codePoints } from './wrap.js';

/** How texts and names are written in the document. */
interface RstStyle extends FormatStyle, ReferenceStyle {
  /** A text as plain text. */
  readonly plain: (said: string) => Rst;
  /** The text of an item. */
  readonly said: (item: MinutesItem) => Rst;
  readonly title: (said: string) => Rst;
  readonly owner: (nick: string) => Rst;
  /** Wraps the opening paragraph, or marks it to be wrapped with the document. */
  readonly opening: (paragraph: Rst) => Rst;
  readonly topic: (said: string) => Rst;
}

const raw: Door<'rst'> = unescapedDoor();

/** MeetBot escapes an underscore at the end of a word and nothing else. */
const original: RstStyle = {
  ...originalStyle,
  actionLists: listsWithoutSingle,
  plain: (said) => originalRst`${said}`,
  // MeetBot does not escape what it links: the URL, or without one, the first word.
  said: ({ text, link }) =>
    link ? rst`${original.plain(link.prefix)}${raw`${link.url}`}${original.plain(link.suffix)}` : original.plain(text),
  title(said) {
    const rule = '='.repeat(codePoints(said));
    return raw`${rule}\n${said}\n${rule}`;
  },
  // MeetBot escapes nothing here.
  owner: (nick) => raw`${nick}`,
  opening: (paragraph) => raw`${marked(String(paragraph))}`,
  // Docutils does not treat a space between stars as markup.
  topic: (said) => (said === '' ? rst`** **` : rst`**${original.plain(said)}**`),
  name: (nick, when) => raw`${original.key(nick, when)}`,
  key: (nick, when) => `${nick}${nick.endsWith('_') ? '' : '-'}${when}`,
  reference: (name) => rst`${name}_`,
  target: (name, address) => rst`.. _${name}: ${address}`,
  address(log, anchor) {
    const address = pageAddress(log);
    return address === undefined ? undefined : raw`${address}${anchor === undefined ? '' : `#l-${anchor}`}`;
  },
};

const ours: RstStyle = {
  ...ourStyle,
  plain: (said) => rst`${said}`,
  said: ({ text }) => ours.plain(text),
  title: (said) => rstHeading(ours.plain(visibleTitle(said).replace(/\s+/g, ' ')), '=', 'between'),
  owner: (nick) => rst`${nick}`,
  opening: filledRst,
  topic: (said) => (isBlank(said) ? rst`(no title)` : rst`**${ours.plain(said)}**`),
  name: (nick, when) => rst`${nick}-${when}`,
  // Docutils ignores case and whitespace in names.
  key: (nick, when) => `${nick}-${when}`.toLowerCase().replace(/\s+/g, ' ').trim(),
  reference: (name) => rst`\`${name}\`_`,
  target: (name, address) => rst`.. _\`${name}\`: ${address}`,
  address(log, anchor) {
    const address = pageUrl(log, anchor);
    return address === undefined ? undefined : rstTarget(address);
  },
};

/** MeetBot's reStructuredText: blocks separated by four empty lines, with a target for each item at the end of the summary. */
export function writeRst(minutes: Minutes, { bugCompatible }: WriterOptions): string {
  const style = bugCompatible ? original : ours;
  const references = new References(style);
  const items = summary(minutes, style, references);
  const information = meetingInformation(minutes, style);
  const head = rst`${heading(minutes, style)}\n\n\n\n${information}Meeting summary\n---------------\n${items}`;
  const actions = allActions(minutes).map(({ text }) => listed(style.plain(text)));
  const { present, others, othersTitle } = style.people(minutes);
  const person = ({ nick, lines }: ListedPerson) =>
    rst`* ${style.plain(nick)}${lines !== undefined && rst` (${lines})`}`;
  const blocks = [
    rst`${head}${references.targets(minutes)}\n\n${style.plain(ending(minutes))}`,
    section('Action Items', actions, style),
    section('Action Items, by person', byPerson(minutes, style), style),
    section('People Present (lines said)', present.map(person), style),
    others.length > 0 && section(othersTitle, others.map(person), style),
    rst`${generatedBy}\n`,
  ];
  return style.filled(String(rst.join(blocks.filter(Boolean), rst`\n\n\n\n\n`)));
}

/** What a scribe's meeting says about itself; empty if no one scribed. */
function meetingInformation(minutes: Minutes, { facts, plain }: RstStyle): Rst | undefined {
  const entries = facts(minutes).map(({ name, text }) => listed(rst`${name}: ${plain(text)}`));
  if (entries.length === 0) return undefined;
  return rst`${rstHeading(rst`Meeting information`, '-', 'under')}\n${rst.join(entries, rst`\n\n`)}\n\n\n\n`;
}

function heading(minutes: Minutes, { title, owner, plain, opening, address }: RstStyle): Rst {
  const { start, log } = minutes;
  const time = atTime(start, minutes);
  const who = minutes.owner === null ? rst`The log begins` : rst`Meeting started by ${owner(minutes.owner)}`;
  const logs = address(log);
  const full = logs && rst` The \`full logs\`_ are available.`;
  // The door drops spaces around a value.
  const note = startNote(minutes) && rst` ${startNote(minutes).trim()}`;
  const paragraph = rst`${who}${time && rst` ${plain(time.trim())}`}.${note}${full}`;
  return rst`${title(minutes.title)}\n\n\n${opening(paragraph)}${logs && rst`\n\n.. _\`full logs\`: ${logs}`}`;
}

function summary(minutes: Minutes, style: RstStyle, references: References): Rst {
  const entry = ({ shown, depth, isTopic }: SummaryEntry) => {
    if (typeof shown !== 'string' && isTalk(shown))
      return listed(rst`${plainTalk(shown).join(' ')}`, '  '.repeat(depth));
    const text =
      typeof shown === 'string'
        ? rst`**${shown}**`
        : rst`${isTopic ? style.topic(style.textOf(shown)) : styled(shown, style)}  (${references.to(shown, minutes.log)})`;
    return listed(text, '  '.repeat(depth));
  };
  const blocks = summaryBlocks(minutes, style).map((block) => rst.join(block.map(entry), rst`\n\n`));
  return rst.join(blocks, rst`\n\n\n\n`);
}

/** A list entry. */
function listed(text: Rst, indent = ''): Rst {
  return filledRst(rst`* ${text}`, indent, `${indent}  `);
}

function styled(item: MinutesItem, { said }: RstStyle): Rst {
  return isNamedByBots(item) ? rst`*${item.type}*: ${said(item)}` : said(item);
}

function byPerson(minutes: Minutes, { actionLists, plain }: RstStyle): Rst[] {
  const { assigned, unassigned } = actionLists(minutes);
  const below = ({ text }: MinutesItem) => listed(plain(text), '  ');
  const lists = assigned.flatMap(({ nick, actions }) => [rst`* ${plain(nick)}`, ...actions.map(below)]);
  if (unassigned.length > 0) lists.push(rst`* **UNASSIGNED**`, ...unassigned.map(below));
  return lists;
}

function section(title: string, lines: readonly Rst[], { emptySections }: RstStyle): Rst | undefined {
  if (lines.length === 0 && !emptySections) return undefined;
  return rst`${rstHeading(rst`${title}`, '-', 'under')}\n${rst.join(lines, rst`\n\n`)}`;
}
