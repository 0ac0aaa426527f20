import { marked } from '../bugCompatible/originalWrap.js';
import { isBlank } from '../escape/clean.js';
import type { Door, Markup } from '../escape/markup.js';
import { unescapedDoor } from '../escape/unescaped.js';
import { mediaWiki, pmWiki } from '../escape/wikiDoor.js';
import { generatedBy } from '../generator.js';
import { allActions, type Minutes, type MinutesItem, nickAndTime } from '../minutes.js';
import type { ListedPerson } from '../scribe/namesPresent.js';
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

/** The headings of a wiki. */
interface WikiHeadings<F extends string> {
  readonly title: (text: Markup<F>) => Markup<F>;
  readonly section: (text: Markup<F>) => Markup<F>;
}

interface WikiStyle<F extends string> extends FormatStyle, WikiHeadings<F> {
  /** How the wiki's markup is written, and escapes chat text. */
  readonly page: Door<F>;
  /** The paragraph that says where the log is. */
  readonly opening: (paragraph: Markup<F>) => Markup<F>;
  /** The heading of unassigned actions. */
  readonly unassigned: Markup<F>;
  /** A text, or a replacement if it has nothing visible. */
  readonly orElse: (said: string, none: string) => string;
}

function original<F extends string>(headings: WikiHeadings<F>): WikiStyle<F> {
  const page = unescapedDoor<F>();
  return {
    ...originalStyle,
    ...headings,
    page,
    opening: (paragraph) => page`${marked(String(paragraph))}`,
    // MeetBot marks them with the markup of another language.
    unassigned: page`* **UNASSIGNED**`,
    orElse: (said) => said,
  };
}

function ours<F extends string>(headings: WikiHeadings<F>, page: Door<F>): WikiStyle<F> {
  return {
    ...ourStyle,
    ...headings,
    page,
    // On its own line, so that no nick begins a line, where it could be markup.
    opening: (paragraph) => paragraph,
    unassigned: page`* '''UNASSIGNED'''`,
    orElse: (said, none) => (isBlank(said) ? none : said),
  };
}

const mediaWikiHeadings: WikiHeadings<'mediawiki'> = {
  title: (text) => mediaWiki`= ${text} =`,
  section: (text) => mediaWiki`== ${text} ==`,
};
const pmWikiHeadings: WikiHeadings<'pmwiki'> = {
  title: (text) => pmWiki`! ${text}`,
  section: (text) => pmWiki`!! ${text}`,
};

/** MeetBot's MediaWiki pages. */
export function writeMediaWiki(minutes: Minutes, { bugCompatible }: WriterOptions): string {
  return writeWiki(minutes, bugCompatible ? original(mediaWikiHeadings) : ours(mediaWikiHeadings, mediaWiki));
}

/** MeetBot's PmWiki pages. */
export function writePmWiki(minutes: Minutes, { bugCompatible }: WriterOptions): string {
  return writeWiki(minutes, bugCompatible ? original(pmWikiHeadings) : ours(pmWikiHeadings, pmWiki));
}

function writeWiki<F extends string>(minutes: Minutes, style: WikiStyle<F>): string {
  const { page, title, section, orElse } = style;
  const actions = allActions(minutes).map(({ text }) => page`* ${text}`);
  const byPerson = byPersonLines(minutes, style);
  const { present, others, othersTitle } = style.people(minutes);
  const person = ({ nick, lines }: ListedPerson) => page`* ${nick}${lines !== undefined && page` (${lines})`}`;
  const facts = style.facts(minutes).map(({ name, text }) => page`* ${name}: ${text}`);
  const block = (name: string, lines: readonly Markup<F>[]) =>
    page.join([section(page`${name}`), '', ...lines], page`\n`);
  const blocks = [
    page`${title(page`${orElse(minutes.title, '(no title)')}`)}\n\n\n${style.opening(page`${opening(minutes)}`)}`,
    ...(facts.length > 0 ? [block('Meeting information', facts)] : []),
    block('Meeting summary', summary(minutes, style)),
    page`${ending(minutes)}`,
    block('Action items', actions.length > 0 ? actions : [page`* (none)`]),
    ...(byPerson.length > 0 ? [block('Action items, by person', byPerson)] : []),
    ...(present.length > 0 || style.emptySections ? [block('People present (lines said)', present.map(person))] : []),
    ...(others.length > 0 ? [block(othersTitle, others.map(person))] : []),
    page`${generatedBy}`,
  ];
  return style.filled(String(page.join(blocks, page`\n\n\n\n`)));
}

function summary<F extends string>(minutes: Minutes, style: WikiStyle<F>): Markup<F>[] {
  const { page } = style;
  const entry = ({ shown, depth, isTopic }: SummaryEntry) => {
    const stars = [page`*`, page`**`, page`***`][depth];
    if (typeof shown === 'string') return page`${stars} '''${shown}'''`;
    if (isTalk(shown)) return page`${stars} ${plainTalk(shown).join(' ')}`;
    const text = isTopic ? topicText(shown, style) : styled(shown, style);
    return page`${stars} ${text}  (${nickAndTime(shown.nick, shown)})`;
  };
  return summaryBlocks(minutes, style).flatMap((block, index) => [...(index > 0 ? [page``] : []), ...block.map(entry)]);
}

function topicText<F extends string>(topic: MinutesItem, { page, textOf, orElse }: WikiStyle<F>): Markup<F> {
  return page`'''${orElse(textOf(topic), '(empty)')}'''`;
}

function styled<F extends string>(item: MinutesItem, { page, textOf, orElse }: WikiStyle<F>): Markup<F> {
  const text = orElse(textOf(item), '(empty)');
  return isNamedByBots(item) ? page`''${item.type}:'' ${text}` : page`${text}`;
}

function byPersonLines<F extends string>(minutes: Minutes, { page, actionLists, ...style }: WikiStyle<F>): Markup<F>[] {
  const { assigned, unassigned } = actionLists(minutes);
  const below = ({ text }: MinutesItem) => page`** ${text}`;
  const lines = assigned.flatMap(({ nick, actions }) => [page`* ${nick}`, ...actions.map(below)]);
  return unassigned.length === 0 ? lines : [...lines, style.unassigned, ...unassigned.map(below)];
}
