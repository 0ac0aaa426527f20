import { isBlank } from '../escape/clean.js';
import {
  type Markdown,
  type MarkdownOptions,
  markdownCode,
  markdownDoor,
  markdownLink,
} from '../escape/markdownDoor.js';
import type { Value } from '../escape/markup.js';
import type { MinutesItem } from '../minutes.js';
import { type Discussed, goesOn, type Talk } from '../scribe/discussion.js';
import type { Piece } from '../scribe/pieces.js';
import { plainLine } from '../scribe/plainPieces.js';
import { visibleTitle } from './shared.js';

/** A discussion as blocks of Markdown: headings below a level such as `##`, items as lists, remarks as quotations. */
export function markdownDiscussion(
  discussion: readonly Discussed[],
  above: Markdown,
  entry: (item: MinutesItem) => Markdown,
  options: MarkdownOptions,
): readonly Markdown[] {
  const md = markdownDoor(options);
  const blocks: Markdown[] = [];
  let list: Markdown[] = [];
  const endList = () => {
    if (list.length > 0) blocks.push(md.join(list, md`\n`));
    list = [];
  };
  for (const one of discussion) {
    if (one.kind === 'item') {
      list.push(md`- ${entry(one.item)}`);
      continue;
    }
    endList();
    if (one.kind === 'talk') blocks.push(talkBlock(one, options));
    else blocks.push(md`${above}${one.kind === 'topic' ? md`#` : md`##`} ${visibleTitle(one.item.text)}`);
  }
  endList();
  return blocks;
}

function talkBlock({ tone, lead, lines, keepsLines, note }: Talk, options: MarkdownOptions): Markdown {
  const md = markdownDoor(options);
  const isRemark = tone === 'remark' || (tone === 'verbatim' && lead !== undefined);
  const quote = isRemark ? md`> ` : md``;
  if (tone === 'verbatim') {
    const code = markdownCode(lines.map(plainLine), quote);
    return lead === undefined ? code : md`${quote}${lead}\n${quote}\n${code}`;
  }
  const said = lines.map((pieces) => lineOf(pieces, options));
  const between = keepsLines ? md`\\\n${quote}${goesOn.trim()} ` : md` `;
  const who = lead !== undefined && (tone === 'remark' ? md`${lead} ` : md`**${lead}** `);
  return md`${quote}${who}${md.join(said, between)}${note !== undefined && md` ${note}`}`;
}

/** A line with its links. Emphasis is left out, since most of its signs would be markup only at some places. */
function lineOf(pieces: readonly Piece[], options: MarkdownOptions): Markdown {
  const md = markdownDoor(options);
  const parts: Value<'markdown'>[] = [];
  let text = '';
  const endText = (isBeforeLink: boolean) => {
    // The door drops spaces around a value.
    if (text !== '')
      parts.push(
        /^\s/.test(text) && md` `,
        text,
        isBeforeLink && text.endsWith('!') && md`<!---->`,
        /\S\s+$/.test(text) && md` `,
      );
    text = '';
  };
  for (const piece of pieces) {
    const link = linkOf(piece);
    if (link) {
      endText(true);
      parts.push(markdownLink(link.text, link.url, options));
    } else text += plainLine([piece]);
  }
  endText(false);
  return md`${parts}`;
}

/** The text and the address of what is written as a link; undefined if it is written as a text. */
function linkOf(piece: Piece): { text: string; url: string } | undefined {
  if (piece.kind !== 'link' && piece.kind !== 'image' && piece.kind !== 'issue') return undefined;
  const { url, text } = piece;
  if (url === undefined || !mayLink(url) || isBlank(text)) return undefined;
  return { url, text: piece.kind === 'issue' ? text : plainLine(piece.pieces) };
}

function mayLink(url: string): boolean {
  return /^https?:\/\/./.test(url);
}
