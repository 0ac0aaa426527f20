import type { ItemType } from '../../meeting/itemTypes.js';
import type { ShownKind } from '../../meeting/scribe/shown.js';
import { cleanText } from '../escape/clean.js';
import { allItems, type Minutes, type MinutesItem, type MinutesParagraph, type Moment } from '../minutes.js';
import { inlineOf, joinedLines, lineBreak } from './inline.js';
import { Repositories, repositoriesIn } from './issues.js';
import type { Piece } from './pieces.js';
import { piecesByLine } from './plainPieces.js';

/** A part of the discussion, as formats show it: a heading, an item, or what was said. */
export type Discussed =
  | { readonly kind: 'topic' | 'subtopic' | 'item'; readonly item: MinutesItem }
  | ({ readonly kind: 'talk' } & Talk);

/** What was said. */
export interface Talk extends Moment {
  /** Remarks are quieter than what the scribe wrote; verbatim lines keep their spaces. */
  readonly tone: 'record' | 'remark' | 'verbatim';
  /** Who or what precedes it: `Ann:`, `<ann>`; undefined if nothing does. It contains chat text. */
  readonly lead: string | undefined;
  /** Its lines: the first, and those that go on. */
  readonly lines: readonly (readonly Piece[])[];
  /** Whether further lines are shown as lines of their own. */
  readonly keepsLines: boolean;
  /** A remark of the minutes about it. */
  readonly note: string | undefined;
}

/** A line that goes on begins with this, as scribes write it. */
export const goesOn = '… ';

/** How a kind of paragraph is shown that is no heading and no item. */
interface Shape {
  readonly tone: Talk['tone'];
  readonly lead?: (paragraph: MinutesParagraph) => string;
  readonly note?: string;
  /** Whether its text may have emphasis. */
  readonly hasEmphasis?: true;
}

const by = ({ nick }: MinutesParagraph) => `<${nick}>`;

const shapes: Readonly<Record<Exclude<ShownKind, keyof typeof itemKinds | 'anchor'>, Shape>> = {
  speech: { tone: 'record', lead: ({ speaker }) => `${speaker}:`, hasEmphasis: true },
  narration: { tone: 'record', hasEmphasis: true },
  remark: { tone: 'remark', lead: by, hasEmphasis: true },
  verbatim: { tone: 'verbatim' },
  'verbatim-remark': { tone: 'verbatim', lead: by },
  'failed-edit': { tone: 'remark', lead: by, note: '(a correction that changed nothing)' },
  bot: { tone: 'remark', lead: by },
  'bot-item': { tone: 'remark', lead: by },
  slideset: { tone: 'record', lead: () => 'Slide set:' },
  slide: { tone: 'record', lead: () => 'Slide:' },
  repo: { tone: 'record', lead: () => 'Repository:' },
  'repo-drop': { tone: 'record', lead: () => 'No longer a repository:' },
};

/** The kinds that are items of minutes, too. */
const itemKinds = {
  topic: 'TOPIC',
  subtopic: 'SUBTOPIC',
  action: 'ACTION',
  resolution: 'RESOLVED',
  issue: 'ISSUE',
} as const satisfies Partial<Record<ShownKind, ItemType>>;

function isItemKind(kind: ShownKind): kind is keyof typeof itemKinds {
  return Object.hasOwn(itemKinds, kind);
}

/** The discussion of minutes, in order; empty if no one scribed. Takes time proportional to its length. */
export function discussed(minutes: Minutes): readonly Discussed[] {
  const { scribe } = minutes;
  if (!scribe || scribe.discussion.length === 0) return [];
  const items = new ItemsInOrder(allItems(minutes));
  const repositories = new Repositories();
  const { emphasis, issueLinks, keepLines } = scribe.display;
  return scribe.discussion.flatMap((paragraph): Discussed[] => {
    const { kind, line, time } = paragraph;
    const text = joinedLines(paragraph.lines);
    noteRepositories(repositories, kind, text);
    if (kind === 'anchor') return [];
    if (isItemKind(kind)) {
      const item = items.next(itemKinds[kind], paragraph.lines.join(' ')) ?? itemOf(paragraph, itemKinds[kind]);
      return [{ kind: kind === 'topic' || kind === 'subtopic' ? kind : 'item', item }];
    }
    const { tone, lead, note, hasEmphasis } = shapes[kind];
    const options = { emphasis: emphasis && hasEmphasis === true, repositories: issueLinks ? repositories : undefined };
    const lines =
      tone === 'verbatim'
        ? paragraph.lines.map((said) => [{ kind: 'text', text: said } as const])
        : piecesByLine(inlineOf(withData(paragraph, text), options));
    return [{ kind: 'talk', line, time, tone, lead: lead?.(paragraph), lines, keepsLines: keepLines, note }];
  });
}

function noteRepositories(repositories: Repositories, kind: ShownKind, text: string): void {
  if (kind === 'repo') repositories.use(text);
  else if (kind === 'repo-drop') repositories.forget(text);
  else if (kind === 'topic' || kind === 'subtopic') for (const one of repositoriesIn(text)) repositories.use(one);
}

/** The text of a paragraph with what belongs to it: the title of a bot's item, the address of a slide. */
function withData({ kind, data }: MinutesParagraph, text: string): string {
  return data !== null && (kind === 'bot-item' || kind === 'slide')
    ? `${text} ${data.replaceAll(lineBreak, ' ')}`
    : text;
}

/** An item that is in the discussion alone. */
function itemOf({ line, time, nick, lines }: MinutesParagraph, type: ItemType): MinutesItem {
  return { line, time, nick, type, text: lines.join(' '), anchor: 0, ...(type === 'ACTION' && { assignees: [] }) };
}

/**
 * The items of minutes by what they say. Of those that say the same, each is found once, in order. Lines are no key: what a
 * correction inserted has the line before which it is, and its paragraph that of the correction.
 */
class ItemsInOrder {
  readonly #byText = new Map<string, MinutesItem[]>();

  constructor(items: readonly MinutesItem[]) {
    for (const item of items.toReversed()) {
      const key = keyOf(item.type, item.text);
      const known = this.#byText.get(key);
      if (known) known.push(item);
      else this.#byText.set(key, [item]);
    }
  }

  next(type: ItemType, text: string): MinutesItem | undefined {
    return this.#byText.get(keyOf(type, text))?.pop();
  }
}

function keyOf(type: ItemType, text: string): string {
  return `${type} ${cleanText(text).trim().replace(/\s+/g, ' ')}`;
}
