import type { MinutesDisplay, MinutesParagraph } from '../../minutes/minutesScribe.js';
import { inlineOf } from '../../minutes/scribe/inline.js';
import type { Piece } from '../../minutes/scribe/pieces.js';
import { shownUrl } from '../../minutes/scribe/shownUrl.js';

/*
 * What a scribe's page makes of a text that was said: of a link it shows its text, or its address in short; smileys and arrows
 * become signs.
 */

/** The texts by which a page may show a text, beside the text itself. Lists show it without emphasis. */
export function shownTexts(text: string, display: MinutesDisplay): string[] {
  if (!/[:<>=\\]|,-/.test(text)) return [];
  return ways.map((way) =>
    inlineOf(text, way)
      .map((piece) => shownPiece(piece, display))
      .join(''),
  );
}

const ways = [true, false].flatMap((emphasis) => [true, false].map((isExact) => ({ emphasis, isExact })));

function shownPiece(piece: Piece, display: MinutesDisplay): string {
  if (piece.kind === 'text' || piece.kind === 'issue') return piece.text;
  const inside = piece.pieces.map((one) => shownPiece(one, display)).join('');
  if (piece.kind !== 'link' && piece.kind !== 'image') return inside;
  return piece.text === '' ? shownUrl(piece.url, display.urlDisplay).join('') : inside;
}

/** Whether a paragraph is neither heading, item nor anchor. */
export function isSaid({ kind }: MinutesParagraph): boolean {
  return !['topic', 'subtopic', 'action', 'resolution', 'issue', 'anchor'].includes(kind);
}

/** What a page has before and behind the text of a paragraph that is neither heading nor item. */
export function aroundText({
  kind,
  speaker,
  nick,
  data,
}: Pick<MinutesParagraph, 'kind' | 'speaker' | 'nick' | 'data'>): { before: string; after: string } {
  const own = leads[kind];
  if (own !== undefined) return { before: own, after: '' };
  return { before: speaker ?? nick, after: kind === 'bot-item' ? ` ${data ?? ''}` : '' };
}

/** What is before paragraphs that show no one's name. */
const leads: Readonly<Partial<Record<MinutesParagraph['kind'], string>>> = {
  narration: '',
  verbatim: '',
  slideset: 'Slideset: ',
  slide: 'Slide ',
  repo: 'Repository: ',
  'repo-drop': 'Repository- ',
};
