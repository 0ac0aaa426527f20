import { mapped, type Steps } from '../../log/steps.js';
import type { Block } from '../../log/text/block.js';
import type { LogText } from '../../log/text/logText.js';
import { perBlock, perObject } from '../../log/text/perBlock.js';

/*
 * The layouts that scribe.perl reads, by which every line of a file must be read: with one line that is in none of a layout's
 * forms, it reads nothing in that layout. Its last one, which takes any text for what one person says, is left out.
 */

/** A layout: the forms of its lines, apart from blank ones. */
interface ScribePerlLayout {
  readonly isRecorders?: true;
  readonly form: RegExp;
}

const layouts: readonly ScribePerlLayout[] = [
  { isRecorders: true, form: /^(?:\d\d:\d\d:\d\d )?<[^ >]+> / },
  { form: /^\d\d-\d\d-\d{4} \d\d:\d\d:\d\d (?:-!- |[<>] \* |< [^ !:]+![^ :]+: |> [^ :]+: )/ },
  { form: /^(?: |<[^ >]+> |\*|Start of [^ ]+ buffer|End of [^ ]+ buffer)/ },
  { form: /^[^ :]+: / },
  {
    form: /^(?:---|[0-9:]+ *(?:[<>-]+ \| [^ ]+.* has (?:joined|left)|«[^»]+» \||\* \|)|(?:\w\w\w\d\d )?\[?\d\d:\d\d\]?[ @+%]*[^ @+%][^ ]* \| )/,
  },
  { form: /^(?:---|[0-9:TZ-]+ +(?:-!-|\*)|[0-9-]+T\d\d:\d\d:\d\dZ +<[^>]+> )/ },
  { form: /^\[(?:[0-9:]+\] (?:==|\*)|\d\d:\d\d\] <[^>]+> )/ },
  {
    form: /^(?:#[^ ]+$|\[[0-9 :-]+\] (?:→ (?:Joined|[^ ]+ joined) |⇐ (?:[^ ]+ quit |You disconnected)|← [^ ]+ left |— [^ ]+ |\* [^ ]+ )|\[[0-9-]+ \d\d:\d\d:\d\d\] <[^>]+> )/,
  },
  { form: /^\[[^\]]*\] (?:-->|<--|<->|\* |-\*-|\*\*\*|- \{|<[^>]+> )/ },
];

/** A layout that reads most lines of a log, and the rows of a block that it does not read. */
export interface NearLayout {
  /** Whether it is that of the recorder, which runs scribe.perl itself. */
  readonly isRecorders: boolean;
  readonly unread: (block: Block) => readonly number[];
  readonly reads: (row: string) => boolean;
}

const nearLayouts: readonly NearLayout[] = layouts.map(({ form, isRecorders }) => {
  const reads = (row: string) => {
    const text = row.replaceAll('\t', ' ');
    return form.test(text) || text.trim() === '';
  };
  const unread = perBlock((block) => {
    const rows: number[] = [];
    for (let row = 0; row < block.size; row++) if (!reads(block.bare(row))) rows.push(row);
    return rows;
  });
  return { isRecorders: isRecorders === true, unread, reads };
});

/** So many lines of a log show which layouts may be meant; of these, half may be unread. */
const sample = 200;

/** The layout in which scribe.perl would read most of a log, of those that read its beginning; undefined if there is none. */
export const nearScribePerlLayout: (text: LogText) => NearLayout | undefined = perObject((text) =>
  leastUnread(likelyLayouts(text), text),
);

/** Reads a log in small steps, so that the layout is found fast. */
export function* findingScribePerlLayout(text: LogText): Steps<void> {
  for (const { unread } of likelyLayouts(text)) yield* mapped(text.blocks, unread);
}

function likelyLayouts(text: LogText): NearLayout[] {
  const count = Math.min(text.lineCount, sample);
  const rows = Array.from({ length: count }, (_, line) => text.text(line)).filter((row) => row.trim() !== '');
  if (rows.length === 0) return [];
  return nearLayouts.filter((layout) => rows.filter((row) => !layout.reads(row)).length * 2 <= rows.length);
}

function leastUnread(near: readonly NearLayout[], { blocks }: LogText): NearLayout | undefined {
  let [best, least] = [near[0], Number.POSITIVE_INFINITY];
  for (const layout of near) {
    let unread = 0;
    for (const block of blocks) unread += layout.unread(block).length;
    if (unread < least) [best, least] = [layout, unread];
  }
  return best;
}
