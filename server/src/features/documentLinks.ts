import type { DocumentLink } from 'vscode-languageserver';
import { groupBy } from '../log/groups.js';
import { plainPart } from '../log/layouts/damage.js';
import type { Place } from '../log/place.js';
import type { Steps } from '../log/steps.js';
import type { Block } from '../log/text/block.js';
import { perBlock } from '../log/text/perBlock.js';
import type { LinkPattern } from '../meeting/linkPatterns.js';
import { splitLink } from '../meeting/links.js';
import { type MeetingLog, partAt, partsOf } from '../meeting/meetingLog.js';
import { perPart } from '../meeting/perPart.js';
import { itemsOf } from '../meeting/sections.js';
import { encodedUrl, urlsIn } from '../minutes/escape/urls.js';
import type { Abilities } from './abilities.js';
import { rangeOf } from './positions.js';

/** A place that leads somewhere. */
interface Link extends Place {
  readonly target: string;
  /** Where it leads, if its text does not say so. */
  readonly tooltip: string | undefined;
}

/** How many blocks are searched in a step. */
const blocksPerStep = 8;
/** What is said in a line is long if it has more UTF-16 units than this. */
const longText = 1000;

/**
 * The links of a log: every URL, as far as minutes link to it, and what the patterns of the settings match in what is said. They
 * are in order and do not overlap. Computed in small steps; blocks that an edit does not touch keep theirs.
 */
export function* documentLinks(
  log: MeetingLog,
  patterns: readonly LinkPattern[],
  { linkTooltips }: Pick<Abilities, 'linkTooltips'>,
): Steps<DocumentLink[]> {
  const recorded = recordedLinks(log);
  const found: DocumentLink[] = [];
  for (const [index, block] of log.text.blocks.entries()) {
    if (index % blocksPerStep === 0) yield;
    const start = log.text.starts[index] ?? 0;
    for (const link of yield* linksOf(block, patterns)) {
      const placed = { ...link, line: start + link.line };
      const { target, tooltip, ...place } = recorded.get(keyOf(placed)) ?? placed;
      // Matches may overlap, and what is recorded may be longer than a URL, and contain another.
      const last = found.at(-1)?.range.end;
      if (last?.line === place.line && last.character > place.start) continue;
      found.push({ range: rangeOf(place), target, ...(linkTooltips && tooltip && { tooltip }) });
    }
  }
  return found;
}

/** Of the links recorded as items, those that minutes understand otherwise than URLs in talk, by where these begin. */
function recordedLinks(log: MeetingLog): ReadonlyMap<string, Link> {
  const all = new Map<string, Link>();
  for (const meeting of log.meetings) {
    for (const part of partsOf(log, meeting)) for (const link of otherwise(part, log)) all.set(keyOf(link), link);
  }
  return all;
}

function keyOf({ line, start }: Place): string {
  return `${line}:${start}`;
}

/** The bots end a URL only at whitespace. */
const otherwise = perPart((part, log: MeetingLog): readonly Link[] =>
  itemsOf(part).flatMap((item) => {
    if (item.type !== 'LINK' || item.words !== undefined) return [];
    const { text, placeOf } = partAt(log, item);
    const { prefix, url } = splitLink(text) ?? { prefix: '', url: '' };
    if (!/[<>"]/.test(url)) return [];
    return [linkTo(url, placeOf(prefix.length, prefix.length + url.length), log.text.at(item))];
  }),
);

/** A link to a URL; `row` contains the text of its place. */
function linkTo(url: string, place: Place, row: string): Link {
  const target = encodedUrl(url);
  return { ...place, target, tooltip: target === url && row.includes(url) ? undefined : target };
}

/** The URLs of a block; lines are relative to its start. */
const blockUrls = perBlock((block): readonly Link[] => (block.damage ? damagedUrls(block) : plainUrls(block)));

/** Most rows have no URL and are not read. */
function plainUrls(block: Block): Link[] {
  const text = String(block);
  const from = block.start(0);
  let row = 0;
  return Array.from(urlsIn(text), ({ url, at }) => {
    while (block.end(row) <= from + at) row++;
    const start = at - (block.start(row) - from);
    return linkTo(url, { line: row, start, end: start + url.length }, url);
  });
}

function damagedUrls(block: Block): Link[] {
  const links: Link[] = [];
  for (let line = 0; line < block.size; line++) {
    const row = block.bare(line);
    const part = plainPart(block.damage, row, 0, row.length);
    for (const { url, at } of urlsIn(part.text)) {
      const place = { line, start: part.start(at), end: part.end(at + url.length) };
      links.push(linkTo(url, place, row));
    }
  }
  return links;
}

/** The links of a block for the patterns that were used last. */
const blockLinks = perBlock(() => ({
  patterns: [] as readonly LinkPattern[],
  links: undefined as readonly Link[] | undefined,
}));

function* linksOf(block: Block, patterns: readonly LinkPattern[]): Steps<readonly Link[]> {
  if (patterns.length === 0) return blockUrls(block);
  const known = blockLinks(block);
  if (known.links && known.patterns === patterns) return known.links;
  const found: Link[] = [];
  for (const pattern of patterns) {
    yield;
    for (const link of yield* matched(block, pattern)) found.push(link);
  }
  const links = sorted(blockUrls(block), found);
  Object.assign(known, { patterns, links });
  return links;
}

/** What a pattern matches in what is said in a block. A long text is a step of its own, since it may take long. */
function* matched(block: Block, pattern: LinkPattern): Steps<Link[]> {
  const links: Link[] = [];
  for (let line = 0; line < block.size; line++) {
    const { textStart, textEnd } = block.line(line);
    if (textStart === textEnd) continue;
    if (textEnd - textStart > longText) yield;
    const part = plainPart(block.damage, block.bare(line), textStart, textEnd);
    for (const { start, end, target } of pattern.matches(part.text)) {
      links.push({ line, start: part.start(start), end: part.end(end), target, tooltip: target });
    }
  }
  return links;
}

/**
 * URLs and the matches that do not overlap with any, sorted: of matches that overlap, the one that counts is the first to begin,
 * or else the longest, or that of the first pattern.
 */
function sorted(urls: readonly Link[], others: readonly Link[]): Link[] {
  const urlsOn = groupBy(urls, ({ line }) => line);
  const isFree = ({ line, start, end }: Link) => !urlsOn.get(line)?.some((url) => url.start < end && start < url.end);
  return [...urls, ...others.filter(isFree)].sort((a, b) => byPlace(a, b) || b.end - a.end);
}

function byPlace(a: Place, b: Place): number {
  return a.line - b.line || a.start - b.start;
}
